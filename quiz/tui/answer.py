"""The line to type an answer in."""

from collections.abc import Callable

from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Input

from quiz.tui.text import one_line

LONGEST = 200


class AnswerInput(Input):
    """An `Input` whose text is always clean and of one line.

    Enter calls `submit` at once: as a binding, or by a message, it would come after keys typed in the same moment.
    """

    class Shortened(Message):
        """What was typed or pasted was not taken, or not all of it."""

    def __init__(self, submit: Callable[[], None], *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002
        super().__init__(id=id, placeholder=placeholder, max_length=LONGEST, compact=True, select_on_focus=False)
        self._submit = submit

    def validate_value(self, value: str) -> str:
        """What a terminal would obey never gets into the line, typed or pasted."""
        return one_line(value)

    def restricted(self) -> None:
        self.post_message(self.Shortened())

    def on_key(self, event: Key) -> None:
        if event.key == "enter":
            event.stop()
            self._submit()

    def on_paste(self, event: Paste) -> None:
        if len(event.text.splitlines()) > 1:
            self.post_message(self.Shortened())
