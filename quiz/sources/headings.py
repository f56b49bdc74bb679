"""Which line is a heading, what its number is, and how deep it stands."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

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
PART = re.compile("结束语|结语|前言|引言|序言|导言|绪论|后记|附则|总则|名词解释")  # a heading wherever it stands alone
NUMBERED_RANK = 3  # of 一、
BARE_RANK = 2  # above 一、 where each of its parts counts anew, and below 第一章, with which it does not occur
MOST_BARE = 8  # at least so many lines for each
LEAST_BELOW = 40  # characters of the paragraph under a bare heading
ENDS = tuple("。！？；”）")
MARKDOWN_BASE = -10  # a level that the format states stands outside every number style
DASH = re.compile(r"[—·•●■◆]+\s*")  # a member of a list without numbers: ——经济平稳增长。
MAX_HEADING = 80
MAX_WITH_COLON = 60
MAX_STOPPED = 45  # of a numbered heading that ends like a sentence
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
    inside = "[。；]" if len(text) - start <= MAX_WITH_COLON else "[。；：]"
    if len(text) - start <= MAX_HEADING and text[-1] not in "。；！？：，…" and not re.search(inside, text[start:]):
        return len(text)
    stop = re.search("[。：]", text[start:])
    if stop and stop[0] == "。" and stop.start() <= MAX_RUN_IN and start + stop.end() < len(text):
        return start + stop.start()
    return 0


def bare_headings(lines: Sequence[Line]) -> dict[int, Heading]:
    """Headings that only their surroundings tell, by line number: short lines of mere words between paragraphs, and
    numbered ones with a full stop, each over a text of its own.

    Where there are many bare ones they are something else, such as the pieces of a table.
    """
    written = [line for line in lines if line.text]
    bare, parts = [], []
    for at, line in enumerate(written[1:-1], 1):
        if line.level or len(line.text) > MAX_STOPPED or heading_of(line.text):
            continue
        above, below = written[at - 1], written[at + 1]
        leads = below.text.endswith(ENDS) and len(below.text) > LEAST_BELOW
        if PART.fullmatch(line.text):
            parts.append(line)
        elif leads and BARE.fullmatch(line.text) and (above.text.endswith(ENDS) or heading_of(above.text, above.level)):
            bare.append(line)
    alone = [*parts, *(bare if len(bare) * MOST_BARE <= len(written) else ())]
    rank = _bare_rank(written) if alone else 0
    return {line.number: Heading("", rank, 0, len(line.text)) for line in alone} | _stopped_headings(written)


def _bare_rank(written: Sequence[Line]) -> int:
    """Above the numbered headings when these count from one more than once, else beside the outermost of them."""
    numbered = [found for line in written if (found := heading_of(line.text, line.level))]
    outermost = min((heading.rank for heading in numbered), default=BARE_RANK)
    again = sum(heading.rank == outermost and heading.number in ("一", "1") for heading in numbered) > 1
    return BARE_RANK if again else outermost


def _stopped_headings(written: Sequence[Line]) -> dict[int, Heading]:
    """Numbered lines of one short sentence, where every such line of a style has paragraphs without a number under it;
    where one has not, they are the items of a list."""
    found: dict[int, dict[int, Heading]] = {}
    lists = set()
    for line, below in pairwise(written):
        if len(line.text) > MAX_STOPPED or not line.text.endswith("。") or line.level or line.text[0] not in OPENERS:
            continue
        for rank, style in enumerate(STYLES[NUMBERED_RANK:], NUMBERED_RANK):
            if not (match := style.match(line.text)) or "。" in line.text[match.end() : -1]:
                continue
            found.setdefault(rank, {})[line.number] = Heading(match[1], rank, match.end(), len(line.text) - 1)
            if paragraph_number(below.text) or not below.text.endswith((*ENDS, "：")):
                lists.add(rank)
            break
    return {
        number: heading
        for rank, headings in found.items()
        if rank not in lists and len(headings) > 1
        for number, heading in headings.items()
    }


def paragraph_number(text: str) -> re.Match[str] | None:
    """The number or dash that opens a paragraph which is no heading; it is no part of the sentence."""
    if text[:1] not in OPENERS:
        return DASH.match(text)
    return next((match for style in STYLES[3:] if (match := style.match(text))), None)
