"""Word documents: paragraphs and tables in order, heading levels from styles, automatic numbers as text."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Removal
from quiz.sources.answer import MAX_CHARACTERS
from quiz.sources.docx.file import WordFile
from quiz.sources.docx.styles import Numbering, Style, Styles, value
from quiz.sources.docx.text import UNSAID, grid, text_of, within
from quiz.sources.draft import Draft, Line
from quiz.sources.headings import heading_of
from quiz.sources.rows import is_layout, row_sentences
from quiz.sources.text import require_chinese

MAX_HEADING = 100  # characters; a longer paragraph in a heading style is text that somebody made large
HEAD = 10  # lines where a title and a date are printed
STOCK_TITLE = re.compile(r"Microsoft|Word|文档\s*\d*$|无标题|未命名|untitled", re.I)


def read_docx(data: bytes, name: str) -> Draft:
    """The paragraphs and table rows of a Word document, with what its properties say of it.

    Raises `QuizError` for another kind of file, a damaged, protected or hostile one, and one without Chinese text.
    """
    document = WordFile(data, name)
    reader = _Reader(document, name)
    for block in document.blocks():
        reader.read(block)
    if not reader.lines:
        raise QuizError(_("{name}: holds no text; if it shows pictures of pages, it cannot be read").format(name=name))
    require_chinese("\n".join([reader.title, *(line.text for line in reader.lines)]), name)
    title, lines = _with_title(reader.title, reader.lines)
    stated_title = _stated_title(document.tree("docProps/core.xml"))
    head = "".join([title, *(line.text for line in lines[:HEAD])])
    if not title and stated_title in "".join(head.split()):  # or it is the title of the document this was made from
        title = stated_title
    # No date: the day a file was created is hardly ever that of the document.
    return Draft(tuple(lines), "docx", title, removals=tuple(reader.removals))


class _Reader:
    """Walks the body; `lines` grows, `title` takes the first run of paragraphs of the style Title."""

    def __init__(self, document: WordFile, name: str) -> None:
        self.lines: list[Line] = []
        self.title = ""
        self.removals: list[Removal] = []
        self._name = name
        self._styles = Styles(document.tree("word/styles.xml"))
        self._numbering = Numbering(document.tree("word/numbering.xml"))
        self._number = self._characters = self._title_at = 0

    def read(self, block: Element, *, contents: bool = False) -> None:
        """Take a block of the body, a cell or a text box; `contents`: it stands in a table of contents."""
        if block.tag == "p":
            self._paragraph(block, contents)
        elif block.tag == "tbl":
            self._table(block, contents)
        elif block.tag not in UNSAID:
            contents = contents or _is_gallery_of_contents(block)
            for child in block:
                self.read(child, contents=contents)

    def _paragraph(self, paragraph: Element, contents: bool) -> None:
        self._number += 1
        style = self._styles.of(paragraph.find("pPr"))
        text, boxes = text_of(paragraph)
        if text.strip():
            text = self._numbering.next(style) + text.strip()
            if contents or style.contents or _is_entry(paragraph):
                self.removals.append(Removal("table of contents", text, self._number))
            else:
                self._take(text, style)
        for box in boxes:
            self.read(box, contents=contents)

    def _take(self, text: str, style: Style) -> None:
        flat = "".join(text.split("\n"))
        if style.title and self._title_at in (0, self._number - 1):
            self.title += flat
            self._title_at = self._number
            self._count(flat)
        elif (level := style.level or int(style.title)) and len(flat) <= MAX_HEADING:
            self._add(flat, level)
        else:
            pieces = text.split("\n")
            for piece in pieces:
                self._add(piece, whole=len(pieces) == 1)

    def _add(self, text: str, level: int = 0, *, whole: bool = True) -> None:
        self._count(text)
        if text.strip():
            self.lines.append(Line(self._number, text, level, whole=whole))

    def _count(self, text: str) -> None:
        self._characters += len(text)
        if self._characters > MAX_CHARACTERS:
            message = _("{name}: holds more than {count} characters; split it into parts")
            raise QuizError(message.format(name=self._name, count=f"{MAX_CHARACTERS:,}"))

    def _table(self, table: Element, contents: bool) -> None:
        rows = [row for row in within(table, "tr") if row.find("trPr/del") is None]
        nested = any(element is not table for element in table.iter("tbl"))
        texts = [] if nested or contents else grid(rows)
        if is_layout(texts):  # also when there are none
            for cell in (cell for row in rows for cell in within(row, "tc")):
                self.read(cell, contents=contents)
            return
        for sentence in row_sentences(texts, sum(row.find("trPr/tblHeader") is not None for row in rows)):
            self._number += 1
            self._add(sentence)


def _is_gallery_of_contents(control: Element) -> bool:
    return value(control.find("sdtPr/docPartObj"), "docPartGallery") == "Table of Contents"


def _is_entry(paragraph: Element) -> bool:
    """Whether it is a line of contents by its link: Word jumps from there to a bookmark _Toc…"""
    links = (link.get("anchor", "") for link in paragraph.iter("hyperlink"))
    fields = (field.text or "" for field in paragraph.iter("instrText"))
    return any(link.startswith("_Toc") for link in links) or any("PAGEREF _Toc" in field for field in fields)


def _with_title(title: str, lines: list[Line]) -> tuple[str, list[Line]]:
    """The title, and the lines without it: the only heading of the first level is one when it stands first."""
    first = lines[0]
    heading = heading_of(first.text, first.level)
    if title or first.level != 1 or sum(line.level == 1 for line in lines) > 1 or (heading and heading.number):
        return title, lines
    return first.text, [replace(first, text="", level=0), *lines[1:]]


def _stated_title(core: Element | None) -> str:
    """The title in the properties, empty when there is none or a stock one."""
    title = "" if core is None else "".join((core.findtext("title") or "").split())
    return "" if len(title) < 4 or STOCK_TITLE.search(title) else title
