"""Points for a graded reply, and how the points of a paper add up."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never, get_args

from quiz.model import Choice, Cloze, Judge, Order, Question, Short, Verdict
from quiz.study.grade import Grade

Preset: TypeAlias = Literal["full", "half", "each", "deduct"]
PRESETS: tuple[Preset, ...] = get_args(Preset)
"""Multiple choice. full: all right options and no other, or nothing; half: half the points for too few; each: a share
for every right option, nothing with a wrong one; deduct: a wrong option takes a share away, down to nothing."""


@dataclass(frozen=True, slots=True)
class Scored:
    """One question of a paper: the reply (none given: not answered), its grade, its points `of` how many."""

    question: Question
    given: tuple[str, ...]
    grade: Grade
    points: float
    of: float
    overruled: bool = False

    @property
    def answered(self) -> bool:
        return any(reply.strip() for reply in self.given)


@dataclass(frozen=True, slots=True)
class Score:
    """Points `of` how many, and how many `questions` got all of theirs (`right`)."""

    points: float
    of: float
    right: int
    questions: int


@dataclass(frozen=True, slots=True)
class Result:
    """A paper that was handed in, question by question in its order."""

    scored: tuple[Scored, ...]

    @property
    def total(self) -> Score:
        return _add(self.scored)

    @property
    def by_kind(self) -> dict[str, Score]:
        """In the order of the paper."""
        return self._by(lambda scored: scored.question.kind)

    @property
    def by_section(self) -> dict[str, Score]:
        """By the outermost heading, empty for none, in the order of the paper."""
        return self._by(lambda scored: "".join(scored.question.provenance.section[:1]))

    @property
    def wrong(self) -> tuple[Scored, ...]:
        """What did not get all its points: to go through again."""
        return tuple(scored for scored in self.scored if scored.points < scored.of)

    def _by(self, name: Callable[[Scored], str]) -> dict[str, Score]:
        groups: dict[str, list[Scored]] = {}
        for scored in self.scored:
            groups.setdefault(name(scored), []).append(scored)
        return {group: _add(members) for group, members in groups.items()}


def points(question: Question, grade: Grade, of: float, preset: Preset = "full") -> float:
    """The points for a reply, out of `of`: by the blank and by the point of a short answer; half for an order that is
    right but for one item."""
    right = sum(part.right for part in grade.parts)
    match question:
        case Cloze() | Short():
            return of * right / max(1, len(grade.parts))
        case Choice() if question.kind == "multiple":
            return of * _share(right, len(question.key), len(grade.parts) - len(question.key), preset)
        case Order() if grade.verdict is Verdict.PARTLY:
            return of / 2
        case Choice() | Judge() | Order():
            return of if grade.verdict is Verdict.RIGHT else 0.0
        case _:
            assert_never(question)


def _share(right: int, key: int, wrong: int, preset: Preset) -> float:
    """The share of the points for `right` of the `key` right options and `wrong` others."""
    if right == key and not wrong:
        return 1.0
    match preset:
        case "full":
            return 0.0
        case "half":
            return 0.5 if right and not wrong else 0.0
        case "each":
            return 0.0 if wrong else right / key
        case "deduct":
            return max(0.0, (right - wrong) / key)
        case _:
            assert_never(preset)


def _add(scored: Iterable[Scored]) -> Score:
    """Rounded to a hundredth, so that three thirds are one."""
    held = list(scored)
    return Score(
        points=round(sum(one.points for one in held), 2),
        of=round(sum(one.of for one in held), 2),
        right=sum(one.points >= one.of for one in held),
        questions=len(held),
    )
