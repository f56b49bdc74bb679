"""The parts of the rules that look at one edge of a blank, so that they are asked once a word and not once a blank.

The first need only the word and its part of speech, the others a sentence and the place of the token in it. None is
asked about the inside of a quotation or title, whose edges the report itself has drawn.
"""

import re
from functools import cache
from pathlib import Path

from quiz.generate.candidates import Marked
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
HOLLOW = Path(__file__).with_name("hollow.txt")
NEVER_OPENS = frozenset("ucpyeordxk")  # first letters of tags
NEVER_CLOSES = frozenset("ucpyeodrxkf")
PARTICLES = frozenset([*"相所可能会要已将被把较很说称", "有所", "只会", "势必会", "如下", "表示"])
QUALIFIES = frozenset({"跨地区", "跨区域", "跨部门", "跨行业", "跨省", "在建", "续建"})
INNER_AUXILIARIES = frozenset([*"要将已应须是到还也都就又才作则过", "甚至", "必须", "正在", "继续", "仍然", "依然"])
LEADS_TO = frozenset({"取得", "给予", "加以", "予以", "加快", "成为"})
POINTERS = frozenset({"这", "这些", "那些", "其", "该"})
# How much or when: a blank that opens on one asks for what any report says.
DEGREES = frozenset({
    "今后", "当前", "目前", "今年", "去年", "全年",
    "十分", "极为", "相当", "完全", "非常", "更加", "更为", "比较", "丝毫", "一些", "许多", "很多", "大量", "坚决",
    "部分", "一部分", "大部分", "多次",
})  # fmt: skip
TIED_BEHIND = frozenset("较很不尚颇最太这该")  # they belong to the word behind them
OFFICIAL = frozenset("经报按据凭")  # 经国务院同意, 报中央审批: the segmenter takes them for nouns
SINCE = ("今后", "过去", "未来", "最近")
NAME = 3  # characters of a name behind its dot
UNIT_AHEAD = re.compile(
    r"[年月日届个项条亿万千百%％元人次倍位名家所座公米吨亩户岁分点级类大支批种字章节件部组场起篇期轮只台辆架艘间套幢度多余枚周对幅]"
)
FUNCTION_CHARACTERS = frozenset("以为对和与在把被将由从向到使让就并及或而")
QUALIFIERS = ("性", "化", "型", "式", "级", "类")
DIGIT = re.compile(r"[\d一二三四五六七八九十百千万亿〇零两几多]")
FIGURE_BEFORE, FIGURE_BEHIND = re.compile(r"\d[.,：:]?$"), re.compile(r"[.,：:]?\d")


@cache
def hollow_words() -> frozenset[str]:
    """Words of any report that say nothing by themselves, one a line in hollow.txt."""
    return frozenset(HOLLOW.read_text(encoding="utf-8").split())


def never_opens(text: str, tag: str) -> bool:
    """的, a conjunction, a preposition, a pronoun, an adverb, or a word of degree or time."""
    return tag[:1] in NEVER_OPENS or text in DEGREES or (len(text) == 4 and text[:2] in DEGREES)


def never_closes(text: str, tag: str) -> bool:
    """The same, a particle like 相, a verb that leads on with 于 (关键在于), or what qualifies (跨地区, 在建)."""
    return tag[:1] in NEVER_CLOSES or text in PARTICLES or text in QUALIFIES or (len(text) > 1 and text[-1] == "于")


def joins(text: str, tag: str) -> bool:
    """和, 与, 或, a preposition, a particle of a clause (今年要重点), or a word that points back (党的这些骨干)."""
    return tag[:1] in "cp" or text in INNER_AUXILIARIES or text in POINTERS or text in LEADS_TO


def made_up(text: str, _tag: str) -> bool:
    """No word of the dictionary, opening like a preposition (项目|向雄安): the segmenter guessed."""
    return text[0] in FUNCTION_CHARACTERS and not is_word(text)


def is_figure(text: str, tag: str) -> bool:
    """A number in digits, which what it is of must not stand before: 全国|23.9%."""
    return tag == "m" and text[:1].isdigit()


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
    """Whether an edge lies in the part of a name behind its dot, which the segmenter does not know (艾山·买|买提)."""
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
    return token.tag[:1] == "v" and (
        after.text in ("了", "过", "着", "到", "如下") or (after.tag == "r" and after.text != "之")
    )


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


def opens_inside_figure(marked: Marked, at: int) -> bool:
    """A piece of a number or date, a unit without its number, or years without their start (今后|五年)."""
    text, edge = marked.text, marked.tokens[at].start
    if text.startswith(SINCE, edge - 2) and marked.tokens[at].tag[:1] in "mt":
        return True
    last, first = text[edge - 1 : edge], text[edge]
    if last.isdigit() and (UNIT_AHEAD.match(first) or text.startswith(("小时", "分钟"), edge)):
        return True
    return (last in ("年", "月") and first.isdigit()) or parts_a_figure(text, edge)


def closes_inside_figure(marked: Marked, at: int) -> bool:
    """A piece of a number or date, or a number without its unit."""
    text, token = marked.text, marked.tokens[at]
    edge = token.end
    last, first = text[edge - 1], text[edge : edge + 1]
    if last.isdigit() and "\u4e00" <= first <= "\u9fff":
        return True
    if text.startswith(("/", "／", "百分点"), edge) or (last in "年月" and first.isdigit()):  # 29微克/立方米
        return True
    return (token.tag[:1] == "m" and counts_on(text, edge)) or parts_a_figure(text, edge)


def parts_a_figure(text: str, edge: int) -> bool:
    """Whether the digits of one figure (1,000 or 3.5 or 2:1) stand on both sides of an edge."""
    first = text[edge : edge + 1]
    if not (first.isdigit() or first in ".,：:"):  # nearly everywhere
        return False
    goes_on = FIGURE_BEHIND.match(text, edge, edge + 2)
    return goes_on is not None and FIGURE_BEFORE.search(text[max(edge - 2, 0) : edge]) is not None


def counts_on(text: str, edge: int) -> bool:
    """Whether a numeral before `edge` goes on behind it, with digits or a unit, or ends the text."""
    first = text[edge : edge + 1]
    return bool(DIGIT.match(text[edge - 1]) and (UNIT_AHEAD.match(first) or first in "0123456789.%"))
