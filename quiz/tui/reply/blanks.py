"""Filling in blanks: one after another, each typed."""

from collections.abc import Sequence

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Cloze
from quiz.tui import stem
from quiz.tui.reply.base import Reply, Typed, Use
from quiz.tui.wrap import Piece


class Blanks(Typed):
    """`texts` holds one reply a blank."""

    def __init__(self, question: Cloze, given: Sequence[str]) -> None:
        super().__init__(list(given) or [""] * len(question.blanks))
        self._question = question

    def stem(self) -> list[Piece]:
        return stem.asked(self._question, self.texts, self.place)

    def label(self) -> list[Piece]:
        parts = []
        if len(self.texts) > 1:
            parts.append(_("blank {n} of {total}").format(n=self.place + 1, total=len(self.texts)))
        if hint := clean(self._question.blanks[self.place].hint):
            parts.append(_("hint: {hint}").format(hint=hint))
        return [Piece("  ".join(parts), "dim")] if parts else []

    def given(self) -> list[str]:
        return list(self.texts)

    def enter(self) -> Reply | None:
        """On to the next blank; Enter on nothing at all shows the answer."""
        nothing = not any(text.strip() for text in self.texts)
        if self.place + 1 == len(self.texts) or (nothing and self.place == 0):
            return None
        self.place += 1
        return self

    def uses(self) -> dict[str, Use]:
        return {"up": Use(mark("Previous blank"), self.back)} if self.place else {}
