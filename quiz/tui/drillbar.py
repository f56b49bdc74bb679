"""The first line of a drill: the deck, the kind of question, how far, how many right."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quiz.model import Verdict
from quiz.tui.stem import MARKS
from quiz.tui.text import cut, one_line


class DrillBar(Widget):
    """Deck title on the left; the kind, a bar, `done/total` and the number of right answers on the right."""

    PARTS: ClassVar[tuple[str, ...]] = ("kind", "done", "rest", "count", "right")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"drillbar--{part}" for part in PARTS}

    def __init__(self, title: str, total: int) -> None:
        super().__init__()
        self._title = one_line(title)
        self._total = total
        self._done = self._right = 0
        self._kind = ""

    def count(self, done: int, right: int) -> None:
        self._done, self._right = done, right
        self.refresh()

    def name_kind(self, kind: str) -> None:
        """Tell what kind of question is asked, in the words of the user."""
        self._kind = kind
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        kind, count, right = (
            f"{self._kind}  ",
            f" {self._done}/{self._total}",
            f"  {MARKS[Verdict.RIGHT]} {self._right}",
        )
        bar = 16 if width >= 72 else 10 if width >= 60 else 0
        done = -(-bar * self._done // max(self._total, 1))  # rounded up: the first answer shows
        rest = bar + sum(map(cell_len, (kind, count, right)))
        title = cut(self._title, width - rest - 2)
        style = {part: self.get_visual_style(f"drillbar--{part}") for part in self.PARTS}
        return Content.assemble(
            title + " " * (width - cell_len(title) - rest),
            (kind, style["kind"]),
            (" " * done, style["done"]),
            (" " * (bar - done), style["rest"]),
            (count, style["count"]),
            (right, style["right"]),
        )
