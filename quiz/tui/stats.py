"""The statistics of a deck, or of all: what was done, what is coming, what is known."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from quiz.desk import Figures
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Deck
from quiz.tui.desk import Desk
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.statsparts import known, parts
from quiz.tui.statstitle import Title
from quiz.tui.wrap import Piece


class Chart(Prose):
    """A figure drawn for the width it gets."""

    def __init__(self, draw: Callable[[int], list[list[Piece]]]) -> None:
        super().__init__(classes="chart")
        self._draw = draw

    def lines(self, width: int) -> list[list[Piece]]:
        if width not in self._lines:
            self._lines = {width: self._draw(width)}
        return self._lines[width]


class StatsScreen(Page[None]):
    """Everything under one another, to be scrolled; a key turns from the deck to all decks and back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown,space", "page(1)", mark("Scroll down")),
        Binding(f"tab,{letter('a')}", "turn", mark("All decks")),
        Binding(f"escape,enter,{letter('q')}", "leave", mark("Back")),
        HELP,
        Binding("pageup", "page(-1)", mark("Scroll up"), show=False),
        Binding("up", "scroll(-1)", mark("Line up"), show=False),
        Binding("down", "scroll(1)", mark("Line down"), show=False),
        Binding("home", "end(0)", mark("To the top"), show=False),
        Binding("end", "end(1)", mark("To the end"), show=False),
    ]

    def __init__(self, desk: Desk, deck: Deck | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._deck = deck
        self._all = deck is None

    def body(self) -> Iterable[Widget]:
        yield Title(_("Statistics"))
        yield VerticalScroll(id="sheet", can_focus=False)

    def on_mount(self) -> None:
        self.call_later(self._show)

    async def _show(self) -> None:
        deck = None if self._all else self._deck
        self.query_one(Title).tell(deck.title if deck else _("All decks"))
        try:
            figures, (day, _streak) = self._desk.figures(deck), self._desk.today()
        except QuizError as error:
            self.status.complain(error)
            return
        sheet = self.query_one("#sheet")
        await sheet.remove_children()
        await sheet.mount_all(list(_widgets(figures, day.date)))
        sheet.scroll_home(animate=False)
        self.refresh_keys()

    async def action_turn(self) -> None:
        self._all = not self._all
        await self._show()

    def describe(self, binding: Binding) -> str:
        return mark("This deck") if binding.action == "turn" and self._all else binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self._deck is not None if action == "turn" else True

    def action_scroll(self, lines: int) -> None:
        self.query_one("#sheet").scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        sheet = self.query_one("#sheet")
        sheet.scroll_relative(y=pages * max(1, sheet.size.height - 2), animate=False)

    def action_end(self, last: int) -> None:
        sheet = self.query_one("#sheet")
        sheet.scroll_to(y=sheet.max_scroll_y * last, animate=False)

    def action_leave(self) -> None:
        self.dismiss()


def _widgets(figures: Figures, today: date) -> Iterable[Widget]:
    yield Chart(lambda width: known(figures, today, width))
    for heading, draw in parts(figures, today):
        yield Prose([Piece(heading, "strong")], classes="heading")
        yield Chart(draw)
