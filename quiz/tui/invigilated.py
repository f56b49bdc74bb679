"""An exam under way: the time that is left, and handing in."""

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.study.exam import Exam
from quiz.tui.exambar import LAST, ExamBar, places
from quiz.tui.examsitting import Sitting
from quiz.tui.page import Page


class InvigilatedScreen(Page[bool]):
    """Dismissed with True when the exam was handed in, by the learner or by the clock, False when the learner left it
    to be resumed.

    What is typed is saved once a second, so that the end of the time takes nothing away.
    """

    def __init__(self, exam: Exam) -> None:
        super().__init__()
        self._exam = exam
        self._sitting = Sitting(exam)
        self._asks = False  # whether F4 once more hands in
        self._warned = False  # that five minutes are left
        self._over = False

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)
        self._tick()

    def on_screen_resume(self) -> None:
        self.call_later(self._tick)

    def _save(self) -> bool:
        """Save the reply if it changed; False when it could not be, also because the exam is over."""
        raise NotImplementedError

    # The time

    def _tick(self) -> None:
        """Once a second: the clock, what was typed, the end of the time."""
        if self._over:
            return
        try:
            left = self._exam.left()
        except QuizError as error:
            self.status.complain(error)
            return
        if left == 0.0:
            if self.app.screen is self:  # else when help is closed
                self._leave(handed_in=True)
            return
        self.query_one(ExamBar).tick(left)
        if left is not None and left <= LAST and not self._warned:
            self._warned = True
            self.status.say(_("Five minutes are left; then the exam is handed in by itself."), "missed")
        self._save()

    # Handing in

    def action_hand_in(self) -> None:
        """The first time say what is not answered, the second time hand in."""
        if not self._save():
            return
        if self._asks:
            self._hand_in()
            return
        self._asks = True
        missing = [place + 1 for place in self._sitting.missing()]
        if missing:
            message = _("Not answered: {numbers}. F4 once more hands in.").format(numbers=places(missing))
            self.status.say(message, "missed")
        else:
            self.status.say(_("Everything is answered. F4 once more hands in."))

    def _unask(self) -> None:
        if self._asks:
            self._asks = False
            self.status.say("")

    def on_input_changed(self) -> None:
        self._unask()

    def _hand_in(self) -> None:
        try:
            self._exam.hand_in()
        except QuizError as error:
            self.status.complain(error)
            return
        self._leave(handed_in=True)

    def _leave(self, *, handed_in: bool) -> None:
        if not self._over:
            self._over = True
            self.dismiss(handed_in)
