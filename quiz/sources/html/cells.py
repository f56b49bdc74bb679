"""The cells of a table on a web page, as rows for `quiz.sources.rows`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from quiz.sources.html.markup import Tag
from quiz.sources.rows import is_layout, row_sentences

MOST_SPAN = 50
MOST_LINES = 8  # of a cell
MOST_PLACES = 20_000  # of a table, counting each place that a cell spans


class Paragraph(Protocol):
    """What a table needs to know of a paragraph: its text and how many of its characters are links."""

    text: str
    links: int


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell, whether the page calls it a heading, and how many columns and rows it spans."""

    text: str
    heading: bool
    columns: int
    rows: int


@dataclass(slots=True)
class Table:
    """A table being read: `first` is the place of its first paragraph, `cells_from` of the first in a cell. `layout`
    says that it lays out the page and holds no entries."""

    first: int
    cells: list[list[Cell]] = field(default_factory=list)
    cells_from: int = -1
    layout: bool = False
    places: int = 0

    def add(self, tag: Tag, first: int, paragraphs: Sequence[Paragraph]) -> None:
        """Add a cell. Many lines or links, or the label of a field to fill in, are no entry."""
        text = "".join(paragraph.text for paragraph in paragraphs[: MOST_LINES + 1])
        linked = sum(paragraph.links for paragraph in paragraphs)
        columns, rows = (_span(tag.attributes.get(key, "")) for key in ("colspan", "rowspan"))
        self.places += columns * rows
        field_label = text.endswith(("：", ":"))
        if len(paragraphs) > MOST_LINES or linked * 2 > len(text) or field_label or self.places > MOST_PLACES:
            self.layout = True
        if self.cells_from < 0:
            self.cells_from = first
        if not self.cells:
            self.cells.append([])
        self.cells[-1].append(Cell(text, tag.name == "th", columns, rows))

    def sentences(self) -> list[str]:
        """One sentence a row, none when the table holds no entries: less than two rows of at least two."""
        if self.layout or sum(sum(bool(cell.text) for cell in row) > 1 for row in self.cells) < 2:
            return []
        cells = [row for row in self.cells if row]
        rows = list(_grid(cells))
        headers = next((at for at, row in enumerate(cells) if not all(cell.heading for cell in row)), 0)
        return [] if is_layout(rows) else list(row_sentences(rows, headers))


def _span(value: str) -> int:
    return min(int(value), MOST_SPAN) if value.isascii() and value.isdigit() and 0 < len(value) < 4 else 1


def _grid(cells: list[list[Cell]]) -> Iterator[list[str]]:
    """The texts column by column: a cell over several rows stands in each, one over several columns in the first."""
    below: dict[int, tuple[int, str]] = {}
    for row in cells:
        texts: list[str] = []
        for cell in row:
            _take_from_above(texts, below)
            for text in (cell.text, *[""] * (cell.columns - 1)):
                if cell.rows > 1:
                    below[len(texts)] = (cell.rows - 1, text)
                texts.append(text)
        _take_from_above(texts, below)
        yield texts


def _take_from_above(texts: list[str], below: dict[int, tuple[int, str]]) -> None:
    while len(texts) in below:
        left, text = below.pop(len(texts))
        if left > 1:
            below[len(texts)] = (left - 1, text)
        texts.append(text)
