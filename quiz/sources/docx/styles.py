"""What a Word file's styles and numbering say of a paragraph: heading level, title, contents, and its automatic number.

Names of elements and attributes are those of WordprocessingML (ECMA-376 part 1, 17.7 and 17.9).
"""

import re
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from quiz.sources.docx.counting import count_as

HEADING = re.compile(r"(?:heading|标题|標題)\s*([1-9])(?!\d)", re.I)
CHINESE_HEADING = re.compile(r"([一二三四五六])级标题")
CONTENTS = re.compile(r"(?:toc|目录|目錄)\s*(?:\d|heading|标题|標題|$)", re.I)
TITLES = {"title", "标题", "標題"}
MAX_CHAIN = 20  # styles based on styles; a file may make a ring of them
LEVELS = 9


@dataclass(frozen=True, slots=True)
class Style:
    """`level` as `Line.level`; `number` is the list a paragraph of this style counts in, `depth` its level there."""

    id: str = ""
    level: int = 0
    title: bool = False
    contents: bool = False
    number: str = ""
    depth: int | None = None


class Styles:
    """The paragraph styles by id, each with what it takes over from the one it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind("style") if root is not None else ()
        self._elements = {style.get("styleId", ""): style for style in found if style.get("type") == "paragraph"}
        self._default = next((i for i, style in self._elements.items() if style.get("default") in ("1", "true")), "")
        self._known: dict[str, Style] = {}

    def of(self, properties: Element | None) -> Style:
        """The style of a paragraph with these `pPr`, and what they themselves say over it."""
        style_id = value(properties, "pStyle") or self._default
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id)
        return _over(self._known[style_id], properties)

    def _resolve(self, style_id: str) -> Style:
        chain: list[Element] = []
        at = style_id
        while at in self._elements and len(chain) < MAX_CHAIN:
            chain.append(self._elements[at])
            at = value(chain[-1], "basedOn")
        style = Style(style_id)
        for element in reversed(chain):
            name = value(element, "name").strip()
            style = replace(style, title=style.title or name.lower() in TITLES)
            style = replace(style, contents=style.contents or bool(CONTENTS.match(name)))
            style = replace(style, level=_named_level(name) or style.level)
            style = _over(style, element.find("pPr"))
        return style


class Numbering:
    """The lists of a Word file and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        abstract: dict[str, dict[int, Element]] = {}
        self._lists: dict[str, tuple[str, dict[int, Element], dict[int, int]]] = {}
        for element in root.iterfind("abstractNum") if root is not None else ():
            abstract[element.get("abstractNumId", "")] = _levels(element)
        for element in root.iterfind("num") if root is not None else ():
            abstract_id = value(element, "abstractNumId")
            levels, starts = dict(abstract.get(abstract_id, {})), {}
            for override in element.iterfind("lvlOverride"):
                depth = integer(override.get("ilvl"))
                levels |= _levels(override)
                if (start := override.find("startOverride")) is not None:
                    starts[depth] = integer(start.get("val"), 1)
            self._lists[element.get("numId", "")] = (abstract_id, levels, starts)
        self._counts: dict[str, dict[int, int]] = {}
        self._started: set[str] = set()

    def next(self, style: Style) -> str:
        """The number of the next paragraph of `style` as it is printed, a blank behind a Latin one; may be empty."""
        if style.number not in self._lists:
            return ""
        abstract_id, levels, starts = self._lists[style.number]
        depth = style.depth
        if depth is None:  # then the level says which style it is for
            depth = next((d for d, level in levels.items() if style.id and value(level, "pStyle") == style.id), 0)
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract_id, {})
        fresh = starts if style.number not in self._started else {}
        self._started.add(style.number)
        below = [d for d in counts if d > depth and value(levels.get(d), "lvlRestart") != "0"]
        for again in {*fresh, *below}:
            counts.pop(again, None)
        counts[depth] = counts.get(depth, starts.get(depth, _start(levels[depth])) - 1) + 1
        return _printed(levels, depth, counts)


def value(element: Element | None, name: str) -> str:
    """The `val` of the child `name`, empty when there is none."""
    child = element.find(name) if element is not None else None
    return child.get("val", "") if child is not None else ""


def integer(text: str | None, otherwise: int = 0) -> int:
    """A number of the file, `otherwise` when it is none or beyond reason."""
    return int(text) if text and re.fullmatch(r"[0-9]{1,6}", text) else otherwise


def _named_level(name: str) -> int:
    if heading := HEADING.fullmatch(name):
        return int(heading[1])
    chinese = CHINESE_HEADING.fullmatch(name)
    return "一二三四五六".index(chinese[1]) + 1 if chinese else 0


def _over(style: Style, properties: Element | None) -> Style:
    """`style` with what `pPr` says itself: an outline level (9 is body text) and a place in a list (0 is none)."""
    if properties is None:
        return style
    if outline := value(properties, "outlineLvl"):
        style = replace(style, level=_stated_level(integer(outline, LEVELS)))
    place = properties.find("numPr")
    if place is None:
        return style
    depth = value(place, "ilvl")
    return replace(
        style,
        number=value(place, "numId") or style.number,
        depth=min(integer(depth), LEVELS) if depth else style.depth,
    )


def _stated_level(outline: int) -> int:
    return outline + 1 if outline < LEVELS else 0


def _levels(element: Element) -> dict[int, Element]:
    return {integer(level.get("ilvl")): level for level in element.iterfind("lvl")}


def _start(level: Element) -> int:
    return integer(value(level, "start"), 1)


def _printed(levels: dict[int, Element], depth: int, counts: dict[int, int]) -> str:
    level = levels[depth]
    if value(level, "numFmt") == "bullet":
        return ""
    legal = level.find("isLgl") is not None  # every number of the label in Arabic digits

    def count(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        if at not in levels:
            return ""
        kind = "decimal" if legal else value(levels[at], "numFmt")
        return count_as(counts.get(at, _start(levels[at])), kind)

    text = re.sub("%([1-9])", count, value(level, "lvlText")[:40]).strip()
    return f"{text} " if text and text[-1].isascii() else text
