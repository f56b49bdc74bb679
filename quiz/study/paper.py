"""Making a paper out of a deck: how many questions of each kind, and what each is worth."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from quiz.model import Cloze, Kind, Question
from quiz.study.scoring import Preset


@dataclass(frozen=True, slots=True)
class Part:
    """`count` questions of a kind for `points` each. A cloze counts by its blanks, as papers do: 20 blanks of 2."""

    kind: Kind
    count: int
    points: float


@dataclass(frozen=True, slots=True)
class Layout:
    """What a paper is to hold: its parts in order, its time (0: no limit), how a multiple choice is scored."""

    parts: tuple[Part, ...]
    minutes: float = 60
    preset: Preset = "full"


TOTAL = 100
"""Points."""

AUTOMATIC = Layout((Part("cloze", 20, 2), Part("choice", 20, 1), Part("multiple", 10, 2), Part("judge", 20, 1)))
"""A hundred points that the program can score alone."""

WRITTEN = Layout(
    (Part("cloze", 20, 1), Part("choice", 20, 1), Part("multiple", 10, 2), Part("judge", 10, 1), Part("short", 3, 10)),
    minutes=90,
)
"""A hundred points with short answers, which the learner scores himself point by point."""


@dataclass(frozen=True, slots=True)
class PaperPart:
    """A part of a paper as it came out; it may hold fewer questions than were asked for."""

    kind: Kind
    points: float
    questions: tuple[Question, ...]


def usual_layout(questions: Sequence[Question]) -> Layout:
    """The layout that suits the questions there are: with short answers where there are any, and with more blanks where
    other kinds are too few for a hundred points."""
    there = held(questions)
    layout = WRITTEN if there["short"] else AUTOMATIC
    cloze, *others = (replace(part, count=min(part.count, there[part.kind])) for part in layout.parts)
    missing = TOTAL - sum(part.count * part.points for part in (cloze, *others))
    more = min(int(missing // cloze.points), there["cloze"] - cloze.count)
    return replace(layout, parts=(replace(cloze, count=cloze.count + more), *others))


def held(questions: Iterable[Question]) -> Counter[Kind]:
    """How many there are of each kind, a cloze counted by its blanks."""
    counted: Counter[Kind] = Counter()
    for question in questions:
        counted[question.kind] += size(question)
    return counted


def draw(questions: Sequence[Question], layout: Layout, random: Random) -> tuple[PaperPart, ...]:
    """Draw a paper: from all sections alike, no question twice, and of one sentence a second only where the deck has
    too few. A part for which there is no question is left out."""
    sentences: Counter[str] = Counter()
    drawn: set[str] = set()
    parts: list[PaperPart] = []
    for part in layout.parts:
        free = [question for question in questions if question.kind == part.kind and question.id not in drawn]
        chosen = _choose(_fair(random.sample(free, len(free))), part.count, sentences)
        drawn.update(question.id for question in chosen)
        if chosen:
            parts.append(PaperPart(part.kind, part.points, tuple(chosen)))
    return tuple(parts)


def size(question: Question) -> int:
    """How many times the points of its part a question is worth."""
    return len(question.blanks) if isinstance(question, Cloze) else 1


def _choose(candidates: Sequence[Question], count: int, sentences: Counter[str]) -> list[Question]:
    """The first that fit into `count`, one a sentence; then others of the same sentences while there is room."""
    chosen: list[Question] = []
    for again in (False, True):
        for question in candidates:
            fresh = not sentences[question.quote]
            if (fresh or (again and question not in chosen)) and size(question) <= count:
                chosen.append(question)
                sentences[question.quote] += 1
                count -= size(question)
    return chosen


def _fair(questions: Iterable[Question]) -> list[Question]:
    """The first question of every section, then the second of every section that has one, and so on."""
    turn: Counter[tuple[str, ...]] = Counter()
    turns: list[tuple[int, Question]] = []
    for question in questions:
        section = question.provenance.section[:1]
        turns.append((turn[section], question))
        turn[section] += 1
    return [question for _turn, question in sorted(turns, key=lambda pair: pair[0])]
