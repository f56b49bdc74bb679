"""The bottom line: which keys do what at this moment."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.widget import Widget

from quiz.tui.keys import KeyHint, fitting
from quiz.tui.theme import STYLES


class KeyBar(Widget):
    """The keys of the screen it stands on, the most important first, and of those that do the same only that one. What
    does not fit is left out, and help, whose key is always there, has it.

    A click on a key is the key.
    """

    GAP: ClassVar[str] = "  "

    def __init__(self, hints: Callable[[], list[KeyHint]]) -> None:
        super().__init__()
        self._hints = hints

    def render(self) -> Content:
        parts = [Content.assemble((hint.keys[0], STYLES["strong"]), " ", hint.description) for hint in self._shown()]
        return Content(self.GAP).join(parts)

    async def on_click(self, event: Click) -> None:
        place = event.get_content_offset(self)
        left = 0
        for hint in self._shown():
            right = left + self._cells(hint)
            if place is not None and left <= place.x < right and hint.action:
                await self.screen.run_action(hint.action)
            left = right + len(self.GAP)

    def _shown(self) -> list[KeyHint]:
        named: dict[str, KeyHint] = {}
        for hint in self._hints():
            if hint.show:
                named.setdefault(hint.description, hint)
        hints, width = list(named.values()), self.content_size.width
        shown = self._fitting(hints, width)
        if len(shown) < len(hints) and "help" not in [hint.action for hint in shown]:
            helps = [hint for hint in hints if hint.action == "help"]
            shown = [*self._fitting(hints, width - sum(self._cells(hint) + len(self.GAP) for hint in helps)), *helps]
        return shown

    def _fitting(self, hints: list[KeyHint], width: int) -> list[KeyHint]:
        lengths = (self._cells(hint) + (len(self.GAP) if number else 0) for number, hint in enumerate(hints))
        return hints[: fitting(lengths, width)]

    @staticmethod
    def _cells(hint: KeyHint) -> int:
        return cell_len(f"{hint.keys[0]} {hint.description}")
