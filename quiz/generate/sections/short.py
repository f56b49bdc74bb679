"""Short-answer questions: what a heading or an announcement (以下五项工作) covers, point by point."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from quiz.generate.cloze import short_id
from quiz.generate.leads import named
from quiz.generate.sections.clauses import shortened, similarity
from quiz.generate.sections.series import Point, Series, find_series
from quiz.generate.sections.wording import VERBS, demands, label_of, nested, noun_of, spoken
from quiz.generate.source import Source
from quiz.model import Provenance, Report, Short

LEAST, MOST = 3, 8
MIN_POINT, MAX_POINT = 4, 40
COVERED = 0.6  # of a point's pairs of characters that the task may hold
SAME_POINT = 0.7
LONG_FIGURE = re.compile(r"[\d,]{6,}")  # 8,544,082,000: nobody recalls it
PAST = re.compile("回顾|总结|成就|成绩|成效|过去|决算|工作情况|完成情况")
# 今年的主要预期目标是：甲；乙；丙。
LISTED = re.compile(r"^(?P<stem>[^：；。]{8,80})：(?P<list>[^：]+；[^：]+)。$")
SPOKEN = re.compile("(?:强调|指出|要求|提出|认为|表示|写道|说|如下)$")
MAX_STEM = 44
MAX_LABEL = 6  # a heading that says only what stands under it (基本原则)


@dataclass(frozen=True, slots=True)
class Task:
    """A task with its points; `first` is the sentence or heading the first one comes from."""

    section: int
    path: tuple[str, ...]
    text: str
    points: tuple[str, ...]
    first: Point


def shorts(report: Report, sources: Sequence[Source], _seed: int) -> list[tuple[int, Short]]:
    """The short-answer questions of a report, each with the number of its section, in reading order.

    `provenance` names the place of the first point and quotes it. There is nothing to choose, so no seed is used.
    """
    return [(task.section, _question(task)) for task in find_tasks(report, sources)]


def find_tasks(report: Report, sources: Sequence[Source]) -> list[Task]:
    """What a report says point by point, each with the question for it, in reading order."""
    document = named(report)
    tasks = [*_series_tasks(find_series(report), document), *_listed_tasks(sources, document)]
    return list(_unlike(sorted(tasks, key=lambda task: task.first.number)))


def _question(task: Task) -> Short:
    question_id = short_id("s", "\0".join(["short", *task.points]))
    provenance = Provenance(task.path, task.first.number, task.first.text, task.first.page)
    return Short(question_id, task.text, provenance=provenance, why=("points",), points=task.points)


def _unlike(tasks: Iterable[Task]) -> Iterator[Task]:
    """Those whose points are not given away by the task, told apart, and not asked before."""
    asked: set[str] = set()
    for task in tasks:
        points = task.points
        given = any(_covered(point, task.text) for point in points)
        same = any(similarity(a, b) >= SAME_POINT for a, b in pairwise(sorted(points)))
        labels = max(map(len, points), default=0) <= MIN_POINT  # 指导思想, 目标任务
        if LEAST <= len(points) <= MOST and not labels and not given and not same and not asked.intersection(points):
            asked.update(points)
            yield task


def _covered(point: str, task: str) -> bool:
    pairs = set(pairwise(point))
    return point in task or len(pairs & set(pairwise(task))) >= COVERED * len(pairs)


def _series_tasks(found: Iterable[Series], document: str) -> Iterator[Task]:
    for series in found:
        points = tuple(_point(point.text) for point in series.points)
        text = _text(series, document)
        if text and all(points):
            yield Task(series.section, series.path, text, points, series.points[0])


def _point(text: str) -> str:
    """The point as the learner is to know it, empty when it is too long to be one or only the first of several."""
    point = shortened(text, MAX_POINT)
    rest = text[len(point) :].lstrip("，")
    partial = rest and rest[:2] == point[:2]
    return "" if len(point) < MIN_POINT or partial or LONG_FIGURE.search(point) else point


def _text(series: Series, document: str) -> str:
    """The task, empty when nothing names what the points are."""
    heading = nested(series.heading)
    if series.intro:
        return _announced(series.intro, document)
    if series.frame and not series.alone and heading:
        count = f"{spoken(len(series.points))}个“{nested(series.frame)}”"
        return f"{document}在“{heading}”部分接连讲了{count}，分别是什么？"
    if not series.alone:
        return ""
    if not heading:
        dated = any(re.search(r"\d", point.text) for point in series.points)
        return "" if dated else f"这份{document}分为哪几个部分？"
    return _about(series, heading, document)


def _announced(intro: str, document: str) -> str:
    noun = noun_of(intro.rstrip("…"))
    return f"{document}讲到“{nested(intro)}”，具体有哪{'些' + noun if noun else '几点'}？"


def _about(series: Series, heading: str, document: str) -> str:
    """What is asked of a heading: its own noun, a review, demands, or plain points."""
    noun = label_of(series.heading)
    if noun and len(heading) <= MAX_LABEL and len(series.path) > 1:
        return f"围绕“{nested(series.path[-2])}”，{document}{VERBS.get(noun, '提出')}了哪些{heading}？"
    if noun:
        return f"围绕“{heading}”，{document}{VERBS.get(noun, '提出')}了哪些{noun}？"
    if any(PAST.search(step) for step in series.path):
        return f"围绕“{heading}”，{document}从哪些方面作了总结？"
    return f"围绕“{heading}”，{document}{'提出了哪些要求' if demands(series.heading) else '讲了哪些要点'}？"


def _listed_tasks(sources: Iterable[Source], document: str) -> Iterator[Task]:
    """What one sentence lists behind a colon, its members parted by ；."""
    for source in sources:
        match = LISTED.match(source.text)
        if not match or SPOKEN.search(match["stem"]) or source.lead:
            continue
        stem = "，".join(_last_clauses(match["stem"].split("，")))
        points = tuple(_member(re.sub("，?等等?$", "", part.strip("，。 "))) for part in match["list"].split("；"))
        if stem and len(points) >= LEAST and all(points):
            first = Point(source.text, source.number, source.page)
            yield Task(source.section, source.path, _announced(f"{stem}……", document), points, first)


def _member(text: str) -> str:
    """As many of a member's clauses as a point holds."""
    clauses = text.split("，")
    while len(clauses) > 1 and len("，".join(clauses)) > MAX_POINT:
        clauses.pop()
    return _point("，".join(clauses))


def _last_clauses(clauses: list[str]) -> list[str]:
    """As many of the last clauses as one task holds, none when the last says too little."""
    kept = [clauses.pop()]
    while clauses and len(clauses[-1]) + sum(map(len, kept)) < MAX_STEM:
        kept.insert(0, clauses.pop())
    return kept if 8 <= sum(map(len, kept)) <= MAX_STEM else []
