"""PDF files with a text layer, through PDFium; what has none is told apart in words."""

import re
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Removal
from quiz.sources.draft import Draft, Line
from quiz.sources.pdf.chars import Row, rows_of
from quiz.sources.pdf.chrome import Pages, without_chrome
from quiz.sources.pdf.font import install
from quiz.sources.pdf.layout import Frames, body_size
from quiz.sources.pdf.order import in_order
from quiz.sources.pdf.paragraphs import Paragraph, Setting, paragraphs
from quiz.sources.pdf.rules import Rule, rules_of
from quiz.sources.text import COMMON, require_chinese

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

MAX_PAGES = 2_000
MAX_CHARACTERS = 2_000_000
HEADER_WITHIN = 1024  # bytes that may stand before %PDF-
LITTLE_TEXT = 50  # characters on a page that is a picture: a scanner's mark, a page number
MAX_OBJECTS = 2_000  # of a page, looked at for pictures
UNMAPPED = re.compile("[\0-\x08\x0b-\x1f\ufffd\ue000-\uf8ff]")
# PDFium's codes: its loading errors name the cause.
PASSWORD_NEEDED, UNKNOWN_SECURITY = 4, 5


@dataclass(slots=True)
class _Extract:
    """What the pages hold: rows in reading order, lines drawn, sizes in points, and the pages that are pictures."""

    pages: list[list[Row]] = field(default_factory=list)
    rules: list[list[Rule]] = field(default_factory=list)
    widths: dict[int, float] = field(default_factory=dict)
    heights: dict[int, float] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)


def read_pdf(data: bytes, name: str) -> Draft:
    """The paragraphs of a PDF with their pages, headings by the size of type, headers and footers taken out.

    Raises `QuizError` for a file that is no PDF, is encrypted or damaged, holds pictures only, or too much.
    """
    _require_pdf(data, name)
    extract = _extract(data, name)
    rows = [row for page in extract.pages for row in page]
    _require_text(rows, extract, name)
    body = body_size(rows)
    pages = Pages(extract.pages, extract.heights, body)
    without_chrome(pages)
    rows = pages.rows()
    require_chinese("\n".join(row.text for row in rows), name)
    found = paragraphs(rows, Setting(rows, Frames(rows, extract.widths, body), body))
    title, found = _title(found)
    lines = tuple(paragraph.line() for paragraph in found)
    removals = [*pages.removals, *_picture_pages(extract, lines)]
    return Draft(lines, "pdf", title, removals=tuple(sorted(removals, key=lambda removal: removal.line)))


def _require_pdf(data: bytes, name: str) -> None:
    start = data[:HEADER_WITHIN]
    if b"%PDF-" in start:
        return
    if not data.strip():
        message = _("{name}: is empty")
    elif re.search(rb"<(?:!doctype\s+html|html|head|body)\b", start, re.IGNORECASE):
        message = _("{name}: is a web page named as a PDF; rename it to .html, or download the PDF itself")
    elif start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        message = _("{name}: is a Word file or an archive named as a PDF; open it and save it as PDF or .docx")
    else:
        message = _("{name}: is not a PDF; open it with the program it belongs to and save it as PDF or .txt")
    raise QuizError(message.format(name=name))


def _extract(data: bytes, name: str) -> _Extract:
    import pypdfium2

    install()
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise QuizError(_refusal(error.err_code).format(name=name)) from error
    try:
        count = len(document)
        if count > MAX_PAGES:
            message = _("{name}: has {count} pages, more than {limit}; split it into parts")
            raise QuizError(message.format(name=name, count=count, limit=MAX_PAGES))
        return _read_pages(document, count, name)
    finally:
        document.close()


def _refusal(code: int | None) -> str:
    if code == PASSWORD_NEEDED:
        return _("{name}: is encrypted; open it with its password, save a copy without one and name that")
    if code == UNKNOWN_SECURITY:
        return _("{name}: is encrypted in a way that cannot be read; print it to a new PDF and name that")
    return _("{name}: is damaged or cut off; download or copy it again")


def _read_pages(document: "PdfDocument", count: int, name: str) -> _Extract:
    import pypdfium2

    extract, characters = _Extract(), 0
    for number in range(1, count + 1):
        try:
            page = document[number - 1]
            textpage = page.get_textpage()
        except pypdfium2.PdfiumError as error:
            message = _("{name}: is damaged at page {page}; download or copy it again")
            raise QuizError(message.format(name=name, page=number)) from error
        characters += textpage.count_chars()
        if characters > MAX_CHARACTERS:
            message = _("{name}: holds more than {limit} characters; split it into parts")
            raise QuizError(message.format(name=name, limit=MAX_CHARACTERS))
        _add(extract, page, rows_of(textpage, number, page.get_size()), number)
        textpage.close()
        page.close()
    extract.pages = in_order(extract.pages, extract.rules)
    return extract


def _add(extract: _Extract, page: "PdfPage", rows: list[Row], number: int) -> None:
    extract.widths[number], extract.heights[number] = page.get_size()
    extract.pages.append(rows)
    extract.rules.append(rules_of(page))
    if sum(len(row.text) for row in rows) < LITTLE_TEXT and _is_picture(page):
        extract.pictures.append(number)


def _is_picture(page: "PdfPage") -> bool:
    """Whether images cover half of the page or more."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    covered = 0.0
    for image in islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3), MAX_OBJECTS):
        left, bottom, right, top = image.get_bounds()
        covered += abs((right - left) * (top - bottom))
    return bool(covered >= 0.5 * width * height)


def _require_text(rows: list[Row], extract: _Extract, name: str) -> None:
    """Refuse pictures, blank pages and fonts that do not say what they draw, each in its own words."""
    pages, pictures = len(extract.pages), len(extract.pictures)
    values = {"name": name, "pages": pages, "pictures": pictures}
    if not rows and pictures:
        message = _("{name}: is a scan: its pages are pictures without text; run text recognition (OCR) on it first")
        raise QuizError(message.format(**values))
    if not rows:
        message = _("{name}: holds no text: its pages are blank or drawn as shapes; name a file with the text itself")
        raise QuizError(message.format(**values))
    if 2 * pictures > pages:
        message = _(
            "{name}: {pictures} of its {pages} pages are pictures with hardly any text; "
            "run text recognition (OCR) on it first"
        )
        raise QuizError(message.format(**values))
    if _is_unmapped("".join(row.text for row in rows)):
        message = _(
            "{name}: its fonts do not say which characters they draw, so its text cannot be read; "
            "save it again from the program that made it, or run text recognition (OCR) on it"
        )
        raise QuizError(message.format(**values))


def _is_unmapped(text: str) -> bool:
    """Whether the codes of glyphs were taken for characters: private, or ideographs that no prose is made of."""
    han = [c for c in text if "\u4e00" <= c <= "\u9fff"]
    rare = len(han) >= LITTLE_TEXT and sum(c in COMMON for c in han) < len(han) * 0.03
    return rare or len(UNMAPPED.findall(text)) > len(text) * 0.3


def _title(found: list[Paragraph]) -> tuple[str, list[Paragraph]]:
    """The title, when one heading stands before all text in larger type than every other, and the rest."""
    for at, paragraph in enumerate(found):
        if paragraph.text.endswith("。"):
            break
        if paragraph.level == 1:
            alone = sum(other.level == 1 for other in found) == 1
            return (paragraph.text, found[:at] + found[at + 1 :]) if alone else ("", found)
    return "", found


def _picture_pages(extract: _Extract, lines: tuple[Line, ...]) -> list[Removal]:
    """A page that is a picture among pages of text is lost, and that is said."""
    lost = []
    for page in extract.pictures:
        line = next((line.number for line in lines if line.page > page), lines[-1].number if lines else 1)
        text = _("page {page} is a picture without text").format(page=page)
        lost.append(Removal("picture page", text, line))
    return lost
