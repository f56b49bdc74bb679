"""The way through an exam: set it up or resume it, sit it, look at the result."""

from collections.abc import Callable, Sequence

from textual.app import App

from quiz.care import accepting
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Deck
from quiz.study import Outcome
from quiz.study.exam import Exam
from quiz.study.paper import Layout
from quiz.tui.desk import Desk
from quiz.tui.exam import ExamScreen
from quiz.tui.examform import number
from quiz.tui.examresult import ExamResultScreen
from quiz.tui.examsetup import ExamSetupScreen


class ExamFlow:
    """`leave` is called at the end, `drill` instead when the learner wants to drill questions by their ids, `complain`
    when something failed."""

    def __init__(
        self,
        app: App[None],
        desk: Desk,
        deck: Deck,
        *,
        leave: Callable[[], None],
        drill: Callable[[Sequence[str]], None],
        complain: Callable[[QuizError], None],
    ) -> None:
        self._app, self._desk, self._deck = app, desk, deck
        self._leave, self._drill, self._complain = leave, drill, complain

    def begin(self, *, fresh: bool = False) -> None:
        """Go on with the unfinished exam, show the result of one whose time ran out meanwhile, or set up a new one.

        Raises QuizError.
        """
        exam = None if fresh else self._desk.unfinished_exam(self._deck)
        if exam is None:
            self._set_up()
        elif not exam.questions:
            exam.hand_in()
            self._set_up(_("No question of the exam that you left is in the deck any more; it is over."))
        elif exam.handed_in:
            self._result(exam, _("The time ran out while you were away; the exam was handed in."))
        else:
            self._sit(exam)

    def _set_up(self, note: str = "") -> None:
        deck = self._deck
        hidden = self._desk.marked(deck, "suspended", "rejected")
        last = note or self._last_time()
        self._app.push_screen(ExamSetupScreen(deck, hidden, lambda: last), self._draw)

    def _last_time(self) -> str:
        past = self._desk.past_exams(self._deck)
        if not past:
            return ""
        newest, moment = past[0]
        total = self._desk.exam_result(self._deck, newest).total
        if not total.of:  # its questions have left the deck
            return ""
        text = _("Last time, {date}: {points} of {of} points.")
        date = moment.astimezone().strftime("%Y-%m-%d")
        return text.format(date=date, points=number(total.points), of=number(total.of))

    def _draw(self, layout: Layout | None) -> None:
        if layout is None:
            self._leave()
            return
        try:
            self._sit(self._desk.exam(self._deck, layout=layout, fresh=True))
        except QuizError as error:
            self._complain(error)

    def _sit(self, exam: Exam) -> None:
        def after(handed_in: bool | None) -> None:
            if not handed_in:
                self._leave()
                return
            note = _("The time is over; the exam was handed in.") if self._ran_out(exam) else ""
            self._result(exam, note)

        self._app.push_screen(ExamScreen(self._deck, exam), after)

    def _ran_out(self, exam: Exam) -> bool:
        return bool(exam.limit) and self._desk.exam_seconds(self._deck, exam) >= exam.limit

    def _accept(self, outcome: Outcome) -> tuple[str, ...]:
        """Have the deck accept a reply that was counted right; the answers that it did not know. Raises QuizError."""
        old, new = accepting(self._deck, outcome)
        if new == old:
            return ()
        self._deck = self._desk.save(self._deck, new)
        return tuple(alternative.text for alternative in outcome.alternatives)

    def _result(self, exam: Exam, note: str) -> None:
        def after(again: tuple[str, ...] | None) -> None:
            if again:
                self._drill(again)
            else:
                self._leave()

        try:
            seconds = self._desk.exam_seconds(self._deck, exam)
            self._app.push_screen(ExamResultScreen(self._deck, exam, seconds, note, self._accept), after)
        except QuizError as error:
            self._complain(error)
