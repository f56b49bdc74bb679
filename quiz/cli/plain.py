"""The drill line by line, for screen readers, scripts and terminals that can do no more."""

from typing import TextIO

from quiz import telling
from quiz.care import Care
from quiz.cli.console import Console, Leave
from quiz.cli.lines import below, headline
from quiz.cli.obeying import Commands, Hints
from quiz.cli.replying import Replies
from quiz.cli.spoken import differences, kind
from quiz.controls import clean
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Question, Short, Verdict
from quiz.study import Outcome, Session

VERDICTS = {
    Verdict.RIGHT: ("✓", mark("Right")),
    Verdict.PARTLY: ("◐", mark("Partly right")),
    Verdict.WRONG: ("✗", mark("Wrong")),
}


def drill(session: Session, care: Care, source: TextIO, sink: TextIO) -> None:
    """Ask every remaining question of the session: a stem and a prompt, then the verdict and the whole sentence; or,
    where nothing is graded, say each with its answer."""
    console = Console(source, sink)
    talk = _Talk(session, console, Commands(session, care, console))
    talk.greet(care.deck.title)
    try:
        while (question := session.current()) is not None:
            talk.read(question) if talk.reads else talk.ask(question)
    except Leave:
        pass
    session.close()
    talk.summary()


class _Talk:
    """What is said of the questions and the replies to them."""

    def __init__(self, session: Session, console: Console, commands: Commands) -> None:
        self._session, self._commands, self._replies = session, commands, Replies(console, commands)
        self._console, self._line, self._lines = console, console.line, console.lines
        self.reads = session.mode == "browse"

    def greet(self, title: str) -> None:
        """Say what is done with the deck, and how."""
        session, name = self._session, telling.name_of(self._session.mode)
        self._line(clean(f"{name}  {title}" if name else title))
        if session.resumed:
            self._line(_("Resumed: {n} of {total} answered.").format(n=session.answered, total=session.total))
        if self.reads:
            self._line(_("Enter goes on. Commands: :u back, :star, :suspend, :q quit"))
        else:
            self._line(_("Type the answer and Enter. Commands: :s skip, :u undo, :c count me right, :q quit, :? help"))

    def ask(self, question: Question) -> None:
        """One question; returns when it is answered, skipped, or another became current by an undo."""
        self._head(question)
        hints = self._commands.hints = Hints(question)
        replies = self._replies.replies(question, hints)
        if replies is not None:
            self._answer(replies, hints.most)

    def read(self, question: Question) -> None:
        """One question with its answer, and on to the next."""
        self._head(question)
        self._tell(question)
        if self._replies.reply(_("Enter for the next > ")) is not None:
            self._session.skip()

    def _head(self, question: Question) -> None:
        self._line()
        done, total = self._session.answered, self._session.total
        place = f"{done + 1}/{total}"
        if self._session.mode == "review":
            place = telling.progress("review", done, total)
        points = telling.score(self._session) if self._session.mode in ("challenge", "race") else ""
        self._line(f"[{place}]{kind(question)}{'  ' + points if points else ''}")
        if question.lead:
            self._line(clean(question.lead))

    def _answer(self, replies: list[str], hints: int) -> None:
        while True:
            try:
                outcome = self._session.answer(replies, hints)
            except ValueError:  # the time of a race ran out over it
                return
            except QuizError as error:  # such as a full disk: nothing was logged, and it may be tried again
                self._line(str(error))
                if self._console.read(_("Enter tries again, :q quits: ")).strip().endswith("q"):
                    raise Leave from None
                continue
            self._verdict(outcome)
            return

    def _verdict(self, outcome: Outcome) -> None:
        question = outcome.question
        sign, word = VERDICTS[outcome.verdict]
        self._line(f"{sign} {_(word)}")
        self._lines(differences(outcome))
        self._tell(question, answers=not isinstance(question, Short))  # its points are just above

    def _tell(self, question: Question, *, answers: bool = True) -> None:
        """The answers, and what is said with them."""
        section = question.provenance.section
        if answers:
            self._lines([headline(question), *below(question)])
        if question.note:
            self._line(_("Explanation: ") + clean(question.note))
        if section:
            self._line(clean(f"—— {' › '.join(section)}"))

    def summary(self) -> None:
        summary = self._session.summary()
        self._line()
        if (ending := telling.ending(self._session)) and self._session.over:
            self._line(ending)
        if self._session.mode == "browse":
            return
        self._line(
            _("Answered {n} of {total}: {right} right, {partly} partly right, {wrong} wrong.").format(
                n=self._session.answered,
                total=self._session.total,
                right=summary.right,
                partly=summary.partly,
                wrong=summary.wrong,
            )
        )
        if summary.to_review:
            self._line(_("To review:"))
        for question in summary.to_review:
            self._lines([f"  {headline(question)}", *(f"    {line}" for line in below(question))])
