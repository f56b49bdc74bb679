"""Which line is a heading, what its number is, and how deep it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.sources.draft import Line

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
OPENERS = frozenset("第（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳0123456789" + _HAN)  # a quick look before the patterns
BARE = re.compile(r"[\u4e00-\u9fff“”、，0-9]{4,26}(?<![与和及在向从由把被、，])")
BARE_RANK = 2  # above 一、 and below 第一章, with which it does not occur
MOST_BARE = 8  # at least so many lines for each
ENDS = tuple("。！？；”）")
MARKDOWN_BASE = -10  # a level that the format states stands outside every number style
DASH = re.compile(r"[—·•●■◆]+\s*")  # a member of a list without numbers: ——经济平稳增长。
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
    if text[:1] not in OPENERS and not stated_level:
        return None
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


def bare_headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """Headings without a number or a stated level, by line number: short lines of mere words between paragraphs.

    Where there are many of them they are something else, such as the pieces of a table.
    """
    written = [line for line in lines if line.text]
    found = {}
    for at, line in enumerate(written[1:-1], 1):
        alone = written[at - 1].text.endswith(ENDS) or heading_of(written[at - 1].text, written[at - 1].level)
        below = written[at + 1]
        leads = below.text.endswith(ENDS) and len(below.text) > MAX_HEADING
        if alone and leads and not line.level and BARE.fullmatch(line.text) and not heading_of(line.text):
            found[line.number] = Heading("", BARE_RANK, 0, len(line.text))
    return found if len(found) * MOST_BARE <= len(written) else {}


def paragraph_number(text: str) -> re.Match[str] | None:
    """The number or dash that opens a paragraph which is no heading; it is no part of the sentence."""
    if text[:1] not in OPENERS:
        return DASH.match(text)
    return next((match for style in STYLES[3:] if (match := style.match(text))), None)
