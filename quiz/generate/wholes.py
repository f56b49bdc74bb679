"""The parts of the rules that look at a whole blank: its length, its words, what stands round it."""

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from quiz.generate import edges
from quiz.generate.candidates import PUNCTUATION, Marked, Span
from quiz.generate.edges import hollow_words
from quiz.language.words import Token, tag

MIN_LENGTH, MAX_LENGTH = 2, 12
MAX_TITLE = 18
EVERYDAY = Path(__file__).with_name("everyday.txt")
HOLLOW_OPENINGS = ("一批", "一支", "一个", "几")
MARKER = re.compile(r"[一二三四五六七八九十]{1,3}(?:是|要|靠|看|抓)")
SUM = re.compile(r"..[两二三四五六七八九十]{1,2}(?:类|大|项|个|种)")
CLAUSE = 8  # characters
VERBS, NOMINAL = frozenset({"v", "vn"}), frozenset({"n", "nz", "vn", "b"})
# Words that close many a term and are none.
GENERAL = frozenset({
    "体系", "建设", "体制", "机制", "制度", "人员", "指导", "意见", "调整", "补偿", "综合", "改革", "试点", "应用",
    "功能", "工作", "管理",
})  # fmt: skip
PUT, WHEN = ("放在", "摆在", "放到", "落到"), ("时", "期间", "之后", "以来")
IN_FULL = re.compile(r"应(.{1,2})尽\1")  # 应享尽享, which no dictionary lists in all its forms
SHORT_MEMBER = 2  # characters; members of more may well differ in length (长三角、粤港澳大湾区)
LEAST_PIECE = 4  # characters of an answer that tell it
FRAMES = frozenset({
    "突破口", "重点", "导向", "核心", "引领", "主体", "基础", "主线", "抓手", "目标", "中心", "根本", "关键", "先导",
    "支撑", "牵引", "主题", "动力", "载体", "切入点", "着力点", "出发点", "落脚点",
})  # fmt: skip
BY_DEGREES = re.compile("..(?:明显|显著|大幅|不断|稳步|日益|更加|逐步)..|..方向(?:转变|发展|前进|迈进)$")


@dataclass(slots=True)
class Place:
    """A candidate in its sentence, and what else the learner reads beside it: the lead and the title.

    `enclosed` says that it is exactly the inside of a quotation or a title.
    """

    marked: Marked
    span: Span
    visible: str
    answer: str = field(init=False)
    enclosed: bool = field(init=False)

    def __post_init__(self) -> None:
        bounds = (self.span.start, self.span.end)
        self.answer = self.marked.text[slice(*bounds)]
        self.enclosed = bounds in self.marked.quotes or bounds in self.marked.titles


def wrong_length(place: Place) -> bool:
    """Shorter than a word or longer than one remembers; a title or a figure may be longer or shorter."""
    length = len(place.answer)
    if length < MIN_LENGTH:
        return not place.answer.isdigit()
    return length > (MAX_TITLE if place.enclosed else MAX_LENGTH)


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
    if place.enclosed:
        return False
    if len(answer) == 4 and answer[:2] in hollow_words() and answer[2:] in idle_words():  # 不断加强
        return True
    tokens, first = place.marked.tokens, place.span.first
    if tokens[first].text not in hollow_words():
        return False
    return all(token.text in idle_words() for token in tokens[first : place.span.last + 1])


def joins_its_parts(place: Place) -> bool:
    """A long stretch with 的 inside."""
    if place.enclosed or len(place.answer) <= CLAUSE:
        return False
    inside = place.marked.tokens[place.span.first + 1 : place.span.last]
    return any(token.tag[:1] == "u" for token in inside)


def opens_on_scrap(place: Place) -> bool:
    """A quotation of several words that opens inside one."""
    several = place.span.last > place.span.first
    return place.enclosed and several and edges.opens_on_scrap(place.marked, place.span.first)


def parts_a_verb_from_its_object(place: Place) -> bool:
    """Opens on a verb whose object goes on behind 的, or ends on the adjective of its object, or with its subject
    qualifies what follows 的 (党章赋予的)."""
    tokens, last = place.marked.tokens, place.span.last
    if place.enclosed or last + 1 == len(tokens):
        return False
    if _ends_inside_its_object(place):
        return True
    after, opens, closes = tokens[last + 1].text, tokens[place.span.first].tag[:1], tokens[last].tag
    if after == "的":
        return opens == "v" or (opens == "n" and closes == "v" and last > place.span.first)
    return opens == "v" and closes[:1] == "a" and not PUNCTUATION.match(after)


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


def cuts_a_compound(place: Place) -> bool:
    """A verb before the verb that it goes with (机构辐射|作用, 推广|应用), or the general words that close a longer one
    (农业防控|体系建设)."""
    tokens, punctuation, first, last = place.marked.tokens, place.marked.punctuation, place.span.first, place.span.last
    if place.enclosed:
        return False
    if last > first and last + 1 < len(tokens) and tokens[last].tag in VERBS and tokens[last + 1].tag in VERBS:
        two_verbs = last == first + 1 and tokens[first].tag in VERBS  # 辐射带动
        ends = last + 2 == len(tokens) or punctuation[last + 2]
        return ends and not two_verbs and tokens[last + 1].text not in ("发展", "要求")
    if not first or punctuation[first - 1] or (last + 1 < len(tokens) and not punctuation[last + 1]):
        return False
    belongs = tokens[first - 1].tag in NOMINAL and len(tokens[first - 1].text) > 1
    return belongs and all(token.text in GENERAL for token in tokens[first : last + 1])


def takes_the_verb_of_a_list(place: Place) -> bool:
    """A verb with but the first of its objects (维护村民委员会|、农村集体), or one of two verbs with the object of both
    (保障和|改善民生|)."""
    tokens, punctuation, first, last = place.marked.tokens, place.marked.punctuation, place.span.first, place.span.last
    verb = any(token.tag == "v" for token in tokens[first : first + 2])  # 坚决维护国家主权
    if place.enclosed or first == last or not verb or tokens[last].tag[:1] != "n":
        return False
    if last + 1 < len(tokens) and not punctuation[last + 1]:
        return False
    member, count = place.marked.runs[place.marked.segment[first]]
    if member == 0 and count > 1 and tokens[last + 1].text == "、":
        return tokens[last + 2].tag[:1] == "n" if last + 2 < len(tokens) else False
    return first > 1 and tokens[first - 1].text in ("和", "与", "并") and tokens[first - 2].tag == "v"


def stands_in_a_place(place: Place) -> bool:
    """With the word that says where it stands (放在乡村) or when (二十大时)."""
    return not place.enclosed and (place.answer.startswith(PUT) or place.answer.endswith(WHEN))


def sums_up_a_list(place: Place) -> bool:
    """The last member of a list with what counts them all: 交易、对接、活动、|融资四类平台|."""
    return not place.enclosed and bool(SUM.search(place.answer))


def takes_the_verb_of_a_preposition(place: Place) -> bool:
    """A noun that a preposition governs with the verb behind both: 向困难的|地区倾斜."""
    tokens, first, last = place.marked.tokens, place.span.first, place.span.last
    if tokens[last].tag != "v" or tokens[first].tag[:1] != "n" or place.enclosed or first == last:
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


def opens_on_the_unit_of_a_numeral(place: Place) -> bool:
    """A unit or numeral right behind a numeral, unless the blank ends on a numeral that goes on."""
    first = place.span.first
    if not first or place.marked.tokens[first].tag[:1] not in "qm":
        return False
    return place.marked.tokens[first - 1].tag[:1] == "m" and not edges.counts_on(place.marked.text, place.span.end)


def blotted_out(place: Place) -> bool:
    """A censored figure, or the unit right behind one."""
    around = place.marked.text[max(place.span.start - 2, 0) : place.span.end + 2]
    return "××" in around


def visible_elsewhere(place: Place) -> bool:
    """The answer can be read in the rest of the stem, in the lead or in the title."""
    text, answer = place.marked.text, place.answer
    if text.find(answer, 0, place.span.start) >= 0 or text.find(answer, place.span.end) >= 0:
        return True
    return answer in place.visible


def nearly_visible(place: Place) -> bool:
    """All of the answer but words of any report can be read in the rest of the stem or in the lead: 自主创新|能力."""
    answer, text = place.answer, place.marked.text
    rest = f"{text[: place.span.start]}\n{text[place.span.end :]}\n{place.visible}"
    edges = range(LEAST_PIECE, len(answer))
    opens = any(answer[:at] in rest and answer[at:] in idle_words() for at in edges)
    return opens or any(answer[-at:] in rest and answer[:-at] in idle_words() for at in edges)
