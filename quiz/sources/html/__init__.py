"""Web pages, as a browser saves them: the article of the page with its title and date."""

import re
from operator import itemgetter

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Removal
from quiz.sources.draft import Draft, Line
from quiz.sources.html.article import Article
from quiz.sources.html.blocks import read_page
from quiz.sources.html.head import find_date, find_title
from quiz.sources.html.mhtml import first_page
from quiz.sources.html.page import Block, Page
from quiz.sources.text import BOMS, decode, require_chinese

HEAD = 4096  # bytes in which a page names its charset
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
CODECS = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
MOST_BROKEN = 0.01  # of the characters beyond ASCII; a page with more is in another encoding
SUBHEAD = 7  # below <h6>
SENTENCES = re.compile("[。；！？].*[。；！？]")


def read_html(data: bytes, name: str, charset: str = "") -> Draft:
    """The article of a web page; `charset` is what the file around the page says of it.

    Raises `QuizError` when the page holds no text, too much, none in Chinese, or a broken character in its article.
    """
    text, encoding = _decode(data, name, charset)
    page = read_page(text, name)
    if not page.blocks:
        message = _("{name}: holds no text; if a script fills it in, copy it from the browser and save it as .txt")
        raise QuizError(message.format(name=name))
    article = Article(page)
    title, shown = find_title(page, article)
    places = article.places(shown.stop)
    subheads = article.subheads(places, bool(shown))
    lines = tuple(_line(page.blocks[at], at, SUBHEAD if at in subheads else 0) for at in places)
    if not lines:
        raise QuizError(_("{name}: holds no running text, only links and buttons").format(name=name))
    _require_text("\n".join(line.text for line in lines), name)
    date = find_date(page, shown, article.prose_from(shown.stop))
    return Draft(lines, encoding, title, date, tuple(_removals(page, {*places, *shown})))


def read_mhtml(data: bytes, name: str) -> Draft:
    """The article of the page in a single-file archive (.mhtml). Raises `QuizError` as `read_html` does."""
    found = first_page(data)
    if found is None:
        raise QuizError(_("{name}: holds no web page; open it in a browser and save it as .html").format(name=name))
    page, charset = found
    return read_html(page, name, charset)


def _decode(data: bytes, name: str, charset: str) -> tuple[str, str]:
    """The text of a page and its encoding: UTF-8 if it is, else what it says of itself, else the likelier.

    A wrong byte in a script or beside the article does no harm, so that a few may pass here.
    """
    if data.startswith(tuple(bom for bom, _codec in BOMS)) or b"\0" in data[:HEAD]:
        return decode(data, name)
    said = CHARSET.search(data[:HEAD])
    names = [charset.lower(), said[1].decode().lower() if said else ""]
    for codec in ("utf-8", *(CODECS[found] for found in names if found in CODECS)):
        text = data.decode(codec, "replace")
        beyond = len(text) - len(text.encode("ascii", "ignore"))
        if text.count("\ufffd") <= beyond * MOST_BROKEN:
            return text, codec
    return decode(data, name)


def _require_text(text: str, name: str) -> None:
    require_chinese(text, name)
    at = text.find("\ufffd")
    if at >= 0:
        message = _("{name}: has a broken character in its text, behind “{text}”; save the page again as UTF-8")
        raise QuizError(message.format(name=name, text=text[max(at - 8, 0) : at]))


def _line(block: Block, place: int, level: int) -> Line:
    """A heading element that holds sentences is only large print."""
    return Line(place + 1, block.text, level or (0 if SENTENCES.search(block.text) else block.level), whole=block.whole)


def _removals(page: Page, kept: set[int]) -> list[Removal]:
    left = [(at, block.text) for at, block in enumerate(page.blocks, 1) if at - 1 not in kept]
    return [Removal("navigation", text, at) for at, text in sorted([*left, *page.hidden], key=itemgetter(0))]
