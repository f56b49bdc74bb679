"""What may never be a blank, each rule with a name; the ranker then chooses among what is left.

They come from what careful question writers do: no half of a word, a title or a figure, nothing that the learner can
read elsewhere on the card, nothing that somebody blotted out.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from quiz.generate.candidates import PUNCTUATION, Marked, Span
from quiz.language.words import Token, is_word, tag

MIN_LENGTH, MAX_LENGTH = 2, 12
MAX_TITLE = 18
# One-character words that end the word before them; jieba often cuts them off a term it does not know.
SUFFIXES = frozenset(
    "力性化度率库谷园区片石方者员部局厅处署院所站港县市省州镇乡村级类型式观论学法制权链网云端点线面层圈带群盘"
)
EVERYDAY = Path(__file__).with_name("everyday.txt")
HOLLOW = Path(__file__).with_name("hollow.txt")
NEVER_OPENS = frozenset("ucpyeor") | {"d", "x", "k"}
NEVER_CLOSES = frozenset("ucpyeodrxkf")
PARTICLES = frozenset("相所可能会要已将被把")
HOLLOW_OPENINGS = ("一批", "一支", "一个", "几")
INNER_AUXILIARIES = frozenset("要将已应须")
IN_FULL = re.compile(r"应(.{1,2})尽\1")  # 应享尽享, which no dictionary lists in all its forms
MARKER = re.compile(r"[一二三四五六七八九十]{1,3}(?:是|要|靠|看|抓)")
UNIT_AHEAD = re.compile(
    r"[年月日届个项条亿万千百%％元人次倍位名家所座公米吨亩户岁分点级类大支批种字章节件部组场起篇期轮只台辆架艘间套幢度多余枚周对幅]"
)
FUNCTION_CHARACTERS = frozenset("以为对和与在把被将由从向到使让就并及或而")
SUM = re.compile(r"..[两二三四五六七八九十]{1,2}(?:类|大|项|个|种)")
CLAUSE = 8  # characters
SHORT_MEMBER = 2  # characters; members of more may well differ in length (长三角、粤港澳大湾区)
LEAST_PIECE = 4  # characters of an answer that tell it
FRAMES = frozenset({
    "突破口", "重点", "导向", "核心", "引领", "主体", "基础", "主线", "抓手", "目标", "中心", "根本", "关键", "先导",
    "支撑", "牵引", "主题", "动力", "载体", "切入点", "着力点", "出发点", "落脚点",
})  # fmt: skip
BY_DEGREES = re.compile("..(?:明显|显著|大幅|不断|稳步|日益|更加|逐步)..|..方向(?:转变|发展|前进|迈进)$")
QUALIFIERS = ("性", "化", "型", "式", "级", "类")
DIGIT = re.compile(r"[\d一二三四五六七八九十百千万亿〇零两几多]")


@dataclass(frozen=True)
class Place:
    """A candidate in its sentence, and what else the learner reads beside it: the lead and the title."""

    marked: Marked
    span: Span
    visible: str

    @cached_property
    def answer(self) -> str:
        return self.marked.text[self.span.start : self.span.end]

    @cached_property
    def enclosed(self) -> bool:
        """Whether it is exactly the inside of a quotation or a title."""
        bounds = (self.span.start, self.span.end)
        return bounds in self.marked.quotes or bounds in self.marked.titles


def wrong_length(place: Place) -> bool:
    """Shorter than a word or longer than one remembers; a title or a figure may be longer or shorter."""
    most = MAX_TITLE if place.enclosed else MAX_LENGTH
    least = 1 if place.answer.isdigit() else MIN_LENGTH
    return not least <= len(place.answer) <= most


@cache
def hollow_words() -> frozenset[str]:
    """Words of any report that say nothing by themselves, one a line in hollow.txt."""
    return frozenset(HOLLOW.read_text(encoding="utf-8").split())


@cache
def everyday_words() -> frozenset[str]:
    """Words of two characters that stand in most reports, so that asking for one asks for nothing in particular.

    From counts over 23 public reports of 1956 to 2026: those in at least 62 % of them.
    """
    return frozenset(EVERYDAY.read_text(encoding="utf-8").split())


@cache
def idle_words() -> frozenset[str]:
    """Hollow and everyday words."""
    return hollow_words() | everyday_words()


def hollow(place: Place) -> bool:
    """A word that says nothing by itself, or several of them and everyday ones (重要贡献)."""
    answer = place.answer
    if answer in hollow_words() or answer.startswith(HOLLOW_OPENINGS) or MARKER.match(answer):
        return True
    one_word = len(answer) == 4 and answer[:2] in hollow_words() and answer[2:] in idle_words()  # 不断加强
    if one_word and not place.enclosed:
        return True
    tokens = place.marked.tokens
    if place.enclosed or tokens[place.span.first].text not in idle_words():
        return False
    words = [token.text for token in tokens[place.span.first : place.span.last + 1]]
    return words[0] in hollow_words() and idle_words().issuperset(words)


def opens_on_a_hollow_verb(place: Place) -> bool:
    """Opens on a verb or adverb of any report (加快建设……), as the first member of a list often does, or ends on one
    like 相结合."""
    if place.enclosed or place.span.first == place.span.last:
        return False
    tokens, segment = place.marked.tokens, place.marked.segment[place.span.first]
    first, last = tokens[place.span.first], tokens[place.span.last]
    later_member = place.marked.runs[segment][0] > 0 and place.marked.bounds[segment][0] == place.span.first
    opens = first.text in hollow_words() and first.tag[:1] in "vd" and not later_member
    return opens or (last.text.startswith("相") and last.tag[:1] == "v")


def function_word_at_edge(place: Place) -> bool:
    """Opens or ends on 的, a conjunction, a preposition, a pronoun, an adverb."""
    if place.enclosed:
        return False
    tokens = place.marked.tokens
    last = tokens[place.span.last]
    return tokens[place.span.first].tag[:1] in NEVER_OPENS or last.tag[:1] in NEVER_CLOSES or last.text in PARTICLES


def joins_two_things(place: Place) -> bool:
    """和, 与, 或, a preposition or 要 inside: two things, or a piece of a clause (今年要重点)."""
    if place.enclosed:
        return False
    inside = place.marked.tokens[place.span.first + 1 : place.span.last]
    if any(token.text in INNER_AUXILIARIES for token in inside):
        return True
    return any(token.tag[:1] in "cp" or (token.tag[:1] == "u" and len(place.answer) > 8) for token in inside)


def cuts_a_word(place: Place) -> bool:
    """A one-character word that belongs to the word before it stands on the wrong side of an edge."""
    tokens, marks = place.marked.tokens, place.marked.punctuation
    first, last = place.span.first, place.span.last
    opens_inside = first > 0 and not marks[first - 1] and tokens[first].text in SUFFIXES
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    ends_inside = following is not None and following.text in SUFFIXES
    before = tokens[first - 1] if first and not marks[first - 1] else None
    single = len(tokens[first].text) == 1 and (
        (last > first and tokens[first].tag[:1] not in "nvabm") or (_is_lone(before) and _is_lone(tokens[first]))
    )
    half_word_last = last > first and len(tokens[last].text) == 1  # 碳达峰碳|中和
    joins_on = half_word_last and following is not None and following.tag[:1] in "nvajf"
    lone = len(place.answer) == 1 and not place.answer.isdigit()
    return opens_inside or ends_inside or single or joins_on or lone


def straddled(place: Place) -> bool:
    """The characters over an edge make a dictionary word (新|能源): the segmenter may have cut in the wrong place."""
    tokens, marks = place.marked.tokens, place.marked.punctuation
    first, last = place.span.first, place.span.last
    text, start, end = place.marked.text, place.span.start, place.span.end
    left = (
        first > 0
        and not marks[first - 1]
        and len(tokens[first].text) > 1
        and is_word(text[start - 1] + tokens[first].text)
    )
    right = (
        last + 1 < len(tokens)
        and not marks[last + 1]
        and len(tokens[last].text) > 1
        and is_word(tokens[last].text + text[end])
    )
    return left or right or _guessed(place)


def _guessed(place: Place) -> bool:
    """Opens or ends on a word that the segmenter made up beside a lone character, which may be its own (信|创产业)."""
    if place.enclosed:
        return False
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    opens, closes = tokens[first].text, tokens[last].text
    inside = (token.text for token in tokens[first + 1 : last + 1])
    if any(text[0] in FUNCTION_CHARACTERS and not is_word(text) for text in inside):  # 项目|向雄安
        return True
    if not is_word(opens):
        before = tokens[first - 1] if first else None
        if opens[0] in FUNCTION_CHARACTERS or (_is_lone(before) and _is_lone(tokens[first])):
            return True
    return not is_word(closes) and _is_lone(tokens[last + 1] if last + 1 < len(tokens) else None)


def _is_lone(token: Token | None) -> bool:
    """Whether a word is one character that carries meaning."""
    return token is not None and len(token.text) == 1 and token.tag[:1] in "nvabjgs"


def parts_a_verb_from_its_object(place: Place) -> bool:
    """Ends on a verb whose object follows in quotation marks, opens on one whose object goes on behind 的, or ends on
    the adjective of its object, or with its subject qualifies what follows 的 (党章赋予的)."""
    if place.enclosed:
        return False
    tokens = place.marked.tokens
    after = tokens[place.span.last + 1].text if place.span.last + 1 < len(tokens) else ""
    opens, closes = tokens[place.span.first].tag, tokens[place.span.last].tag
    object_follows = closes[:1] == "v" and after in ("“", "《")
    object_goes_on = opens[:1] == "v" and (
        after == "的" or (closes[:1] == "a" and after and not PUNCTUATION.match(after))
    )
    object_goes_on = object_goes_on or _ends_inside_its_object(place)
    verb_of_another = opens[:1] == "n" and closes == "v" and place.span.last > place.span.first and after == "的"
    return object_follows or bool(object_goes_on) or verb_of_another


def _ends_inside_its_object(place: Place) -> bool:
    """A verb with half of its object (全面提高公共安全|保障能力), or a subject with its verb before the figure that the
    verb leads to (国内生产总值增长|6%)."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if first == last or last + 1 >= len(tokens) or place.marked.punctuation[last + 1]:
        return False
    following = tokens[last + 1].tag
    if tokens[last].tag[:1] == "v":
        return following[:1] == "m"
    return _is_glued(tokens[first]) and following[:1] in "nv"


def _is_glued(token: Token) -> bool:
    """Whether the segmenter took an adverb with its verb for one word (全面提高)."""
    return len(token.text) == 4 and token.text[:2] in hollow_words() and tag(token.text[2:])[0].tag == "v"


def cuts_an_idiom(place: Place) -> bool:
    """A piece of 应享尽享."""
    start, end = place.span.start, place.span.end
    found = IN_FULL.finditer(place.marked.text)
    return any(
        start < match.end() and match.start() < end and not start <= match.start() < match.end() <= end
        for match in found
    )


def halves_a_pair(place: Place) -> bool:
    """A term without its twin: 天津责任|与担当, 文化自信|自强."""
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or place.span.first == last or last + 1 == len(tokens):
        return False
    closes, after, *further = [token.text for token in tokens[last : last + 4]]
    if after in ("与", "和") and further and len(further[0]) == len(closes) == 2:
        return last + 3 == len(tokens) or place.marked.punctuation[last + 3]
    return len(after) == len(closes) == 2 and after[0] == closes[0]


def frames_what_stands_before(place: Place) -> bool:
    """What X is in 以X为突破口: the writer of a question asks for X."""
    return place.answer in FRAMES and place.marked.text[place.span.start - 1 : place.span.start] == "为"


def takes_the_head_of_a_list(place: Place) -> bool:
    """The last member with the head of them all: 和平、发展、合作、|共赢旗帜|."""
    marked, first = place.marked, place.span.first
    segment = marked.segment[first]
    member, count = marked.runs[segment]
    opens = marked.bounds[segment][0] == first or marked.tokens[first - 1].text in ("和", "与", "以及")
    if place.enclosed or member < 2 or member + 1 < count or not opens:
        return False
    earlier = [marked.text[slice(*marked.stretches[at])] for at in range(segment - member + 1, segment)]
    short = all(len(text) == SHORT_MEMBER for text in earlier)
    return short and len(place.answer) >= SHORT_MEMBER + 2


def sums_up_a_list(place: Place) -> bool:
    """The last member of a list with what counts them all: 交易、对接、活动、|融资四类平台|."""
    return not place.enclosed and bool(SUM.search(place.answer))


def takes_the_verb_of_a_preposition(place: Place) -> bool:
    """A noun that a preposition governs with the verb behind both: 向困难的|地区倾斜."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if place.enclosed or first == last or tokens[last].tag != "v" or tokens[first].tag[:1] != "n":
        return False
    for at in range(first - 1, -1, -1):
        token = tokens[at]
        if place.marked.clause[at] != place.marked.clause[first] or token.tag == "v":
            return False
        if token.tag == "p":
            return True
    return False


def is_a_clause(place: Place) -> bool:
    """A long stretch with a subject, a verb and an object, or with an adverb before what it says; a short one with a
    word of degree (水平明显提高) or the direction that something takes (提高效益方向转变)."""
    if place.enclosed:
        return False
    if BY_DEGREES.search(place.answer):
        return True
    if len(place.answer) < CLAUSE:
        return False
    tags = [token.tag for token in place.marked.tokens[place.span.first : place.span.last + 1]]
    return (tags[0][:1] == "n" and "v" in tags[1:-1]) or "d" in tags[1:]


def qualifies_what_follows(place: Place) -> bool:
    """Ends on a word that qualifies the next one: 文物系统性|保护."""
    tokens, after = place.marked.tokens, place.span.last + 1
    if place.enclosed or place.span.first == place.span.last or not place.answer.endswith(QUALIFIERS):
        return False
    if after >= len(tokens) or len(tokens[after - 1].text) < 3:  # 文化, 阶级
        return False
    return tokens[after].tag[:1] in "nvb" and not place.marked.punctuation[after]


def cuts_a_quotation(place: Place) -> bool:
    """A piece of a short quotation or of a title; members of a list inside a long quotation may be asked."""
    start, end = place.span.start, place.span.end
    for opening, closing in place.marked.titles:
        if opening <= start and end <= closing and (opening, closing) != (start, end):
            return True
    for opening, closing in place.marked.quotes:
        inside = opening <= start and end <= closing and (opening, closing) != (start, end)
        if inside and closing - opening <= MAX_LENGTH and "、" not in place.marked.text[opening:closing]:
            return True
    return False


def _inside_figure(text: str, edge: int) -> bool:
    """Whether the digits of one figure (1,000 or 3.5 or 2:1) stand on both sides of an edge."""
    before, after = text[max(edge - 2, 0) : edge], text[edge : edge + 2]
    return bool(re.search(r"\d[.,：:]?$", before) and re.match(r"[.,：:]?\d", after))


def cuts_a_figure(place: Place) -> bool:
    """A number without its unit, a unit without its number, a piece of a date."""
    text, start, end = place.marked.text, place.span.start, place.span.end
    if _inside_figure(text, start) or _inside_figure(text, end):
        return True
    if text[start - 1 : start].isdigit() and UNIT_AHEAD.match(text[start]):
        return True
    inside = place.marked.tokens[place.span.first + 1 : place.span.last + 1]
    if not place.enclosed and any(token.tag == "m" and token.text[:1].isdigit() for token in inside):
        return True  # 全国23.9%: what the figure is of must stay in the stem
    date = (text[end - 1] in "年月" and text[end : end + 1].isdigit()) or (
        text[start - 1 : start] in ("年", "月") and text[start].isdigit()
    )
    if date or (text[end - 1].isdigit() and "\u4e00" <= text[end : end + 1] <= "\u9fff"):
        return True
    if text[end : end + 1] in ("/", "／"):  # 29微克/立方米
        return True
    if DIGIT.match(text[end - 1]) and (UNIT_AHEAD.match(text[end : end + 1]) or text[end : end + 1] in "0123456789.%"):
        return place.marked.tokens[place.span.last].tag[:1] == "m"
    before = place.marked.tokens[place.span.first - 1] if place.span.first else None
    return before is not None and before.tag[:1] == "m" and place.marked.tokens[place.span.first].tag[:1] in "qm"


def blotted_out(place: Place) -> bool:
    """A censored figure, or the unit right behind one."""
    around = place.marked.text[max(place.span.start - 2, 0) : place.span.end + 2]
    return "××" in around


def visible_elsewhere(place: Place) -> bool:
    """The answer can be read in the rest of the stem, in the lead or in the title."""
    text = place.marked.text
    rest = text[: place.span.start] + "\n" + text[place.span.end :]
    return place.answer in rest or place.answer in place.visible


def nearly_visible(place: Place) -> bool:
    """All of the answer but words of any report can be read in the rest of the stem or in the lead: 自主创新|能力."""
    answer, text = place.answer, place.marked.text
    rest = f"{text[: place.span.start]}\n{text[place.span.end :]}\n{place.visible}"
    edges = range(LEAST_PIECE, len(answer))
    opens = any(answer[:at] in rest and answer[at:] in idle_words() for at in edges)
    return opens or any(answer[-at:] in rest and answer[:-at] in idle_words() for at in edges)


RULES: dict[str, Callable[[Place], bool]] = {
    "wrong length": wrong_length,
    "hollow": hollow,
    "opens on a hollow verb": opens_on_a_hollow_verb,
    "function word at edge": function_word_at_edge,
    "joins two things": joins_two_things,
    "cuts a word": cuts_a_word,
    "straddled": straddled,
    "parts a verb from its object": parts_a_verb_from_its_object,
    "cuts an idiom": cuts_an_idiom,
    "halves a pair": halves_a_pair,
    "frames what stands before": frames_what_stands_before,
    "takes the head of a list": takes_the_head_of_a_list,
    "sums up a list": sums_up_a_list,
    "takes the verb of a preposition": takes_the_verb_of_a_preposition,
    "is a clause": is_a_clause,
    "qualifies what follows": qualifies_what_follows,
    "cuts a quotation": cuts_a_quotation,
    "cuts a figure": cuts_a_figure,
    "blotted out": blotted_out,
    "visible elsewhere": visible_elsewhere,
    "nearly visible": nearly_visible,
}


def broken_rule(place: Place) -> str | None:
    """The name of the first rule that forbids the blank, None when it may be asked."""
    return next((name for name, breaks in RULES.items() if breaks(place)), None)
