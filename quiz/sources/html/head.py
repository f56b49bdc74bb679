"""The title and the date of a web page: what its head states, and what the lines before the article confirm."""

import re

from quiz.sources.html.article import Article
from quiz.sources.html.page import Page

TITLE_KEYS = ("articletitle", "og:title", "twitter:title")
DATE_KEYS = ("pubdate", "article:published_time", "publishdate", "datepublished", "og:release_date")
SEPARATOR = re.compile(r"\s*[-–—_|｜·【]+\s*|\s+")
SITE_SUFFIX = re.compile(r"\s*[_|｜]|\s+[-–—]+\s")  # with these, what follows is a site even when no line confirms it
DATE = re.compile(r"\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}(?:\s*日)?")
DATE_LABEL = re.compile(r"(?:发布|发表|成文|印发|更新)?(?:时间|日期)\s*[：:]")
MIN_TITLE, MAX_TITLE = 4, 80
MAX_STATED = 200
MAX_DATE_LINE = 120
TITLE_LINES = 3
LINES_ABOVE = 5  # of the title, in which a date may stand


def find_title(page: Page, article: Article) -> tuple[str, range]:
    """The title and the places of its lines; the range is empty when the page shows none before its text.

    What the head of the page states is cut to what a line confirms, the nearest to the prose: 治水报告 - 青禾网 is
    治水报告 where that stands alone.
    """
    stated = [page.meta[key] for key in TITLE_KEYS if page.meta.get(key)]
    for candidate in (*stated, page.title):
        parts = _parts(candidate[:MAX_STATED])
        for at in range(article.late, -1, -1):
            for begin in range(at, max(at - TITLE_LINES, -1), -1):
                text = " ".join(block.text for block in page.blocks[begin : at + 1])
                linked = sum(block.links for block in page.blocks[begin : at + 1])
                if len(text) <= MAX_TITLE and linked * 2 < len(text) and _plain(text) in parts:
                    return text, range(begin, at + 1)
    own = any(len(block.text) >= MIN_TITLE for block in page.blocks[article.start : article.first])
    unconfirmed = stated[0] if stated else "" if own else SITE_SUFFIX.split(page.title)[0]
    return _large_line(page, article) or (unconfirmed, range(0))


def _parts(stated: str) -> set[str]:
    """The stated title itself, and what stands before or behind each of its separators, without blanks."""
    parts = {stated}
    for match in SEPARATOR.finditer(stated):
        parts |= {stated[: match.start()], stated[match.end() :]}
    return {plain for part in parts if len(plain := _plain(part)) >= MIN_TITLE}


def _large_line(page: Page, article: Article) -> tuple[str, range] | None:
    """The last <h1> before the prose that is no link, or the first behind a little of it."""
    for at in (*range(article.first, -1, -1), *range(article.first, article.late + 1)):
        block = page.blocks[at]
        if block.level == 1 and not block.links and len(block.text) <= MAX_TITLE:
            return block.text, range(at, at + 1)
    return None


def _plain(text: str) -> str:
    return "".join(text.split())


def find_date(page: Page, title: range, prose: int) -> str:
    """The date that the head of the page states, or a line about the title and before the `prose`; without blanks,
    empty when there is none."""
    stated = [page.meta[key] for key in DATE_KEYS if key in page.meta]
    above, below = _lines(page, title.start - LINES_ABOVE, title.start), _lines(page, title.stop, prose)
    labelled = [line[match.end() :] for line in below + above if (match := DATE_LABEL.search(line))]
    found = (DATE.search(text) for text in (*stated, *labelled, *(below if title else [])))
    return next((_plain(match[0]) for match in found if match), "")


def _lines(page: Page, first: int, last: int) -> list[str]:
    texts = (block.text for block in page.blocks[max(first, 0) : last])
    return [text for text in texts if len(text) <= MAX_DATE_LINE]
