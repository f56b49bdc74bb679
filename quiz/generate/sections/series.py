"""What a report lists in an order of its own: 一是…二是…, headings beside one another, paragraphs that open alike."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Literal, TypeAlias
from unicodedata import normalize

from quiz.generate.leads import LEANS
from quiz.generate.sections.clauses import DANGLING, announcement, lead_clause
from quiz.generate.sections.wording import demands
from quiz.language.numbers import canonical_numbers
from quiz.model import Report, Section, Sentence

MIN_LEAD, MAX_LEAD = 5, 32  # of a paragraph's opening sentence that sums it up
MIN_SENTENCES = 3  # under a heading without a number
NUMERAL = re.compile(r"[一二三四五六七八九十]+|\d+")

Kind: TypeAlias = Literal["marked", "headings", "paragraphs"]


@dataclass(frozen=True, slots=True)
class Point:
    """One member: its lead clause without its mark, and the running number (from 1) and page of its sentence."""

    text: str
    number: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Points that stand beside one another in a section (numbered from 0), in the report's order.

    `heading` and `path` are those of the section, `intro` is the clause that announces the points or empty, `alone`
    says that the heading stands for them: they are all that the section holds but for a paragraph.
    """

    kind: Kind
    section: int
    heading: str
    path: tuple[str, ...]
    intro: str
    points: tuple[Point, ...]
    alone: bool

    @property
    def frame(self) -> str:
        """What all points share at their two ends (中国式现代化是……的现代化), empty when it is next to nothing."""
        texts = [point.text for point in self.points]
        opening, ending = _shared(texts), _shared([text[::-1] for text in texts])[::-1]
        ends_well = opening[-1:] not in "，、" and all(text[len(opening)] not in "，、" for text in texts)
        return f"{opening}……{ending}" if len(opening) >= 2 and len(opening + ending) >= 4 and ends_well else ""


def _shared(texts: Sequence[str]) -> str:
    first, last = min(texts), max(texts)
    differ = (at for at, pair in enumerate(zip(first, last, strict=False)) if pair[0] != pair[1])
    return first[: next(differ, min(len(first), len(last)))]


def find_series(report: Report) -> list[Series]:
    """Every series of two points or more, in reading order."""
    found: list[Series] = []
    number = 0
    numbers = []  # of each section's first sentence
    for section in report.sections:
        number += bool(section.heading)
        numbers.append(number + 1)
        number += len(section.sentences)
    found += _headings(report, numbers, -1)
    for at, section in enumerate(report.sections):
        below = list(_headings(report, numbers, at))
        lists = [*_marked(section, numbers[at]), *_paragraphs(section, numbers[at])]
        found += below
        for kind, first, points in sorted(lists, key=lambda entry: entry[1]):
            intro = announcement(section.sentences[first - 1].text, len(points)) if first else ""
            last = points[-1].number - numbers[at]
            alone = len(lists) == 1 and not below and _fills(section, first, last)
            found.append(Series(kind, at, section.heading, section.path, intro, tuple(points), alone))
    return [series for series in found if len(series.points) > 1]


def _fills(section: Section, first: int, last: int) -> bool:
    """Whether the members are the section but for one paragraph, which may say what it is about."""
    paragraphs = [sentence.paragraph for sentence in section.sentences]
    outside = [paragraph for paragraph in paragraphs if not paragraphs[first] <= paragraph <= paragraphs[last]]
    return len(set(outside)) <= 1


def _headings(report: Report, numbers: Sequence[int], parent: int) -> Iterator[Series]:
    """The headings right below a section; below the report itself when `parent` is -1."""
    sections = report.sections
    level = sections[parent].level if parent >= 0 else 0
    if parent >= 0 and not level:
        return
    below = []
    for at in range(parent + 1, len(sections)):
        if 0 < sections[at].level <= level:
            break
        if sections[at].heading:
            below.append(at)
    top = min((sections[at].level for at in below), default=0)
    children = [at for at in below if sections[at].level == top]
    if not children or not _counts([sections[at].number for at in children]) or _thin(sections, children):
        return
    before = sections[parent].sentences if parent >= 0 else ()
    intro = announcement(before[-1].text, len(children)) if before else ""
    points = tuple(Point(sections[at].heading, numbers[at] - 1) for at in children)
    heading, path = (sections[parent].heading, sections[parent].path) if parent >= 0 else ("", ())
    yield Series("headings", max(parent, 0), heading, path, intro, points, True)


def _thin(sections: Sequence[Section], children: Sequence[int]) -> bool:
    """Whether headings without numbers have hardly a text below: captions of a page, not parts of a report."""
    bare = [at for at in children if not sections[at].number]
    under = (sum(len(section.sentences) for section in sections[at : at + 2]) for at in bare)
    return sum(count < MIN_SENTENCES for count in under) * 2 > len(children)


def _counts(marks: Sequence[str]) -> bool:
    """Whether numbers run on one by one (一, 二, 三), or there are none."""
    values = [canonical_numbers(normalize("NFKC", mark)) for mark in marks]  # ② as 2
    if not any(values):
        return True
    return all(value.isdecimal() for value in values) and all(int(b) - int(a) == 1 for a, b in pairwise(values))


def _marked(section: Section, number: int) -> Iterator[tuple[Kind, int, list[Point]]]:
    """Series of members with marks that count from one; (kind, place of the first sentence, points)."""
    running: dict[str, tuple[int, list[Point]]] = {}
    for at, sentence in enumerate(section.sentences):
        if not (numeral := NUMERAL.search(sentence.marker)):
            continue
        style = sentence.marker.replace(numeral[0], "")
        value = int(canonical_numbers(numeral[0]))
        point = Point(lead_clause(sentence.text, sentence.marker), number + at, sentence.page)
        if value == 1:
            if style in running:
                yield ("marked", *running.pop(style))
            running[style] = (at, [point])
        elif style in running and len(running[style][1]) == value - 1:
            running[style][1].append(point)
        elif style in running:
            yield ("marked", *running.pop(style))
    for place, points in running.values():
        yield "marked", place, points


def _paragraphs(section: Section, number: int) -> Iterator[tuple[Kind, int, list[Point]]]:
    """Runs of three or more paragraphs that each open with a short sentence of the same build."""
    run: list[tuple[int, Sentence]] = []
    for _paragraph, group in groupby(enumerate(section.sentences), key=lambda pair: pair[1].paragraph):
        members = list(group)
        if _sums_up(members[0][1]) and len(members) > 1:
            run.append(members[0])
            continue
        yield from _parallel(run, number)
        run = []
    yield from _parallel(run, number)


def _sums_up(sentence: Sentence) -> bool:
    text = sentence.text
    whole = MIN_LEAD <= len(text) <= MAX_LEAD and text.endswith("。") and not sentence.marker
    return whole and not (DANGLING.match(text) or LEANS.match(text) or re.search(r"\d|：", text))


def _parallel(run: list[tuple[int, Sentence]], number: int) -> Iterator[tuple[Kind, int, list[Point]]]:
    groups = [list(group) for _opening, group in groupby(run, key=lambda pair: pair[1].text[:2])]
    framed = [group for group in groups if len(group) >= 3]
    for members in framed or [run]:
        if len(members) >= 3 and _same_build(sentence.text for _at, sentence in members):
            points = [Point(sentence.text.rstrip("。"), number + at, sentence.page) for at, sentence in members]
            yield "paragraphs", members[0][0], points


def _same_build(texts: Iterable[str]) -> bool:
    """All say what to do, or none does; all in one clause, or none."""
    return len({(demands(text), "，" in text) for text in texts}) == 1
