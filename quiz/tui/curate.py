"""Curating: the questions of a deck one after another, to accept, reject, suspend, star or edit them."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar, Protocol

from textual.binding import Binding, BindingType
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Deck, Question
from quiz.study import MARKS, Mark
from quiz.study.asking import KINDS
from quiz.study.marks import HIDDEN
from quiz.tui import answered
from quiz.tui.drillbar import DrillBar, Progress
from quiz.tui.editing import EditScreen
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.sheet import Sheet
from quiz.tui.worksheet import Worksheet
from quiz.tui.wrap import Piece

ALL, FLAGGED, UNREVIEWED = QUEUES = (mark("All questions"), mark("Doubtful ones"), mark("Not looked at yet"))
NAMES: dict[Mark, tuple[str, str]] = {
    "rejected": ("✗", mark("Rejected: it is never asked")),
    "suspended": ("‖", mark("Suspended: it is not asked for now")),
    "starred": ("★", mark("Starred")),
}


class Keeper(Protocol):
    """Where questions and marks are kept; every method may raise QuizError."""

    def save(self, deck: Deck, question: Question) -> Deck: ...
    def mark(self, deck: Deck, question: str, name: Mark) -> bool: ...
    def unmark(self, deck: Deck, question: str, name: Mark) -> bool: ...
    def marked(self, deck: Deck, *names: Mark) -> frozenset[str]: ...


class CurateScreen(Page[None]):
    """Marks are kept at once. What was accepted is remembered while the screen is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{letter('a')},enter", "accept", mark("Accept")),
        Binding(letter("r"), "put('rejected')", mark("Reject")),
        Binding(letter("e"), "edit", mark("Edit")),
        HELP,
        Binding(letter("u") + ",ctrl+z", "undo", mark("Undo")),
        Binding(letter("x"), "put('suspended')", mark("Suspend")),
        Binding(letter("s"), "put('starred')", mark("Star")),
        Binding("tab", "queue", mark("Range")),
        Binding(f"{letter('q')},escape", "leave", mark("Leave")),
        Binding("right,down,space,ideographic_space", "move(1)", mark("Next"), show=False),
        Binding("left,up,backspace", "move(-1)", mark("Question before"), show=False),
        Binding("pageup", "scroll(-1)", mark("Scroll up"), show=False),
        Binding("pagedown", "scroll(1)", mark("Scroll down"), show=False),
    ]

    def __init__(self, keeper: Keeper, deck: Deck, flag: Callable[[Deck], Mapping[str, tuple[str, ...]]]) -> None:
        """`flag` names the quality checks that each question of a deck fails, by its id."""
        super().__init__()
        self._keeper = keeper
        self._deck = deck
        self._flag = flag
        self._flags = flag(deck)
        self._accepted: set[str] = set()
        self._marks: dict[str, set[Mark]] = {}
        self._queue = ALL
        self._ids = [question.id for question in deck.questions]
        self._at = 0
        self._undo: list[tuple[str, Callable[[], None]]] = []

    def body(self) -> Iterable[Widget]:
        yield DrillBar(self._deck.title, self._title())
        yield Worksheet(lambda: None)

    def on_mount(self) -> None:
        try:
            for name in MARKS:
                for question in self._keeper.marked(self._deck, name):
                    self._marks.setdefault(question, set()).add(name)
        except QuizError as error:
            self.status.complain(error)
        self._show()

    # What is on the screen

    def _title(self) -> str:
        return _("Curate") if self._queue == ALL else _(self._queue)

    def _current(self) -> Question | None:
        return self._deck.question(self._ids[self._at]) if self._ids else None

    def _show(self) -> None:
        bar, question = self.query_one(DrillBar), self._current()
        counts = [(sign, sum(name in marks for marks in self._marks.values())) for name, (sign, _m) in NAMES.items()]
        score = "  ".join(f"{sign} {n}" for sign, n in [("✓", len(self._accepted)), *counts] if n or sign in "✓✗")
        number = self._at + bool(self._ids)
        bar.count(Progress(number / max(len(self._ids), 1), f"{number}/{len(self._ids)}", score))
        bar.name_kind(_(KINDS[question.kind]) if question else "")
        if question is None:
            self.status.say(_("No question of the deck is of these: {queue}").format(queue=_(self._queue)))
            return
        source = [*answered.source(question), *self._doubts(question)]
        self.query_one(Worksheet).show_read(question, self._state(question), source)

    def _state(self, question: Question) -> list[Piece]:
        marks = self._marks.get(question.id, set())
        words = [Piece("✓ " + _("Accepted"), "right")] if question.id in self._accepted else []
        for name, (sign, text) in NAMES.items():
            if name in marks:
                words.append(Piece(f"{sign} {_(text)}", "wrong" if name == "rejected" else "missed"))
        if not words:
            words.append(Piece("· " + _("Not looked at yet"), "dim"))
        return [piece for word in words for piece in (Piece("  " if word is not words[0] else ""), word)]

    def _doubts(self, question: Question) -> list[Piece]:
        names = self._flags.get(question.id, ())
        words = [f"\n? {_(name)}" for name in names]
        return [Piece("".join(words), "partly")] if words else []

    # Keys

    def action_move(self, step: int) -> None:
        self.status.say("")
        if 0 <= self._at + step < len(self._ids):
            self._at += step
        else:
            self.status.say(_("This is the last question.") if step > 0 else _("This is the first question."))
        self._show()

    def action_scroll(self, pages: int) -> None:
        self.query_one(Sheet).scroll_pages(pages)

    def action_queue(self) -> None:
        """Walk through all questions, the doubtful ones, those not looked at yet; the current one stays if it can."""
        question = self._current()
        self._queue = QUEUES[(QUEUES.index(self._queue) + 1) % len(QUEUES)]
        self._ids = [question.id for question in self._deck.questions if self._belongs(question.id)]
        self._at = self._ids.index(question.id) if question and question.id in self._ids else 0
        self.query_one(DrillBar).name_mode(self._title())
        self.status.say(_(self._queue))
        self.query_one(Worksheet).display = bool(self._ids)
        self._show()

    def _belongs(self, question: str) -> bool:
        if self._queue == FLAGGED:
            return bool(self._flags.get(question))
        return self._queue == ALL or not (question in self._accepted or self._marks.get(question))

    def action_accept(self) -> None:
        """The question is good: it is asked, and what hid it is taken away."""
        if (question := self._current()) is None:
            return
        new, name = question.id not in self._accepted, question.id
        hidden = [hiding for hiding in HIDDEN if hiding in self._marks.get(name, set())]
        if not all(self._set(name, hiding, on=False) for hiding in hidden):
            return
        self._accepted.add(name)

        def back() -> None:
            if new:
                self._accepted.discard(name)
            for hiding in hidden:
                self._set(name, hiding, on=True)

        self._undo.append((name, back))
        self.action_move(1)

    def action_put(self, name: Mark) -> None:
        """Mark the question or take the mark away; a rejected one leads on to the next."""
        if (question := self._current()) is None:
            return
        on, id_ = name not in self._marks.get(question.id, set()), question.id
        if not self._set(id_, name, on=on):
            return
        accepted = on and name == "rejected" and id_ in self._accepted
        self._accepted -= {id_} if accepted else set()

        def back() -> None:
            self._set(id_, name, on=not on)
            self._accepted.update([id_] if accepted else [])

        self._undo.append((id_, back))
        if on and name == "rejected":
            self.action_move(1)
        else:
            self.status.say("")
            self._show()

    def _set(self, question: str, name: Mark, *, on: bool) -> bool:
        """Put a mark on a question or take it away; False when it could not be kept."""
        try:
            (self._keeper.mark if on else self._keeper.unmark)(self._deck, question, name)
        except QuizError as error:
            self.status.complain(error)
            return False
        marks = self._marks.setdefault(question, set())
        (marks.add if on else marks.discard)(name)
        return True

    def action_edit(self) -> None:
        if (question := self._current()) is None:
            return

        def save(new: Question) -> None:
            self._replace(new)
            self._undo.append((new.id, lambda: self._restore(question)))

        def after(new: Question | None) -> None:
            if new is not None:
                self._show()
                self.status.say(_("Saved in the deck."))

        self.app.push_screen(EditScreen(question, save), after)

    def _replace(self, question: Question) -> None:
        self._deck = self._keeper.save(self._deck, question)
        self._flags = self._flag(self._deck)

    def _restore(self, question: Question) -> None:
        try:
            self._replace(question)
        except QuizError as error:
            self.status.complain(error)

    def action_undo(self) -> None:
        """Take the last decision or edit back and show its question."""
        if not self._undo:
            self.status.say(_("There is nothing to undo."))
            return
        self.status.say(_("Taken back."))
        question, back = self._undo.pop()
        back()
        if question not in self._ids:
            self._queue, self._ids = ALL, [other.id for other in self._deck.questions]
            self.query_one(DrillBar).name_mode(self._title())
            self.query_one(Worksheet).display = True
        self._at = self._ids.index(question)
        self._show()

    def action_leave(self) -> None:
        self.dismiss()
