"""Where one is among the questions of a deck, or of a part of it. No widget."""

from collections.abc import Sequence


class Walk:
    """Goes from one to the next of `ids`."""

    def __init__(self, ids: Sequence[str]) -> None:
        self.ids = list(ids)
        self.at = 0

    @property
    def current(self) -> str | None:
        return self.ids[self.at] if self.ids else None

    @property
    def number(self) -> int:
        """The place of the current one from 1, 0 when there is none."""
        return self.at + bool(self.ids)

    def move(self, step: int) -> bool:
        """Go on or back; False at the ends."""
        moves = 0 <= self.at + step < len(self.ids)
        self.at += step if moves else 0
        return moves

    def go(self, name: str) -> bool:
        """Go to the one of this id; False when it is not on the way."""
        if name not in self.ids:
            return False
        self.at = self.ids.index(name)
        return True

    def narrow(self, ids: Sequence[str]) -> None:
        """Walk through `ids` from now on; the current one stays if it can."""
        name, self.ids, self.at = self.current, list(ids), 0
        if name is not None:
            self.go(name)

    def swap(self, old: Sequence[str], new: Sequence[str]) -> None:
        """`new` in the place of `old`, which stand together."""
        if old and old[0] in self.ids:
            place = self.ids.index(old[0])
            rest = [name for name in self.ids[place:] if name not in old]
            self.ids[place:] = [*new, *rest]
            self.at = min(self.at, len(self.ids) - 1)
