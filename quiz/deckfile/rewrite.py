"""Rewriting the lines of one question where it changed, key by key."""

import re
from typing import TYPE_CHECKING

from quiz.deckfile.parts import cut, indent, last_line
from quiz.deckfile.write import render_question
from quiz.model import Question

if TYPE_CHECKING:
    from quiz.deckfile.nodes import Mapping

_KEY = re.compile(r"(?:- |  )(\w+):")


def rewrite_question(lines: list[str], end: int, node: "Mapping", old: Question, new: Question) -> list[str]:
    """The lines of a question in the file up to line `end`, from its first key on, with what changed from `old` to
    `new`. Every other key keeps its line and its comments; so does a comment behind a line that changed."""
    column = node.start.column
    spans = [(key, node.keys[key].start.line, last_line(node.values[key])) for key in node.keys]
    parts, tail = cut(lines[:end], node.start.line, spans, column)
    before, after = _by_key(old), _by_key(new)
    result: list[str] = []
    for part in parts:
        written = after.get(part.key)
        if written == before.get(part.key):
            result += part.apart + part.above + part.body
        elif written:
            result += part.apart + part.above + indent(written, column)
            result[-len(written)] = part.body[0][:column] + written[0]  # the first key stands behind the dash
            if len(part.body) == len(written) == 1:
                result[-1] += _remark(part.body[0], node.values[part.key].end.column)
        else:
            result += part.apart
    added = [key for key in after if key not in node.keys and before.get(key) != after[key]]
    return result + tail + [line for key in added for line in indent(after[key], column)]


def _by_key(question: Question) -> dict[str, list[str]]:
    """The lines of a question, not indented, by the key that they belong to."""
    found: dict[str, list[str]] = {}
    for line in render_question(question):
        if match := _KEY.match(line):
            found[match[1]] = []
        found[next(reversed(found))].append(line[2:])
    return found


def _remark(line: str, end: int) -> str:
    """The comment behind the value that ends at column `end`."""
    rest = line[end:]
    return rest if rest.lstrip().startswith("#") else ""
