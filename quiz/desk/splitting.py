"""Parting questions, and putting them together again."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.desk.marks import Marks
from quiz.desk.shelf import Shelf
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Cloze, Deck, Question

if TYPE_CHECKING:
    from quiz.study import Mark

INHERITED: tuple["Mark", ...] = ("starred", "suspended")
"""Marks that hold for every part of a question. What was accepted or rejected is the whole, and each part is new."""


class Splitting(Shelf, Marks):
    """Parts questions of several blanks.

    The parts have ids of their own, so they begin as new questions; what was answered and marked before stays in the
    log under the old id, for the statistics and for `join`.
    """

    def split(self, deck: Deck, question: Cloze) -> Deck:
        """Put in the place of `question`, in the deck's file too, one question for each of its blanks that the deck
        does not ask yet, and return the deck so changed."""
        from quiz.tasks import split

        parts = [part for part in split(question) if deck.question(part.id) is None]
        if not parts:
            raise QuizError(_("The deck asks for each of these blanks already."))
        for name in INHERITED:
            for part in parts if question.id in self.marked(deck, name) else ():
                self.mark(deck, part.id, name)  # first: a mark without its question does no harm
        return self._swap(deck, [question.id], parts)

    def join(self, deck: Deck, parts: Sequence[str], question: Question) -> Deck:
        """Take a split back: put `question` in the place of its `parts`, whose marks go with them."""
        from quiz.study.marks import MARKS

        joined = self._swap(deck, parts, [question])
        for part in parts:
            for name in MARKS:
                self.unmark(joined, part, name)
        return joined

    def _swap(self, deck: Deck, old: Sequence[str], new: Sequence[Question]) -> Deck:
        from quiz.tasks import swap_questions

        self._paths[deck.id] = swap_questions(self._paths[deck.id], old, new)
        return deck.swapped(old, new)
