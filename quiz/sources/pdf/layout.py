"""The measures of a document's print: size of type, distance of rows, edges of columns."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from quiz.sources.pdf.chars import Row

STOPS = "。！？；："
ENOUGH_ROWS = 20  # below, the edges of the whole document are surer than those of its odd or even pages


@dataclass(frozen=True, slots=True)
class Frame:
    """The left and right edges of a column."""

    left: float
    right: float


def body_size(rows: Iterable[Row]) -> float:
    """The size of type that most characters have, in points."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[round(row.size, 1)] += len(row.text)
    return max(sizes, key=lambda size: (sizes[size], -size))


def pitch(rows: list[Row], body: float) -> float:
    """The usual distance between the baselines of two rows of the body, in points."""
    steps = [
        a.baseline - b.baseline
        for a, b in pairwise(rows)
        if a.page == b.page and a.column == b.column and abs(a.size - body) + abs(b.size - body) < body / 10
    ]
    steps = sorted(step for step in steps if 0.8 * body < step < 4 * body)
    return steps[len(steps) // 4] if steps else 1.5 * body  # between paragraphs there may be more, so not the median


class Frames:
    """The edges of the text on each page: odd and even pages may differ, and so may columns."""

    def __init__(self, rows: list[Row], widths: dict[int, float], body: float) -> None:
        self._widths, self._body = widths, body
        prose = [row for row in rows if not row.cell and len(row.text) >= 8]
        wide = [row for row in prose if abs(row.size - body) <= 0.05 * body] or rows
        groups: dict[tuple[float, int, int], list[Row]] = {}
        for row in wide:
            groups.setdefault(self._key(row), []).append(row)
        everything = self._frame(wide)
        self._frames = {key: self._frame(group) for key, group in groups.items() if len(group) >= ENOUGH_ROWS}
        self._columns = {
            column: self._frame([row for row in wide if row.column == column])
            for column in {row.column for row in wide}
            if column
        }
        self._everything = everything

    def of(self, row: Row) -> Frame:
        """The frame that `row` stands in."""
        return self._frames.get(self._key(row)) or self._columns.get(row.column) or self._everything

    def _key(self, row: Row) -> tuple[float, int, int]:
        return round(self._widths[row.page]), row.page % 2, row.column

    def _frame(self, rows: list[Row]) -> Frame:
        """Left: the leftmost place where rows begin often. Right: the rightmost place where rows often break inside a
        sentence; where none do, as far from the paper's edge as on the left."""
        often = max(2, len(rows) / 10)
        left = min(_frequent([row.left for row in rows], self._body / 2, often) or [row.left for row in rows])
        broken = [row.right for row in rows if row.text[-1] not in STOPS]  # a row that ends its sentence may end early
        ends = _frequent(broken, self._body, often)
        mirrored = self._widths[rows[0].page] - left if not rows[0].column else 0
        return Frame(left, max(ends) if ends else max(mirrored, *(row.right for row in rows)))


def _frequent(places: list[float], bin_width: float, often: float) -> list[float]:
    """The places that share their bin of `bin_width` points with enough others."""
    bins = Counter(round(place / bin_width) for place in places)
    return [place for place in places if bins[round(place / bin_width)] >= often]
