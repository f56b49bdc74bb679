"""Keeping questions apart that would answer one another, or be taken for one another."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice
from random import Random
from typing import assert_never

from quiz.model import Choice, Cloze, Gapped, Judge, Order, Question, Short

APART = 10
"""How many questions stand between two of one sentence."""

ALIKE = 0.6
"""From this share of common character pairs on two stems look alike."""

_TRIED = 20  # places or questions looked at before the first is taken, so that a large deck takes no longer


def spread(questions: Iterable[Question], apart: int = APART) -> list[Question]:
    """`questions` in their order, moved as little as it takes: those of one sentence have `apart` others between them,
    and look-alike stems with different answers are no neighbours, where that can be had."""
    placed: list[Question] = []
    waiting = list(questions)
    while waiting:
        recent = {question.quote for question in placed[-apart:]} if apart else set()
        fit = (place for place, question in enumerate(waiting) if question.quote not in recent)
        few = list(islice(fit, _TRIED))
        if not few:
            break
        distinct = (place for place in few if not placed or not look_alike(placed[-1], waiting[place]))
        placed.append(waiting.pop(next(distinct, few[0])))
    if len(waiting) > _TRIED:  # they are of few sentences; there is no room between
        return placed + waiting
    for question in waiting:
        placed.insert(_best_place(placed, question, apart), question)
    return placed


def shuffled(questions: Sequence[Question], random: Random) -> list[Question]:
    """A random order in which the questions of one sentence lie about evenly apart."""
    count = Counter(question.quote for question in questions)
    phase = {quote: random.random() for quote in count}
    turn: Counter[str] = Counter()
    keys: dict[str, float] = {}
    for question in random.sample(questions, len(questions)):
        keys[question.id] = (turn[question.quote] + phase[question.quote]) / count[question.quote]
        turn[question.quote] += 1
    return spread(sorted(questions, key=lambda question: keys[question.id]))


def look_alike(one: Question, other: Question) -> bool:
    """Whether two stems share most of their character pairs though their answers differ."""
    pairs, more = _pairs(_stem(one)), _pairs(_stem(other))
    smaller, larger = sorted((len(pairs), len(more)))
    if not larger or smaller < ALIKE * larger:  # they cannot share enough
        return False
    common = len(pairs & more)
    return common >= ALIKE * (smaller + larger - common) and _answers(one) != _answers(other)


def _best_place(placed: Sequence[Question], question: Question, apart: int) -> int:
    """Where `question` stands farthest from its like, up to `apart`; among equals the last place."""
    like = [place for place, other in enumerate(placed) if other.quote == question.quote]

    def gap(place: int) -> int:
        """The fewest questions between; those from `place` on move back by one."""
        return min([*(place - 1 - other if other < place else other - place for other in like), apart])

    gaps = [gap(place) for place in range(len(placed) + 1)]
    widest = max(gaps)
    best = [place for place, between in enumerate(gaps) if between == widest][-_TRIED:]
    for place in reversed(best):
        if not any(look_alike(question, other) for other in placed[max(0, place - 1) : place + 1]):
            return place
    return best[-1]


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _stem(question: Question) -> str:
    return "".join(question.pieces()) if isinstance(question, Gapped) else question.sentence


def _answers(question: Question) -> tuple[str, ...]:
    match question:
        case Cloze():
            return tuple(blank.answer for blank in question.blanks)
        case Choice():
            return question.right
        case Judge():
            return (str(question.true),)
        case Order():
            return question.items
        case Short():
            return question.points
        case _:
            assert_never(question)
