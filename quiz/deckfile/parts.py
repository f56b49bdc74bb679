"""The lines of a deck file cut into parts along the places of its YAML nodes, each with its own comments."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quiz.deckfile.nodes import Node


@dataclass(slots=True)
class Part:
    """Lines `body` of one key or question; `above` are comments on it, `apart` is what stands before those."""

    key: str
    apart: list[str]
    above: list[str]
    body: list[str]


def cut(lines: list[str], start: int, spans: list[tuple[str, int, int]], column: int) -> tuple[list[Part], list[str]]:
    """Cut `lines` from `start` into the parts that stand at `spans` (key, first line, last line), and what follows.

    Comment lines indented deeper than `column` belong to the part above them.
    """
    parts = []
    for key, first, last in spans:
        while last + 1 < len(lines) and lines[last + 1].startswith(" " * (column + 1)) and _is_comment(lines[last + 1]):
            last += 1
        middle = first
        while middle > start and _is_comment(lines[middle - 1]):
            middle -= 1
        parts.append(Part(key, lines[start:middle], lines[middle:first], lines[first : last + 1]))
        start = last + 1
    return parts, lines[start:]


def indent(lines: list[str], column: int) -> list[str]:
    return [" " * column + line for line in lines]


def last_line(node: "Node") -> int:
    """The last line of `node`; the text of a block scalar ends where the line after it begins."""
    return node.end.line - 1 if node.end.column == 0 and node.end.line > node.start.line else node.end.line


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")
