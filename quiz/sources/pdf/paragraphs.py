"""Rows of print into paragraphs, and which of those are headings."""

import re
from dataclasses import dataclass

from quiz.sources.characters import squeeze_blanks
from quiz.sources.draft import Line
from quiz.sources.headings import STYLES
from quiz.sources.pdf.chars import HYPHEN, Row
from quiz.sources.pdf.layout import Frames, pitch
from quiz.sources.pdf.order import CELL_GAP

LARGER = 1.12  # of the body's size: what a reader sees as larger
SAME_SIZE = 0.97
DEEP = 6.0  # sizes of the type: a row this far in is no part of a paragraph (a signature, a cell)
MAX_HEADING = 60
MAX_BOLD_HEADING = 40
ENDED = re.compile(r"[。！？；：…!?;:][”’」』）)】》]*$")
BULLET = re.compile(r"[•·●■◆※►▪-]\s*")
IN_FIGURE = re.compile(r"\d[.,:/]?$")
FIRST_WORD = re.compile(r"[A-Za-z0-9.%‰℃/@_-]+[，。、；：？！）》”’」』】％]*|.[，。、；：？！）》”’」』】％]*")
TORN_DATE, REST_OF_DATE = re.compile(r"\d{4}年\d{0,2}$|\d{1,2}月\d{0,2}$"), re.compile(r"\d{0,2}[月日](?:\d{1,2}日)?")
DATE = re.compile(r"[（(]?(?:\d{4}|[二〇一九○零三四五六七八]{4})年(?:[\d一二三四五六七八九十]{1,3}月|第\d+期)")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Rows that belong together, in order; `level` is that of a heading, 0 for text."""

    rows: tuple[Row, ...]
    level: int = 0

    @property
    def text(self) -> str:
        text = ""
        for row in self.rows:
            text = _join(text, row.text)
        return squeeze_blanks(text.replace(CELL_GAP, " ").replace(HYPHEN, ""))

    def line(self) -> Line:
        return Line(self.rows[0].number, self.text, self.level, self.rows[0].page)


def _join(text: str, more: str) -> str:
    """Two rows as one: no blank between Chinese or inside a figure, no hyphen inside a word."""
    if not text or not (text[-1].isascii() or text[-1] == HYPHEN) or not more[0].isascii():
        return text + more
    if text[-1] == HYPHEN or (text[-1] == "-" and text[-2:-1].islower() and more[0].islower()):
        return text[:-1] + more
    return text + more if IN_FIGURE.search(text) and more[0].isdigit() else f"{text} {more}"


class Setting:
    """How the document sets its paragraphs: column edges, distance of rows, whether first rows are indented."""

    def __init__(self, rows: list[Row], frames: Frames, body: float) -> None:
        self.frames, self.body = frames, body
        self.pitch = pitch(rows, body)
        indented = sum(1.2 <= self.indent(row) <= 2.8 for row in rows)
        self.indents = indented >= max(3, len(rows) / 20)

    def indent(self, row: Row) -> float:
        """How far right of its column's left edge a row begins, in sizes of the type."""
        return (row.left - self.frames.of(row).left) / self.body

    def room(self, row: Row) -> float:
        """How much of the column is left empty behind a row, in sizes of the type."""
        return (self.frames.of(row).right - row.right) / self.body

    def centred(self, row: Row) -> bool:
        """Whether a row stands in the middle; one in the body's type must leave more empty than an indented row."""
        indent, room = self.indent(row), self.room(row)
        inside = min(indent, room) > (0.5 if row.size > LARGER * self.body else 2.5)
        return inside and abs(indent - room) < max(1.5, 0.12 * (indent + room))

    def ended_early(self, row: Row, following: Row) -> bool:
        """Whether the first word of the next row would have fitted on this one."""
        word = FIRST_WORD.match(following.text)
        width = sum(0.5 if c.isascii() else 1.0 for c in word[0]) if word else 1.0
        return self.room(row) > (width + 0.6) * following.size / self.body


def paragraphs(rows: list[Row], setting: Setting) -> list[Paragraph]:
    """The rows of the whole document joined, over pages too, and their heading levels."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and not _begins(groups[-1], row, setting):
            groups[-1].append(row)
        else:
            groups.append([row])
    return _with_levels([Paragraph(tuple(group)) for group in groups], setting)


def _begins(open_rows: list[Row], row: Row, setting: Setting) -> bool:
    """Whether `row` begins a paragraph, given the rows of the one before it."""
    last = open_rows[-1]
    if TORN_DATE.search(last.text) and REST_OF_DATE.fullmatch(row.text):
        return False
    if row.cell or last.cell or CELL_GAP in row.text or CELL_GAP in last.text or not 0.92 < row.size / last.size < 1.08:
        return True
    step = last.baseline - row.baseline
    together = last.page == row.page and last.column == row.column
    numbered = is_numbered(row.text)
    if together and not numbered and _is_one_heading(last, row, setting):
        return False
    if together and not numbered and _is_one_block(last, row, setting):
        return False
    if setting.centred(row) or setting.centred(last):
        return True
    if together and step > 1.4 * max(setting.pitch, 1.1 * row.size):
        return True
    indent, last_indent = setting.indent(row), setting.indent(last)
    ended = bool(ENDED.search(last.text))
    if max(indent, last_indent) > DEEP:
        return True
    if setting.ended_early(last, row):
        # Set ragged, or beside a picture: where first rows are indented, one that is not goes on with its sentence.
        goes_on = setting.indents and not ended and not numbered and not _stands_out(last, setting)
        return not (goes_on and abs(indent) < 0.6 and setting.room(last) < 8)
    if ended and numbered:
        return True
    if indent > last_indent + 1.2:
        return not (len(open_rows) == 1 and is_numbered(last.text) and not ended)
    if abs(indent - last_indent) <= 0.6 and indent > 1.2:
        return ended and setting.indents
    return False


def _is_one_heading(last: Row, row: Row, setting: Setting) -> bool:
    """Whether two rows that stand out are one heading: both around one middle, or the first one full."""
    if not (_stands_out(row, setting) and row.bold == last.bold and last.baseline - row.baseline < 2.4 * row.size):
        return False
    inwards = setting.indent(row) > 2.5 or abs(row.left - last.left) > 0.5 * row.size
    middles = abs(row.left + row.right - last.left - last.right) / 2
    return (inwards and middles < 0.5 * row.size) or (
        row.size > LARGER * setting.body and not setting.ended_early(last, row)
    )


def _is_one_block(last: Row, row: Row, setting: Setting) -> bool:
    """Whether a row goes on with a block that is set in on both sides, such as a quotation."""
    indent = setting.indent(row)
    set_in = 1.2 < indent <= DEEP and abs(indent - setting.indent(last)) < 0.3 and not _stands_out(row, setting)
    full = setting.room(last) <= indent + 1.5 and row.right <= last.right + 0.5 * row.size
    return set_in and full and not ENDED.search(last.text)


def is_numbered(text: str) -> bool:
    """Whether a row opens with a heading's number or a bullet."""
    return any(style.match(text) for style in STYLES) or bool(BULLET.match(text))


def _stands_out(row: Row, setting: Setting) -> bool:
    return row.bold or row.size > LARGER * setting.body


def _with_levels(found: list[Paragraph], setting: Setting) -> list[Paragraph]:
    """Levels by the size of type, the largest outermost; bold rows of the body's size stand below all of them."""
    bold_body = sum(len(p.text) * (1 if p.rows[0].bold else -1) for p in found) > 0
    sizes: list[float] = []
    for size in sorted((p.rows[0].size for p in found if _is_large(p, setting)), reverse=True):
        if not sizes or size < sizes[-1] * SAME_SIZE:
            sizes.append(size)
    levelled = []
    for paragraph in found:
        level = 0
        if _is_large(paragraph, setting):
            level = 1 + sum(paragraph.rows[0].size < size * SAME_SIZE for size in sizes)
        elif not bold_body and _is_bold_heading(paragraph, setting):
            level = len(sizes) + 1
        levelled.append(Paragraph(paragraph.rows, level))
    return levelled


def _is_large(paragraph: Paragraph, setting: Setting) -> bool:
    return paragraph.rows[0].size > LARGER * setting.body and _may_be_heading(paragraph, MAX_HEADING)


def _is_bold_heading(paragraph: Paragraph, setting: Setting) -> bool:
    """Bold throughout and centred, or on one row by itself; a numbered heading is found by its number."""
    rows = paragraph.rows
    if not all(row.bold for row in rows) or rows[0].size < 0.95 * setting.body or is_numbered(rows[0].text):
        return False
    if setting.centred(rows[0]):
        return _may_be_heading(paragraph, 2 * MAX_HEADING)
    return len(rows) == 1 and _may_be_heading(paragraph, MAX_BOLD_HEADING)


def _may_be_heading(paragraph: Paragraph, longest: int) -> bool:
    text = paragraph.text
    if paragraph.rows[0].cell or len(text) > longest:
        return False
    return not ENDED.search(text) and not DATE.match(text) and text[-1] not in "，、,"
