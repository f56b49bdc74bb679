"""Changing a deck file as a careful hand would: what did not change keeps its lines, comments and order of keys.

The old text is cut into parts along the places of its YAML nodes. A part is a key of the file or a question, with the
comment lines right above it; a comment that stands apart, with a blank line below, outlives the question it precedes.
"""

from collections.abc import Mapping as Map
from typing import TYPE_CHECKING, cast

from quiz.deckfile.clean import tidy
from quiz.deckfile.parts import Part, cut, indent, last_line
from quiz.deckfile.read import parse_deck
from quiz.deckfile.rewrite import rewrite_question
from quiz.deckfile.write import render_deck, render_question, render_sections
from quiz.errors import DeckError
from quiz.model import Deck

if TYPE_CHECKING:
    from quiz.deckfile.nodes import Mapping, Node, Sequence


def update_deck(text: str, deck: Deck, heirs: Map[str, str] = {}) -> str:
    """`text`, a deck file, changed so that it reads as `deck`. `heirs` maps the id of a new question to that of the old
    one whose lines and comments it takes over.

    A file laid out in a way that cannot be changed in place is written anew. Raises DeckError when `text` is no deck.
    """
    lines = tidy(text).split("\n")
    old = parse_deck(text, "")
    new = parse_deck(render_deck(deck), "")
    for fine in (True, False):  # questions key by key, or as a whole
        result = "\n".join(_update(lines, old, new, heirs, fine=fine))
        if _reads_as(result, new):
            break
    else:
        result = render_deck(new)
    return result.replace("\n", "\r\n") if "\r\n" in text else result


def _reads_as(text: str, deck: Deck) -> bool:
    try:
        return parse_deck(text, "") == deck
    except DeckError:
        return False


def _update(lines: list[str], old: Deck, new: Deck, heirs: Map[str, str], *, fine: bool) -> list[str]:
    from quiz.deckfile.nodes import Complaints, Mapping, compose  # yaml, 28 ms

    root = compose("\n".join(lines), Complaints(""))
    if not isinstance(root, Mapping):
        return lines
    column = root.start.column
    spans = [(key, root.keys[key].start.line, last_line(root.values[key])) for key in root.keys]
    parts, tail = cut(lines, 0, spans, column)
    before, after = render_sections(old), render_sections(new)
    result: list[str] = []
    for part in parts:
        result += part.apart
        if before.get(part.key) == after.get(part.key):
            result += part.above + part.body
        elif part.key == "questions" and _is_in_place(root.values["questions"], lines) and new.questions:
            result += part.above + _update_questions(part.body, root, lines, old, new, heirs, fine=fine)
        elif part.key in after:
            result += part.above + indent(after[part.key], column)
    added = [key for key in after if key not in root.keys and before.get(key) != after[key]]
    return result + [line for key in added for line in indent(after[key], column)] + tail


def _is_in_place(node: "Node", lines: list[str]) -> bool:
    """Whether `node` is a list of lines that start with a dash, and not one in brackets or an empty one."""
    return lines[node.start.line][: node.start.column + 1].strip() == "-"


def _update_questions(
    body: list[str], root: "Mapping", lines: list[str], old: Deck, new: Deck, heirs: Map[str, str], *, fine: bool
) -> list[str]:
    """The lines `body` of the list of questions, with the questions of `new` in their order."""
    node = cast("Sequence", root.values["questions"])
    column, head = node.start.column, root.keys["questions"].start.line
    spans = [
        (question.id, _dash_line(lines, item, column), last_line(item))
        for question, item in zip(old.questions, node.items, strict=True)
    ]
    parts, tail = cut(lines[: head + len(body)], head + 1, spans, column)
    wanted = {heirs.get(question.id, question.id) for question in new.questions}
    homeless = _rehouse(parts, wanted)
    known = {found[0].key: found for found in zip(parts, old.questions, node.items, strict=True)}
    result = body[:1]
    for question in new.questions:
        before = heirs.get(question.id, question.id)
        if before not in known:
            result += indent(render_question(question), column)
            continue
        part, was, item = known[before]
        result += part.apart + part.above
        if was == question:
            result += part.body
        elif fine and _is_block(item, lines):
            first = _dash_line(lines, item, column)
            result += lines[first : item.start.line]
            result += rewrite_question(lines, first + len(part.body), cast("Mapping", item), was, question)
        else:
            result += indent(render_question(question), column)
    return result + homeless + tail


def _is_block(node: "Node", lines: list[str]) -> bool:
    """Whether a question is written a key a line, and not in braces."""
    return lines[node.start.line][node.start.column] != "{"


def _rehouse(parts: list[Part], wanted: set[str]) -> list[str]:
    """Move the comments that stand apart from questions not `wanted` to the next one that is; the rest is returned."""
    homeless: list[str] = []
    for part in parts:
        if part.key in wanted:
            part.apart = homeless + part.apart
            homeless = []
        elif any(line.strip() for line in part.apart):
            homeless += part.apart
    return homeless


def _dash_line(lines: list[str], item: "Node", column: int) -> int:
    """The line of the dash before `item`, which may stand alone on a line above."""
    line = item.start.line
    while not lines[line].startswith(" " * column + "-"):
        line -= 1
    return line
