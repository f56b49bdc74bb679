"""The answer sheet (答题卡): every question by its number, what is answered, what is marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.events import Click
from textual.geometry import Region
from textual.message import Message

from quiz.i18n import gettext as _
from quiz.tui.examsitting import Sitting
from quiz.tui.prose import Prose
from quiz.tui.wrap import Piece

CELL = 7
"""Cells a number takes: a pointer, the number in brackets when it is answered, the mark, a space."""


@dataclass(frozen=True, slots=True)
class GridPart:
    """A heading and how many questions stand under it."""

    heading: str
    count: int


class AnswerGrid(Prose):
    """The numbers in rows of ten or five under the headings of the parts; says with `Picked` which one was clicked."""

    class Picked(Message):
        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, parts: Sequence[GridPart]) -> None:
        super().__init__(id="grid")
        self._parts = parts
        self._answered: frozenset[int] = frozenset()
        self._flagged: frozenset[int] = frozenset()
        self.cursor = 0

    @property
    def total(self) -> int:
        return sum(part.count for part in self._parts)

    def mark(self, answered: frozenset[int], flagged: frozenset[int], cursor: int) -> None:
        """Show the places (from 0) of what is answered, what is flagged, and where the cursor is."""
        self._answered, self._flagged, self.cursor = answered, flagged, cursor
        self._lines.clear()
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        if width not in self._lines:
            self._lines = {width: [self._line(row) for row in self._rows(width)]}
        return self._lines[width]

    def line_of_cursor(self) -> int:
        rows = self._rows(self.content_size.width)
        return next((y for y, row in enumerate(rows) if isinstance(row, range) and self.cursor in row), 0)

    def step(self, across: int, down: int) -> None:
        """Move the cursor: to a neighbour, or to the same column of the row of numbers above or below."""
        rows = [row for row in self._rows(self.content_size.width) if isinstance(row, range)]
        at = next((y for y, row in enumerate(rows) if self.cursor in row), 0)
        if down and rows:
            row = rows[min(max(at + down, 0), len(rows) - 1)]
            self.cursor = row[min(self.cursor - rows[at][0], len(row) - 1)]
        self.cursor = min(max(self.cursor + across, 0), max(0, self.total - 1))

    def _rows(self, width: int) -> list[str | range]:
        """Headings, empty lines between parts, and the places of each row of numbers."""
        room = max(1, width // CELL)
        across = room - room % 5 if room >= 5 else room
        rows: list[str | range] = []
        first = 0
        for part in self._parts:
            rows += [*([""] if rows else []), part.heading]
            last = first + part.count
            rows += [range(start, min(start + across, last)) for start in range(first, last, across)]
            first = last
        return rows

    def _line(self, row: str | range) -> list[Piece]:
        if isinstance(row, str):
            return [Piece(row, "dim")]
        return [piece for place in row for piece in self._cell(place)]

    def _cell(self, place: int) -> list[Piece]:
        here = place == self.cursor
        text = f"[{place + 1}]" if place in self._answered else f" {place + 1} "
        style = "here" if here else "filled" if place in self._answered else ""
        flag = "?" if place in self._flagged else " "
        before = ("▸" if here else " ") + " " * (3 - len(str(place + 1)))
        after = [Piece(flag, "missed"), Piece(" " * (CELL - len(before) - cell_len(text) - 1))]
        return [Piece(before, "current"), Piece(text, style), *after]

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        rows = self._rows(self.content_size.width)
        if offset is None or offset.y >= len(rows):
            return
        row = rows[offset.y]
        if isinstance(row, range) and offset.x // CELL < len(row):
            self.post_message(self.Picked(row[offset.x // CELL]))


class AnswerSheet(Vertical):
    """The grid, to be scrolled, and what its signs mean."""

    def __init__(self, sitting: Sitting) -> None:
        super().__init__(id="answers")
        self._sitting = sitting

    def compose(self) -> ComposeResult:
        sitting = self._sitting
        with VerticalScroll(id="numbers", can_focus=False):
            yield AnswerGrid([GridPart(sitting.heading(part), len(part.questions)) for part in sitting.exam.parts])
        yield Prose(id="legend")

    @property
    def grid(self) -> AnswerGrid:
        return self.query_one(AnswerGrid)

    @property
    def cursor(self) -> int:
        return self.grid.cursor

    def show(self, cursor: int) -> None:
        """Draw everything anew with the cursor on a number, and bring it into sight."""
        sitting, answered = self._sitting, self._sitting.answered()
        self.grid.mark(answered, sitting.flags, cursor)
        parts = [
            _("[1] answered {n}").format(n=len(answered)),
            _("1 open {n}").format(n=sitting.total - len(answered)),
            _("? marked {n}").format(n=len(sitting.flags)),
        ]
        self.query_one("#legend", Prose).show([Piece("   ".join(parts), "dim")])
        self.call_after_refresh(self._scroll_to_cursor)

    def step(self, across: int, down: int) -> None:
        self.grid.step(across, down)
        self.show(self.cursor)

    def next_open(self) -> bool:
        """To the next question that is open, from the cursor on and round; False when there is none."""
        missing = self._sitting.missing()
        found = next((place for place in missing if place > self.cursor), min(missing, default=None))
        if found is not None:
            self.show(found)
        return found is not None

    def _scroll_to_cursor(self) -> None:
        self.query_one("#numbers").scroll_to_region(Region(0, self.grid.line_of_cursor(), 1, 1), animate=False)
