"""Choosing among options: one, several, or true and false."""

from collections.abc import Sequence
from random import Random

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Choice, Judge, letter
from quiz.study import FALSE, TRUE
from quiz.study.asking import plain
from quiz.tui import stem
from quiz.tui.keys import KeyHint
from quiz.tui.reply.base import Picked, Use, hint
from quiz.tui.rows import Row
from quiz.tui.wrap import Piece

_TRUTHS = (TRUE, FALSE)
_TRUTH_KEYS = {"y": 0, "t": 0, "n": 1, "f": 1}


class Options(Picked):
    """Where only one is right, the cursor is the choice: a slip is put right by another key, and Enter answers."""

    def __init__(self, question: Choice | Judge, given: Sequence[str]) -> None:
        self._question = question
        self._options = question.options if isinstance(question, Choice) else _TRUTHS
        super().__init__(len(self._options))
        self._several = question.kind == "multiple"
        self._chosen = {place for place, option in enumerate(self._options) if option in given}
        self.cursor = min(self._chosen, default=0 if self._several else -1)
        self._struck: set[int] = set()

    @property
    def hints(self) -> int:
        return len(self._struck)

    def can_hint(self) -> bool:
        return isinstance(self._question, Choice)

    def hint_more(self) -> bool:
        """Strike out a wrong option, always the same first; one stays, or the hint would be the answer."""
        if not isinstance(self._question, Choice):
            return False
        wrong = [place for place in range(self.count) if place not in self._question.key]
        Random(self._question.id).shuffle(wrong)
        if len(self._struck) + 1 >= len(wrong):
            return False
        place = wrong[len(self._struck)]
        self._struck.add(place)
        self._chosen.discard(place)
        if self.cursor == place:
            self.cursor = 0 if self._several else -1
        return True

    def stem(self) -> list[Piece]:
        return stem.asked(self._question)

    def rows(self) -> list[Row]:
        rows = [self._row(place) for place in range(self.count)]
        if isinstance(self._question, Choice) and self._question.blanks and self._question.blanks[0].hint:
            text = _("hint: {hint}").format(hint=clean(self._question.blanks[0].hint))
            rows.append(Row(Piece(""), (Piece(text, "dim"),)))
        return rows

    def _row(self, place: int) -> Row:
        style = self.style(place, picked=place in self._chosen)
        box = stem.box("x" if place in self._chosen else "") if self._several else ""
        label, text = stem.option(self._question, place)
        if place in self._struck:
            pointer = "▸ " if place == self.cursor else "× "
            return Row(Piece(f"{pointer}{box}{label}", "dim"), (Piece(text, "struck"),))
        return Row(Piece(f"{self.pointer(place)}{box}{label}", style), (Piece(text, style),), place)

    def pick(self, place: int) -> None:
        if place in self._struck:
            return
        self.cursor = place
        self._chosen = self._chosen ^ {place} if self._several else {place}

    def move(self, step: int) -> None:
        """Past what is struck out."""
        before = self.cursor
        for _again in range(self.count):
            super().move(step)
            if self.cursor not in self._struck:
                break
        else:
            self.cursor = before
        if not self._several and self.cursor >= 0:
            self._chosen = {self.cursor}

    def row_of(self, character: str) -> int | None:
        words = _TRUTH_KEYS if isinstance(self._question, Judge) else {}
        return words.get(plain(character), super().row_of(character))

    def given(self) -> list[str]:
        return [self._options[place] for place in sorted(self._chosen)]

    def is_complete(self) -> bool:
        return bool(self._chosen)

    def hint(self) -> KeyHint:
        if isinstance(self._question, Judge):
            return hint("1", "2", mark("Choose"), "y/n", "t/f")
        last = min(self.count, 9)
        return hint("A", letter(last - 1), mark("Tick") if self._several else mark("Choose"), f"1-{last}")

    def uses(self) -> dict[str, Use]:
        tick = {"space": Use(mark("Tick"), self.pick_current)} if self._several else {}
        return {**super().uses(), **tick}
