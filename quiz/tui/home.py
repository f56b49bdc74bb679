"""The first screen: the decks and how they stand, and the way to everything else."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import Resize
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.tui.decklist import DeckTable
from quiz.tui.deckoptions import DeckOptions
from quiz.tui.desk import DeckRow, Desk
from quiz.tui.finder import FinderInput, matching
from quiz.tui.hometitle import HomeTitle
from quiz.tui.keys import KeyHint, letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.wrap import Piece

if TYPE_CHECKING:
    from quiz.study import Options
    from quiz.study.history import Day, Streak
    from quiz.tui.ways import Offer, Way


class HomeScreen(Page[None]):
    """Lists the decks of the desk and says what to do with one of them with `Chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Drill")),
        Binding("enter", "keep_filter", mark("To the list")),
        Binding("escape", "clear_filter", mark("All decks")),
        Binding(letter("m"), "menu", mark("More ways")),
        HELP,
        Binding(letter("o"), "open", mark("Open a file")),
        Binding("slash,、,／", "filter", mark("Search")),
        Binding(letter("n"), "start_over", mark("Start over")),
        Binding(letter("s"), "overview", mark("Statistics")),
        Binding(f"{letter('q')},escape", "leave", mark("Quit")),
    ]

    class Chosen(Message):
        """A deck file and what to do with it; `options` and `fresh` as `Session.begin` takes them."""

        def __init__(
            self, path: Path, mode: "Way" = "order", *, options: "Options | None" = None, fresh: bool = False
        ) -> None:
            super().__init__()
            self.path = path
            self.mode: Way = mode
            self.options = options
            self.fresh = fresh

    class Overview(Message):
        """The statistics of all decks are wanted."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[DeckRow] = []
        self._today: tuple[Day, Streak] | None = None
        self._folder = Path.cwd()

    def body(self) -> Iterable[Widget]:
        yield HomeTitle()
        yield Static(id="columns", markup=False)
        yield DeckOptions()
        yield Prose(id="empty")

    def on_screen_resume(self) -> None:
        try:
            self._rows, self._today = self._desk.decks(), self._desk.today()
            self._desk.open_log()
        except QuizError as error:
            self.status.complain(error)
        self._show()
        if not self.typing:
            self._decks.focus()

    def on_resize(self, event: Resize) -> None:  # noqa: ARG002
        self.call_after_refresh(self._show)

    # The list

    @property
    def _decks(self) -> DeckOptions:
        return self.query_one(DeckOptions)

    def _show(self) -> None:
        """List the decks that are looked for."""
        if self._today is None:
            return
        day, streak = self._today
        self.query_one(HomeTitle).tell(day, streak, [row.goal.date for row in self._rows if row.goal is not None])
        shown = [self._rows[place] for place in matching([row.title for row in self._rows], self._wanted)]
        table = DeckTable(self._rows, self._decks.room, day.date)
        self._decks.fill(shown, table)
        columns = self.query_one("#columns", Static)
        columns.update(table.head())
        columns.display = table.wide and bool(shown)
        empty = _("No title has this in it.") if self._rows else _("There are no decks yet. Press o to open a report.")
        self.query_one("#empty", Prose).show([] if shown else [Piece(empty, "dim")])
        self.refresh_keys()

    def _row(self) -> DeckRow | None:
        return self._decks.row

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_keys()

    def on_option_list_option_selected(self) -> None:
        self.action_choose()

    # What can be done with a deck

    def action_choose(self) -> None:
        """The usual way on: review while something is due, else on in order."""
        if row := self._row():
            self.post_message(self.Chosen(row.path, "review" if row.due else "order"))

    def action_start_over(self) -> None:
        if row := self._row():
            self.post_message(self.Chosen(row.path, fresh=True))

    def action_menu(self) -> None:
        if (row := self._row()) and (found := self._offers(row)):
            from quiz.tui.menu import MenuScreen

            self.app.push_screen(MenuScreen(row.title, found), lambda taken: self._take(row, taken))

    def _offers(self, row: DeckRow) -> "list[Offer]":
        """The ways on with a deck; none, and a word why, when it cannot be read any more."""
        from quiz.tui.ways import offers

        try:
            return offers(self._desk, self._desk.open(row.path))
        except QuizError as error:
            self.status.complain(error)
            return []

    def commands(self) -> list[KeyHint]:
        row = self._row()
        ways = [offer for offer in self._offers(row) if offer.open] if row else []
        return [*self.hints(), *(KeyHint(("m", way.key), way.name, f"begin('{way.key}')", show=False) for way in ways)]

    def action_begin(self, key: str) -> None:
        """One of the ways on, by its key in the menu."""
        if row := self._row():
            found = [offer for offer in self._offers(row) if offer.key == key]
            self._take(row, (found[0], False) if found else None)

    def _take(self, row: DeckRow, taken: "tuple[Offer, bool] | None") -> None:
        if taken is None:
            return
        offer, afresh = taken
        other = offer.way == "challenge" and not offer.unfinished  # one of the other challenge may wait
        self.post_message(self.Chosen(row.path, offer.way, options=offer.options, fresh=afresh or other))

    def action_overview(self) -> None:
        self.post_message(self.Overview())

    # Other decks

    def action_open(self) -> None:
        from quiz.tui.picker import PickerScreen

        picker = PickerScreen(self._desk, self._folder)

        def after(path: Path | None) -> None:
            self._folder = picker.folder
            if path is not None:
                self.post_message(self.Chosen(path))

        self.app.push_screen(picker, after)

    # The filter

    @property
    def _wanted(self) -> str:
        """What is looked for in the titles."""
        return next((line.value for line in self.query(FinderInput)), "")

    async def action_filter(self) -> None:
        """Show the line to type in; it is made now, for most are here to go on with a deck and wait for the screen."""
        if not self.query(FinderInput):
            line = FinderInput(self.action_keep_filter, self._decks, placeholder=_("part of a title"))
            await self.query_one("#page").mount(Horizontal(line, id="open"), before=self.status)
        self.query_one("#open").display = True
        self.query_one(FinderInput).focus()

    def on_input_changed(self) -> None:
        self._show()

    def action_keep_filter(self) -> None:
        for line in self.query("#open"):
            line.display = bool(self._wanted)
        self._decks.focus()

    def action_clear_filter(self) -> None:
        for line in self.query(FinderInput):
            line.value = ""
        self.action_keep_filter()

    # Keys

    def describe(self, binding: Binding) -> str:
        row = self._row()
        if binding.action == "choose" and row is not None:
            return mark("Review") if row.due else mark("Go on") if row.unfinished else binding.description
        return binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys do something, in the list of decks and in the line of the filter."""
        typing, row = self.typing, self._row()
        match action:
            case "keep_filter":
                return typing
            case "clear_filter":
                return typing or bool(self._wanted)
            case "choose" | "menu":
                return not typing and row is not None
            case "start_over":
                return not typing and row is not None and row.unfinished
            case "open" | "filter" | "overview" | "leave":
                return not typing
            case _:
                return True

    def action_leave(self) -> None:
        self.app.exit()
