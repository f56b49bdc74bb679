"""Every stretch of a sentence that could be a blank: runs of words that begin and end where words do."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.language.words import Token, tag

MAX_WORDS = 6
MAX_LENGTH = 14
HARD = frozenset("，。；：！？!?;,:…—（）()【】[]")
PUNCTUATION = re.compile(r"^[\W_]+$")
QUOTED = re.compile(r"“([^“”]+)”|‘([^‘’]+)’")
TITLED = re.compile(r"《([^《》]+)》")
ATTRIBUTION = re.compile(r"^[^，。]{0,30}?(?:强调|指出|提出|要求|认为|表示|写道)[，：]")


@dataclass(frozen=True, slots=True)
class Span:
    """Words `first`..`last` (inclusive) of a sentence; `start` and `end` count its characters."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence cut into words, with what its punctuation says.

    `clause[k]` and `segment[k]` number the stretches between hard stops, and between those or 、; `runs` maps a
    segment to (its place, the number of segments) in a list joined by 、; `quotes` and `titles` are the insides of “”
    and 《》; `body` is the offset behind an opening attribution (某某强调，).
    """

    text: str
    tokens: list[Token]
    punctuation: list[bool]
    clause: list[int]
    segment: list[int]
    bounds: list[tuple[int, int]]
    runs: dict[int, tuple[int, int]]
    quotes: tuple[tuple[int, int], ...]
    titles: tuple[tuple[int, int], ...]
    body: int


def mark(text: str) -> Marked:
    """Segment a sentence and note its clauses, lists, quotations and titles."""
    tokens = tag(text)
    punctuation = [bool(PUNCTUATION.match(token.text)) for token in tokens]
    clause, segment, bounds, joined = _stretches(tokens)
    attribution = ATTRIBUTION.match(text)
    return Marked(
        text,
        tokens,
        punctuation,
        clause,
        segment,
        bounds,
        _runs(joined),
        tuple(_inside(QUOTED, text)),
        tuple(_inside(TITLED, text)),
        attribution.end() if attribution else 0,
    )


def _inside(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in pattern.finditer(text):
        yield match.start() + 1, match.end() - 1


def _stretches(tokens: list[Token]) -> tuple[list[int], list[int], list[tuple[int, int]], list[bool]]:
    """Clause and segment of each token, the token bounds of each segment, and whether 、 joins it to the one before."""
    clause, segment = [], []
    bounds: list[tuple[int, int]] = []
    joined = [False]
    clauses = begin = 0
    for at, token in enumerate(tokens):
        clause.append(clauses)
        segment.append(len(bounds))
        if token.text in HARD or token.text == "、":
            bounds.append((begin, at))
            joined.append(token.text == "、")
            begin = at + 1
            clauses += token.text != "、"
    bounds.append((begin, len(tokens)))
    return clause, segment, bounds, joined


def _runs(joined: list[bool]) -> dict[int, tuple[int, int]]:
    runs: dict[int, tuple[int, int]] = {}
    start = 0
    for at in range(1, len(joined) + 1):
        if at == len(joined) or not joined[at]:
            for member in range(start, at):
                runs[member] = (member - start, at - start)
            start = at
    return runs


def spans(marked: Marked) -> list[Span]:
    """The candidates: up to `MAX_WORDS` words inside one clause, not opening or ending on punctuation, never cutting a
    quotation or a title; and every quotation and title as a whole, however long its words."""
    found: dict[tuple[int, int], Span] = {}
    tokens = marked.tokens
    enclosures = marked.quotes + marked.titles
    for first, token in enumerate(tokens):
        if marked.punctuation[first]:
            continue
        for last in range(first, min(first + MAX_WORDS, len(tokens))):
            if tokens[last].text in HARD or tokens[last].text == "、":
                break
            start, end = token.start, tokens[last].end
            if end - start > MAX_LENGTH:
                break
            if not marked.punctuation[last] and not _cuts(start, end, enclosures):
                found[start, end] = Span(first, last, start, end)
    for start, end in enclosures:
        whole = _whole(tokens, start, end)
        if whole and end - start <= 30:
            found[start, end] = whole
    return list(found.values())


def _cuts(start: int, end: int, enclosures: tuple[tuple[int, int], ...]) -> bool:
    """Whether a mark of a quotation or title stands inside the span."""
    return any(start < opening <= end or start <= closing < end for opening, closing in enclosures)


def _whole(tokens: list[Token], start: int, end: int) -> Span | None:
    first = next((at for at, token in enumerate(tokens) if token.start == start), None)
    last = next((at for at, token in enumerate(tokens) if token.end == end), None)
    return None if first is None or last is None or last < first else Span(first, last, start, end)
