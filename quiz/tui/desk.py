"""What the screens may ask of the program; given from outside, so that a test can give a stand-in."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from quiz.model import Deck
from quiz.study import Session
from quiz.tasks import DeckRow

__all__ = ["DeckRow", "Desk", "Start"]


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: with a deck, or on the home screen. `fresh` ends an unfinished session of the deck first."""

    deck: Deck | None = None
    fresh: bool = False


class Desk(Protocol):
    """Decks and sessions; every method may raise `QuizError` with a sentence for the user."""

    def decks(self) -> list[DeckRow]:
        """The shipped decks and the user's own."""

    def open(self, path: Path) -> Deck:
        """The deck in a deck file."""

    def begin(self, deck: Deck, *, only: Sequence[str] | None = None, fresh: bool = False) -> Session:
        """A new session, or the unfinished one; `only` holds the ids of the questions to ask."""

    def make(self, path: Path) -> Path:
        """Turn a report into a kept deck and return its path; takes a while, so it is called in another thread."""
