"""What a learner does to questions on the way through a session: marks, edits, answers to accept. No screen in it."""

from typing import Literal, Protocol, TypeAlias

from quiz.model import Deck, Question
from quiz.study import Mark, Outcome, Session, accept

Undone: TypeAlias = Literal["nothing", "mark", "reply"]
TOGGLED: tuple[Mark, ...] = ("starred", "suspended")


class Keeper(Protocol):
    """Where decks and marks are kept; `quiz.desk.Desk` is one. Every method may raise QuizError."""

    def save(self, deck: Deck, question: Question) -> Deck:
        """Put a question into the deck's file, and return the deck so changed."""

    def marked(self, deck: Deck, *names: Mark) -> frozenset[str]:
        """The ids of the questions that carry one of these marks."""


def accepting(deck: Deck, outcome: Outcome) -> tuple[Question, Question]:
    """The question of a reply as the deck has it, and as it is when it accepts what was counted right."""
    old = deck.question(outcome.question.id) or outcome.question
    return old, accept(old, outcome.alternatives)


class Care:
    """Keeps `deck`, its file and the running session in step. Every method may raise QuizError."""

    def __init__(self, keeper: Keeper, deck: Deck, session: Session) -> None:
        self.deck = deck
        self._keeper = keeper
        self._session = session
        self._before: dict[str, Question] = {}  # questions as they were before they accepted more answers

    def marks(self, question: Question) -> tuple[Mark, ...]:
        """What a question is marked as."""
        return tuple(name for name in TOGGLED if question.id in self._keeper.marked(self.deck, name))

    def toggle(self, name: Mark, question: Question) -> bool:
        """Mark a question, or take the mark away where it has it; True when it has it now."""
        if question.id in self._keeper.marked(self.deck, name):
            self._session.unmark(name, question)
            return False
        self._session.mark(name, question)
        return True

    def save(self, question: Question) -> None:
        """Put an edited question into the deck's file and into the session."""
        self._save(question)
        self._before.pop(question.id, None)

    def accept(self, outcome: Outcome) -> tuple[str, ...]:
        """Store what was counted right as further answers; the new ones."""
        old, new = accepting(self.deck, outcome)
        if new == old:
            return ()
        self._save(new)
        self._before.setdefault(old.id, old)
        return tuple(alternative.text for alternative in outcome.alternatives)

    def undo(self) -> Undone:
        """Take back the last mark, or the last reply and with it the answers that were accepted for it."""
        marks, last = self._all_marks(), self._session.last()
        if self._session.undo() is None and marks == self._all_marks() and self._session.last() == last:
            return "nothing"
        if marks != self._all_marks():
            return "mark"
        if last is not None and last.overruled and last.question.id in self._before:
            self._save(self._before.pop(last.question.id))
        return "reply"

    def _save(self, question: Question) -> None:
        self.deck = self._keeper.save(self.deck, question)
        self._session.take(question)

    def _all_marks(self) -> list[frozenset[str]]:
        return [self._keeper.marked(self.deck, name) for name in TOGGLED]
