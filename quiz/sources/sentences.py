"""A paragraph into sentences and members of enumerations, with offsets that are true."""

import re
from collections.abc import Iterator
from itertools import pairwise

TERMINALS = "。！？!?"
OPENING = "“‘（《〈「『【("
CLOSING = "”’）》〉」』】)"
MARKS = re.compile(f"[{re.escape(TERMINALS + OPENING + CLOSING)}]")
MARKER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}(?:是|要|靠|看|抓)|第[一二三四五六七八九十]{1,3}[，、,]|[（(][一二三四五六七八九十\d]{1,3}[）)]|其[一二三四五六七八九十][，是])"
)
NEXT_MEMBER = re.compile("二|[（(]2|2")  # no list without a second member
LED = re.compile(r"：(一[是要靠看抓]|第一[，、,]|[（(][一1][）)]|其一[，是])")
# Inside a quotation or a bracket nothing ends, but a mark that is never closed must not swallow the paragraph.
LONGEST_QUOTE = 260


def split(paragraph: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, marker) of each sentence of `paragraph`; the pieces cover it but for blanks between them.

    A sentence ends at 。！？ outside “”（）《》, or at the closing mark right behind one; at ；：or ， only before the
    next member of an enumeration (二是…).
    """
    for start, end in _members(paragraph, _sentences(paragraph)):
        while start < end and paragraph[start].isspace():
            start += 1
        while end > start and paragraph[end - 1].isspace():
            end -= 1
        if start < end:
            marker = MARKER.match(paragraph, start, end)
            yield start, end, marker[0] if marker else ""


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = depth = opened = 0
    for mark in MARKS.finditer(text):
        at, character = mark.start(), mark[0]
        if at < start:  # a closing mark that the sentence before took along
            continue
        if character in OPENING:
            depth, opened = depth + 1, at if depth == 0 else opened
        elif character in CLOSING:
            depth = max(depth - 1, 0)
        elif _ends(text, at, depth, opened):
            end = _past_closing(text, at + 1)
            yield start, end
            start, depth = end, 0
    if start < len(text):
        yield start, len(text)


def _ends(text: str, at: int, depth: int, opened: int) -> bool:
    """Whether the terminal at `at` ends its sentence, given the quotations that are open there."""
    if text[at] in "!?" and text[at - 1 : at].isascii():
        return False
    after = text[at + 1 : at + 2]
    if depth == 0:
        return after not in tuple(TERMINALS)
    if at - opened > LONGEST_QUOTE:
        return True
    closed = _past_closing(text, at + 1)
    if closed - at - 1 < depth:
        return False
    return closed == len(text) or text[closed] not in "，、；：的和与等是，"


def _past_closing(text: str, at: int) -> int:
    while at < len(text) and text[at] in CLOSING:
        at += 1
    return at


def _members(text: str, sentences: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Cut each sentence before the members of an enumeration that stand inside it."""
    led = _led_members(text) if "：" in text else []
    for start, end in sentences:
        cuts = []
        if NEXT_MEMBER.search(text, start, end):
            cuts = [
                match.start()
                for match in MARKER.finditer(text, start + 1, end)
                if text[match.start() - 1] in "；：，。" and _counts(match[0])
            ]
            # A lone 一是 inside a sentence is prose; two members or more are a list.
            opens = bool(MARKER.match(text, start, end))
            if len(cuts) + opens < 2:
                cuts = []
        edges = [start, *(cuts or [at for at in led if start < at < end]), end]
        yield from pairwise(edges)


def _led_members(text: str) -> list[int]:
    """Where the first member of an enumeration stands behind a colon and the second opens a later sentence."""
    seconds: dict[str, int] = {}  # where each second member opens a sentence for the last time
    led = []
    for match in LED.finditer(text):
        first = match[1]
        if first not in seconds:
            second = first.replace("一", "二").replace("1", "2")
            seconds[first] = max(text.rfind(stop + second) for stop in "。！？；")
        if match.end() <= seconds[first]:
            led.append(match.start(1))
    return led


def _counts(marker: str) -> bool:
    return marker[-1] in "是要靠看抓，、）)"
