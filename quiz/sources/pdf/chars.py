"""A page of a PDF as stretches of text with their places, through PDFium's character interface."""

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

SAME_LINE = 0.6  # of the type size: a raised footnote mark is on the line, the next line is not
WIDE_GAP = 3.0  # type sizes between two cells of a table, or a title and its page number
GAP = 0.8  # may lie between two cells, too
BOLD_WEIGHT = 600
SKEW = 8  # degrees
RAISED, SMALL = 0.2, 0.75  # a footnote mark stands this much above the line in type this much smaller
LINE_BREAKS, BLANKS, HYPHENS = frozenset((10, 13)), frozenset((9, 32, 0xA0, 0x3000)), frozenset((2, 0xAD, 0xFFFE))
HYPHEN = "\u00ad"
MARKS = frozenset("0123456789[]［］〔〕①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳*")


@dataclass(frozen=True, slots=True)
class Row:
    """Text on one baseline. Lengths are in points, x rightwards and y upwards; `size` is the size of the type.

    `tilted` text stands at another angle than the page's own (a watermark); `marks` are the footnote marks taken out;
    `column` counts from 1 where columns stand side by side, a `cell` is one of a table; `number` is the place in the
    order of drawing at first, then counts the rows of the document from 1; `gaps` are the gaps in the text as drawn,
    each the place in it and the two edges.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool
    page: int
    tilted: bool = False
    marks: str = ""
    column: int = 0
    cell: bool = False
    number: int = 0
    gaps: tuple[tuple[int, float, float], ...] = ()

    def pieces(self) -> list["Row"]:
        """The text cut at its gaps."""
        if not self.gaps:
            return [self]
        starts = [(0, self.left), *((at, after) for at, _before, after in self.gaps)]
        ends = [*((at, before) for at, before, _after in self.gaps), (len(self.text), self.right)]
        return [
            replace(self, text=self.text[start:end].strip(), left=left, right=right, gaps=())
            for (start, left), (end, right) in zip(starts, ends, strict=True)
        ]


@dataclass(slots=True)
class _Open:
    """A stretch of text being read."""

    first: int
    last: int
    left: float
    right: float
    baseline: float
    drift: float  # the baseline at its end, which differs in a page that was scanned askew
    height: float
    size: float
    tilted: bool
    text: list[str]
    marks: list[str]
    gaps: list[tuple[int, float, float]] = field(default_factory=list)


def rows_of(textpage: "PdfTextPage", page: int, size: tuple[float, float]) -> list[Row]:
    """The stretches of text of a page in the order in which they were drawn; `size` is the page's, seen upright."""
    turn = _turn(textpage)
    rows: list[Row] = []
    run: _Open | None = None
    blank = False
    for at, code, left, right, baseline, height in _characters(textpage, turn, *size):
        if code in LINE_BREAKS or code in BLANKS:
            blank = blank or code in BLANKS
            continue
        em = run.size if run and height == run.height else _size(textpage, at)
        mark = chr(code) if code not in HYPHENS else HYPHEN
        if run and _goes_on(run, left, baseline, em):
            if baseline - run.drift > RAISED * run.size and em < SMALL * run.size and _is_note(run, mark):
                run.marks.append(mark)
            else:
                if left - run.right > GAP * em:
                    run.gaps.append((len("".join(run.text)), run.right, left))
                run.text.append(f" {mark}" if blank else mark)
                run.drift = baseline if em > SMALL * run.size else run.drift
            run.right, run.last = max(run.right, right), at
            if em > run.size:
                run.size, run.height, run.baseline = em, height, baseline
        else:
            tilted = _angle(textpage, at) != turn
            if run and run.tilted and tilted:
                run.text.append(mark)
            else:
                rows += _closed(textpage, run, page, len(rows))
                run = _Open(at, at, left, right, baseline, baseline, height, em, tilted, [mark], [])
        blank = False
    return rows + _closed(textpage, run, page, len(rows))


def _characters(
    textpage: "PdfTextPage", turn: int, width: float, height: float
) -> Iterator[tuple[int, int, float, float, float, float]]:
    """(index, code, left, right, baseline, height) of each character, as seen with the page turned upright."""
    import pypdfium2.raw as pdfium

    unicode, box_of, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    box, x, y = pdfium.FS_RECTF(), c_double(), c_double()
    for at in range(textpage.count_chars()):
        code = unicode(textpage, at)
        if code in LINE_BREAKS or code in BLANKS:
            yield at, code, 0, 0, 0, 0
            continue
        box_of(textpage, at, box)
        origin(textpage, at, x, y)
        if turn == 0:
            yield at, code, box.left, box.right, y.value, box.top - box.bottom
        elif turn == 90:
            yield at, code, box.bottom, box.top, height - x.value, box.right - box.left
        elif turn == 180:
            yield at, code, width - box.right, width - box.left, height - y.value, box.top - box.bottom
        else:
            yield at, code, width - box.top, width - box.bottom, x.value, box.right - box.left


def _goes_on(run: _Open, left: float, baseline: float, size: float) -> bool:
    em = max(run.size, size)
    return not run.tilted and abs(baseline - run.drift) <= SAME_LINE * em and -em <= left - run.right <= WIDE_GAP * em


def _is_note(run: _Open, mark: str) -> bool:
    """Raised behind a Latin letter or a figure it is a power (m²), not a note."""
    return mark in MARKS and not run.text[-1][-1:].isascii()


def _closed(textpage: "PdfTextPage", run: _Open | None, page: int, number: int) -> list[Row]:
    if run is None:
        return []
    text = "".join(run.text).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    bold = not run.tilted and _bold(textpage, run.first) and _bold(textpage, run.last)
    marks = "".join(run.marks)
    place = (run.left, run.right, run.baseline, run.size)
    return [Row(text, *place, bold, page, run.tilted, marks, number=number, gaps=tuple(run.gaps))]


def _matrix(textpage: "PdfTextPage", at: int) -> tuple[float, float, float, float]:
    import pypdfium2.raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, at, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d


def _size(textpage: "PdfTextPage", at: int) -> float:
    import pypdfium2.raw as pdfium

    _a, _b, c, d = _matrix(textpage, at)
    return max(float(pdfium.FPDFText_GetFontSize(textpage, at)) * math.hypot(c, d), 0.1)


def _angle(textpage: "PdfTextPage", at: int) -> int:
    """Degrees at which a character stands; the slight skew of a recognised scan is none."""
    a, b, _c, _d = _matrix(textpage, at)
    angle = math.degrees(math.atan2(b, a)) % 360
    quarter = round(angle / 90) * 90
    return (quarter if abs(angle - quarter) < SKEW else round(angle)) % 360


def _turn(textpage: "PdfTextPage") -> int:
    """The quarter turn at which most of the page's text stands."""
    count = textpage.count_chars()
    angles = Counter(_angle(textpage, at) for at in range(0, count, max(count // 40, 1)))
    return max((0, 90, 180, 270), key=lambda quarter: angles[quarter])


def _bold(textpage: "PdfTextPage", at: int) -> bool:
    """Heavy by its font, or made heavy by a line around each character, as word processors do for Chinese."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, at) >= BOLD_WEIGHT:
        return True
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(textpage, at))
    return bool(mode == pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE)
