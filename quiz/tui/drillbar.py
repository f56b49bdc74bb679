"""The first line of a drill: the deck, how far, how many right."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quiz.model import Verdict
from quiz.tui.stem import MARKS
from quiz.tui.text import cut, one_line


class DrillBar(Widget):
    """Deck title on the left; a bar, `done/total` and the number of right answers on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"drillbar--done", "drillbar--rest", "drillbar--right", "drillbar--count"}

    def __init__(self, title: str, total: int) -> None:
        super().__init__()
        self._title = one_line(title)
        self._total = total
        self._done = self._right = 0

    def count(self, done: int, right: int) -> None:
        self._done, self._right = done, right
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        count, right = f" {self._done}/{self._total}", f"  {MARKS[Verdict.RIGHT]} {self._right}"
        bar = 16 if width >= 72 else 10 if width >= 50 else 0
        done = -(-bar * self._done // max(self._total, 1))  # rounded up: the first answer shows
        title = cut(self._title, width - bar - cell_len(count) - cell_len(right) - 2)
        space = width - cell_len(title) - bar - cell_len(count) - cell_len(right)
        style = {name.split("--")[1]: self.get_visual_style(name) for name in self.COMPONENT_CLASSES}
        return Content.assemble(
            title + " " * space,
            (" " * done, style["done"]),
            (" " * (bar - done), style["rest"]),
            (count, style["count"]),
            (right, style["right"]),
        )
