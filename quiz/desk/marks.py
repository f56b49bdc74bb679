"""What the learner says of a question for good: suspended, starred, rejected, accepted."""

from typing import TYPE_CHECKING

from quiz.desk.records import Records
from quiz.model import Deck

if TYPE_CHECKING:
    from quiz.study import Mark


class Marks(Records):
    """Sets the marks of questions and reads them."""

    def mark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Mark a question; False when it was already. One that is accepted is so as long as it says the same."""
        from quiz.model.digest import wording
        from quiz.study.days import milliseconds
        from quiz.study.marks import mark

        judged = deck.question(question) if name == "accepted" else None
        words = wording(judged) if judged else ""
        return mark(self.log, deck.id, question, name, milliseconds(self._clock()), words)

    def unmark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Take a mark away; False when there was none."""
        from quiz.study.marks import unmark

        return unmark(self.log, deck.id, question, name)

    def marked(self, deck: Deck, *names: "Mark") -> frozenset[str]:
        """The ids of the questions that carry one of these marks, by default one that hides them."""
        from quiz.study.marks import HIDDEN, accepted, marked

        wanted = set(names or HIDDEN)
        judged = accepted(self.log_to_read, deck) if "accepted" in wanted else frozenset()
        return judged | marked(self.log_to_read, deck.id, wanted - {"accepted"})
