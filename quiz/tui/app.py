"""The app: which screen comes after which, signals, and what happens when the program itself is at fault."""

import asyncio
import functools
import signal
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType
from textual.screen import Screen

from quiz.errors import QuizError
from quiz.faults import keep_traceback
from quiz.i18n import mark
from quiz.model import Deck
from quiz.tui.desk import Desk, Start
from quiz.tui.home import HomeScreen
from quiz.tui.remap import Remapped, rebind, wanted_keys
from quiz.tui.text import clean
from quiz.tui.theme import DARK, LIGHT

if TYPE_CHECKING:
    from quiz.study import Session


class QuizApp(App[None], Remapped):
    """Starts on the home screen, or, given a `session`, in the drill of `start.deck`."""

    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+p", "screen.palette", mark("Commands"), show=False),
        Binding("ctrl+t", "app.look", mark("Light or dark"), show=False),
        Binding("ctrl+c,ctrl+q", "app.quit", mark("Quit"), show=False, priority=True),
    ]

    _styled = ""
    """The theme that the styles were read for."""

    def __init__(self, desk: Desk, start: Start, session: "Session | None" = None) -> None:
        super().__init__()
        self._desk = desk
        self._start = start
        self._session = session
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        # Set now and not when the app is mounted: the styles are read but once.
        self._styled = LIGHT.name if desk.preferences.theme == "light" else DARK.name
        self.set_reactive(QuizApp.theme, self._styled)
        self.stylesheet.set_variables(self.get_css_variables())
        self.keys = wanted_keys(desk.preferences.keys)
        rebind(self._bindings, self)

    def on_mount(self) -> None:
        self._watch_signals()
        if self._start.deck is not None and self._session is not None:
            self._drill(self._start.deck, self._session)
        elif self._start.deck is not None:
            self._open_screen(self._start.deck, self._start.mode)

    def get_default_screen(self) -> Screen[Any]:
        """The home screen, unless there is a deck to begin with."""
        return super().get_default_screen() if self._start.deck is not None else HomeScreen(self._desk)

    def _watch_signals(self) -> None:
        """Leave in good order, with 128 plus the number, when the terminal is closed or the system asks to stop."""
        loop = asyncio.get_running_loop()
        if self.is_headless or sys.platform == "win32":
            return
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, functools.partial(self.exit, return_code=128 + number))

    def on_home_screen_chosen(self, event: HomeScreen.Chosen) -> None:
        try:
            deck = self._desk.open(event.path)
            self._open(deck, event)
        except QuizError as error:
            self._complain(error)

    def _open(self, deck: Deck, event: HomeScreen.Chosen) -> None:
        """Show the screen for what was chosen to be done with a deck."""
        match event.mode:
            case "curate":
                self._curate(deck)
            case "exam":
                self._exam(deck, fresh=event.fresh)
            case "stats":
                self._statistics(deck)
            case "plan":
                from quiz.tui.planning import PlanScreen

                self.push_screen(PlanScreen(self._desk, deck))
            case _:
                session = self._desk.begin(deck, mode=event.mode, options=event.options, fresh=event.fresh)
                self._drill(deck, session)

    def on_home_screen_overview(self) -> None:
        try:
            self._statistics()
        except QuizError as error:
            self._complain(error)

    def _open_screen(self, deck: Deck, mode: str) -> None:
        """The screen of a deck that the command line asked for."""
        try:
            if mode == "curate":
                self._curate(deck)
            else:
                self._exam(deck, fresh=self._start.fresh)
        except QuizError as error:
            self._complain(error)

    def _curate(self, deck: Deck) -> None:
        from quiz.tasks import flags
        from quiz.tui.curate import CurateScreen

        self.push_screen(CurateScreen(self._desk, deck, flags), lambda _none: self._back())

    def _statistics(self, deck: Deck | None = None) -> None:
        from quiz.tui.stats import StatsScreen

        self.push_screen(StatsScreen(self._desk, deck))

    def _exam(self, deck: Deck, *, fresh: bool) -> None:
        def drill(only: Sequence[str]) -> None:
            try:
                self._drill(deck, self._desk.begin(deck, only=only))
            except QuizError as error:
                self._complain(error)

        from quiz.tui.examflow import ExamFlow

        flow = ExamFlow(self, self._desk, deck, leave=self._back, drill=drill, complain=self._complain)
        flow.begin(fresh=fresh)

    def _drill(self, deck: Deck, session: "Session") -> None:
        from quiz.tui.drill import DrillScreen

        screen = DrillScreen(self._desk, deck, session)

        def after(finished: bool | None) -> None:
            if finished:
                self._sum_up(screen.deck, session)
            else:
                self._back()

        self.push_screen(screen, after)

    def _sum_up(self, deck: Deck, session: "Session") -> None:
        from quiz.tui.summary import SummaryScreen

        summary = session.summary()

        def after(again: bool | None) -> None:
            if not again:
                self._back()
                return
            try:
                self._drill(deck, self._desk.begin(deck, only=[question.id for question in summary.to_review]))
            except QuizError as error:
                self._complain(error)

        self.push_screen(SummaryScreen(deck, session), after)

    def _back(self) -> None:
        """To the home screen, or out when the program was started with a deck."""
        if not isinstance(self.screen, HomeScreen):
            self.exit()

    def _complain(self, error: QuizError) -> None:
        if isinstance(self.screen, HomeScreen):
            self.screen.status.complain(error)
        else:
            self.exit(message=Text(clean(str(error))), return_code=error.exit_code)

    def get_css_variables(self) -> dict[str, str]:
        """Those of the theme; none for Textual's own, for which it asks before there is another."""
        return super().get_css_variables() if self._styled else {}

    def refresh_css(self, animate: bool = True) -> None:
        """Read the styles for another theme. As it starts, Textual asks for this too, for the one they are read for."""
        if self._styled != self.theme:
            self._styled = self.theme
            super().refresh_css(animate)

    def action_look(self) -> None:
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def _handle_exception(self, error: Exception) -> None:
        """A fault of the program: keep its details in a file, restore the terminal, say what happened.

        Textual's own traceback prints the values of variables and takes seconds.
        """
        self._return_code = 1
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.panic(Text(keep_traceback(error)))
