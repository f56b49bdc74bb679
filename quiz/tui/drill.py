"""The drill: a question, the answer, the verdict, the next question."""

import contextlib
from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Deck, Question, Verdict
from quiz.study import Outcome, Session
from quiz.tui import stem
from quiz.tui.answer import AnswerInput
from quiz.tui.drillbar import DrillBar
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.sheet import Sheet
from quiz.tui.wrap import Piece


class DrillScreen(Page[bool]):
    """Asks the questions of a session; dismissed with True when all are answered, False when the user left before.

    `session.answer` saves each reply, so leaving never asks.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,ideographic_space", "next", mark("Next")),
        Binding(letter("c"), "count_right", mark("Count as right")),
        Binding("enter", "submit", mark("Answer")),
        HELP,
        Binding("ctrl+n", "skip", mark("Skip")),
        Binding(f"{letter('u')},ctrl+z", "undo", mark("Undo")),
        Binding(f"{letter('q')},escape", "leave", mark("Leave")),
        Binding("up,shift+tab", "previous_blank", mark("Previous blank")),
        Binding("pageup", "scroll(-1)", mark("Scroll up"), show=False),
        Binding("pagedown", "scroll(1)", mark("Scroll down"), show=False),
    ]

    def __init__(self, deck: Deck, session: Session) -> None:
        super().__init__()
        self._deck = deck
        self._session = session
        self._question: Question | None = None
        self._outcome: Outcome | None = None  # not None while a verdict is shown
        self._typed: list[str] = []
        self._place = 0
        self._session_closed = False

    def body(self) -> Iterable[Widget]:
        yield DrillBar(self._deck.title, self._session.total)
        with Vertical(id="work"):
            yield Sheet(id="sheet")
            with Vertical(id="ask"):
                yield Prose(id="label")
                yield AnswerInput(self.action_submit, id="answer")

    def on_mount(self) -> None:
        if self._session.resumed:
            self.status.say(_("Resumed where you left off."))
        self._ask()

    def on_unmount(self) -> None:
        self._close()

    # Asking

    def _ask(self, typed: Iterable[str] = ()) -> None:
        """Show the question that is due, with `typed` in its blanks; without one the session has ended."""
        self._outcome = None
        self._question = self._session.current()
        if self._question is None:
            self._leave(finished=True)
            return
        self._typed = list(typed) or [""] * stem.answer_count(self._question)
        self._place = 0
        self._count()
        self.query_one("#ask").display = True
        self._show_blank()

    def _count(self) -> None:
        self.query_one(DrillBar).count(self._session.answered, self._session.summary().right)

    def _show_blank(self) -> None:
        """Make blank `_place` the one that is typed in."""
        answer = self.query_one(AnswerInput)
        answer.value = self._typed[self._place]
        answer.cursor_position = len(answer.value)
        answer.focus()
        self._show_label()
        self._show_stem()
        self.refresh_keys()
        self.call_after_refresh(self.query_one(Sheet).scroll_to_blank)

    def _show_label(self) -> None:
        assert self._question is not None
        parts = []
        if len(self._typed) > 1:
            parts.append(_("blank {n} of {total}").format(n=self._place + 1, total=len(self._typed)))
        if hint := stem.hint(self._question, self._place):
            parts.append(_("hint: {hint}").format(hint=hint))
        self.query_one("#label", Prose).show([Piece("  ".join(parts), "dim")] if parts else [])

    def _show_stem(self) -> None:
        assert self._question is not None
        self.query_one(Sheet).show_asked(self._question, self._typed, self._place)

    def on_input_changed(self) -> None:
        """Show what is typed in its blank; read from the line, as a late message may tell of the blank before."""
        if self._outcome is None and self._question is not None:
            self._typed[self._place] = self.query_one(AnswerInput).value
            self._show_stem()

    def on_answer_input_shortened(self) -> None:
        self.status.say(_("An answer is one line of at most 200 characters."))

    def action_submit(self) -> None:
        """Enter: on to the next blank, or grade. Enter on nothing at all shows the answer."""
        if self._question is None or self._outcome is not None:
            return
        self._typed[self._place] = self.query_one(AnswerInput).value
        nothing = not any(text.strip() for text in self._typed)
        if self._place + 1 < len(self._typed) and not (nothing and self._place == 0):
            self._place += 1
            self._show_blank()
        else:
            self._grade()

    def action_previous_blank(self) -> None:
        if self._place > 0:
            self._typed[self._place] = self.query_one(AnswerInput).value
            self._place -= 1
            self._show_blank()

    def action_skip(self) -> None:
        skipped = self._question
        try:
            self._session.skip()
        except QuizError as error:
            self.status.complain(error)
            return
        last = skipped is not None and self._session.current() == skipped
        self.status.say(_("This is the last question left.") if last else _("Skipped; it comes back at the end."))
        self._ask()

    # The verdict

    def _grade(self) -> None:
        try:
            outcome = self._session.answer(self._typed)
        except QuizError as error:
            self.status.complain(error)
            return
        self.status.say("")
        self._show_verdict(outcome)

    def _show_verdict(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.query_one("#ask").display = False
        self.set_focus(None)
        self._count()
        self.query_one(Sheet).show_solved(outcome)
        self.refresh_keys()

    def action_next(self) -> None:
        self.status.say("")
        self._ask()

    def action_count_right(self) -> None:
        try:
            self._show_verdict(self._session.count_right())
        except QuizError as error:
            self.status.complain(error)

    def action_undo(self) -> None:
        """Take the last reply back and ask again, with what was typed in place."""
        last = self._session.last()
        try:
            question = self._session.undo()
        except QuizError as error:
            self.status.complain(error)
            return
        if question is None:
            self.status.say(_("There is nothing to undo."))
            return
        typed = [blank.given for blank in last.grade.blanks] if last and last.question == question else []
        self._ask(typed)
        self.status.say(_("Taken back; answer again."))

    # Keys

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Which keys do something, while a question is asked and while its verdict is shown."""
        outcome = self._outcome
        match action:
            case "next":
                return outcome is not None
            case "count_right":
                return outcome is not None and not outcome.overruled and outcome.grade.verdict is not Verdict.RIGHT
            case "submit" | "skip":
                return outcome is None
            case "previous_blank":
                return outcome is None and self._place > 0
            case _:
                return True

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
