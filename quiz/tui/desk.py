"""What the screens may ask of the program; given from outside, so that a test can give a stand-in."""

from __future__ import annotations  # most of what is named here is loaded when it is used, if at all

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from quiz.desk import DeckRow

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from quiz.desk import Figures
    from quiz.model import Cloze, Deck, Question
    from quiz.settings import Preferences
    from quiz.study import Mark, Mode, Options, Session
    from quiz.study.counts import Counts
    from quiz.study.exam import Exam
    from quiz.study.history import Day, Streak
    from quiz.study.paper import Layout
    from quiz.study.planning import Goal, Plan
    from quiz.study.scoring import Result
    from quiz.tasks import Progress

__all__ = ["DeckRow", "Desk", "Start"]


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: with a deck, or on the home screen. `fresh` ends an unfinished session of the deck first; `mode`
    is one of a session, or "exam" or "curate" for these screens."""

    deck: Deck | None = None
    fresh: bool = False
    mode: str = "order"


class Desk(Protocol):
    """Decks and sessions; every method may raise `QuizError` with a sentence for the user."""

    @property
    def preferences(self) -> Preferences:
        """What the user has set."""

    def open_log(self) -> object:
        """Raises where no answer can be kept; the decks and the statistics can be looked at then too."""

    def decks(self) -> list[DeckRow]:
        """The shipped decks and the user's own."""

    def open(self, path: Path) -> Deck:
        """The deck in a deck file."""

    def begin(
        self,
        deck: Deck,
        *,
        mode: Mode = "order",
        options: Options | None = None,
        only: Sequence[str] | None = None,
        fresh: bool = False,
    ) -> Session:
        """A new session, or the unfinished one of the mode; `only` holds the ids of the questions to ask."""

    def options(self) -> Options:
        """What the user has set for the modes; a challenge has one life."""

    def unfinished(self, deck: Deck, mode: Mode) -> Options | None:
        """What the session that waits to be resumed was begun with; None when none waits."""

    def save(self, deck: Deck, question: Question) -> Deck:
        """Put a question in the place of the one with its id, in the file too, and return the deck so changed."""

    def split(self, deck: Deck, question: Cloze) -> Deck:
        """Put a question for each blank in the place of one, in the file too, and return the deck so changed."""

    def join(self, deck: Deck, parts: Sequence[str], question: Question) -> Deck:
        """Take a split back, in the file too, and return the deck so changed."""

    def mark(self, deck: Deck, question: str, name: Mark) -> bool:
        """Mark a question, by its id; False when it was marked so already."""

    def unmark(self, deck: Deck, question: str, name: Mark) -> bool:
        """Take a mark away; False when there was none."""

    def marked(self, deck: Deck, *names: Mark) -> frozenset[str]:
        """The ids of the questions that carry one of these marks."""

    def waiting(self, deck: Deck) -> int:
        """How many questions a review would ask now."""

    def counts(self, deck: Deck) -> Counts:
        """Where the deck stands."""

    def today(self) -> tuple[Day, Streak]:
        """What was done today over all decks, and for how many days in a row."""

    def goal(self, deck: Deck) -> tuple[Goal, Plan] | None:
        """The exam planned for a deck and what it asks of today."""

    def plan(self, deck: Deck, goal: Goal) -> Plan:
        """What an exam would ask of today."""

    def set_goal(self, deck: Deck, goal: Goal | None) -> None:
        """Plan the exam of a deck, or forget it."""

    def exam(self, deck: Deck, *, layout: Layout | None = None, fresh: bool = False) -> Exam:
        """Resume the deck's exam or draw a new one."""

    def unfinished_exam(self, deck: Deck) -> Exam | None:
        """The exam that waits to be resumed, or is handed in by this because its time ran out; None without one."""

    def exam_seconds(self, deck: Deck, exam: Exam) -> float:
        """The time that an exam took."""

    def past_exams(self, deck: Deck) -> list[tuple[int, datetime]]:
        """The exams handed in, newest first: number and time (UTC)."""

    def exam_result(self, deck: Deck, number: int) -> Result:
        """The result of an exam that was handed in."""

    def figures(self, deck: Deck | None = None) -> Figures:
        """The figures of one deck, or of all."""

    def make(self, path: Path, progress: Progress = ...) -> Path:
        """Turn a report into a kept deck and return its path; takes a while, so it is called in another thread.
        `progress` hears, in that thread, how much is done, from 0 to 1."""
