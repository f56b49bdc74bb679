"""What is printed on the pages of a PDF and is no text of the report: running headers and footers, page numbers,
watermarks, a table of contents, footnotes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from quiz.model import Removal
from quiz.sources.pagemarks import PAGE_NUMBER
from quiz.sources.pdf.chars import Row
from quiz.sources.pdf.layout import pitch
from quiz.sources.pdf.order import CELL_GAP

EDGE_ROWS = 3  # a header or footer of more rows than this is not known
SAME_PLACE = 3.0  # points
NO_LARGER = 1.12  # of the body's size: a line with a changing number is a heading when it is
CONTENTS = re.compile(r"[（(\[【]?(?:目[录次錄]|CONTENTS|Contents)[）)\]】]?")
LEADER = re.compile(r"(?:[.．·•…‥⋯]\s?){4,}\s*[（(]?\d{1,4}[）)]?$|(?:…\s?){2,}\s*\d{1,4}$")
PAGE_BEHIND_GAP = re.compile(rf"{CELL_GAP}[（(]?\d{{1,4}}[）)]?$")
NOTE = re.compile(r"[①-⑳*＊※]|[\[［〔]\d{1,3}[\]］〕]|\d{1,3}(?=[\s\u4e00-\u9fff《“])")
SMALLER = 0.93  # of the body's size: the type of headers, footers and footnotes
SET_OFF = 1.25  # times the distance of rows: the gap between a header and the text


class Pages:
    """The rows of each page, in reading order, and what has been taken from them."""

    def __init__(self, pages: list[list[Row]], heights: dict[int, float], body: float) -> None:
        self.pages, self.heights, self.body = pages, heights, body
        self.pitch = pitch(self.rows(), body)
        self.removals: list[Removal] = []

    def rows(self) -> list[Row]:
        return [row for page in self.pages for row in page]

    def drop(self, rows: dict[int, str]) -> None:
        """Take away the rows with these numbers, each with its reason."""
        for at, page in enumerate(self.pages):
            self.removals += [Removal(rows[row.number], row.text, row.number) for row in page if row.number in rows]
            self.pages[at] = [row for row in page if row.number not in rows]


def without_chrome(pages: Pages) -> None:
    """Take everything from `pages` that is no text of the report."""
    pages.drop({row.number: "page header or footer" for row in pages.rows() if row.tilted})
    pages.drop(_stamps(pages))
    pages.drop(_running(pages))
    pages.drop(_contents(pages.rows()))
    pages.drop(_footnotes(pages))
    marked = [row for row in pages.rows() if row.marks]
    pages.removals += [Removal("footnote mark", row.marks, row.number) for row in marked]


def _stamps(pages: Pages) -> dict[int, str]:
    """Large type at the very same place of most pages: a watermark that stands upright."""
    places: defaultdict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for row in pages.rows():
        if row.size > 1.3 * pages.body:
            places[row.text, round(row.left), round(row.baseline)].append(row)
    enough = max(3, 0.6 * len(pages.pages))
    return {row.number: "page header or footer" for rows in places.values() if len(rows) >= enough for row in rows}


def _running(pages: Pages) -> dict[int, str]:
    """Rows at the edges of pages that come again at the same height of other pages, and page numbers, which count."""
    groups: defaultdict[tuple[int, str], list[tuple[Row, float]]] = defaultdict(list)
    edges: dict[tuple[int, int], list[Row]] = {}
    for at, page in enumerate(pages.pages):
        for edge in (0, 1):
            rows = sorted(page, key=lambda row: row.baseline, reverse=edge == 0)
            edges[at, edge] = rows[: EDGE_ROWS if len(rows) > EDGE_ROWS else 1]
            for row in edges[at, edge]:
                distance = pages.heights[row.page] - row.baseline if edge == 0 else row.baseline
                groups[edge, re.sub(r"\d+", "#", row.text)].append((row, distance))
    enough = 2 if len(pages.pages) <= 4 else 3
    running = {number: reason for group in groups.values() for number, reason in _repeated(group, enough, pages.body)}
    found = {}
    for (at, edge), rows in edges.items():
        page = sorted(pages.pages[at], key=lambda row: row.baseline, reverse=edge == 0)
        for row in rows[: _outside(page, running, pages)]:
            found[row.number] = running[row.number]
    return found


def _outside(page: list[Row], running: dict[int, str], pages: Pages) -> int:
    """How many of the rows, from the edge inwards, are no text: they repeat, and the last is set off from the text by
    a gap or by smaller type, so that a row of the body which happens to come again stays."""
    count = 0
    for at, row in enumerate(page):
        if row.number not in running:
            break
        within = page[at + 1] if at + 1 < len(page) else None
        gap = abs(row.baseline - within.baseline) if within else 0.0
        if not within or gap > SET_OFF * pages.pitch or row.size < SMALLER * pages.body:
            count = at + 1
    return count


def _repeated(group: list[tuple[Row, float]], enough: int, body: float) -> Iterator[tuple[int, str]]:
    """(row number, reason) of the rows of `group`, which differ in figures alone, that repeat on enough pages."""
    pages_of: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for row, distance in group:
        for key in (row.text, *_offsets(row)):
            pages_of[round(distance / SAME_PLACE), key].add(row.page)
    for row, distance in group:
        place = round(distance / SAME_PLACE)

        def pages(keys: Iterable[str], place: int = place) -> int:
            return len(set().union(*(pages_of.get((place + step, key), ()) for key in keys for step in (-1, 0, 1))))

        counting = pages(_offsets(row)) if row.size <= NO_LARGER * body else 0
        sentence = row.text.endswith("。")
        if PAGE_NUMBER.fullmatch(row.text) and counting >= 2:
            yield row.number, "page number"
        elif pages([row.text]) >= (3 if sentence else enough) or (counting >= enough and not sentence):
            yield row.number, "page header or footer"


def _offsets(row: Row) -> set[str]:
    """How far each figure of the row is ahead of the page it stands on: a page number keeps its distance."""
    return {f"\0{int(figure) - row.page}" for figure in re.findall(r"\d{1,4}", row.text)}


def _contents(rows: list[Row]) -> dict[int, str]:
    """Rows from 目录, or from the first of three that end in dots and a page number, to the last that does."""
    found: dict[int, str] = {}
    at = 0
    while at < len(rows):
        headed = bool(CONTENTS.fullmatch(rows[at].text))
        end = _contents_end(rows, at, headed) if headed or LEADER.search(rows[at].text) else at
        found |= {row.number: "table of contents" for row in rows[at:end]}
        at = max(end, at + 1)
    return found


def _contents_end(rows: list[Row], start: int, headed: bool) -> int:
    """Behind the last entry; an entry may be broken over three rows, and none of them ends like a sentence."""
    end, entries = start, 0
    for at in range(start, len(rows)):
        text = rows[at].text
        if LEADER.search(text) or (headed and PAGE_BEHIND_GAP.search(text)):
            end, entries = at + 1, entries + 1
        elif at - max(end, start) > 2 or text.endswith("。"):
            break
    return end if entries >= (2 if headed else 3) else start


def _footnotes(pages: Pages) -> dict[int, str]:
    """Small type at the foot of a page, below the text, that begins with a mark or goes on from the page before."""
    found: dict[int, str] = {}
    before = False
    for page in pages.pages:
        rows = sorted(page, key=lambda row: row.baseline)
        small = next((at for at, row in enumerate(rows) if row.cell or row.size > SMALLER * pages.body), len(rows))
        notes = rows[:small][::-1] if small < len(rows) else []
        if not before:
            first = next((at for at, row in enumerate(notes) if NOTE.match(row.text)), len(notes))
            notes = notes[first:]
        found |= {row.number: "footnote" for row in notes}
        before = bool(notes)
    return found
