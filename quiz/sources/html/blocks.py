"""The tags and texts of a web page into paragraphs, and the boxes that hold them."""

import re
from itertools import islice

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.sources.html.cells import Table
from quiz.sources.html.elements import BOXES, VOID, Element, OpenElements, is_hidden
from quiz.sources.html.hidden import is_panel, target_of
from quiz.sources.html.markup import Tag, tokens
from quiz.sources.html.page import Block, Box, Page

MAX_TOKENS = 500_000
MAX_PARAGRAPHS = 100_000
MAX_CHARACTERS = 2_000_000
MOST_PIECES = 5  # of the mark of a footnote
INDENT = re.compile(r"\s*[\u3000\xa0]{2}")
NOTE = re.compile(r"\s*([\[［〔]?)\s*(\d{1,3})\s*[\]］〕]?\s*")


def read_page(text: str, name: str) -> Page:
    """The paragraphs and boxes of a page. Raises `QuizError` when it is larger than any report."""
    builder = _Builder()
    for count, token in enumerate(tokens(text)):
        if isinstance(token, str):
            builder.text(token)
        elif token.closing:
            builder.end(token.name)
        else:
            builder.start(token)
        large = builder.size > MAX_CHARACTERS or len(builder.page.blocks) > MAX_PARAGRAPHS
        if large or count > MAX_TOKENS:
            message = _("{name}: is too large a page for a report; save the text you want as .txt and name that")
            raise QuizError(message.format(name=name))
    return builder.close()


class _Builder:
    """Collects the pieces of text of a paragraph until a box begins or ends, or a line breaks."""

    def __init__(self) -> None:
        self.page = Page(boxes=[Box("html", "", -1, 0)])
        self.size = 0  # characters of text
        self._elements = OpenElements(Element(Tag(""), 0), self._closed)
        self._pieces: list[str] = []
        self._links = self._breaks = self._light = 0
        self._tables: list[Table] = []

    def start(self, tag: Tag) -> None:
        name = tag.name
        if name in VOID:
            self._void(tag)
            return
        self._elements.make_way(name)
        box = self._elements.top.box
        if name in BOXES:
            self._boundary()
            named = tag.attributes.get("id", "")
            names = f"{tag.attributes.get('class', '')} {named}".strip()
            made = Box(name, names, box, len(self.page.blocks), id=named, panel=is_panel(tag.attributes))
            made.hides = is_hidden(tag.attributes)
            self.page.boxes.append(made)
            box = len(self.page.boxes) - 1
        if tag.attributes:
            self.page.targets.add(target_of(tag.attributes))
        element = self._elements.top.inside(tag, box, len(self._pieces), self._links)
        self._elements.push(element)
        if name == "table":
            self._tables.append(Table(len(self.page.blocks)))
        elif name == "tr" and self._tables:
            self._tables[-1].cells.append([])

    def end(self, name: str) -> None:
        self._elements.end(name)

    def text(self, text: str) -> None:
        top = self._elements.top
        if top.silent:
            return
        if top.tag.name == "title":
            self.page.title = self.page.title or " ".join(text.split())
        elif top.cut:
            self.page.hidden += [(len(self.page.blocks) + 1, text.strip())] if text.strip() else []
        elif top.typed:
            for at, line in enumerate(islice(text.split("\n"), MAX_PARAGRAPHS + 2)):
                if at:
                    self._break()
                self._add(line)
        else:
            self._add(text)

    def close(self) -> Page:
        self._elements.close()
        self._boundary()
        self.page.boxes[0].last = len(self.page.blocks)
        return self.page

    def _void(self, tag: Tag) -> None:
        if tag.name == "br":
            self._break()
        elif tag.name == "hr":
            self._boundary()
        elif tag.name == "meta":
            known = (tag.attributes.get(key) for key in ("property", "name", "itemprop"))
            name = next(filter(None, known), "")
            self.page.meta.setdefault(name.lower(), tag.attributes.get("content", "").strip())

    def _closed(self, element: Element) -> None:
        name = element.tag.name
        if name == "sup":
            self._note(element)
        if name not in BOXES:
            return
        self._flush(element)
        self._breaks = 0
        box = self.page.boxes[element.box]
        box.last = len(self.page.blocks)
        if name in ("td", "th") and self._tables and not self._tables[-1].layout:
            self._tables[-1].add(element.tag, box.first, self.page.blocks[box.first :])
        elif name == "table":
            self._end_table(element)

    def _add(self, text: str) -> None:
        self._pieces.append(text)
        self.size += len(text)
        top = self._elements.top
        if top.link:
            self._links += len("".join(text.split()))
        if not top.bold:
            self._light += len(text.strip())

    def _note(self, sup: Element) -> None:
        """A raised number in brackets or with a link is the mark of a footnote, written so that cleaning sees it."""
        if len(self._pieces) > sup.mark + MOST_PIECES:
            return
        match = NOTE.fullmatch("".join(self._pieces[sup.mark :]))
        if match and (match[1] or self._links > sup.links):
            self._pieces[sup.mark :] = [f"[{match[2]}]"]
            self._links = sup.links

    def _break(self) -> None:
        if self._elements.top.level:
            self._pieces.append(" ")
        else:
            self._flush(self._elements.top)
            self._breaks += 1

    def _boundary(self) -> None:
        self._flush(self._elements.top)
        self._breaks = 0

    def _flush(self, inside: Element) -> None:
        """End the paragraph. One <br> between two lines without an indent may stand inside a sentence."""
        raw = "".join(self._pieces)
        text = " ".join(raw.split())
        blocks = self.page.blocks
        if text:
            torn = self._breaks == 1 and bool(blocks) and blocks[-1].box == inside.box and not INDENT.match(raw)
            if torn:
                blocks[-1].whole = False
            blocks.append(Block(text, inside.level, self._links, inside.box, not torn, inside.hidden, not self._light))
            self._breaks = 0
        self._pieces.clear()
        self._links = self._light = 0

    def _end_table(self, element: Element) -> None:
        """Put rows in the place of the cells, unless the table only lays out the page."""
        table, page = self._tables.pop(), self.page
        if self._tables:
            self._tables[-1].layout = True
        sentences = table.sentences()
        if not sentences:
            return
        del page.blocks[table.cells_from :], page.boxes[element.box + 1 :]
        for block in page.blocks[table.first :]:
            block.box = element.box
        page.blocks += [Block(sentence, 0, 0, element.box, hidden=element.hidden) for sentence in sentences]
        page.boxes[element.box].last = len(page.blocks)
