"""Answering in an exam: as in the drill, but nothing shows an answer before it is handed in."""

from collections.abc import Sequence
from functools import partial

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Question, Short
from quiz.study.grade import replies
from quiz.tui import stem
from quiz.tui.reply import Reply, Typed, begin
from quiz.tui.reply.base import Use
from quiz.tui.rows import Row
from quiz.tui.wrap import Piece


class Lines(Typed):
    """A short answer, a line each; its points stay hidden."""

    def __init__(self, question: Short, given: Sequence[str]) -> None:
        super().__init__([*given, ""])
        self.place = len(given)
        self._question = question

    def stem(self) -> list[Piece]:
        return stem.asked(self._question)

    def rows(self) -> list[Row]:
        lines = [text for number, text in enumerate(self.texts) if text.strip() and number != self.place]
        return [Row(Piece("- ", "dim"), (Piece(clean(text)),)) for text in lines]

    def label(self) -> list[Piece]:
        return [Piece(_("Write your answer, a line each; Enter on an empty line goes on."), "dim")]

    def given(self) -> list[str]:
        return [text.strip() for text in self.texts if text.strip()]

    def enter(self) -> Reply | None:
        if not self.text.strip():
            return None
        self.place += 1
        if self.place == len(self.texts):
            self.texts.append("")
        return self

    def enter_name(self) -> str:
        return mark("Next line") if self.text.strip() else mark("Next")

    def uses(self) -> dict[str, Use]:
        return {"up": Use(mark("Previous line"), partial(self.back))} if self.place else {}


def reply_to(question: Question, given: Sequence[str]) -> Reply:
    """A reply to go on with from what was saved."""
    if isinstance(question, Short):
        return Lines(question, given)
    return begin(question, replies(question, given) if given else ())


def filled(given: Sequence[str]) -> bool:
    """Whether anything was answered."""
    return any(text.strip() for text in given)
