"""Every command of a screen by its name, to be found by typing: the keys need not be known."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.i18n import gettext as _
from quiz.tui.finder import FinderInput, matching
from quiz.tui.keys import KeyHint
from quiz.tui.overlay import Overlay


class PaletteScreen(Overlay[str | None]):
    """Dismissed with the action of the command taken, or None."""

    AUTO_FOCUS = "FinderInput"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,ctrl+p", "close")]

    def __init__(self, hints: Sequence[KeyHint]) -> None:
        super().__init__()
        self._hints = [hint for hint in hints if hint.action not in ("", "screen.palette")]
        self._found: list[int] = []
        self._typed = ""

    def compose(self) -> ComposeResult:
        options = OptionList(id="commands", markup=False, compact=True)
        options.can_focus = False
        with Vertical(id="palette"):
            yield FinderInput(self._take, options, placeholder=_("name of a command"))
            yield options

    def on_mount(self) -> None:
        self._show()

    def on_input_changed(self) -> None:
        self._catch_up()

    def _catch_up(self) -> None:
        """Enter may come before the message that something was typed."""
        if self.query_one(FinderInput).value != self._typed:
            self._show()

    def _show(self) -> None:
        self._typed = self.query_one(FinderInput).value
        self._found = matching([hint.description for hint in self._hints], self._typed)
        options = self.query_one(OptionList)
        options.clear_options()
        width = max((cell_len(hint.description) for hint in self._hints), default=0)
        options.add_options([Option(_line(self._hints[place], width)) for place in self._found])
        options.highlighted = 0 if self._found else None

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._hints[self._found[event.option_index]].action)

    def _take(self) -> None:
        self._catch_up()
        place = self.query_one(OptionList).highlighted
        if place is not None:
            self.dismiss(self._hints[self._found[place]].action)

    def action_close(self) -> None:
        self.dismiss(None)


def _line(hint: KeyHint, width: int) -> Content:
    space = " " * (width - cell_len(hint.description) + 3)
    return Content.assemble(hint.description, space, ("  ".join(hint.keys), "$secondary"))
