"""What the keys of a drill do to the question itself: stars, suspending, edits, and taking that and replies back."""

from abc import abstractmethod
from collections.abc import Sequence

from quiz.care import Care, Keeper
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Deck, Question
from quiz.study import Mark, Outcome, Session
from quiz.study.asking import KINDS
from quiz.tui import answered
from quiz.tui.drillbar import DrillBar
from quiz.tui.page import Page
from quiz.tui.reply import given
from quiz.tui.worksheet import Worksheet

STAR, SUSPENDED = "★", "‖"


class CaringScreen(Page[bool]):
    """Half of the drill: what is not about asking and grading. `_outcome` is None while a question is asked; `_reads`
    says that questions are only looked at, with their answers."""

    def __init__(self, keeper: Keeper, deck: Deck, session: Session) -> None:
        super().__init__()
        self._care = Care(keeper, deck, session)
        self._session = session
        self._reads = session.mode == "browse"
        self._outcome: Outcome | None = None

    @abstractmethod
    def _ask(self, before: Sequence[str] = ()) -> None:
        """Ask the question that is due, with what was given `before`."""

    @abstractmethod
    def _count(self) -> None:
        """Tell how far the session is."""

    @property
    def deck(self) -> Deck:
        """The deck with what was edited on the way."""
        return self._care.deck

    @property
    def _work(self) -> Worksheet:
        return self.query_one(Worksheet)

    def _show_marks(self, question: Question) -> None:
        marks = self._care.marks(question)
        signs = ((STAR, "starred"), (SUSPENDED, "suspended"))
        self.query_one(DrillBar).show_marks("".join(sign for sign, name in signs if name in marks))

    def action_undo(self) -> None:
        """Take the last mark or reply back; a reply is asked for again, with what was given in place."""
        last, shown = self._session.last(), self._shown()
        try:
            undone = self._care.undo()
        except QuizError as error:
            self.status.complain(error)
            return
        question = self._session.current()
        if undone == "nothing":
            self.status.say(_("There is nothing to undo."))
        elif undone == "mark":
            self._after_mark_undone(shown)
        else:
            again = last is not None and question is not None and last.question.id == question.id
            self._ask(given(last) if last and again else ())
            self.status.say("" if self._reads else _("Taken back; answer again."))

    def _after_mark_undone(self, shown: Question | None) -> None:
        """Ask a question that was suspended again; one that was only starred stays as it is."""
        question = self._session.current()
        if self._outcome is None and question is not None and question != shown:
            self._ask()
        elif shown is not None:
            self._show_marks(shown)
            self._count()
        self.status.say(_("The mark is taken back."))

    # Marks and edits

    def _shown(self) -> Question | None:
        """The question on the screen, as the deck has it now."""
        question = self._session.current() if self._outcome is None else self._outcome.question
        return None if question is None else self.deck.question(question.id) or question

    def action_star(self) -> None:
        self._toggle("starred", _("Starred."), _("The star is taken away."))

    def action_suspend(self) -> None:
        self._toggle("suspended", _("Suspended: it is asked no more; undo takes that back."), _("It is asked again."))

    def _toggle(self, name: Mark, on: str, off: str) -> None:
        question = self._shown()
        if question is None:
            return
        try:
            marked = self._care.toggle(name, question)
        except QuizError as error:
            self.status.complain(error)
            return
        if name == "suspended" and self._outcome is None:
            self._ask()
        else:
            self._show_marks(question)
            self._count()
        self.status.say(on if marked else off)

    def action_edit(self) -> None:
        from quiz.tui.editing import EditScreen

        question = self._shown()
        if question is not None:
            self.app.push_screen(EditScreen(question, self._care.save), self._after_edit)

    def _after_edit(self, question: Question | None) -> None:
        if question is not None:
            self.query_one(DrillBar).name_kind(_(KINDS[question.kind]))
            outcome = self._outcome  # its verdict stands, whatever the new words would make of the reply
            about = [answered.verdict(outcome.grade, overruled=outcome.overruled)] if outcome else []
            self._work.show_read(question, about)
            self.status.say(_("Saved in the deck."))
