"""What the screen may ask of a reply of any kind."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.study.asking import place_of
from quiz.tui.keys import KeyHint
from quiz.tui.rows import Row
from quiz.tui.wrap import Piece


class Use(NamedTuple):
    """What a key is said to do (an English message id), and does."""

    name: str
    act: Callable[[], None]


class Reply(ABC):
    """The answer in the making to one question."""

    @abstractmethod
    def stem(self) -> list[Piece]:
        """The question as it stands now."""

    def rows(self) -> list[Row]:
        """What stands under it."""
        return []

    @abstractmethod
    def given(self) -> list[str]:
        """What `Session.answer` takes."""

    def is_complete(self) -> bool:
        """Whether everything that was asked for is there, so that grading it is surely wanted."""
        return True

    @abstractmethod
    def enter(self) -> "Reply | None":
        """Go on as Enter does: the reply to go on with, None when this one is to be graded."""

    def enter_name(self) -> str:
        """What Enter does, as an English message id."""
        return mark("Answer")

    @property
    def hints(self) -> int:
        """How many hints were shown, as `Session.answer` takes it."""
        return 0

    def can_hint(self) -> bool:
        """Whether this kind of question has hints at all."""
        return False

    def hint_more(self) -> bool:
        """Show one more hint; False when there are no more."""
        return False

    def uses(self) -> dict[str, Use]:
        """What `up`, `down`, `space` and `backspace` do now; a key that is not there does nothing."""
        return {}


class Typed(Reply):
    """A reply in words: `texts`, of which the one at `place` is in the line to type in."""

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.place = 0

    @abstractmethod
    def label(self) -> list[Piece]:
        """What stands over the line."""

    @property
    def text(self) -> str:
        return self.texts[self.place]

    @text.setter
    def text(self, text: str) -> None:
        self.texts[self.place] = text

    def back(self) -> None:
        """To the text before."""
        self.place = max(0, self.place - 1)


class Picked(Reply):
    """A reply by picking from `count` rows; `cursor` is the row that the arrow keys have come to, -1 for none."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.cursor = -1

    @abstractmethod
    def pick(self, place: int) -> None:
        """Pick the row at `place`, or take it back where it is picked."""

    def row_of(self, character: str) -> int | None:
        """Which row a key picks."""
        return place_of(character, min(self.count, 9))

    @abstractmethod
    def hint(self) -> KeyHint:
        """What is told of the keys that pick."""

    def move(self, step: int) -> None:
        """The cursor to the next row or the one before; it stays on the rows."""
        start = self.count if self.cursor < 0 and step < 0 else self.cursor
        self.cursor = min(max(start + step, 0), self.count - 1)

    def pick_current(self) -> None:
        if self.cursor >= 0:
            self.pick(self.cursor)

    def uses(self) -> dict[str, Use]:
        return {
            "up": Use(mark("Row above"), partial(self.move, -1)),
            "down": Use(mark("Row below"), partial(self.move, 1)),
        }

    def enter(self) -> "Reply | None":
        return None

    def pointer(self, place: int) -> str:
        """The mark of the row under the cursor, as wide as that of the others."""
        return "▸ " if place == self.cursor else "  "

    def style(self, place: int, *, picked: bool) -> str:
        if place == self.cursor:
            return "current"
        return "strong" if picked else ""


def hint(first: str, last: str, what: str, *others: str) -> KeyHint:
    """The hint of a range of keys, and of `others` that do the same."""
    return KeyHint((f"{first}-{last}", *others), _(what), "", show=True)
