"""Choice questions about a heading: which of these points does the report list under it, and which under another."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quiz.generate.cloze import question_id
from quiz.generate.options.choice import drawn
from quiz.generate.sections.clauses import alike, similarity
from quiz.generate.sections.short import Task, find_tasks
from quiz.generate.sections.wording import demands
from quiz.generate.source import Source
from quiz.model import Choice, Provenance, Report

# 围绕“甲”，报告提出了哪些要求？ A review (从哪些方面作了总结) names no noun to choose among.
ASKED = re.compile(
    "围绕(?P<heading>“.+”)，(?P<document>报告|讲话|《[^《》]+》)(?P<verb>[^“”，]{1,4})了哪些(?P<noun>[^“”，]+)？"
)
SINGLE, SEVERAL = 4, 5  # options
MOST_RIGHT = 3
PLAIN = "要求 要点"  # what points are called that their heading has no name for
ALIKE = 0.35
LENGTHS = 1.8  # times as long as the shortest option may the longest be


def singles(report: Report, sources: Sequence[Source], seed: int) -> list[tuple[int, Choice]]:
    """One point of a heading among three of others, each question with the number of its section, in reading order.

    Of headings asked with several right options (`multiples`) there is none; the heading itself decides which it is.
    """
    return [found for found in _questions(report, sources, seed) if len(found[1].key) == 1]


def multiples(report: Report, sources: Sequence[Source], seed: int) -> list[tuple[int, Choice]]:
    """Two or three points of a heading among those of others."""
    return [found for found in _questions(report, sources, seed) if len(found[1].key) > 1]


def _questions(report: Report, sources: Sequence[Source], seed: int) -> Iterator[tuple[int, Choice]]:
    tasks = [task for task in find_tasks(report, sources) if ASKED.fullmatch(task.text)]
    for task in tasks:
        lot = drawn(seed, "\0".join(task.points))
        right = 1 if lot % 2 else min(MOST_RIGHT, len(task.points) - 1)
        own = _own(task, right, lot)
        others = _others(task, own, tasks, report)[: (SINGLE if right == 1 else SEVERAL) - right]
        options = sorted((*own, *others), key=lambda option: drawn(lot, option))
        if len(options) >= SINGLE and not _given_away(task.text, own, others):
            yield task.section, _question(task, options, own)


def _question(task: Task, options: Sequence[str], own: Sequence[str]) -> Choice:
    kind = "choice" if len(own) == 1 else "multiple"
    key = tuple(place for place, option in enumerate(options) if option in own)
    provenance = Provenance(task.path, task.first.number, task.first.text, task.first.page)
    text = _text(task, kind)
    # Of what is right alone, so that another point elsewhere in the report does not make another question.
    made = question_id(kind, "\0".join([text, *own]), ())
    return Choice(
        made, text, (), tuple(options), key, provenance=provenance, why=("points",), difficulty=2 + (len(own) > 1)
    )


def _text(task: Task, kind: str) -> str:
    if kind == "choice":
        return ASKED.sub(r"下列哪一项是\g<document>围绕\g<heading>\g<verb>的\g<noun>？", task.text)
    return ASKED.sub(r"围绕\g<heading>，\g<document>\g<verb>了下列哪些\g<noun>？", task.text)


def _noun(task: str) -> str:
    """What a task calls its points, demands and mere points alike; a principle is never taken for a demand, though it
    may well be one."""
    noun = ASKED.sub(r"\g<noun>", task)
    return PLAIN if noun in PLAIN else noun


def _own(task: Task, count: int, lot: int) -> list[str]:
    """So many points of the heading, those first that repeat none of its words."""
    ranked = sorted(task.points, key=lambda point: (_echo(point, task.text), drawn(lot, point)))
    return ranked[:count]


def _others(task: Task, own: Sequence[str], tasks: Sequence[Task], report: Report) -> list[str]:
    """Points of other headings that this one does not hold, those that sound most like it first."""
    below = "\n".join(
        text
        for section in report.sections
        if section.path[: len(task.path)] == task.path
        for text in (section.heading, *(sentence.text for sentence in section.sentences))
    )
    found = [
        point
        for other in tasks
        if not _nested(other.path, task.path)
        if _noun(other.text) == _noun(task.text)
        for point in other.points
        if point not in below and demands(point) == demands(own[0])
    ]
    mean = sum(map(len, own)) / len(own)
    found.sort(key=lambda point: (-_echo(point, task.text), abs(len(point) - mean), point))
    kept: list[str] = []
    for point in found:
        lengths = [len(text) for text in (*own, *kept, point)]
        known = any(similarity(point, mine) >= ALIKE for mine in task.points)
        if not known and not alike([*kept, point], ALIKE) and max(lengths) <= LENGTHS * min(lengths):
            kept.append(point)
    return kept


def _nested(path: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one heading stands below the other."""
    shorter = min(len(path), len(other))
    return tuple(path[:shorter]) == tuple(other[:shorter])


def _echo(point: str, task: str) -> int:
    """How many pairs of neighbouring characters of a point stand in the task."""
    return len(set(pairwise(point)) & set(pairwise(task)))


def _given_away(task: str, own: Sequence[str], others: Sequence[str]) -> bool:
    """Whether every right option repeats words of the heading and no wrong one does."""
    return all(_echo(point, task) for point in own) and not any(_echo(point, task) for point in others)
