"""The grids of rules on a page, and what stands in their places."""

from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.sources.characters import squeeze_blanks
from quiz.sources.pdf.chars import Row
from quiz.sources.pdf.ideographs import plain
from quiz.sources.pdf.rules import NEAR, Rule
from quiz.sources.rows import names_columns

MOST_PLACES = 5_000


@dataclass(slots=True)
class Grid:
    """A ruled table: the edges of its columns from the left, of its rows from the top, and its rules."""

    columns: list[float]
    rows: list[float]
    rules: list[Rule]
    runs: dict[tuple[int, int], list[Row]] = field(default_factory=dict)

    def take(self, run: Row) -> bool:
        """Put a stretch of text into its places and say whether it has any."""
        row = bisect([-edge for edge in self.rows], -(run.baseline + 0.3 * run.size)) - 1
        if not (0 <= row < len(self.rows) - 1 and self.columns[0] < (run.left + run.right) / 2 < self.columns[-1]):
            return False
        for piece in run.pieces():
            column = bisect(self.columns, (piece.left + piece.right) / 2) - 1
            self.runs.setdefault((row, min(max(column, 0), len(self.columns) - 2)), []).append(piece)
        return True

    def texts(self) -> list[list[str]]:
        """The text of each place; a cell over several rows stands in each, one over several columns in the first."""
        height, width = len(self.rows) - 1, len(self.columns) - 1
        table = [[""] * width for _row in range(height)]
        seen: set[tuple[int, int]] = set()
        for at in ((row, column) for row in range(height) for column in range(width)):
            if at in seen:
                continue
            cell = self._cell(at)
            seen.update(cell)
            text = said([run for place in cell for run in self.runs.get(place, [])])
            for row in {row for row, _column in cell}:
                table[row][at[1]] = text
        return table

    def headers(self, rows: list[list[str]]) -> int:
        """How many of the first rows name the columns: as many as the first cell spans beside one over columns."""
        deep = len({row for row, _column in self._cell((0, 0))})
        return deep if deep > 1 and "" in rows[0] else int(names_columns(rows))

    def _cell(self, first: tuple[int, int]) -> list[tuple[int, int]]:
        """The places that no rule divides from the place `first`, the upper left of them."""
        row, column = first
        right, low = column, row
        while right < len(self.columns) - 2 and not self._ruled(
            self.columns[right + 1], self._middle(row), level=False
        ):
            right += 1
        across = (self.columns[column] + self.columns[column + 1]) / 2
        while low < len(self.rows) - 2 and not self._ruled(self.rows[low + 1], across, level=True):
            low += 1
        return [(y, x) for y in range(row, low + 1) for x in range(column, right + 1)]

    def _middle(self, row: int) -> float:
        return (self.rows[row] + self.rows[row + 1]) / 2

    def _ruled(self, at: float, beside: float, *, level: bool) -> bool:
        return any(
            rule.level == level and abs(rule.at - at) <= NEAR and rule.start - NEAR <= beside <= rule.end + NEAR
            for rule in self.rules
        )


def grids_of(rules: Sequence[Rule]) -> Iterator[Grid]:
    """The groups of rules that meet and divide the page into two rows and two columns or more."""
    left = list(rules)
    while left:
        group, fresh = [], [left.pop()]
        while fresh:
            rule = fresh.pop()
            group.append(rule)
            meeting = [other for other in left if _meet(rule, other)]
            fresh += meeting
            left = [other for other in left if not _meet(rule, other)]
        columns = _places(rule.at for rule in group if not rule.level)
        rows = _places(rule.at for rule in group if rule.level)[::-1]
        if len(columns) > 2 and len(rows) > 2 and len(columns) * len(rows) <= MOST_PLACES:
            yield Grid(columns, rows, group)


def said(runs: list[Row]) -> str:
    """The runs of a cell in the order of drawing, as one text."""
    ordered = sorted(runs, key=lambda run: run.number)
    return plain(squeeze_blanks(" ".join(run.text for run in ordered)))


def _meet(a: Rule, b: Rule) -> bool:
    if a.level == b.level:
        return abs(a.at - b.at) <= NEAR and a.start - NEAR <= b.end and b.start - NEAR <= a.end
    return b.start - NEAR <= a.at <= b.end + NEAR and a.start - NEAR <= b.at <= a.end + NEAR


def _places(found: Iterator[float]) -> list[float]:
    """The places in order, those within `NEAR` of one another as one."""
    places: list[float] = []
    for place in sorted(found):
        if not places or place - places[-1] > NEAR:
            places.append(place)
    return places
