"""The drill line by line, for screen readers, scripts and terminals that can do no more."""

from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, assert_never

from quiz import telling
from quiz.care import Care
from quiz.cli.lines import below, headline, numbered
from quiz.cli.spoken import asked, differences, gaps, kind
from quiz.cli.typed import points, understand, wanted
from quiz.controls import clean
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Choice, Cloze, Judge, Kind, Order, Question, Short, Verdict
from quiz.study import Hint, Mark, Outcome, Session, hints
from quiz.study.asking import held

VERDICTS = {
    Verdict.RIGHT: ("✓", mark("Right")),
    Verdict.PARTLY: ("◐", mark("Partly right")),
    Verdict.WRONG: ("✗", mark("Wrong")),
}
# A Chinese input method types the full-width colon and, in some, full-width letters.
COMMANDS = {"s": "skip", "u": "undo", "c": "count", "q": "quit", "?": "help", "？": "help", "h": "hint"}
TOGGLES: dict[str, Mark] = {"star": "starred", "suspend": "suspended"}
TOGGLED = {
    ("starred", True): mark("Starred."),
    ("starred", False): mark("The star is taken away."),
    ("suspended", True): mark("Suspended: it is asked no more; undo takes that back."),
    ("suspended", False): mark("It is asked again."),
}


class Leave(Exception):  # noqa: N818  # it is no error
    """The learner, or the end of the input, ends the drill; what was answered is in the log."""


def drill(session: Session, care: Care, source: TextIO, sink: TextIO) -> None:
    """Ask every remaining question of the session: a stem and a prompt, then the verdict and the whole sentence; or,
    where nothing is graded, say each with its answer."""
    talk = _Talk(session, care, source, sink)
    name = telling.name_of(session.mode)
    talk.line(clean(f"{name}  {care.deck.title}" if name else care.deck.title))
    if session.resumed:
        talk.line(_("Resumed: {n} of {total} answered.").format(n=session.answered, total=session.total))
    reads = session.mode == "browse"
    if reads:
        talk.line(_("Enter goes on. Commands: :u back, :star, :suspend, :q quit"))
    else:
        talk.line(_("Type the answer and Enter. Commands: :s skip, :u undo, :c count me right, :q quit, :? help"))
    try:
        while (question := session.current()) is not None:
            talk.read(question) if reads else talk.ask(question)
    except Leave:
        pass
    session.close()
    talk.summary()


class _Talk:
    """One side of the conversation: prints questions and verdicts, reads replies and commands."""

    def __init__(self, session: Session, care: Care, source: TextIO, sink: TextIO) -> None:
        self._session, self._care, self._source, self._sink = session, care, source, sink
        self._stages: list[Iterator[Hint]] = []
        self._hinted: list[int] = []  # how many were said, blank by blank
        self._blank = 0
        self._told: set[Kind] = set()  # whose form of reply was told

    def line(self, text: str = "") -> None:
        print(text, file=self._sink, flush=True)  # the sink is the point

    def lines(self, texts: Iterable[str]) -> None:
        """Words of a deck, which are not trusted."""
        for text in texts:
            self.line(clean(text))

    def ask(self, question: Question) -> None:
        """One question; returns when it is answered, skipped, or another became current by an undo."""
        self._head(question)
        blanks = question.blanks if isinstance(question, Cloze) else ()
        self._stages = [hints(question, blank) for blank in blanks if isinstance(question, Cloze)]
        self._hinted, self._blank = [0] * len(blanks), 0
        replies = self._replies(question)
        if replies is not None:
            self._answer(replies)

    def read(self, question: Question) -> None:
        """One question with its answer, and on to the next."""
        self._head(question)
        self._tell(question)
        if self._reply(_("Enter for the next > ")) is not None:
            self._session.skip()

    def _head(self, question: Question) -> None:
        self.line()
        done, total = self._session.answered, self._session.total
        place = f"{done + 1}/{total}"
        if self._session.mode == "review":
            place = telling.progress("review", done, total)
        points = telling.score(self._session) if self._session.mode in ("challenge", "race") else ""
        self.line(f"[{place}]{kind(question)}{'  ' + points if points else ''}")
        if question.lead:
            self.line(clean(question.lead))

    def _replies(self, question: Question) -> list[str] | None:
        """What the learner replies; None when a command led away from the question."""
        match question:
            case Cloze():
                return self._fill_in(question)
            case Short():
                return self._recall(question)
            case Choice() | Judge() | Order():
                self.lines(asked(question))
                form = wanted(question)
                if question.kind not in self._told:
                    self._told.add(question.kind)
                    self.line(_("Type {form}.").format(form=form))
                return self._understood("> ", form, lambda reply: understand(question, reply))
            case _:
                assert_never(question)

    def _fill_in(self, question: Cloze) -> list[str] | None:
        count = len(question.blanks)
        self.line(clean(question.fill(list(gaps(question)))))
        replies: list[str] = []
        while len(replies) < count:
            self._blank = len(replies)
            reply = self._reply(f"({len(replies) + 1}/{count}) > " if count > 1 else "> ")
            if reply is None:
                return None
            replies.append(reply)
        return replies

    def _recall(self, question: Short) -> list[str] | None:
        """Notes up to an empty line, then the points, and which of them the learner had."""
        self.lines([question.sentence, _("Write what you know, a line each; an empty line shows the points.")])
        notes: list[str] = []
        while reply := self._reply("> "):
            notes.append(reply)
        if reply is None:
            return None
        self.lines(numbered(question.points))
        found = held(question.points, "\n".join(notes))
        places = " ".join(str(question.points.index(point) + 1) for point in found)
        prompt = _("Which did you have? Numbers, or Enter for none: ")
        if found:
            prompt = _("Which did you have? Numbers, 0 for none; Enter for {numbers}: ").format(numbers=places)
        form = _("numbers from 1 to {n}, or 0 for none").format(n=len(question.points))
        return self._understood(prompt, form, lambda reply: points(reply, question.points) if reply else found)

    def _understood(self, prompt: str, form: str, read: Callable[[str], list[str] | None]) -> list[str] | None:
        """Ask until `read` understands the reply."""
        while (reply := self._reply(prompt)) is not None:
            if (replies := read(reply)) is not None:
                return replies
            self.line(_("That was not understood; type {form}.").format(form=form))
        return None

    def _answer(self, replies: list[str]) -> None:
        while True:
            try:
                outcome = self._session.answer(replies, max(self._hinted, default=0))
            except ValueError:  # the time of a race ran out over it
                return
            except QuizError as error:  # such as a full disk: nothing was logged, and it may be tried again
                self.line(str(error))
                if self._read(_("Enter tries again, :q quits: ")).strip().endswith("q"):
                    raise Leave from None
                continue
            self._verdict(outcome)
            return

    def _reply(self, prompt: str) -> str | None:
        """A line that is no command; None when a command led away from the question."""
        while (reply := self._read(prompt).strip())[:1] in (":", "："):
            if self._obey(reply[1:].strip()):
                return None
        return reply

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
                        self.line(_("There is nothing to undo."))
                case "count":
                    self._count_right()
                case "hint":
                    self._hint()
                case _:
                    self._help()
        except QuizError as error:
            self.line(str(error))
        except ValueError:  # the time of a race ran out before the command
            return True
        return name in ("skip", "undo", "count")

    def _help(self) -> None:
        self.line(_(":s skip, :u undo, :c count the last answer right, :q quit (you can go on later)"))
        self.line(_(":h hint, :star mark with a star, :suspend never ask again"))

    def _toggle(self, name: Mark) -> bool:
        """Mark the current question, or take the mark away; True when it is not to be answered any more."""
        question = self._session.current()
        if question is None:
            return True
        on = self._care.toggle(name, question)
        self.line(_(TOGGLED[name, on]))
        return name == "suspended"

    def _hint(self) -> None:
        """One hint more for the blank that is asked for."""
        stage = next(self._stages[self._blank], None) if self._stages else None
        if stage is None:
            self.line(_("There are no more hints."))
            return
        self._hinted[self._blank] += 1
        self.line(clean(telling.in_words(stage)))

    def _count_right(self) -> None:
        try:
            outcome = self._session.count_right()
        except ValueError:
            self.line(_("There is no wrong answer to count as right."))
            return
        self.line(_("Counted as right"))
        if texts := self._care.accept(outcome):
            self.line(clean(_("The deck accepts {answers} from now on.").format(answers=_(", ").join(texts))))

    def _verdict(self, outcome: Outcome) -> None:
        question = outcome.question
        sign, word = VERDICTS[outcome.verdict]
        self.line(f"{sign} {_(word)}")
        self.lines(differences(outcome))
        self._tell(question, answers=not isinstance(question, Short))  # its points are just above

    def _tell(self, question: Question, *, answers: bool = True) -> None:
        """The answers, and what is said with them."""
        section = question.provenance.section
        if answers:
            self.lines([headline(question), *below(question)])
        if question.note:
            self.line(_("Explanation: ") + clean(question.note))
        if section:
            self.line(clean(f"—— {' › '.join(section)}"))

    def summary(self) -> None:
        summary = self._session.summary()
        self.line()
        if (ending := telling.ending(self._session)) and self._session.over:
            self.line(ending)
        if self._session.mode == "browse":
            return
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
            self.lines([f"  {headline(question)}", *(f"    {line}" for line in below(question))])
