"""How far a long piece of work has come."""

from typing import ClassVar

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quiz.tui.text import cut, one_line
from quiz.tui.theme import STYLES


class Meter(Widget):
    """What is done on the left, a bar and the per cent on the right; drawn again only when the number changes."""

    WIDTH: ClassVar[int] = 20

    def __init__(self) -> None:
        super().__init__()
        self._about = ""
        self._percent = 0

    def begin(self, about: str) -> None:
        self._about, self._percent = one_line(about), 0
        self.refresh()

    def move(self, share: float) -> None:
        """`share` is done, from 0 to 1."""
        percent = round(100 * share)
        if percent != self._percent:
            self._percent = percent
            self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        bar = min(self.WIDTH, width // 3)
        done = bar * self._percent // 100
        about = cut(self._about, width - bar - 8)
        return Content.assemble(
            about + " " * (width - cell_len(about) - bar - 6),
            (" " * done, STYLES["done"]),
            (" " * (bar - done), STYLES["rest"]),
            f"{self._percent:>4}%",
        )
