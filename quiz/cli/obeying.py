"""The commands of the plain drill: what is typed behind a colon in place of a reply."""

from collections.abc import Iterator

from quiz import telling
from quiz.care import Care
from quiz.cli.console import Console, Leave
from quiz.controls import clean
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Cloze, Question
from quiz.study import Mark, Session
from quiz.study.hints import Hint, hints

# A Chinese input method types the full-width colon and, in some, full-width letters.
COLONS = (":", "：")
COMMANDS = {"s": "skip", "u": "undo", "c": "count", "q": "quit", "?": "help", "？": "help", "h": "hint"}
TOGGLES: dict[str, Mark] = {"star": "starred", "suspend": "suspended"}
TOGGLED = {
    ("starred", True): mark("Starred."),
    ("starred", False): mark("The star is taken away."),
    ("suspended", True): mark("Suspended: it is asked no more; undo takes that back."),
    ("suspended", False): mark("It is asked again."),
}


class Hints:
    """The hints for the blanks of one question, the one after the other."""

    def __init__(self, question: Question) -> None:
        blanks = question.blanks if isinstance(question, Cloze) else ()
        self._left: list[Iterator[Hint]] = [hints(question, blank) for blank in blanks if isinstance(question, Cloze)]
        self._given = [0] * len(blanks)
        self.blank = 0

    def more(self) -> Hint | None:
        """One hint more for the blank that is asked for; None when there are no more."""
        hint = next(self._left[self.blank], None) if self._left else None
        if hint is not None:
            self._given[self.blank] += 1
        return hint

    @property
    def most(self) -> int:
        """How many were given for the blank that needed most."""
        return max(self._given, default=0)


class Commands:
    """Carries out commands on the session and the question that is asked; `hints` are those of that question."""

    def __init__(self, session: Session, care: Care, console: Console) -> None:
        self._session, self._care, self._console = session, care, console
        self.hints: Hints | None = None

    def obey(self, word: str) -> bool:
        """Carry out a command; True when the current question is no longer to be answered here."""
        name = "mark" if word.lower() in TOGGLES else COMMANDS.get(word.lower()[:1], "")
        try:
            match name:
                case "quit":
                    raise Leave
                case "mark":
                    return self._toggle(TOGGLES[word.lower()])
                case "skip":
                    self._session.skip()
                case "undo":
                    if self._care.undo() == "nothing":
                        self._console.line(_("There is nothing to undo."))
                case "count":
                    self._count_right()
                case "hint":
                    self._hint()
                case _:
                    self._help()
        except QuizError as error:
            self._console.line(str(error))
        except ValueError:  # the time of a race ran out before the command
            return True
        return name in ("skip", "undo", "count")

    def _help(self) -> None:
        self._console.line(_(":s skip, :u undo, :c count the last answer right, :q quit (you can go on later)"))
        self._console.line(_(":h hint, :star mark with a star, :suspend never ask again"))

    def _toggle(self, name: Mark) -> bool:
        """Mark the current question, or take the mark away; True when it is not to be answered any more."""
        question = self._session.current()
        if question is None:
            return True
        on = self._care.toggle(name, question)
        self._console.line(_(TOGGLED[name, on]))
        return name == "suspended"

    def _hint(self) -> None:
        hint = self.hints.more() if self.hints else None
        self._console.line(clean(telling.in_words(hint)) if hint else _("There are no more hints."))

    def _count_right(self) -> None:
        try:
            outcome = self._session.count_right()
        except ValueError:
            self._console.line(_("There is no wrong answer to count as right."))
            return
        self._console.line(_("Counted as right"))
        if texts := self._care.accept(outcome):
            said = _("The deck accepts {answers} from now on.").format(answers=_(", ").join(texts))
            self._console.line(clean(said))
