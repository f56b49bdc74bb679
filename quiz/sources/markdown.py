"""Markdown study texts: front matter, headings by #, and the few marks that stand in prose."""

import re
from dataclasses import replace

from quiz.sources.draft import Draft, Line
from quiz.sources.text import read_text

HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*#*$")
EMPHASIS = re.compile(r"(\*{1,3}|_{2})(?=\S)(.+?)(?<=\S)\1")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
ITEM = re.compile(r"^\s*(?:[-*+]|>)\s+")
RULE = re.compile(r"^\s*([-*_])(?:\s*\1){2,}\s*$")


def read_markdown(data: bytes, name: str) -> Draft:
    """The lines of a Markdown file without its marks; front matter gives title and date."""
    draft = read_text(data, name)
    head, body = _split_front_matter(draft.lines)
    lines = tuple(_plain(line) for line in body if not RULE.match(line.text))
    title = head.get("title", "")
    if not title and lines:
        first = next((line for line in lines if line.text.strip()), lines[0])
        if first.level == 1 and sum(line.level == 1 for line in lines) == 1:
            title = first.text
            lines = tuple(replace(line, text="", level=0) if line is first else line for line in lines)
    return replace(draft, lines=lines, title=title, date=head.get("date", ""))


def _split_front_matter(lines: tuple[Line, ...]) -> tuple[dict[str, str], tuple[Line, ...]]:
    if not lines or lines[0].text.strip() != "---":
        return {}, lines
    for end, line in enumerate(lines[1:], 1):
        if line.text.strip() == "---":
            pairs = (line.text.partition(":") for line in lines[1:end])
            return {key.strip(): value.strip().strip("\"'") for key, colon, value in pairs if colon}, lines[end + 1 :]
    return {}, lines


def _plain(line: Line) -> Line:
    heading = HEADING.match(line.text)
    text = heading[2] if heading else ITEM.sub("", line.text)
    text = LINK.sub(r"\1", text)
    text = EMPHASIS.sub(r"\2", text)
    return Line(line.number, text, len(heading[1]) if heading else 0, whole=bool(heading or ITEM.match(line.text)))
