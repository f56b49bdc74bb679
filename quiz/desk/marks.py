"""What the learner says of a question for good: suspended, starred, rejected."""

from typing import TYPE_CHECKING

from quiz.desk.records import Records
from quiz.model import Deck

if TYPE_CHECKING:
    from quiz.study import Mark


class Marks(Records):
    """Sets the marks of questions and reads them."""

    def mark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Mark a question as suspended, starred or rejected; False when it was already."""
        from quiz.study.days import milliseconds
        from quiz.study.marks import mark

        return mark(self.log, deck.id, question, name, milliseconds(self._clock()))

    def unmark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Take a mark away; False when there was none."""
        from quiz.study.marks import unmark

        return unmark(self.log, deck.id, question, name)

    def marked(self, deck: Deck, *names: "Mark") -> frozenset[str]:
        """The ids of the questions that carry one of these marks."""
        from quiz.study.marks import marked

        return marked(self.log, deck.id, names)
