"""Hints for a blank, one stage after another; each shows more. `rating` says what they cost."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from quiz.model import Blank, Gapped
from quiz.study.diff import initials

Stage: TypeAlias = Literal["context", "length", "first", "initials"]


@dataclass(frozen=True, slots=True)
class Hint:
    """`text` is the hint itself: words, for "length" the number of characters as digits."""

    stage: Stage
    text: str


def hints(question: Gapped, blank: Blank) -> Iterator[Hint]:
    """The stages for one blank, the weakest first; take as many as the learner asks for.

    The context is the hint that the deck gives, or else the headings that the question stands under. A stage that
    would be empty, or the whole answer, is left out.
    """
    context = blank.hint or " › ".join(question.provenance.section)
    if context and blank.answer not in context:
        yield Hint("context", context)
    yield Hint("length", str(len(blank.answer)))
    if len(blank.answer) > 1:
        yield Hint("first", blank.answer[0])
    letters = initials(blank.answer)
    if letters != blank.answer:
        yield Hint("initials", letters)
