"""The paper as a table to fill in: one row a kind, then the time and how a multiple choice is scored. No widget."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.i18n import mark
from quiz.model import KINDS, Kind, Question
from quiz.study.paper import Layout, Part, held
from quiz.study.scoring import PRESETS, Preset

LONGEST = 600
"""Minutes."""

USUAL_POINTS: dict[Kind, float] = {"cloze": 1, "choice": 1, "multiple": 2, "judge": 1, "order": 2, "short": 10}
PRESET_NAMES: dict[Preset, str] = {
    "full": mark("all or nothing"),
    "half": mark("half for too few"),
    "each": mark("by the option"),
    "deduct": mark("wrong ones deducted"),
}
PRESET_WORDS: dict[Preset, str] = {
    "full": mark("Multi-choice: points only for all right options and no other."),
    "half": mark("Multi-choice: half the points for too few options, none with a wrong one."),
    "each": mark("Multi-choice: a share for each right option, none with a wrong one."),
    "deduct": mark("Multi-choice: a share for each right option, a wrong one takes one away."),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A number to change: its `step`, its `most`, and whether halves are taken."""

    step: float
    most: float
    halves: bool = False


class ExamForm:
    """`row` runs through the kinds, the minutes and the preset; `column` is 0 for counts and 1 for points."""

    def __init__(self, questions: Iterable[Question], layout: Layout) -> None:
        self.held = held(questions)
        parts = {part.kind: part for part in layout.parts}
        self.kinds = [*parts, *(kind for kind in KINDS if kind not in parts)]
        self.counts = {kind: min(parts[kind].count if kind in parts else 0, self.held[kind]) for kind in self.kinds}
        self.points = {kind: parts[kind].points if kind in parts else USUAL_POINTS[kind] for kind in self.kinds}
        self.minutes: float = layout.minutes
        self.preset: Preset = layout.preset
        self.row = next((row for row, kind in enumerate(self.kinds) if self.held[kind]), len(self.kinds))
        self.column = 0
        self._typed = ""

    @property
    def rows(self) -> int:
        return len(self.kinds) + 2

    @property
    def kind(self) -> Kind | None:
        """The kind of the current row, None on the rows below them."""
        return self.kinds[self.row] if self.row < len(self.kinds) else None

    def is_open(self, row: int) -> bool:
        """Whether there is anything to change in a row."""
        return row >= len(self.kinds) or self.held[self.kinds[row]] > 0

    @property
    def questions(self) -> int:
        """How many questions, or blanks, were asked for."""
        return sum(self.counts.values())

    @property
    def total(self) -> float:
        return sum(self.counts[kind] * self.points[kind] for kind in self.kinds)

    def layout(self) -> Layout:
        wanted = [kind for kind in self.kinds if self.counts[kind] and self.points[kind]]
        parts = tuple(Part(kind, self.counts[kind], self.points[kind]) for kind in wanted)
        return Layout(parts, self.minutes, self.preset)

    def go(self, step: int) -> None:
        """To the next row that is open, or the one before."""
        row = self.row + step
        while 0 <= row < self.rows and not self.is_open(row):
            row += step
        if 0 <= row < self.rows:
            self.put(row, self.column)

    def put(self, row: int, column: int) -> None:
        """To a row and column, if it is open."""
        if self.is_open(row):
            self.row, self.column, self._typed = row, column, ""

    def change(self, step: int) -> None:
        """One step up or down; on the last row the next preset or the one before."""
        self._typed = ""
        if self.row == self.rows - 1:
            place = PRESETS.index(self.preset) + step
            self.preset = PRESETS[place % len(PRESETS)]
            return
        field = self._field()
        value = self._value() + step * field.step
        self._set(value - value % field.step if self.kind is None else value)

    def type(self, character: str) -> None:
        """A digit or point goes on with the number that is being typed, or begins one."""
        field = self._field()
        if self.row == self.rows - 1 or (character == "." and (not field.halves or "." in self._typed)):
            return
        self._typed += character
        self._set(float(self._typed if self._typed != "." else "0"), typed=True)

    def rub(self) -> None:
        """Take the last digit away."""
        if self.row < self.rows - 1:
            self._typed = (self._typed or number(self._value()))[:-1]
            self._set(float(self._typed) if self._typed.strip(".") else 0, typed=True)

    def _field(self) -> Field:
        kind = self.kind
        if kind is None:
            return Field(5, LONGEST)
        return Field(0.5, 99, halves=True) if self.column else Field(1, min(self.held[kind], 999))

    def _value(self) -> float:
        kind = self.kind
        if kind is None:
            return self.minutes
        return self.points[kind] if self.column else self.counts[kind]

    def _set(self, value: float, *, typed: bool = False) -> None:
        field, kind = self._field(), self.kind
        if value > field.most or not typed:
            self._typed = ""
        value = min(max(value, 0), field.most)
        if kind is None:
            self.minutes = round(value)
        elif self.column:
            self.points[kind] = round(value, 1)
        else:
            self.counts[kind] = round(value)


def number(value: float) -> str:
    """A number without a needless point: 2, 0.5."""
    return f"{round(value, 2):g}"
