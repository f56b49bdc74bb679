"""Answering a question: what was given so far, and what the keys do to it. One class a way of answering, no widget."""

from collections.abc import Sequence
from typing import assert_never

from quiz.model import Choice, Cloze, Judge, Order, Question, Short
from quiz.study import Outcome
from quiz.tui.reply.base import Picked, Reply, Typed
from quiz.tui.reply.blanks import Blanks
from quiz.tui.reply.options import Options
from quiz.tui.reply.ordering import Ordering
from quiz.tui.reply.points import Notes, Points

__all__ = ["Picked", "Reply", "Typed", "begin", "given"]


def begin(question: Question, given: Sequence[str] = ()) -> Reply:
    """A reply to `question` with nothing in it, or with what was `given` before it was taken back."""
    match question:
        case Cloze():
            return Blanks(question, given)
        case Choice() | Judge():
            return Options(question, given)
        case Order():
            return Ordering(question, given)
        case Short():
            return Points(question, given) if given else Notes(question)
        case _:
            assert_never(question)


def given(outcome: Outcome) -> list[str]:
    """What was given, for `begin` to put it back."""
    replies = [part.given for part in outcome.grade.parts]
    return replies if isinstance(outcome.question, Cloze) else [reply for reply in replies if reply]
