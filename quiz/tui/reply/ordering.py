"""Putting items in order: each one picked takes the next place."""

from collections.abc import Sequence

from quiz.controls import clean
from quiz.i18n import mark
from quiz.model import Order, letter
from quiz.study.asking import shuffled
from quiz.tui import stem
from quiz.tui.keys import KeyHint
from quiz.tui.reply.base import Picked, Use, hint
from quiz.tui.rows import Row
from quiz.tui.wrap import Piece


class Ordering(Picked):
    """Rows are counted as they were first shown; those in `_placed` stand on top, in the order of the learner."""

    def __init__(self, question: Order, given: Sequence[str]) -> None:
        super().__init__(len(question.items))
        self._question = question
        self._items = [question.items[place] for place in shuffled(question)]
        self._placed: list[int] = []
        for text in given:
            free = (row for row in self._free() if self._items[row] == text)
            self._placed += list(free)[:1]
        self._to_first_free()
        self._told = 0  # so many of the first places were told as a hint

    @property
    def hints(self) -> int:
        return self._told

    def can_hint(self) -> bool:
        return True

    def hint_more(self) -> bool:
        """Put the right item into the first place that was not told yet; the last two are left to do."""
        if self._told + 2 >= self.count:
            return False
        self._told += 1
        right = [shuffled(self._question).index(place) for place in range(self._told)]
        self._placed = [*right, *(row for row in self._placed if row not in right)]
        self._to_first_free()
        return True

    def _free(self) -> list[int]:
        return [row for row in range(self.count) if row not in self._placed]

    def _to_first_free(self) -> None:
        self.cursor = next(iter(self._free()), -1)

    def stem(self) -> list[Piece]:
        return stem.asked(self._question)

    def rows(self) -> list[Row]:
        rows = []
        for number, row in enumerate([*self._placed, *self._free()], 1):
            placed = row in self._placed
            style = self.style(row, picked=placed)
            mark = f"{self.pointer(row)}{stem.box(str(number) if placed else '')}{row + 1}. "
            rows.append(Row(Piece(mark, style), (Piece(clean(self._items[row]), style),), row))
        return rows

    def pick(self, place: int) -> None:
        """The last item goes to the last place by itself, and stays there when its key is pressed all the same."""
        if place in self._placed:
            if self._free() or place != self._placed[-1]:
                self._placed.remove(place)
        else:
            self._placed.append(place)
            free = self._free()
            self._placed += free if len(free) == 1 else []
        self._to_first_free()

    def take_back(self) -> None:
        """The item placed last is free again; with it the one that took the last place by itself."""
        full = not self._free()
        del self._placed[-2 if full else -1 :]
        self._to_first_free()

    def move(self, step: int) -> None:
        """Along the rows as they stand now."""
        shown = [*self._placed, *self._free()]
        at = shown.index(self.cursor) if self.cursor >= 0 else (self.count if step < 0 else -1)
        self.cursor = shown[min(max(at + step, 0), self.count - 1)]

    def given(self) -> list[str]:
        return [self._items[row] for row in self._placed]

    def is_complete(self) -> bool:
        return not self._free()

    def hint(self) -> KeyHint:
        return hint("1", str(min(self.count, 9)), mark("Next in order"), f"A-{letter(min(self.count, 9) - 1)}")

    def uses(self) -> dict[str, Use]:
        back = {"backspace": Use(mark("Take back"), self.take_back)} if self._placed else {}
        return {**super().uses(), **back, "space": Use(mark("Next in order"), self.pick_current)}
