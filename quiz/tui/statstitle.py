"""The first line of a screen: what it is, and of which deck."""

from rich.cells import cell_len

from quiz.tui.prose import Prose
from quiz.tui.text import cut, one_line
from quiz.tui.wrap import Piece


class Title(Prose):
    """Always one line: a long name of a deck is cut."""

    def __init__(self, name: str, deck: str = "") -> None:
        super().__init__(id="title")
        self._what, self._deck = name, one_line(deck)

    def tell(self, deck: str) -> None:
        """Show another deck."""
        self._deck = one_line(deck)
        self._lines.clear()
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        return [[Piece(self._what, "strong"), Piece("  " + cut(self._deck, width - cell_len(self._what) - 2), "dim")]]
