"""The parts of the rules that look at a whole blank: its length, its words, what stands round it."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from quiz.generate.rules import edges, figures
from quiz.generate.rules.place import Place
from quiz.generate.rules.words import hollow_words

MIN_LENGTH, MAX_LENGTH = 2, 12
MAX_TITLE = 18
EVERYDAY = Path(__file__).with_name("everyday.txt")
HOLLOW_OPENINGS = ("一批", "一支", "一个", "几", "新一轮", "第一轮", "第二轮", "一场", "一次", "诸如")
MARKER = re.compile(r"[一二三四五六七八九十]{1,3}(?:是|要|靠|看|抓)")
POINTS = re.compile(r"(?:以下)?[一二三四五六七八九十两几]{1,2}(?:项(?:工作|任务|举措)|个?方面(?:工作)?|点)")
NUMBERS_A_POINT = re.compile(r"[（(][0-9]+[）)]|^[0-9]+[．、.)）](?![0-9])")
SESSION = re.compile("第[一二三四五六七八九十0-9]+[届轮次批].")
ORDINAL = re.compile("第?[一二三四五六七八九十]{1,3}")  # 第一，……
PUT, WHEN = ("放在", "摆在", "放到", "落到"), ("时", "期间", "之后", "以来")
IN_FULL = re.compile(r"应(.{1,2})尽\1")  # 应享尽享, which no dictionary lists in all its forms
LONG_FIGURE = 5  # characters
LEAST_PIECE = 4  # characters of an answer that tell it
BRANCHES = ("中心", "研究院", "医院", "峰会")
OFFICES = ("委员", "成员", "书记", "主任", "部长", "主席", "总理", "秘书长", "局长", "厅长", "处长", "省长", "市长")
IN_BRACKETS = re.compile("[\u4e00-\u9fff][（(][\u4e00-\u9fff]{1,4}[）)]$")
BRACKETED = re.compile("[（(][\u4e00-\u9fff]{1,4}[）)][\u4e00-\u9fff]")
FRAMES = frozenset({
    "突破口", "重点", "导向", "核心", "引领", "主体", "基础", "主线", "抓手", "目标", "中心", "根本", "关键", "先导",
    "支撑", "牵引", "主题", "动力", "载体", "切入点", "着力点", "出发点", "落脚点",
})  # fmt: skip


def wrong_length(place: Place) -> bool:
    """Shorter than a word or longer than one remembers; a title or a figure may be longer or shorter."""
    length = len(place.answer)
    if length < MIN_LENGTH:
        return not place.answer.isdigit()
    return length > (MAX_TITLE if place.enclosed else MAX_LENGTH)


@cache
def everyday_words() -> frozenset[str]:
    """Words that stand in most reports, so that asking for one asks for nothing in particular.

    Those of two characters by counts over 23 public reports of 1956 to 2026 (in at least 62 % of them), longer ones by
    what readers objected to.
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
    if (place.span.start == 0 and ORDINAL.fullmatch(answer)) or _numbers_a_point(place) or POINTS.fullmatch(answer):
        return True
    if place.enclosed:
        return False
    if SESSION.match(answer):
        return True
    if len(answer) == 4 and answer[:2] in hollow_words() and answer[2:] in idle_words():  # 不断加强
        return True
    tokens, first = place.marked.tokens, place.span.first
    if tokens[first].text not in hollow_words():
        return False
    return all(token.text in idle_words() for token in tokens[first : place.span.last + 1])


def _numbers_a_point(place: Place) -> bool:
    """The 3 of （3） or of 3．"""
    return place.answer.isdigit() and NUMBERS_A_POINT.match(place.marked.text, max(place.span.start - 1, 0)) is not None


def opens_on_scrap(place: Place) -> bool:
    """A quotation of several words that opens inside one."""
    several = place.span.last > place.span.first
    return place.enclosed and several and edges.opens_on_scrap(place.marked, place.span.first)


def cuts_an_idiom(place: Place) -> bool:
    """A piece of 应享尽享."""
    start, end = place.span.start, place.span.end
    found = IN_FULL.finditer(place.marked.text)
    return any(
        start < match.end() and match.start() < end and not start <= match.start() < match.end() <= end
        for match in found
    )


def frames_what_stands_before(place: Place) -> bool:
    """What X is in 以X为突破口 or 把着力点放在X: the writer of a question asks for X."""
    before = place.marked.text[: place.span.start]
    if before.endswith("以") and place.answer.rpartition("为")[2] in FRAMES:  # 以|改革为主线
        return True
    return place.answer in FRAMES and before.endswith(("为", "把", "将"))


def stands_in_a_place(place: Place) -> bool:
    """With the word that says where it stands (放在乡村) or when (二十大时)."""
    return not place.enclosed and (place.answer.startswith(PUT) or place.answer.endswith(WHEN))


def cuts_a_quotation(place: Place) -> bool:
    """A piece of a short quotation or of a title; members of a list inside a long quotation may be asked."""
    return cuts_a_title(place) or any(
        closing - opening <= MAX_LENGTH and "、" not in place.marked.text[opening:closing]
        for opening, closing in _cut(place, place.marked.quotes)
    )


def cuts_a_title(place: Place) -> bool:
    """A piece of a title, also one that is a wording of the field: 《|法治社会|建设实施纲要》."""
    return bool(_cut(place, place.marked.titles))


def _cut(place: Place, enclosures: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The enclosures that the blank is a piece of."""
    bounds = place.span.start, place.span.end
    return [each for each in enclosures if each[0] <= bounds[0] and bounds[1] <= each[1] and each != bounds]


def opens_on_the_unit_of_a_numeral(place: Place) -> bool:
    """A unit or numeral right behind a numeral, unless the blank ends on a numeral that goes on."""
    first = place.span.first
    if not first or place.marked.tokens[first].tag[:1] not in "qm":
        return False
    return place.marked.tokens[first - 1].tag[:1] == "m" and not figures.counts_on(place.marked.text, place.span.end)


def counts_more_than_it_names(place: Place) -> bool:
    """A figure with what it counts and more (6000万农村人口供水, 5%安排)."""
    tokens = place.marked.tokens[place.span.first : place.span.last + 1]
    if place.enclosed or not place.answer[0].isdigit():
        return False
    several = len(place.answer) > LONG_FIGURE and sum(token.tag[:1] in "nv" for token in tokens) > 1
    return several or tokens[-1].tag == "v"


def cuts_a_name(place: Place) -> bool:
    """A branch without what it is of (华西医院|西藏医院), the first of two offices of one person, or a name whose rest
    stands behind or before a bracket (中欧|（亚）班列, 成（绵）|南达万经济带)."""
    tokens, first, text, end = place.marked.tokens, place.span.first, place.marked.text, place.span.end
    if place.enclosed:
        return False
    start = place.span.start
    if BRACKETED.match(text, end) or IN_BRACKETS.search(text, max(start - 7, 0), start):
        return True
    if place.answer.endswith(OFFICES) and text.startswith("、", end):
        return True
    named = first > 0 and tokens[first - 1].tag[:1] == "n" and tokens[first].tag == "ns"
    return named and place.span.last > first and place.answer.endswith(BRANCHES)


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
