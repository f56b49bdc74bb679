"""A widget that shows styled Chinese text."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from quiz.tui.theme import STYLES
from quiz.tui.wrap import Piece, wrap


class Prose(Widget):
    """Pieces of text, wrapped by `quiz.tui.wrap` and never read as markup.

    The style of a piece is the name of one of `STYLES`.
    """

    def __init__(self, pieces: Sequence[Piece] = (), *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._pieces = tuple(pieces)
        self._lines: dict[int, list[list[Piece]]] = {}

    def show(self, pieces: Sequence[Piece]) -> None:
        """Show other pieces; without any the widget takes no room."""
        if self._pieces == tuple(pieces) and self.display == bool(pieces):
            return  # most parts of a question stay as they are while one types
        self._pieces = tuple(pieces)
        self._lines.clear()
        self.display = bool(self._pieces)
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        """The text as lines of at most `width` cells."""
        if width not in self._lines:
            self._lines = {width: wrap(self._pieces, width)}
        return self._lines[width]

    def lines_of(self, style: str) -> range:
        """The lines, counted from 0, from the first to the last that shows a piece of this style; maybe none."""
        lines = enumerate(self.lines(self.content_size.width))
        numbers = [number for number, line in lines if any(piece.style == style for piece in line)]
        return range(numbers[0], numbers[-1] + 1) if numbers else range(0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self.lines(width))

    def render(self) -> Content:
        lines = [
            Content.assemble(*((piece.text, STYLES.get(piece.style, "")) for piece in line))
            for line in self.lines(self.content_size.width)
        ]
        return Content("\n").join(lines)
