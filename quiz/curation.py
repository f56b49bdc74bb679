"""What a curator decides on the questions of a deck, each decision to be taken back. No screen in it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from quiz.model import Cloze, Deck, Question
from quiz.study import MARKS, Mark
from quiz.study.marks import HIDDEN

DECIDED: tuple[Mark, ...] = ("accepted", *HIDDEN)
"""A question with one of these was looked at."""


class Keeper(Protocol):
    """Where decks and marks are kept; `quiz.desk.Desk` is one. Every method may raise QuizError."""

    def save(self, deck: Deck, question: Question) -> Deck: ...
    def split(self, deck: Deck, question: Cloze) -> Deck: ...
    def join(self, deck: Deck, parts: Sequence[str], question: Question) -> Deck: ...
    def mark(self, deck: Deck, question: str, name: Mark) -> bool: ...
    def unmark(self, deck: Deck, question: str, name: Mark) -> bool: ...
    def marked(self, deck: Deck, *names: Mark) -> frozenset[str]: ...


class Curation:
    """Keeps `deck`, its file and the marks in step. Every method may raise QuizError."""

    def __init__(self, keeper: Keeper, deck: Deck, flag: Callable[[Deck], Mapping[str, tuple[str, ...]]]) -> None:
        """`flag` names the quality checks that each question of a deck fails, by its id."""
        self.deck = deck
        self.doubts = flag(deck)
        self._keeper, self._flag = keeper, flag
        self._marks: dict[Mark, set[str]] = {name: set() for name in MARKS}
        self._done: list[tuple[str, Callable[[], None]]] = []  # a question and what takes the decision on it back

    def load(self) -> None:
        """Read the marks of the questions that there are."""
        present = {question.id for question in self.deck.questions}
        for name in MARKS:
            self._marks[name] = present & self._keeper.marked(self.deck, name)

    def has(self, question: str, name: Mark) -> bool:
        return question in self._marks[name]

    def count(self, name: Mark) -> int:
        return len(self._marks[name])

    def is_decided(self, question: str) -> bool:
        """Whether somebody looked at the question, as it is now."""
        return any(self.has(question, name) for name in DECIDED)

    def accept(self, question: str) -> None:
        """The question is good: it is asked, and what hid it is taken away."""
        self._decide(question, [(name, False) for name in HIDDEN] + [("accepted", True)])

    def toggle(self, question: str, name: Mark) -> bool:
        """Mark a question, or take the mark away where it has it; True when it has it now."""
        on = not self.has(question, name)
        taken: list[tuple[Mark, bool]] = [("accepted", False)] if on and name == "rejected" else []
        self._decide(question, [*taken, (name, on)])
        return on

    def edit(self, new: Question) -> None:
        """Put `new` in the place of the question with its id."""
        old = self.deck.question(new.id)
        self._renew(self._keeper.save(self.deck, new))
        if old is not None:
            self._done.append((new.id, lambda: self._renew(self._keeper.save(self.deck, old))))

    def split(self, question: Cloze) -> list[str]:
        """Put a question for each blank in the place of `question`; their ids."""
        before = {old.id for old in self.deck.questions}
        self._renew(self._keeper.split(self.deck, question))
        parts = [new.id for new in self.deck.questions if new.id not in before]
        self._done.append((question.id, lambda: self._renew(self._keeper.join(self.deck, parts, question))))
        return parts

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    def undo(self) -> str | None:
        """Take the last decision back; the question that it was about, None when there is none to take back."""
        if not self._done:
            return None
        question, back = self._done[-1]
        back()
        self._done.pop()
        return question

    def _decide(self, question: str, wanted: list[tuple[Mark, bool]]) -> None:
        changes = [(name, on) for name, on in wanted if self.has(question, name) is not on]
        self._put(question, changes)
        self._done.append((question, partial(self._put, question, [(name, not on) for name, on in changes])))

    def _put(self, question: str, changes: list[tuple[Mark, bool]]) -> None:
        for name, on in changes:
            (self._keeper.mark if on else self._keeper.unmark)(self.deck, question, name)
            (self._marks[name].add if on else self._marks[name].discard)(question)

    def _renew(self, deck: Deck) -> None:
        """Go on with the deck as a change left it: other words are doubted anew, and were not accepted."""
        self.deck = deck
        self.doubts = self._flag(deck)
        self.load()


def can_split(question: Question | None) -> bool:
    """Whether a question asks for several things that can be asked one by one."""
    return isinstance(question, Cloze) and len(question.blanks) > 1
