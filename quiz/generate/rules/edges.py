"""The parts of the rules that look at one edge of a blank, so that they are asked once a word and not once a blank.

They need a sentence and the place of the token in it. None is asked about the inside of a quotation or title, whose
edges the report itself has drawn.
"""

import re

from quiz.generate.candidates import Marked
from quiz.generate.rules.words import DEGREES, hollow_words
from quiz.language.words import Token, is_word

# One-character words that end the word before them; jieba often cuts them off a term it does not know.
SUFFIXES = frozenset(
    "力性化度率库谷园区片石方者员部局厅处署院所站港县市省州镇乡村级类型式观论学数段法制权链网云端点线面层圈带群盘军"
)
PREFIXES = frozenset("非可超反泛亚准半零副一跨近通")  # one-character words that open the word behind them
# What a place is to become, as in 健康北京建设.
EPITHETS = frozenset(["平安", "健康", "数字", "美丽", "法治", "智慧", "文明", "幸福", "和谐", "诚信", "绿色"])
LEADS_ON = frozenset({
    "成为", "进行", "取得", "形成", "作为", "具有", "得到", "达到", "保持", "确保", "实现", "有序", "稳步", "显著",
    "明显", "高效", "平稳", "部署", "惠及", "足额", "按时", "及时", "日益", "专门", "全部", "给予",
})  # fmt: skip
DASH = "—"
JOINTS = frozenset("-－–·•~～/／")  # they tie a name to what stands on their other side
LINE = re.compile("[\u4e00-\u9fff]{2,4}(?:线|公路|铁路)")
LATIN = re.compile("[A-Za-z]")
MANNER = "地"
TIED_BEHIND = frozenset("较很不尚颇最太这该")  # they belong to the word behind them
OFFICIAL = frozenset("经报按据凭")  # 经国务院同意, 报中央审批: the segmenter takes them for nouns
NAME = 3  # characters of a name behind its dot
QUALIFIERS = ("性", "化", "型", "式", "级", "类")


def before(marked: Marked, at: int) -> Token | None:
    """The word right before a token, None where punctuation is."""
    return marked.tokens[at - 1] if at and not marked.punctuation[at - 1] else None


def behind(marked: Marked, at: int) -> Token | None:
    """What stands right behind a token, a word or not."""
    return marked.tokens[at + 1] if at + 1 < len(marked.tokens) else None


def closes_on_hollow_verb(marked: Marked, at: int) -> bool:
    """A verb of any report whose object follows (下岗职工实现|再就业)."""
    token, after = marked.tokens[at], behind(marked, at)
    return token.text in LEADS_ON and after is not None and not marked.punctuation[at + 1]


def is_lone(token: Token | None) -> bool:
    """Whether a word is one character that carries meaning."""
    return token is not None and len(token.text) == 1 and token.tag[:1] in "nvabjgs"


def is_joint(marked: Marked, at: int) -> bool:
    """Whether a token is a mark that ties two names together; two dashes part what they stand between."""
    text, start = marked.text, marked.tokens[at].start
    if text[start] == DASH:
        return DASH not in (text[start - 1 : start], text[start + 1 : start + 2])
    return marked.tokens[at].text in JOINTS


def opens_on_hollow_verb(marked: Marked, at: int) -> bool:
    """A verb or adverb of any report (加快建设……), but where it opens a later member of a list."""
    token = marked.tokens[at]
    if token.tag[:1] not in "vd" or token.text not in hollow_words():
        return False
    segment = marked.segment[at]
    return marked.runs[segment][0] == 0 or marked.bounds[segment][0] != at


def opens_inside_word(marked: Marked, at: int) -> bool:
    """A suffix of the word before, a lone character behind another one, or the rest of a name (京津-|唐山)."""
    token = marked.tokens[at]
    if _in_a_name(marked, token.start) or _goes_on_from(marked, at):
        return True
    if token.text[0] == "之" or (at and (marked.tokens[at - 1].text in PREFIXES or is_joint(marked, at - 1))):
        return True
    word = before(marked, at)
    if word is not None and len(word.text) == 1 and token.tag == "nr" and word.tag[:1] in "qnvab":  # 张|光荣要求
        return True
    if len(token.text) > 1:
        return word is not None and (
            (token.text[0] == "于" and word.tag[:1] in "av")  # 快|于城镇
            or (token.tag == "ns" and word.text in EPITHETS)
        )
    after = behind(marked, at)
    if word is not None and word.tag == "p" and after is not None and after.tag[:1] in "nva":  # 在|华投资
        return True
    return word is not None and (token.text in SUFFIXES or (is_lone(token) and _leans(word)))


def _in_a_name(marked: Marked, edge: int) -> bool:
    """Whether an edge lies in the part of a name behind its dot, which the segmenter does not know (艾山·买|买提), or
    behind its letters (FT|账户)."""
    if edge and LATIN.match(marked.text, edge - 1):
        return True
    dot = marked.text.rfind("·", max(edge - NAME, 0), edge)
    return dot > 0 and not any(opening <= dot < closing for opening, closing in marked.quotes)


def _goes_on_from(marked: Marked, at: int) -> bool:
    """Whether a line or a road has its other end before a dash: 宝鸡——|成都线."""
    edge = marked.tokens[at].start
    return marked.text.endswith(2 * DASH, 0, edge) and LINE.match(marked.text, edge) is not None


def opens_behind_degree(marked: Marked, at: int) -> bool:
    """Behind a word of degree or 不 (较|低水平, 不|平凡), or on the 好 of a verb (把握|好以下关系)."""
    word, text = before(marked, at), marked.tokens[at].text
    if word is None:
        return False
    return (
        word.text in TIED_BEHIND or (text == "好" and word.tag == "v") or (text in "内外间" and word.tag in ("q", "t"))
    )


def opens_on_official(marked: Marked, at: int) -> bool:
    """经, 报 and the like before who is asked, or several words behind 更 (更|公平惠及)."""
    word = before(marked, at)
    return marked.tokens[at].text in OFFICIAL or (word is not None and word.text == "更")


def closes_on_adverb(marked: Marked, at: int) -> bool:
    """A subject with the adverb of its verb (经济持续|扩张), or a verb before 了, 到, 这方面, 最强烈 or 不满意."""
    token, after = marked.tokens[at], behind(marked, at)
    if after is None or marked.punctuation[at + 1]:
        return False
    if token.tag in ("vd", "ad") or token.text in DEGREES:
        return after.tag[:1] == "v" and marked.tokens[at - 1].tag[:1] == "n"
    if token.tag[:1] in "vil" and (after.text == "最" or marked.text.startswith(f"不{token.text[-2:]}", token.end)):
        return True
    return (token.tag[:1] == "v" or token.text == "建设") and (
        after.text in ("了", "过", "着", "到", "如下", "成为", "成", "得") or (after.tag == "r" and after.text != "之")
    )


def closes_on_manner(marked: Marked, at: int) -> bool:
    """How something is done: 坚定不移|地贯彻."""
    after = behind(marked, at)
    return after is not None and after.text == MANNER and after.tag[:1] == "u"


def _leans(word: Token) -> bool:
    """Whether a word is one character that may make a word with the next one: 较|快, 更|好."""
    return len(word.text) == 1 and word.tag[:1] in "nvabjgsdz"


def opens_on_scrap(marked: Marked, at: int) -> bool:
    """One character that is no word by itself, or a verb that qualifies what follows (从哪里|来的问题)."""
    token, after = marked.tokens[at], behind(marked, at)
    if len(token.text) > 1:
        return False
    return token.tag[:1] not in "nvabm" or (token.tag == "v" and after is not None and after.text == "的")


def closes_on_mutual_verb(marked: Marked, at: int) -> bool:
    """A verb like 相结合."""
    token = marked.tokens[at]
    return token.text.startswith("相") and token.tag[:1] == "v"


def closes_inside_word(marked: Marked, at: int) -> bool:
    """A suffix of its last word follows, or a hyphen that ties it to another."""
    after = behind(marked, at)
    if after is None:
        return False
    if after.text[0] == "率" and not is_word(after.text):  # 管理|率达90%
        return True
    return after.text in SUFFIXES or after.text == "人" or is_joint(marked, at + 1)


def closes_on_half_word(marked: Marked, at: int) -> bool:
    """One character before a word that it may belong to (碳达峰碳|中和), or before a quotation (一轮村|“两委”换届)."""
    after = behind(marked, at)
    if len(marked.tokens[at].text) > 1 or after is None:
        return False
    return after.text in ("“", "《") or after.tag[:1] in "nvajf"


def opens_straddled(marked: Marked, at: int) -> bool:
    """Its first word makes a dictionary word with the character before it (新|能源)."""
    text, word = marked.tokens[at].text, before(marked, at)
    return len(text) > 1 and word is not None and is_word(word.text[-1] + text)


def closes_straddled(marked: Marked, at: int) -> bool:
    """Its last word makes a dictionary word with the character behind it, or was made up beside a lone character."""
    text = marked.tokens[at].text
    after = behind(marked, at)
    if after is None:
        return False
    if len(text) > 1 and not marked.punctuation[at + 1] and is_word(text + after.text[0]):
        return True
    return is_lone(after) and not is_word(text)


def closes_before_object(marked: Marked, at: int) -> bool:
    """A verb whose object follows in quotation marks."""
    after = behind(marked, at)
    return marked.tokens[at].tag[:1] == "v" and after is not None and after.text in ("“", "《")


def qualifies(marked: Marked, at: int) -> bool:
    """A word that qualifies the next one: 文物系统性|保护; not 文化, 阶级."""
    text, after = marked.tokens[at].text, behind(marked, at)
    if len(text) < 3 or after is None or not text.endswith(QUALIFIERS):
        return False
    return after.tag[:1] in "nvb" and not marked.punctuation[at + 1]
