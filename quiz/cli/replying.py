"""Asking for a reply line by line, in the form that each kind of question wants."""

from collections.abc import Callable
from typing import assert_never

from quiz.cli.console import Console
from quiz.cli.lines import numbered
from quiz.cli.obeying import COLONS, Commands, Hints
from quiz.cli.spoken import asked, gaps
from quiz.cli.typed import points, understand, wanted
from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.model import Choice, Cloze, Judge, Kind, Order, Question, Short
from quiz.study.asking import held


class Replies:
    """Reads replies; commands typed in between are obeyed."""

    def __init__(self, console: Console, commands: Commands) -> None:
        self._console, self._commands = console, commands
        self._told: set[Kind] = set()  # whose form of reply was told

    def reply(self, prompt: str) -> str | None:
        """A line that is no command; None when a command led away from the question."""
        while (line := self._console.read(prompt).strip())[:1] in COLONS:
            if self._commands.obey(line[1:].strip()):
                return None
        return line

    def replies(self, question: Question, hints: Hints) -> list[str] | None:
        """What the learner replies to a question; None when a command led away from it."""
        match question:
            case Cloze():
                return self._fill_in(question, hints)
            case Short():
                return self._recall(question)
            case Choice() | Judge() | Order():
                return self._pick(question)
            case _:
                assert_never(question)

    def _pick(self, question: Choice | Judge | Order) -> list[str] | None:
        self._console.lines(asked(question))
        form = wanted(question)
        if question.kind not in self._told:
            self._told.add(question.kind)
            self._console.line(_("Type {form}.").format(form=form))
        return self._understood("> ", form, lambda reply: understand(question, reply))

    def _fill_in(self, question: Cloze, hints: Hints) -> list[str] | None:
        count = len(question.blanks)
        self._console.line(clean(question.fill(list(gaps(question)))))
        replies: list[str] = []
        while len(replies) < count:
            hints.blank = len(replies)
            reply = self.reply(f"({len(replies) + 1}/{count}) > " if count > 1 else "> ")
            if reply is None:
                return None
            replies.append(reply)
        return replies

    def _recall(self, question: Short) -> list[str] | None:
        """Notes up to an empty line, then the points, and which of them the learner had."""
        self._console.lines([question.sentence, _("Write what you know, a line each; an empty line shows the points.")])
        notes: list[str] = []
        while reply := self.reply("> "):
            notes.append(reply)
        if reply is None:
            return None
        self._console.lines(numbered(question.points))
        found = held(question.points, "\n".join(notes))
        places = " ".join(str(question.points.index(point) + 1) for point in found)
        prompt = _("Which did you have? Numbers, or Enter for none: ")
        if found:
            prompt = _("Which did you have? Numbers, 0 for none; Enter for {numbers}: ").format(numbers=places)
        form = _("numbers from 1 to {n}, or 0 for none").format(n=len(question.points))
        return self._understood(prompt, form, lambda reply: points(reply, question.points) if reply else found)

    def _understood(self, prompt: str, form: str, read: Callable[[str], list[str] | None]) -> list[str] | None:
        """Ask until `read` understands the reply."""
        while (reply := self.reply(prompt)) is not None:
            if (replies := read(reply)) is not None:
                return replies
            self._console.line(_("That was not understood; type {form}.").format(form=form))
        return None
