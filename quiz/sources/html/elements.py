"""The open elements of a web page: which end tag closes what, and what holds inside an element."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import dataclass

from quiz.sources.html.markup import Tag


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOXES = frozenset(HEADINGS) | _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form frameset header hgroup legend li main menu nav ol p pre section summary table tbody td tfoot th"
    " thead tr ul"
)
VOID = _names("area base basefont br col embed frame hr img input link meta param source track wbr")
# What is no text: controls, pictures, the reading aids above a character.
SILENT = _names("applet audio button canvas datalist map object option optgroup rp rt rtc select svg template video")
CLOSES = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"tr"},
    "rt": {"rt", "rp"},
    "rp": {"rt", "rp"},
    "rb": {"rt", "rp"},
    "option": {"option"},
    "a": {"a"},
}
WALLS = _names("table ul ol dl ruby select")
LOOK_BACK = 30  # open elements among which an unclosed <p> or <li> is sought
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(slots=True)
class Element:
    """An open element.

    `box` is the place of the innermost block-level element among the boxes of the page; `mark` and `links` are how many
    pieces of text and characters of links stood in the paragraph before it. The rest holds for all inside it: `hidden`
    is a box that the page does not show, `cut` a piece of a paragraph that it does not show, `typed` text as typed,
    `bold` text in heavy type.
    """

    tag: Tag
    box: int
    mark: int = 0
    links: int = 0
    silent: bool = False
    hidden: bool = False
    cut: bool = False
    link: bool = False
    level: int = 0
    typed: bool = False
    bold: bool = False

    def inside(self, tag: Tag, box: int, mark: int, links: int) -> "Element":
        """The element that `tag` opens inside this one."""
        name, hidden = tag.name, is_hidden(tag.attributes)
        return Element(
            tag,
            box,
            mark,
            links,
            silent=self.silent or name in SILENT,
            hidden=self.hidden or (hidden and name in BOXES),
            cut=self.cut or (hidden and name not in BOXES),
            link=self.link or (name == "a" and "name" not in tag.attributes),
            level=HEADINGS.get(name, self.level),
            typed=self.typed or name == "pre",
            bold=self.bold or name in ("b", "strong") or bool(BOLD.search(tag.attributes.get("style", ""))),
        )


def is_hidden(attributes: dict[str, str]) -> bool:
    """Whether the page does not show an element with these attributes."""
    return bool(attributes) and (
        "hidden" in attributes
        or attributes.get("aria-hidden", "").lower() == "true"
        or bool(INVISIBLE.search(attributes.get("style", "")))
    )


class OpenElements:
    """The stack of open elements; `closed` is called with each that leaves it, `top` is the innermost."""

    def __init__(self, root: Element, closed: Callable[[Element], None]) -> None:
        self.top = root
        self._stack = [root]
        self._closed = closed
        # How often each name is open; a table hides what is open around it from the end tags inside it.
        self._open = [Counter[str]()]

    def push(self, element: Element) -> None:
        name = element.tag.name
        if name == "table":
            self._open.append(Counter())
        self._open[-1][name] += 1
        self._stack.append(element)
        self.top = element

    def make_way(self, name: str) -> None:
        """Close what a start tag `name` closes without saying so."""
        if name in BOXES:
            self._close_nearest({"p"}, BOXES)
        if name in CLOSES:
            self._close_nearest(CLOSES[name], WALLS)

    def _close_nearest(self, names: Collection[str], walls: Collection[str]) -> None:
        for element in reversed(self._stack[-LOOK_BACK:]):
            if element.tag.name in names:
                self.end(element.tag.name)
                return
            if element.tag.name in walls:
                return

    def end(self, name: str) -> None:
        """Close the innermost element `name` with all inside it; an end tag of what is not open says nothing."""
        if self._open[-1][name]:
            while self._pop() != name:
                pass

    def close(self) -> None:
        """Close all but the root."""
        while len(self._stack) > 1:
            self._pop()

    def _pop(self) -> str:
        element = self._stack.pop()
        self.top = self._stack[-1]
        self._open[-1][element.tag.name] -= 1
        if element.tag.name == "table":
            self._open.pop()
        self._closed(element)
        return element.tag.name
