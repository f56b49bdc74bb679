"""The numbers of a question's blanks. Anki keeps a card's schedule by its number, so a blank keeps its number, and the
number of a blank that is gone is never given to another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias

from quiz.export.anki.escape import clean
from quiz.model import Cloze

_SAME = 0.6  # share of characters by which a corrected answer is known; 柳树 is no correction of 槐树
TOGETHER = 1  # the number of all blanks that one card asks together


@dataclass(frozen=True, slots=True)
class Numbered:
    """A blank by its answer, with its number; `gone` when the question has it no more."""

    number: int
    answer: str
    gone: bool = False


History: TypeAlias = tuple[Numbered, ...]


def number_blanks(question: Cloze, before: History, cards: str) -> History:
    """Every blank that the question ever had: those it has, in order, then those that are gone.

    `before` is what this gave at the last export, `cards` as in `Options`. A question that was exported with all
    blanks on one card has no history, and is not for this function.
    """
    answers = [" ".join(clean(blank.answer).split()) for blank in question.blanks]
    found = _recognize(answers, before)
    top = max((known.number for known in before), default=0)
    numbers: list[int] = []
    for answer, group in zip(range(len(answers)), _groups(question, cards), strict=True):
        known = [before[found[other]].number for other in group if other in found]
        if answer in found:
            numbers.append(before[found[answer]].number)
        elif known:
            numbers.append(known[0])
        elif group[0] < answer:
            numbers.append(numbers[group[0]])
        else:
            top += 1
            numbers.append(top)
    held = tuple(Numbered(number, answer) for number, answer in zip(numbers, answers, strict=True))
    return held + tuple(replace(known, gone=True) for at, known in enumerate(before) if at not in found.values())


def _recognize(answers: Sequence[str], before: History) -> dict[int, int]:
    """The place in `before` of each blank that was there: the same answer first, then one that was corrected."""
    found: dict[int, int] = {}
    for is_same in (_equal, _alike):
        for at, answer in enumerate(answers):
            free = (place for place in range(len(before)) if place not in found.values())
            if at not in found and (place := next((p for p in free if is_same(answer, before[p])), None)) is not None:
                found[at] = place
    return found


def _equal(answer: str, known: Numbered) -> bool:
    return answer == known.answer


def _alike(answer: str, known: Numbered) -> bool:
    return not known.gone and SequenceMatcher(None, answer, known.answer, autojunk=False).ratio() >= _SAME


def _groups(question: Cloze, cards: str) -> list[range]:
    """For each blank the blanks it shares a card with, itself among them."""
    sizes = question.lists() if cards == "set" else [1] * len(question.blanks)
    starts = [sum(sizes[:at]) for at, size in enumerate(sizes) for _blank in range(size)]
    return [range(start, start + starts.count(start)) for start in starts]
