"""The top of an exam: which question of how many, how many are answered, the time left."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.i18n import gettext as _
from quiz.tui.text import cut, one_line
from quiz.tui.theme import STYLES

LAST = 300
"""Seconds; when no more are left the clock is marked."""


class ExamBar(Horizontal):
    """Title and counts on the left, the clock on the right; a tick draws the clock alone."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        yield Place(self._title)
        yield Clock("", id="clock", markup=False)

    def show(self, place: int, answered: int, total: int) -> None:
        self.query_one(Place).show(place, answered, total)

    def tick(self, left: float | None) -> None:
        """Show the seconds left; None without a limit."""
        self.query_one(Clock).tick(left)


class Clock(Static):
    """Minutes and seconds; in the last minutes with a mark and another colour."""

    shown = ""

    def tick(self, left: float | None) -> None:
        seconds = 0 if left is None else int(left + 0.999)
        hours, rest = divmod(seconds, 3600)
        text = f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"
        late = left is not None and left <= LAST
        text = "" if left is None else "! " + text if late else text
        if text != self.shown:
            self.shown = text
            self.set_class(late, "late")
            self.update(text, layout=False)


class Place(Widget):
    """The title, cut to what room there is; a bar; question `place` of `total`; how many are answered."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = one_line(title)
        self._place = self._answered = self._total = 0

    def show(self, place: int, answered: int, total: int) -> None:
        self._place, self._answered, self._total = place, answered, total
        self.refresh()

    def render(self) -> Content:
        width = self.content_size.width
        answered = _("answered {n}").format(n=self._answered)
        count = f" {self._place}/{self._total}  "
        bar = 16 if width >= 60 else 0
        done = -(-bar * self._answered // max(self._total, 1))
        rest = bar + cell_len(count) + cell_len(answered)
        title = cut(self._title, max(0, width - rest - 2))
        return Content.assemble(
            title + " " * max(0, width - cell_len(title) - rest),
            (" " * done, STYLES["done"]),
            (" " * (bar - done), STYLES["rest"]),
            (count, "$foreground"),
            (answered, STYLES["dim"]),
        )


def places(numbers: Sequence[int], most: int = 8) -> str:
    """Some numbers for a sentence: the first of many, with how many more there are."""
    shown = str(numbers[0]) if numbers else ""
    for number in numbers[1:most]:
        shown = _("{numbers}, {n}").format(numbers=shown, n=number)
    more = len(numbers) - most
    return _("{numbers} and {n} more").format(numbers=shown, n=more) if more > 0 else shown
