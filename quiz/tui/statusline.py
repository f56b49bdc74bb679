"""The line that says what just happened. Toasts are not used: they lose Chinese characters (Textual issue 6357)."""

from quiz.errors import DeckError, QuizError
from quiz.i18n import ngettext
from quiz.tui.prose import Prose
from quiz.tui.text import one_line
from quiz.tui.wrap import Piece


class StatusLine(Prose):
    """One message at a time; an empty one clears it. A long one takes up to three lines."""

    def say(self, message: str, style: str = "dim") -> None:
        self.show([Piece(one_line(message), style)])
        self.display = True

    def complain(self, error: QuizError) -> None:
        """Show the first sentence of `error`, and how many more there are."""
        message = str(error)
        if isinstance(error, DeckError) and len(error.problems) > 1:
            more = len(error.problems) - 1
            rest = ngettext("(and {n} more mistake)", "(and {n} more mistakes)", more).format(n=more)
            message = f"{error.problems[0]} {rest}"
        self.say(message, "wrong")
