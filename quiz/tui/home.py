"""The first screen: the decks, and a line to open another one."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.tasks import is_deck
from quiz.tui.answer import AnswerInput
from quiz.tui.desk import DeckRow, Desk
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.text import one_line
from quiz.tui.wrap import Piece


class HomeScreen(Page[None]):
    """Lists the decks of the desk and says which one to drill with `Chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Drill")),
        Binding("enter", "open_typed", mark("Open")),
        Binding("escape", "close_line", mark("Back")),
        Binding(letter("o"), "open", mark("Open a file")),
        HELP,
        Binding(letter("n"), "start_over", mark("Start over")),
        Binding(f"{letter('q')},escape", "leave", mark("Quit")),
    ]

    class Chosen(Message):
        """A deck file to drill; `fresh`: not from where it was left."""

        def __init__(self, path: Path, *, fresh: bool = False) -> None:
            super().__init__()
            self.path = path
            self.fresh = fresh

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._rows: list[DeckRow] = []
        self._making = False

    def body(self) -> Iterable[Widget]:
        yield Prose([Piece("quiz", "strong"), Piece("  " + _("Chinese study drill"), "dim")], id="title")
        yield OptionList(id="decks", markup=False, compact=True)
        yield Prose([Piece(_("There are no decks yet. Press o and type the path of a report."), "dim")], id="empty")
        with Horizontal(id="open"):
            yield AnswerInput(self.action_open_typed, id="path", placeholder=_("path of a report or deck"))

    def on_mount(self) -> None:
        self.query_one("#open").display = False

    def on_screen_resume(self) -> None:
        if not self.query_one("#open").display:
            self._list()

    def _list(self) -> None:
        """Read the decks anew and keep the highlighted place."""
        options = self.query_one(OptionList)
        place = options.highlighted or 0
        try:
            self._rows = self._desk.decks()
        except QuizError as error:
            self.status.complain(error)
        options.clear_options()
        options.add_options([Option(_entry(row), disabled=bool(row.problem)) for row in self._rows])
        options.display = bool(self._rows)
        self.query_one("#empty").display = not self._rows
        if self._rows:
            options.highlighted = min(place, len(self._rows) - 1)
            options.focus()

    def _row(self) -> DeckRow | None:
        place = self.query_one(OptionList).highlighted
        row = self._rows[place] if place is not None and place < len(self._rows) else None
        return None if row is None or row.problem else row

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_keys()

    def on_option_list_option_selected(self) -> None:
        self.action_choose()

    def action_choose(self) -> None:
        if row := self._row():
            self.post_message(self.Chosen(row.path))

    def action_start_over(self) -> None:
        if row := self._row():
            self.post_message(self.Chosen(row.path, fresh=True))

    def action_open(self) -> None:
        self.query_one("#open").display = True
        self.query_one(AnswerInput).focus()

    def action_open_typed(self) -> None:
        typed = self.query_one(AnswerInput).value.strip().strip("'\"")
        if typed and not self._making:
            self.run_worker(self._open(Path(typed).expanduser()))

    async def _open(self, path: Path) -> None:
        """Drill a deck file, or make a deck of a report first: in a thread, so that the screen stays alive."""
        self._making = True
        try:
            if not is_deck(path):
                self.status.say(_("Making questions of {name} ...").format(name=printable(path.name)))
                path = await asyncio.to_thread(self._desk.make, path)
            self.status.say("")
            self.action_close_line()
            self.post_message(self.Chosen(path))
        except QuizError as error:
            self.status.complain(error)
        finally:
            self._making = False

    def action_close_line(self) -> None:
        line = self.query_one(AnswerInput)
        line.value = ""
        self.query_one("#open").display = False
        self.query_one(OptionList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys do something, in the list of decks and in the line for a path."""
        typing = isinstance(self.focused, AnswerInput)
        row = self._row()
        match action:
            case "open_typed" | "close_line":
                return typing
            case "choose":
                return not typing and row is not None
            case "start_over":
                return not typing and row is not None and row.unfinished
            case "open" | "leave":
                return not typing
            case _:
                return True

    def action_leave(self) -> None:
        self.app.exit()


def _entry(row: DeckRow) -> Content:
    """A deck in two lines: its title, and how it stands."""
    title = Content(one_line(row.title))
    state = Content.styled("  " + one_line(_state(row)), "$error" if row.problem else "$secondary")
    return Content("\n").join([title, state])


def _state(row: DeckRow) -> str:
    if row.problem:
        return row.problem
    parts = [
        ngettext("{n} question", "{n} questions", row.questions).format(n=row.questions),
        _("{n} right").format(n=row.right),
        _("{n} wrong").format(n=row.wrong),
        _("{n} not yet").format(n=row.questions - row.right - row.wrong),
    ]
    return " · ".join([_("unfinished")] * row.unfinished + parts)
