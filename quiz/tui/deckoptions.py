"""The decks of the home screen as a list in which one is highlighted."""

from collections.abc import Sequence

from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.tui.decklist import DeckTable
from quiz.tui.desk import DeckRow


class DeckOptions(OptionList):
    """A deck that cannot be used is listed and cannot be highlighted."""

    def __init__(self) -> None:
        super().__init__(id="decks", markup=False)
        self._rows: Sequence[DeckRow] = ()

    @property
    def room(self) -> int:
        """The cells that a row may take, less those of the pointer and the scrollbar."""
        return max(self.size.width - 3, 20)

    @property
    def row(self) -> DeckRow | None:
        """The deck that is highlighted."""
        place = self.highlighted
        return None if place is None or place >= len(self._rows) else self._rows[place]

    def fill(self, rows: Sequence[DeckRow], table: DeckTable) -> None:
        """List these decks, and keep the highlight on the deck it was on, if it is among them."""
        before, self._rows = self.row, rows
        self.clear_options()
        self.add_options([Option(table.entry(row), disabled=bool(row.problem)) for row in rows])
        self.display = bool(rows)
        usable = [place for place, row in enumerate(rows) if not row.problem]
        same = [place for place in usable if before and rows[place].path == before.path]
        self.highlighted = next(iter([*same, *usable]), None)
