"""The list of keys, made from the bindings of the screen that it covers, so that it is never stale."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from quiz.i18n import gettext as _
from quiz.tui.keys import KeyHint, letter
from quiz.tui.overlay import Overlay
from quiz.tui.prose import Prose
from quiz.tui.rows import Row, Rows
from quiz.tui.text import pad
from quiz.tui.wrap import Piece


class HelpScreen(Overlay[None]):
    """Every key with what it does; any of the usual keys closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"escape,enter,space,f1,question_mark,fullwidth_question_mark,{letter('q')}", "close")
    ]

    def __init__(self, hints: Sequence[KeyHint]) -> None:
        super().__init__()
        self._hints = hints

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Prose([Piece(_("Keys"), "strong")])
            yield Rows(self._table())
            yield Prose([Piece(_("Answers are saved one by one; leaving loses nothing."), "dim")])
            yield Prose([Piece(_("Esc closes this list."), "dim")])

    def _table(self) -> list[Row]:
        rows = [(" / ".join(hint.keys), hint.description) for hint in self._hints]
        width = max(cell_len(keys) for keys, _description in rows)
        return [Row(Piece(pad(keys, width + 2), "current"), (Piece(description),)) for keys, description in rows]

    def action_close(self) -> None:
        self.dismiss()
