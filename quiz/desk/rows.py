"""The decks of the home screen, each with how it stands."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from quiz.desk.overview import Overview
from quiz.desk.sessions import Sessions
from quiz.model import Deck, Verdict

if TYPE_CHECKING:
    from quiz.study.counts import Counts
    from quiz.study.planning import Goal


class DeckRow(NamedTuple):
    """One deck of the home screen. `right` and `wrong` count questions by their newest verdict, `unfinished` says that
    a session in order waits to be resumed, `due` counts what a review would ask again today, caps and all. `problem`
    says why the deck cannot be used and is empty when it can; `counts` and `goal` are None for such a deck, and `goal`
    where no exam is planned."""

    path: Path
    title: str
    questions: int
    right: int = 0
    wrong: int = 0
    unfinished: bool = False
    due: int = 0
    problem: str = ""
    counts: "Counts | None" = None
    goal: "Goal | None" = None


class Rows(Overview, Sessions):
    """Lists the decks."""

    def decks(self) -> list[DeckRow]:
        """The shipped decks, then the user's own, by name; a user's own copy of a shipped deck stands in its place."""
        return [
            self._row(path, found) if isinstance(found, Deck) else DeckRow(path, path.stem, 0, problem=found)
            for path, found in self._shelf()
        ]

    def _row(self, path: Path, deck: Deck) -> DeckRow:
        from quiz.study.planning import goal_of

        present = {question.id for question in deck.questions}
        cards = self.log_to_read.cards(deck.id)
        verdicts = Counter(verdict for name, verdict in self.log_to_read.latest(deck.id).items() if name in present)
        return DeckRow(
            path,
            deck.title,
            len(deck.questions),
            right=verdicts[Verdict.RIGHT],
            wrong=verdicts[Verdict.PARTLY] + verdicts[Verdict.WRONG],
            unfinished=self.unfinished(deck, "order") is not None,
            due=sum(question.id in cards for question in self._queue(deck)),
            counts=self.counts(deck),
            goal=goal_of(self.log_to_read, deck.id),
        )
