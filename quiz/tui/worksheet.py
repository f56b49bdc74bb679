"""The question and the place to answer it: a line to type in, or rows to pick from, as the reply wants."""

from collections.abc import Callable, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from quiz import telling
from quiz.model import Question
from quiz.study import Outcome
from quiz.tui.answer import AnswerInput
from quiz.tui.prose import Prose
from quiz.tui.reply import Picked, Reply, Typed
from quiz.tui.rows import Rows
from quiz.tui.sheet import Sheet
from quiz.tui.wrap import Piece


class Worksheet(Vertical):
    """Shows `reply`, which is None while there is an answer on the sheet, and lets the learner work on it."""

    class Changed(Message):
        """The reply is another than before, and maybe its keys."""

    def __init__(self, submit: Callable[[], None]) -> None:
        super().__init__(id="work")
        self.reply: Reply | None = None
        self._question: Question | None = None
        self._solved: Outcome | None = None
        self._submit = submit

    def compose(self) -> ComposeResult:
        yield Sheet(id="sheet")
        with Vertical(id="ask"):
            yield Prose(id="label")
            yield AnswerInput(self._submit, id="answer")

    def ask(self, question: Question, reply: Reply) -> None:
        """Show `question` with `reply` to go on with."""
        self._question, self._solved = question, None
        self._go_on(reply)

    def show_solved(self, outcome: Outcome) -> None:
        """Show the answer; there is nothing to work on any more."""
        self._question = self.reply = None
        self._solved = outcome
        self.query_one("#ask").display = False
        self.screen.set_focus(None)
        self.query_one(Sheet).show_solved(outcome)
        self.post_message(self.Changed())
        self.call_after_refresh(self._name_slips, outcome)

    def _name_slips(self, outcome: Outcome) -> None:
        """Only when the verdict is to be seen already: the first time takes a while."""
        if self._solved is outcome and (names := telling.slips_of(outcome.question, outcome.grade)):
            self.query_one(Sheet).show_slips(outcome, names)

    def show_read(self, question: Question, about: Sequence[Piece] = (), source: Sequence[Piece] = ()) -> None:
        """Show a question with its answers, to be read."""
        self._question = self.reply = self._solved = None
        self.query_one("#ask").display = False
        self.screen.set_focus(None)
        self.query_one(Sheet).show_read(question, about, source)
        self.post_message(self.Changed())

    def hint(self) -> bool:
        """Show one more hint; False when there are no more."""
        self._read_line()
        shown = self.reply is not None and self.reply.hint_more()
        if shown and self.reply is not None:
            self._go_on(self.reply)
        return shown

    def enter(self) -> bool:
        """Go on within the reply; False when there is no more to do but to grade it."""
        self._read_line()
        following = self.reply.enter() if self.reply else None
        if following is not None:
            self._go_on(following)
        return following is not None

    def use(self, key: str) -> None:
        """Do what the reply does with a key of its own."""
        self._read_line()
        if self.reply is not None:
            self.reply.uses()[key].act()
            self._go_on(self.reply)

    def pick(self, place: int) -> None:
        if isinstance(self.reply, Picked):
            self.reply.pick(place)
            self._go_on(self.reply)

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        self.pick(event.place)

    def on_input_changed(self) -> None:
        """Show what is typed in its place; read from the line, as a late message may tell of the place before."""
        self._read_line()
        self._draw()

    def _read_line(self) -> None:
        if isinstance(self.reply, Typed):
            self.reply.text = self.query_one(AnswerInput).value

    def _go_on(self, reply: Reply) -> None:
        self.reply = reply
        self.query_one("#ask").display = isinstance(reply, Typed)
        if isinstance(reply, Typed):
            answer = self.query_one(AnswerInput)
            answer.value = reply.text
            answer.cursor_position = len(answer.value)
            self.query_one("#label", Prose).show(reply.label())
            self.screen.set_focus(answer)
        else:
            self.screen.set_focus(None)
        self._draw()
        self.call_after_refresh(self.query_one(Sheet).scroll_to_current)

    def _draw(self) -> None:
        if self._question is not None and self.reply is not None:
            self.query_one(Sheet).show_asked(self._question, self.reply)
            self.post_message(self.Changed())
