"""Options, items and points: one row each, wrapped under its own text, to be clicked."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.events import Click
from textual.message import Message

from quiz.tui.prose import Prose
from quiz.tui.wrap import Piece, wrap


@dataclass(frozen=True, slots=True)
class Row:
    """`pieces` wrapped to the right of `mark`. A click on the row picks `place`; None for one that cannot be picked."""

    mark: Piece
    pieces: tuple[Piece, ...]
    place: int | None = None

    def lines(self, width: int) -> list[list[Piece]]:
        """The row in lines of at most `width` cells, those after the first indented by the width of the mark."""
        indent = cell_len(self.mark.text)
        first, *rest = wrap(self.pieces, width - indent)
        space = Piece(" " * indent, self.mark.style)
        return [[self.mark, *first], *([space, *line] for line in rest)]


class Rows(Prose):
    """Rows under one another; says with `Clicked` which one was clicked."""

    class Clicked(Message):
        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows = tuple(rows)

    def show_rows(self, rows: Sequence[Row]) -> None:
        self._rows = tuple(rows)
        self.show([piece for row in rows for piece in (row.mark, *row.pieces)])

    def lines(self, width: int) -> list[list[Piece]]:
        if width not in self._lines:
            self._lines = {width: [line for row in self._rows for line in row.lines(width)]}
        return self._lines[width]

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        width = self.content_size.width
        places = [row.place for row in self._rows for _line in row.lines(width)]
        if offset is not None and offset.y < len(places) and (place := places[offset.y]) is not None:
            self.post_message(self.Clicked(place))
