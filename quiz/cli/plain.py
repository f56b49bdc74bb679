"""The drill line by line, for screen readers, scripts and terminals that can do no more."""

from collections.abc import Iterator
from typing import TextIO

from quiz.controls import clean
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Deck, Question, Verdict
from quiz.study import Outcome, Session

BLANK = "＿＿＿＿"
VERDICTS = {
    Verdict.RIGHT: ("✓", mark("Right")),
    Verdict.PARTLY: ("◐", mark("Partly right")),
    Verdict.WRONG: ("✗", mark("Wrong")),
}
# A Chinese input method types the full-width colon and, in some, full-width letters.
COMMANDS = {"s": "skip", "u": "undo", "c": "count", "q": "quit", "?": "help", "？": "help", "h": "help"}


class Leave(Exception):  # noqa: N818  # it is no error
    """The learner, or the end of the input, ends the drill; what was answered is in the log."""


def drill(session: Session, deck: Deck, source: TextIO, sink: TextIO) -> None:
    """Ask every remaining question of the session: a stem and a prompt, then the verdict and the whole sentence."""
    talk = _Talk(session, source, sink)
    talk.line(clean(deck.title))
    if session.resumed:
        talk.line(_("Resumed: {n} of {total} answered.").format(n=session.answered, total=session.total))
    talk.line(_("Type the answer and Enter. Commands: :s skip, :u undo, :c count me right, :q quit, :? help"))
    try:
        while (question := session.current()) is not None:
            talk.ask(question)
    except Leave:
        pass
    session.close()
    talk.summary()


class _Talk:
    """One side of the conversation: prints questions and verdicts, reads replies and commands."""

    def __init__(self, session: Session, source: TextIO, sink: TextIO) -> None:
        self._session, self._source, self._sink = session, source, sink

    def line(self, text: str = "") -> None:
        print(text, file=self._sink, flush=True)  # the sink is the point

    def ask(self, question: Question) -> None:
        """One question; returns when it is answered, skipped, or another became current by an undo."""
        self.line()
        self.line(f"[{self._session.answered + 1}/{self._session.total}]")
        if question.lead:
            self.line(clean(question.lead))
        self.line(clean(question.fill(list(_gaps(question)))))
        replies: list[str] = []
        while len(replies) < len(question.blanks):
            reply = self._reply(len(replies) + 1, len(question.blanks))
            if reply[:1] not in (":", "："):
                replies.append(reply)
            elif self._obey(reply[1:].strip()):
                return
        self._answer(replies)

    def _answer(self, replies: list[str]) -> None:
        while True:
            try:
                outcome = self._session.answer(replies)
            except QuizError as error:  # such as a full disk: nothing was logged, and it may be tried again
                self.line(str(error))
                if self._read(_("Enter tries again, :q quits: ")).strip().endswith("q"):
                    raise Leave from None
                continue
            self._verdict(outcome)
            return

    def _reply(self, number: int, count: int) -> str:
        return self._read(f"({number}/{count}) > " if count > 1 else "> ").strip()

    def _read(self, prompt: str) -> str:
        self._sink.write(prompt)
        self._sink.flush()
        line = self._source.readline()
        if not line:
            self.line()
            raise Leave
        return clean(line.rstrip("\r\n"))

    def _obey(self, word: str) -> bool:
        """Carry out a command; True when the current question is no longer to be answered here."""
        name = COMMANDS.get(word.lower()[:1], "")
        if name == "quit":
            raise Leave
        if name == "skip":
            self._session.skip()
        elif name == "undo":
            if self._session.undo() is None:
                self.line(_("There is nothing to undo."))
        elif name == "count":
            self._count_right()
        else:
            self.line(_(":s skip, :u undo, :c count the last answer right, :q quit (you can go on later)"))
        return name in ("skip", "undo", "count")

    def _count_right(self) -> None:
        try:
            self._session.count_right()
        except ValueError:
            self.line(_("There is no wrong answer to count as right."))
        else:
            self.line(_("Counted as right"))

    def _verdict(self, outcome: Outcome) -> None:
        sign, word = VERDICTS[outcome.verdict]
        self.line(f"{sign} {_(word)}")
        for blank in outcome.grade.blanks:
            if not blank.right:
                self.line(
                    _("  your answer: {given}  right: {answer}").format(
                        given=clean(blank.given), answer=clean(blank.answer)
                    )
                )
        question = outcome.question
        self.line(clean(question.fill([f"【{blank.answer}】" for blank in question.blanks])))
        if question.provenance.section:
            self.line(clean(f"—— {' › '.join(question.provenance.section)}"))

    def summary(self) -> None:
        summary = self._session.summary()
        self.line()
        self.line(
            _("Answered {n} of {total}: {right} right, {partly} partly right, {wrong} wrong.").format(
                n=self._session.answered,
                total=self._session.total,
                right=summary.right,
                partly=summary.partly,
                wrong=summary.wrong,
            )
        )
        if summary.to_review:
            self.line(_("To review:"))
        for question in summary.to_review:
            self.line(clean(f"  {question.fill([f'【{blank.answer}】' for blank in question.blanks])}"))


def _gaps(question: Question) -> Iterator[str]:
    """What stands in the blanks: a gap, numbered when there are several."""
    for number, _blank in enumerate(question.blanks, 1):
        yield f"（{number}）{BLANK}" if len(question.blanks) > 1 else BLANK
