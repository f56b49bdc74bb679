"""The decks there are, and changes to them."""

from dataclasses import replace
from pathlib import Path

from quiz import paths
from quiz.desk.records import Records
from quiz.errors import DeckError, QuizError
from quiz.model import Deck, Question
from quiz.tasks import Progress, unwatched


class Shelf(Records):
    """The decks that came with the program, and the user's own."""

    def open(self, path: Path) -> Deck:
        """The deck in a file; where it came from is remembered for changes to it."""
        from quiz.deckfile import read_deck

        deck = read_deck(path, None if self._reading else paths.kept_reading(path))
        self._paths[deck.id] = path
        return deck

    def make(self, path: Path, progress: Progress = unwatched) -> Path:
        """Turn a report into a kept deck and return its path."""
        from quiz.tasks import make_kept

        return make_kept(path, progress).path

    def save(self, deck: Deck, question: Question) -> Deck:
        """Put `question` in the place of the one with its id, in the deck's file too, and return the deck so changed.

        A deck that came with the program is copied to the user's own first. The file's comments and order stay.
        """
        from quiz.tasks import write_question

        path = write_question(self._paths[deck.id], question)
        self._paths[deck.id] = path
        questions = tuple(question if old.id == question.id else old for old in deck.questions)
        return replace(deck, questions=questions)

    def _shelf(self) -> list[tuple[Path, Deck | str]]:
        """The files of `decks`, each with the deck in it or with the problem of one that cannot be used."""
        folders = (paths.shipped("decks"), paths.kept_decks())
        found: dict[str, tuple[Path, Deck | str]] = {}
        for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
            try:
                deck = self.open(path)
            except DeckError as error:
                found[str(path)] = path, str(error.problems[0])
            except QuizError as error:
                found[str(path)] = path, str(error)
            else:
                found[deck.id] = path, deck
        return list(found.values())
