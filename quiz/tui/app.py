"""The app: which screen comes after which, signals, and what happens when the program itself is at fault."""

import asyncio
import functools
import signal
import sys
from typing import ClassVar

from rich.text import Text
from textual.app import App
from textual.binding import Binding, BindingType

from quiz.errors import QuizError
from quiz.faults import keep_traceback
from quiz.i18n import mark
from quiz.model import Deck
from quiz.study import Session
from quiz.tui.desk import Desk, Start
from quiz.tui.drill import DrillScreen
from quiz.tui.home import HomeScreen
from quiz.tui.summary import SummaryScreen
from quiz.tui.text import clean
from quiz.tui.theme import DARK, LIGHT


class QuizApp(App[None]):
    """Starts on the home screen, or, given a `session`, in the drill of `start.deck`."""

    CSS_PATH = "quiz.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+t", "look", mark("Light or dark"), show=False),
        Binding("ctrl+c,ctrl+q", "quit", mark("Quit"), show=False, priority=True),
    ]

    def __init__(self, desk: Desk, start: Start, session: Session | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._start = start
        self._session = session

    def on_mount(self) -> None:
        for theme in (DARK, LIGHT):
            self.register_theme(theme)
        self.theme = DARK.name
        self._watch_signals()
        if self._start.deck is not None and self._session is not None:
            self._drill(self._start.deck, self._session)
        else:
            self.push_screen(HomeScreen(self._desk))

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
            self._drill(deck, self._desk.begin(deck, fresh=event.fresh))
        except QuizError as error:
            self._complain(error)

    def _drill(self, deck: Deck, session: Session) -> None:
        def after(finished: bool | None) -> None:
            if finished:
                self._sum_up(deck, session)
            else:
                self._back()

        self.push_screen(DrillScreen(deck, session), after)

    def _sum_up(self, deck: Deck, session: Session) -> None:
        summary = session.summary()

        def after(again: bool | None) -> None:
            if not again:
                self._back()
                return
            try:
                self._drill(deck, self._desk.begin(deck, only=[question.id for question in summary.to_review]))
            except QuizError as error:
                self._complain(error)

        self.push_screen(SummaryScreen(deck, summary), after)

    def _back(self) -> None:
        """To the home screen, or out when the program was started with a deck."""
        if not isinstance(self.screen, HomeScreen):
            self.exit()

    def _complain(self, error: QuizError) -> None:
        if isinstance(self.screen, HomeScreen):
            self.screen.status.complain(error)
        else:
            self.exit(message=Text(clean(str(error))), return_code=error.exit_code)

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
