"""Which line is a heading, what its number is, and how deep it stands."""

import re
from dataclasses import dataclass

_HAN = "一二三四五六七八九十百零〇"
# From the outermost to the innermost, as official documents nest them (GB/T 9704: 一、（一）1.（1）).
STYLES = (
    re.compile(rf"^第([{_HAN}\d]+)[编篇部]分?[\s，：、]*"),
    re.compile(rf"^第([{_HAN}\d]+)章[\s，：、]*"),
    re.compile(rf"^第([{_HAN}\d]+)节[\s，：、]*"),
    re.compile(rf"^([{_HAN}]+)[、．.][\s]*"),
    re.compile(rf"^[（(]([{_HAN}]+)[）)][、\s]*"),
    re.compile(r"^(\d{1,2})(?:[、．]|\.(?!\d))[\s]*"),
    re.compile(r"^[（(](\d{1,2})[）)][\s]*"),
    re.compile(r"^([①-⑳])[\s]*"),
)
MARKDOWN_BASE = -10  # a level that the format states stands outside every number style
MAX_HEADING = 60
MAX_RUN_IN = 34


@dataclass(frozen=True, slots=True)
class Heading:
    """`rank` orders styles from the outermost; `offset` is where the words start in the line, `end` where they end."""

    number: str
    rank: int
    offset: int
    end: int


def heading_of(text: str, stated_level: int = 0) -> Heading | None:
    """The heading a line is or opens with, None for prose.

    A numbered line is a heading when it is short and does not end like a sentence; a numbered first sentence that is
    short and followed by more (（一）加强领导。各级…) is a run-in heading.
    """
    for rank, style in enumerate(STYLES):
        match = style.match(text)
        if match:
            end = _heading_end(text, match.end())
            if end <= match.end():
                return None
            return Heading(match[1], MARKDOWN_BASE + stated_level if stated_level else rank, match.end(), end)
    if stated_level and text:
        return Heading("", MARKDOWN_BASE + stated_level, 0, len(text))
    return None


def _heading_end(text: str, start: int) -> int:
    if len(text) - start <= MAX_HEADING and text[-1] not in "。；！？：，…" and not re.search("[。；]", text[start:]):
        return len(text)
    stop = re.search("[。：]", text[start:])
    if stop and stop[0] == "。" and stop.start() <= MAX_RUN_IN and start + stop.end() < len(text):
        return start + stop.start()
    return 0


def paragraph_number(text: str) -> re.Match[str] | None:
    """The number that opens a numbered paragraph which is no heading; it is no part of the sentence."""
    return next((match for style in STYLES[3:] if (match := style.match(text))), None)
