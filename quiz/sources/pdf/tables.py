"""Tables on a page that are ruled, or else plain by the alignment of their cells, as sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.sources.pdf.chars import Row
from quiz.sources.pdf.grids import Grid, grids_of, said
from quiz.sources.pdf.rules import NEAR, Rule
from quiz.sources.rows import FIGURE, YEAR, is_layout, names_columns, row_sentences

MOST_STEP = 3.5  # type sizes from one row of a table without rules to the next
LEAST_LINES = 3  # of such a table
LONGEST_CELL = 400  # characters; a longer one has paragraphs and headings of its own

CAPTION = re.compile(r"表\s*[一二三四五六七八九十\d]")


@dataclass(frozen=True, slots=True)
class Head:
    """What the first rows of a ruled table call its columns, and where the edges of the columns are."""

    rows: list[list[str]]
    columns: list[float]


NO_HEAD = Head([], [])


def ruled_tables(runs: list[Row], rules: list[Rule], head: Head) -> tuple[list[list[Row]], list[Row], Head]:
    """The tables of a page, a row a sentence, the other runs, and the head of the last table; `head` is that of the
    last one on the page before, which may go on here."""
    tables: list[list[Row]] = []
    last = NO_HEAD
    for grid in sorted(grids_of(rules), key=lambda grid: -grid.rows[0]):
        outside = [run for run in runs if not grid.take(run)]
        goes_on = not tables and _goes_on(grid, outside, head)
        sentences, names = _sentences_of(grid, head.rows if goes_on else [])
        last = Head(names, grid.columns)
        if sentences:
            tables.append(sentences)
            runs = outside
    return tables, runs, last


def _goes_on(grid: Grid, outside: list[Row], head: Head) -> bool:
    """Whether the table goes on from one with this `head`: of the same columns, and only a header stands above it."""
    above = [run for run in outside if run.baseline > grid.rows[0]]
    lines = {round(run.baseline) for run in above}
    return (
        len(grid.columns) == len(head.columns)
        and all(abs(a - b) <= NEAR for a, b in zip(grid.columns, head.columns, strict=True))
        and len(lines) <= 1
        and not any(CAPTION.match(run.text) for run in above)
    )


def aligned_tables(lines: Sequence[Sequence[Row]]) -> Iterator[tuple[list[Row], set[int]]]:
    """The sentences of each table without rules among `lines`, each of them the runs on one baseline, and the numbers
    of its runs: its lines have the same cells one under the other, and the first names what the figures below are."""
    table: list[list[Row]] = []
    for line in (*lines, []):
        cells = [piece for run in line for piece in run.pieces()]
        if table and not _is_under(table, cells):
            texts = [[said([cell]) for cell in row] for row in table]
            if _is_plain(texts):
                sentences = [replace(table[0][0], text=text, cell=True, marks="") for text in row_sentences(texts, 1)]
                yield sentences, {cell.number for row in table for cell in row}
            table = []
        if len(cells) > 1 and not any(cell.tilted for cell in cells):
            table.append(cells)


def _sentences_of(grid: Grid, above: Sequence[list[str]]) -> tuple[list[Row], list[list[str]]]:
    """The table's rows as sentences, and its first rows if they name its columns; `above` are those of the table that
    this one may go on from. Where the cells hold prose, each is said by itself; nothing is said of a grid that frames
    the page.
    """
    rows = [row for row in grid.texts() if any(row)]
    first = min((run for place in grid.runs.values() for run in place), key=lambda run: run.number, default=None)
    if len(rows) < 2 or not first:
        return [], []
    if is_layout(rows):
        cells = [text for row in rows for text in row if text]
        large = max(map(len, cells)) > LONGEST_CELL
        return [] if large else [replace(first, text=text, cell=True, marks="") for text in cells], []
    goes_on = bool(above) and rows[: len(above)] != above
    if goes_on:
        rows = [*above, *rows]
    headers = len(above) if goes_on else grid.headers(rows)
    said = [replace(first, text=text, cell=True, marks="") for text in row_sentences(rows, headers)]
    return said, rows[:headers]


def _is_under(table: list[list[Row]], cells: list[Row]) -> bool:
    """Whether each cell stands under that of the row above it and under no other, at the distance of rows."""
    above = table[-1]
    if len(cells) != len(above) or above[0].baseline - cells[0].baseline > MOST_STEP * above[0].size:
        return False
    columns = [(min(row[at].left for row in table), max(row[at].right for row in table)) for at in range(len(cells))]
    return all(
        (at == 0 or columns[at - 1][1] < cell.left) and (at + 1 == len(cells) or cell.right < columns[at + 1][0])
        for at, cell in enumerate(cells)
    )


def _is_plain(rows: list[list[str]]) -> bool:
    if len(rows) < LEAST_LINES or is_layout(rows) or not names_columns(rows):
        return False
    first, *others = rows
    figures = sum(any(FIGURE.search(cell) for cell in row[1:]) for row in others)
    return not any(FIGURE.search(cell) and not YEAR.match(cell) for cell in first) and figures == len(others)
