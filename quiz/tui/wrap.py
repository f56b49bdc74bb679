"""Line breaking for Chinese text with blanks in it.

Textual breaks at white space only, and counts the ideographic space as such; Chinese breaks nearly anywhere, but no
line may start with a closing mark or end with an opening one (GB/T 15834), and a blank must stay whole.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from rich.cells import cell_len, split_graphemes

NOT_FIRST = frozenset("，。、；：？！）】》〉」』〕〗］｝”’…—·,.;:?!)]}%％℃‰ 　")
NOT_LAST = frozenset("（【《〈「『〔〖［｛“‘([{①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")

# A word or number with its unit, a run of dashes or dots, white space, else one character.
_TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.,:'’_+-][A-Za-z0-9]+)*(?: ?[%％℃‰])?|—+|…+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one style. A `whole` piece, such as a blank, is broken only where a whole line is too short for it."""

    text: str
    style: str = ""
    whole: bool = False


def wrap(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """The pieces as lines of at most `width` cells, every character kept but the line feeds, where a line always ends.

    A `width` below 2 counts as 2, the widest character.
    """
    width = max(width, 2)
    lines: list[list[Piece]] = []
    for paragraph in _paragraphs(pieces):
        lines.extend(_fill(_boxes(paragraph), width))
    return [_join(line) for line in lines]


def _paragraphs(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Atoms, the smallest parts that stay together, line by line of the text."""
    paragraphs: list[list[Piece]] = [[]]
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                paragraphs.append([])
            tokens = [text] if piece.whole else _tokens(text)
            paragraphs[-1].extend(replace(piece, text=token) for token in tokens if token)
    return paragraphs


def _tokens(text: str) -> list[str]:
    """Words, numbers and characters; a mark without a width of its own stays with what it stands on."""
    tokens: list[str] = []
    for token in _TOKEN.findall(text):
        if tokens and not cell_len(token):
            tokens[-1] += token
        else:
            tokens.append(token)
    return tokens


def _boxes(atoms: Sequence[Piece]) -> list[list[Piece]]:
    """Atoms grouped so that a line may end after each group."""
    boxes: list[list[Piece]] = []
    for atom in atoms:
        if boxes and (atom.text[0] in NOT_FIRST or boxes[-1][-1].text[-1] in NOT_LAST):
            boxes[-1].append(atom)
        else:
            boxes.append([atom])
    return boxes


def _fill(boxes: Sequence[Sequence[Piece]], width: int) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    used = 0
    for box in boxes:
        parts = [list(box)] if _cells(box) <= width else list(_crumble(box, width))
        for part in parts:
            cells = _cells(part)
            if used and used + cells > width:
                lines.append([])
                used = 0
            lines[-1].extend(part)
            used += cells
    return lines


def _crumble(box: Sequence[Piece], width: int) -> Iterator[list[Piece]]:
    """A box too wide for any line, as its atoms; an atom too wide as its characters."""
    for atom in box:
        if cell_len(atom.text) <= width:
            yield [atom]
        else:
            spans, _ = split_graphemes(atom.text)
            yield from ([replace(atom, text=atom.text[start:end])] for start, end, _ in spans)


def _cells(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(piece.text) for piece in pieces)


def _join(line: Sequence[Piece]) -> list[Piece]:
    """Neighbours of one style as one piece."""
    groups = groupby(line, key=lambda piece: (piece.style, piece.whole))
    return [Piece("".join(piece.text for piece in group), *look) for look, group in groups]
