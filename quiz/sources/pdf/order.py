"""The stretches of text of each page into rows in reading order, over columns and tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from quiz.sources.characters import squeeze_blanks
from quiz.sources.pdf.chars import HYPHEN, WIDE_GAP, Row
from quiz.sources.pdf.columns import crosses, gutters_of
from quiz.sources.pdf.ideographs import plain
from quiz.sources.pdf.rules import Rule
from quiz.sources.pdf.tables import NO_HEAD, aligned_tables, ruled_tables

CELL_GAP = "\t"
MAX_CELL_ROWS = 40  # drawn between two cells that stand beside one another
MAY_CROSS = 0.15  # of the rows of a page: titles over all columns


def in_order(pages: list[list[Row]], rules: Sequence[list[Rule]]) -> list[list[Row]]:
    """The rows of each page in reading order, numbered through the document, a wide gap in one written as a tab, and
    those of a table that its rules (`rules` of each page) or its alignment make plain as sentences.

    Text of one column is sorted by its place, as headers, bold words and notes are drawn whenever the producer likes;
    where columns stand side by side, the order of drawing is the reading order.
    """
    gutters = [gutters_of(runs) for runs in pages]
    usual = next((found for found in gutters if found), []) if sum(map(bool, gutters)) * 2 >= len(pages) else []
    number, ordered, head = 0, [], NO_HEAD
    for runs, found, ruled in zip(pages, gutters, rules, strict=True):
        strips = found or (usual if sum(crosses(run, usual) for run in runs) <= len(runs) * MAY_CROSS else [])
        if strips:
            rows, head = _in_columns(_merged(_neighbours(runs)), strips), NO_HEAD
        else:
            tables, rest, head = ruled_tables(runs, ruled, head)
            rows = _in_one_column(rest, tables)
        ordered.append([replace(row, number=number + at) for at, row in enumerate(rows, 1)])
        number += len(rows)
    return ordered


def _in_one_column(runs: list[Row], tables: list[list[Row]]) -> list[Row]:
    """The rows from the top, with the sentences of `tables`; where another table stands, its cells, each whole, in the
    order of drawing."""
    for sentences, numbers in aligned_tables(_by_baseline(runs)):
        tables = [*tables, sentences]
        runs = [run for run in runs if run.number not in numbers]
    lines = _by_baseline(runs)
    spans = _table_spans(lines)
    placed = [(table[0].baseline, table) for table in tables]
    for start, end in spans:
        cells = _cells([run for run in runs if start <= run.number <= end])
        placed.append((max(run.baseline for cell in cells for run in cell), _merged(cells, cell=True)))
    for line in lines:
        rest = [run for run in line if not any(start <= run.number <= end for start, end in spans)]
        if rest:
            placed.append((rest[0].baseline, _merged([rest])))
    return [row for _top, rows in sorted(placed, key=lambda part: -part[0]) for row in rows]


def _table_spans(lines: list[list[Row]]) -> list[tuple[int, int]]:
    """First and last place in the order of drawing of each table: stretches beside one another between which others,
    not many, were drawn, as the second row of a cell is."""
    spans: list[tuple[int, int]] = []
    found = []
    for line in lines:
        for a, b in pairwise(line):
            first, last = sorted((a.number, b.number))
            if 1 < last - first <= MAX_CELL_ROWS and b.left - a.right > 0.8 * a.size:
                found.append((first, last))
    for first, last in sorted(found):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return spans


def _cells(runs: list[Row]) -> list[list[Row]]:
    """Runs one under the other, or side by side without a gap, in the order of drawing."""
    cells: list[list[Row]] = []
    for run in runs:
        last = cells[-1][-1] if cells else None
        if last and _is_in_cell(last, run):
            cells[-1].append(run)
        else:
            cells.append([run])
    return cells


def _is_in_cell(last: Row, run: Row) -> bool:
    if _same_line(last, run):
        return -run.size <= run.left - last.right < 0.8 * run.size
    overlap = min(last.right, run.right) - max(last.left, run.left)
    narrower = min(last.right - last.left, run.right - run.left)
    return 0 < last.baseline - run.baseline < 2 * run.size and overlap > narrower / 2


def _by_baseline(runs: list[Row]) -> list[list[Row]]:
    """The runs of each line from the left, lines from the top."""
    lines: list[list[Row]] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if lines and _same_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [sorted(line, key=lambda run: run.left) for line in lines]


def _same_line(a: Row, b: Row) -> bool:
    """Type of twice the size on the baseline of a line is a watermark, not a part of it."""
    return abs(a.baseline - b.baseline) <= 0.4 * min(a.size, b.size) and 0.5 < a.size / b.size < 2


def _neighbours(runs: list[Row]) -> list[list[Row]]:
    lines: list[list[Row]] = []
    for run in runs:
        if lines and _same_line(lines[-1][-1], run) and -run.size <= run.left - lines[-1][-1].right < WIDE_GAP:
            lines[-1].append(run)
        else:
            lines.append([run])
    return lines


def _merged(lines: Iterable[list[Row]], *, cell: bool = False) -> list[Row]:
    rows = []
    for line in lines:
        text = line[0].text
        for a, b in pairwise(line):
            gap = (b.left - a.right) / max(a.size, b.size)
            text += (CELL_GAP if gap > WIDE_GAP else " " if gap > 0.2 else "") + b.text
        parts = [plain(squeeze_blanks(part)) for part in text.split(CELL_GAP)]
        longest = max(line, key=lambda run: len(run.text))
        row = replace(
            longest,
            text=CELL_GAP.join(part for part in parts if part),
            left=min(run.left for run in line),
            right=max(run.right for run in line),
            bold=all(run.bold for run in line),
            marks="".join(run.marks for run in line),
            cell=cell,
        )
        if row.text.strip(HYPHEN):
            rows.append(row)
    return rows


def _in_columns(rows: list[Row], gutters: list[float]) -> list[Row]:
    """The rows with the numbers of their columns; one that runs over a gutter, such as a title, is in none."""
    if not gutters:
        return rows
    return [
        row if crosses(row, gutters) else replace(row, column=1 + sum(gutter < row.left for gutter in gutters))
        for row in rows
    ]
