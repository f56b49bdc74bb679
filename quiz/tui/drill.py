"""The drill: a question, the answer, the verdict, the next question; or questions with their answers, to be read."""

import contextlib
from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from quiz import telling
from quiz.care import Keeper
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Deck
from quiz.study import Outcome, Session
from quiz.study.asking import KINDS
from quiz.tui import drillkeys
from quiz.tui.caring import CaringScreen
from quiz.tui.drillbar import DrillBar, Progress
from quiz.tui.drillkeys import Moment
from quiz.tui.keys import KeyHint
from quiz.tui.reply import Reply, begin
from quiz.tui.rowkeys import picks, press, reply_actions
from quiz.tui.sheet import Sheet
from quiz.tui.text import one_line
from quiz.tui.worksheet import Worksheet


class DrillScreen(CaringScreen):
    """Asks the questions of a session; dismissed with True when it is over, False when the user left before.

    `session.answer` saves each reply, so leaving never asks. A `Reply` says what the keys do while a question is asked.
    """

    BINDINGS: ClassVar[list[BindingType]] = drillkeys.BINDINGS

    def __init__(self, keeper: Keeper, deck: Deck, session: Session) -> None:
        super().__init__(keeper, deck, session)
        self._warned = False
        self._session_closed = False

    def body(self) -> Iterable[Widget]:
        yield DrillBar(self.deck.title, telling.name_of(self._session.mode))
        yield Worksheet(self.action_submit)

    def on_mount(self) -> None:
        if self._session.resumed:
            self.status.say(_("Resumed where you left off."))
        self._ask()
        if self._session.mode == "race":
            self.set_interval(1, self._tick)

    def on_unmount(self) -> None:
        self._close()

    def _tick(self) -> None:
        """Tell the time; when it is up, an unanswered question is too."""
        if self._session.over and self._outcome is None and self.is_current:
            self._leave(finished=True)
        elif not self._session_closed:
            self._count()

    # Asking

    def _ask(self, before: Sequence[str] = ()) -> None:
        """Ask the question that is due, with what was given `before`; without one the session has ended."""
        question = self._session.current()
        if question is None:
            self._leave(finished=True)
            return
        self._outcome, self._warned = None, False
        self.query_one(DrillBar).name_kind(_(KINDS[question.kind]))
        self._count()
        self._show_marks(question)
        if self._reads:
            self._work.show_read(question)
        else:
            self._work.ask(question, begin(question, before))

    def _count(self) -> None:
        done, total = self._session.answered, self._session.total
        words = telling.progress(self._session.mode, done, total), telling.score(self._session)
        self.query_one(DrillBar).count(Progress((done + self._reads) / max(total, 1), *words))

    def on_worksheet_changed(self) -> None:
        self.refresh_keys()

    def on_answer_input_shortened(self) -> None:
        self.status.say(_("An answer is one line of at most 200 characters."))

    def action_submit(self) -> None:
        """Enter: go on within the reply, or grade it; one that is not complete only when Enter comes a second time."""
        reply = self._work.reply
        if reply is None or self._work.enter():
            return
        if reply.is_complete() or self._warned:
            self._grade(reply)
        else:
            self._warned = True
            self.status.say(_("Not answered yet; Enter once more shows the answer."))

    def action_hint(self) -> None:
        if self._work.hint():
            self._unwarn()
        else:
            self.status.say(_("There are no more hints."))

    def action_skip(self) -> None:
        skipped = self._session.current()
        try:
            self._session.skip()
        except QuizError as error:
            self.status.complain(error)
            return
        last = skipped is not None and self._session.current() == skipped
        self.status.say(_("This is the last question left.") if last else _("Skipped; it comes back at the end."))
        self._ask()

    async def on_key(self, event: Key) -> None:
        if await press(self, event, _ACTIONS):
            self._unwarn()

    def action_reply(self, key: str) -> None:
        """One of the keys that the reply has a use of its own for."""
        self._work.use(key)
        self._unwarn()

    def on_rows_clicked(self) -> None:
        self._unwarn()

    def _unwarn(self) -> None:
        """The learner is at it again."""
        if self._warned:
            self._warned = False
            self.status.say("")

    # The verdict

    def _grade(self, reply: Reply) -> None:
        try:
            outcome = self._session.answer(reply.given(), reply.hints)
        except QuizError as error:
            self.status.complain(error)
            return
        except ValueError:  # the time ran out between the last tick and the key
            self._leave(finished=True)
            return
        self.status.say("")
        self._show_verdict(outcome)

    def _show_verdict(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._count()
        self._work.show_solved(outcome)

    def action_next(self) -> None:
        self.status.say("")
        if self._reads:
            try:
                self._session.skip()
            except QuizError as error:
                self.status.complain(error)
                return
        self._ask()

    def action_count_right(self) -> None:
        """Count the reply right, and have the deck accept it from now on."""
        try:
            outcome = self._session.count_right()
            self._show_verdict(outcome)
            texts = self._care.accept(outcome)
        except QuizError as error:
            self.status.complain(error)
            return
        if texts:
            answers = one_line(_(", ").join(texts))
            self.status.say(_("The deck accepts {answers} from now on.").format(answers=answers))

    # Keys

    def hints(self) -> list[KeyHint]:
        return [*picks(self._work.reply), *super().hints()]

    @property
    def _moment(self) -> Moment:
        return Moment(self._work.reply, self._outcome, self._reads)

    def describe(self, binding: Binding) -> str:
        return self._moment.name(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._moment.has_use_for(action, parameters)

    def action_scroll(self, pages: int) -> None:
        self.query_one(Sheet).scroll_pages(pages)

    def action_leave(self) -> None:
        self._leave(finished=False)

    def _leave(self, *, finished: bool) -> None:
        self._close()
        self.dismiss(finished)

    def _close(self) -> None:
        """Close the session once; an error here loses no answer, only the mark that the session has ended."""
        if not self._session_closed:
            self._session_closed = True
            with contextlib.suppress(QuizError):
                self._session.close()


_ACTIONS = reply_actions(DrillScreen.BINDINGS)
