"""A line to type in with a list under it: the arrows walk the list while one types."""

from collections.abc import Callable, Iterable

from textual.events import Key
from textual.widgets import OptionList

from quiz.tui.answer import AnswerInput

_STEPS: dict[str, Callable[[OptionList], None]] = {
    "up": OptionList.action_cursor_up,
    "down": OptionList.action_cursor_down,
    "pageup": OptionList.action_page_up,
    "pagedown": OptionList.action_page_down,
}


class FinderInput(AnswerInput):
    """Moves the highlighted row of `options`, and calls `up` for a Backspace where there is nothing to take away."""

    def __init__(
        self,
        submit: Callable[[], None],
        options: OptionList,
        *,
        up: Callable[[], None] | None = None,
        placeholder: str = "",
    ) -> None:
        super().__init__(submit, id="find", placeholder=placeholder)
        self._options = options
        self._up = up

    def on_key(self, event: Key) -> None:
        """Besides what `AnswerInput.on_key` does, which Textual calls too."""
        if step := _STEPS.get(event.key):
            event.stop()
            step(self._options)
        elif event.key == "backspace" and not self.value and self._up is not None:
            event.stop()
            self._up()


def matching(texts: Iterable[str], typed: str) -> list[int]:
    """The places of the texts that hold what was typed; all when nothing was. Letters are also looked for among the
    first letters of the pinyin: hy finds 海洋."""
    wanted = typed.strip().casefold()
    return [place for place, text in enumerate(texts) if not wanted or _holds(text, wanted)]


def _holds(text: str, wanted: str) -> bool:
    if wanted in text.casefold():
        return True
    if text.isascii() or not (wanted.isascii() and wanted.isalpha()):
        return False
    from quiz.study.diff import initials

    return wanted in initials(text).casefold()
