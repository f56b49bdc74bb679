"""The table in which a paper is laid out: a row a kind with its number and points, then the minutes and the scoring."""

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message

from quiz.i18n import gettext as _
from quiz.model import Kind
from quiz.study.asking import KINDS
from quiz.tui.examform import PRESET_NAMES, ExamForm, number
from quiz.tui.prose import Prose
from quiz.tui.text import cut, pad, right
from quiz.tui.wrap import Piece

NAME, FIELD, WORTH = 14, 8, 5  # cells
COLUMNS = (2 + NAME, 2 + NAME + FIELD)  # where the fields begin


class PaperTable(Prose):
    """The form drawn in cells that line up; a click on an arrow changes a number."""

    class Touched(Message):
        """A click in a row, on a field (0 or 1), on its arrow down (-1) or up (1) or on the field itself (0)."""

        def __init__(self, row: int, column: int, step: int) -> None:
            super().__init__()
            self.row, self.column, self.step = row, column, step

    def __init__(self, form: ExamForm) -> None:
        super().__init__(id="paper")
        self._form = form

    def redraw(self) -> None:
        self._lines.clear()
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        """One line a row under a line of headings."""
        if width not in self._lines:
            form, heads = self._form, (_("number"), _("points"), _("sum"))
            head = [pad("", 2 + NAME), *(_centred(text, FIELD) for text in heads[:2]), right(heads[2], WORTH)]
            rows = [self._part(row, kind, width) for row, kind in enumerate(form.kinds)]
            below = [self._below(len(form.kinds), _("Minutes"), self._minutes(), FIELD)]
            preset = _(PRESET_NAMES[form.preset])
            below.append(self._below(form.rows - 1, _("Scoring"), preset, width - 2 - NAME))
            self._lines = {width: [[Piece("".join(head), "dim")], *rows, *below]}
        return self._lines[width]

    def _part(self, row: int, kind: Kind, width: int) -> list[Piece]:
        form, name = self._form, pad(cut(_(KINDS[kind]), NAME - 1), NAME)
        if not form.is_open(row):
            return [Piece("  " + name + _("none in the deck"), "dim")]
        count, points = form.counts[kind], form.points[kind]
        fields = [self._field(row, column, number(value)) for column, value in enumerate((count, points))]
        ends = [Piece(right(number(count * points), WORTH))]
        if width >= 60:
            ends.append(Piece("    " + _("{n} in the deck").format(n=form.held[kind]), "dim"))
        return [self._head(row, name), *fields, *ends]

    def _below(self, row: int, name: str, value: str, width: int) -> list[Piece]:
        return [self._head(row, pad(name, NAME)), self._field(row, self._form.column, value, width)]

    def _head(self, row: int, name: str) -> Piece:
        here = row == self._form.row
        return Piece(("▸ " if here else "  ") + name, "strong" if here else "")

    def _field(self, row: int, column: int, value: str, width: int = FIELD) -> Piece:
        if row == self._form.row and column == self._form.column:
            inner = _centred(value, FIELD - 4) if width == FIELD else value
            return Piece(pad(f"‹ {inner} ›", width), "current")
        return Piece(_centred(value, FIELD) if width == FIELD else "  " + value, "")

    def _minutes(self) -> str:
        return number(self._form.minutes) if self._form.minutes else "∞"

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y == 0:
            return
        row = offset.y - 1
        column = 1 if row < len(self._form.kinds) and offset.x >= COLUMNS[1] else 0
        text = "".join(piece.text for piece in self.lines(self.content_size.width)[offset.y])
        near = _cells_from(text, offset.x - 1, 3)
        self.post_message(self.Touched(row, column, 1 if "›" in near else -1 if "‹" in near else 0))


def _centred(text: str, width: int) -> str:
    before = max(0, width - cell_len(text)) // 2
    return pad(" " * before + text, width)


def _cells_from(text: str, start: int, width: int) -> str:
    """The characters in some cells of a line."""
    found, at = "", 0
    for character in text:
        if start <= at < start + width:
            found += character
        at += cell_len(character)
    return found
