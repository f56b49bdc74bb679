"""A web page as its paragraphs and the boxes they stand in."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(slots=True)
class Block:
    """A paragraph: its text, the heading level the page gives it (else 0), how many of its characters are links, the
    place of its box in `Page.boxes`, whether it is a whole paragraph (else a <br> cut it off), hidden, bold throughout.
    """

    text: str
    level: int
    links: int
    box: int
    whole: bool = True
    hidden: bool = False
    bold: bool = False


@dataclass(slots=True)
class Box:
    """A block-level element: its tag, its class and id, the place of the box around it (-1: none), its paragraphs as a
    range of `Page.blocks`, whether it hides itself, and whether its attributes call it one of a set of tabs."""

    tag: str
    names: str
    parent: int
    first: int
    last: int = 0
    hides: bool = False
    id: str = ""
    panel: bool = False


@dataclass(slots=True)
class Page:
    """A page: its paragraphs, its boxes (each behind its parent), <title>, <meta> by name, hidden pieces of paragraphs
    with the running number (from 1) of the paragraph, and the ids of the boxes that a link or button shows."""

    blocks: list[Block] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    hidden: list[tuple[int, str]] = field(default_factory=list)
    targets: set[str] = field(default_factory=set)


def sums_of(values: Iterable[int]) -> list[int]:
    """The sums of the first 0, 1, 2… values."""
    return [0, *accumulate(values)]
