"""A short answer: the learner's notes first, then the points to tick."""

from collections.abc import Sequence

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Short
from quiz.study.asking import held
from quiz.tui import stem
from quiz.tui.keys import KeyHint
from quiz.tui.reply.base import Picked, Reply, Typed, Use, hint
from quiz.tui.rows import Row
from quiz.tui.wrap import Piece


class Notes(Typed):
    """What the learner puts down, a line each; an empty line shows the points."""

    def __init__(self, question: Short) -> None:
        super().__init__([""])
        self._question = question

    def stem(self) -> list[Piece]:
        return stem.asked(self._question)

    def rows(self) -> list[Row]:
        return [_note(text) for number, text in enumerate(self.texts) if text.strip() and number != self.place]

    def label(self) -> list[Piece]:
        return [Piece(_("Write what you know, a line each; Enter on an empty line shows the points."), "dim")]

    def given(self) -> list[str]:
        return []

    def enter(self) -> Reply | None:
        if not self.text.strip():
            return Points(self._question, held(self._question.points, "\n".join(self.texts)), self.texts)
        self.place += 1
        if self.place == len(self.texts):
            self.texts.append("")
        return self

    def enter_name(self) -> str:
        return mark("Next line") if self.text.strip() else mark("Show the points")

    def uses(self) -> dict[str, Use]:
        return {"up": Use(mark("Previous line"), self.back)} if self.place else {}


class Points(Picked):
    """The points with a box each, ticked where `given` holds them; `notes` stand above them."""

    def __init__(self, question: Short, given: Sequence[str], notes: Sequence[str] = ()) -> None:
        super().__init__(len(question.points))
        self._question = question
        self._notes = [text for text in notes if text.strip()]
        self._ticked = {place for place, point in enumerate(question.points) if point in given}
        self.cursor = 0

    def stem(self) -> list[Piece]:
        return stem.asked(self._question)

    def rows(self) -> list[Row]:
        ask = Row(Piece(""), (Piece(_("Tick the points that you had."), "dim"),))
        space = [Row(Piece(""), ())] if self._notes else []
        return [*map(_note, self._notes), *space, ask, *(self._row(place) for place in range(self.count))]

    def _row(self, place: int) -> Row:
        style = self.style(place, picked=place in self._ticked)
        mark = f"{self.pointer(place)}{stem.box('x' if place in self._ticked else '')}{place + 1}. "
        return Row(Piece(mark, style), (Piece(clean(self._question.points[place]), style),), place)

    def pick(self, place: int) -> None:
        self.cursor = place
        self._ticked ^= {place}

    def given(self) -> list[str]:
        return [self._question.points[place] for place in sorted(self._ticked)]

    def hint(self) -> KeyHint:
        return hint("1", str(min(self.count, 9)), mark("Tick"))

    def enter_name(self) -> str:
        return mark("Done")

    def uses(self) -> dict[str, Use]:
        return {**super().uses(), "space": Use(mark("Tick"), self.pick_current)}


def _note(text: str) -> Row:
    return Row(Piece("- ", "dim"), (Piece(clean(text)),))
