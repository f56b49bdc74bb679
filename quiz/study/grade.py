"""Judging a reply: no screen, no clock."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from quiz.model import Blank, Choice, Cloze, Judge, Order, Question, Short, Verdict
from quiz.study.filling import fills


@dataclass(frozen=True, slots=True)
class PartGrade:
    """One part of a question, such as a blank: its answer and the reply that was held against it.

    In a list whose order is free the reply is the one that names this member, wherever it was typed; so the parts of a
    cloze stand in the order of the sentence. A right option that was not chosen has no reply, a wrong one that was
    chosen no answer.
    """

    given: str
    answer: str
    right: bool


@dataclass(frozen=True, slots=True)
class Grade:
    verdict: Verdict
    parts: tuple[PartGrade, ...]


TRUE, FALSE = "true", "false"
"""The replies to a statement."""


def grade(question: Question, given: Sequence[str]) -> Grade:
    """Judge `given`, the replies to `question`: one a blank, the options chosen, TRUE or FALSE, the items in order, the
    points that the learner had.

    The members of a list (、和与及或) may come in any order. A multiple choice with a wrong option is wrong, one with
    right options only is partly right; so is an order with a single item out of place. ValueError when a cloze gets
    not one reply a blank.
    """
    match question:
        case Cloze():
            parts = tuple(_grade_cloze(question, given))
        case Choice():
            parts = tuple(_grade_choice(question, given))
            if any(part.given and not part.right for part in parts):
                return Grade(Verdict.WRONG, parts)
        case Judge():
            answer, reply = TRUE if question.true else FALSE, "".join(given[:1])
            parts = (PartGrade(reply, answer, reply == answer),)
        case Order():
            return _grade_order(question, given)
        case Short():
            parts = tuple(
                PartGrade(point if point in given else "", point, point in given) for point in question.points
            )
        case _:
            assert_never(question)
    right = sum(part.right for part in parts)
    if right == len(parts):
        return Grade(Verdict.RIGHT, parts)
    return Grade(Verdict.PARTLY if right else Verdict.WRONG, parts)


def replies(question: Question, given: Sequence[str]) -> tuple[str, ...]:
    """`given` as `grade` takes it: a logged reply to a cloze that has got other blanks since is cut or filled up."""
    if isinstance(question, Cloze):
        return (*given, *[""] * len(question.blanks))[: len(question.blanks)]
    return tuple(given)


def _grade_choice(question: Choice, given: Sequence[str]) -> Iterator[PartGrade]:
    """The right options, chosen or not, then the wrong ones that were chosen."""
    for option in question.right:
        yield PartGrade(option if option in given else "", option, option in given)
    for option in given:
        if option not in question.right:
            yield PartGrade(option, "", right=False)


def _grade_order(question: Order, given: Sequence[str]) -> Grade:
    """Each place with the item put there. One item out of place shifts others, so the longest run that keeps the order
    counts and not the places."""
    placed = (*given, *[""] * len(question.items))[: len(question.items)]
    parts = tuple(PartGrade(reply, item, reply == item) for reply, item in zip(placed, question.items, strict=True))
    missing = len(question.items) - _in_order([question.items.index(item) for item in given if item in question.items])
    verdict = Verdict.WRONG
    if not missing:
        verdict = Verdict.RIGHT
    elif missing == 1 and len(question.items) > 2:
        verdict = Verdict.PARTLY
    return Grade(verdict, parts)


def _in_order(places: Sequence[int]) -> int:
    """The length of the longest rising subsequence."""
    tails: list[int] = []
    for place in places:
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)


def _grade_cloze(question: Cloze, given: Sequence[str]) -> Iterator[PartGrade]:
    if len(given) != len(question.blanks):
        raise ValueError(f"{len(question.blanks)} replies wanted, {len(given)} given")
    start, pieces = 0, question.pieces()
    for size in question.lists():
        blanks, held = question.blanks[start : start + size], given[start : start + size]
        around = pieces[start : start + size + 1]
        for blank, (index, right) in zip(blanks, _assign(blanks, held, around), strict=True):
            yield PartGrade(held[index], blank.answer, right)
        start += size


def _assign(blanks: Sequence[Blank], replies: Sequence[str], around: Sequence[str]) -> list[tuple[int, bool]]:
    """For each blank the index of the reply held against it and whether it is right: the most that can be right.
    `around` are the words before, between and after the blanks.

    Kuhn's bipartite matching, so that 甲、乙 is also right where 甲 would do for both blanks but 乙 for the first only.
    """
    fits = [
        [fills(blank, reply, before, after) for reply in replies]
        for blank, before, after in zip(blanks, around, around[1:], strict=False)
    ]
    holder: dict[int, int] = {}  # reply -> the blank it answers

    def place(blank: int, tried: set[int]) -> bool:
        for reply in sorted(range(len(replies)), key=lambda reply: reply != blank):  # its own place first
            if fits[blank][reply] and reply not in tried:
                tried.add(reply)
                if reply not in holder or place(holder[reply], tried):
                    holder[reply] = blank
                    return True
        return False

    for blank in range(len(blanks)):
        place(blank, set())
    reply_of = {blank: reply for reply, blank in holder.items()}
    spare = iter([reply for reply in range(len(replies)) if reply not in holder])
    return [(reply_of[b], True) if b in reply_of else (next(spare), False) for b in range(len(blanks))]
