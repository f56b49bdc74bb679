"""The first line of a drill: the deck, the kind of question, how far, the score."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.widget import Widget

from quiz.tui.text import cut, one_line
from quiz.tui.theme import STYLES

SHORTEST = 6  # cells; a title cut to less tells nothing


@dataclass(frozen=True, slots=True)
class Progress:
    """`share` of the work is done, from 0 to 1; `count` and `score` tell it in words."""

    share: float
    count: str
    score: str


class DrillBar(Widget):
    """The mode and the deck's title on the left; marks, the kind, a bar, the progress and the score on the right."""

    def __init__(self, title: str, mode: str = "") -> None:
        super().__init__()
        self._title = one_line(title)
        self._mode = mode
        self._progress = Progress(0, "", "")
        self._kind = self._marks = ""

    def count(self, progress: Progress) -> None:
        self._progress = progress
        self.refresh()

    def name_mode(self, mode: str) -> None:
        """Tell what is being done with the deck."""
        self._mode = mode
        self.refresh()

    def name_kind(self, kind: str) -> None:
        """Tell what kind of question is asked, in the words of the user."""
        self._kind = kind
        self.refresh()

    def show_marks(self, marks: str) -> None:
        """Tell how the question is marked."""
        self._marks = marks
        self.refresh()

    def _kinds(self, room: int) -> str:
        """The marks and the kind, or, where the mode left no room for both, the marks."""
        texts = ["  ".join([*filter(None, parts), ""]) for parts in ((self._marks, self._kind), (self._marks,))]
        return texts[0] if cell_len(texts[0]) + 2 <= room or not self._mode else texts[1]

    def render(self) -> Content:
        width = self.content_size.width
        count = f" {self._progress.count}" if self._progress.count else ""
        right = f"  {self._progress.score}" if self._progress.score else ""
        bar = 16 if width >= 72 else 10 if width >= 60 else 0
        done = min(bar, -int(-bar * self._progress.share // 1))  # rounded up: the first answer shows
        kind = self._kinds(width - bar - cell_len(self._mode + count + right))
        rest = bar + sum(map(cell_len, (kind, count, right)))
        mode = cut(self._mode, width - rest)
        room = width - rest - cell_len(mode) - (4 if mode else 2)
        title = cut(self._title, room) if room >= SHORTEST else ""
        mode += "  " if mode and title else ""
        return Content.assemble(
            (mode, STYLES["strong"]),
            title + " " * (width - cell_len(mode) - cell_len(title) - rest),
            (kind, STYLES["dim"]),
            (" " * done, STYLES["done"]),
            (" " * (bar - done), STYLES["rest"]),
            (count, "$foreground"),
            (right, "$success"),
        )
