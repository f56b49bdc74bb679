"""Every stretch of a sentence that could be a blank: runs of words that begin and end where words do."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from quiz.language.words import Token, is_word, tag

MAX_WORDS = 8
MAX_LENGTH = 22
MAX_ENCLOSED = 30  # of a quotation or a title
LONG_WORD = 4  # characters; writers blank half of such a word, 文化 of 文化自信
HARD = frozenset("，。；：！？!?;,:…—（）()【】[]")
STOPS = HARD | frozenset("“”‘’《》")
PUNCTUATION = re.compile(r"^[\W_]+$")
QUOTED = re.compile(r"“([^“”]+)”|‘([^‘’]+)’")
TITLED = re.compile(r"《([^《》]+)》")
HAN = re.compile(r"[\u4e00-\u9fff]+")
ATTRIBUTION = re.compile(
    r"^(?:[^，。；！？（]{2,14}[讯电]（[^（）]{2,24}）(?:[\d月日]{2,6}[，：])?|[^。；！？]{0,90}?(?:强调|指出|认为|表示|写道|规定|提到|讲话|(?<![的总本一严点些个])要求)[，：,]|[^。；！？]{6,90}?提出[，：,]"
    r"|(?:根据|依据|按照)?《[^》]+》(?:规定|明确|指出|提出|要求)?[，：,])“?(?:要(?=[^求素点领]))?"
)
KEPT_TAGS = frozenset({"vn", "nr", "ns", "nt", "nz", "eng", "ad", "an", "uj"})


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as the ranker sees it, one object for all its places; `tag` is coarse and ends on + inside a long word.

    `mark` says that it is punctuation, `stop` that no candidate reaches over it.
    """

    text: str
    tag: str
    mark: bool = False
    stop: bool = False


BEGIN, END = Word("^", "^", True, True), Word("$", "$", True, True)


class Span(NamedTuple):
    """Tokens `first`..`last` (inclusive) of a sentence; `start` and `end` count its characters."""

    first: int
    last: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence cut into words, with what its punctuation says.

    `words` are the tokens with long ones cut further, `begins` where each starts and, last, where the text ends,
    `holders` the token that each is in, `openers` the first word of its clause; `places` the first word of each token
    and, last, how many words there are.
    `clause[k]` and `segment[k]` number, for token `k`, the stretches between hard stops, and between those or 、;
    `bounds` are the token bounds of each segment and `stretches` its characters; `runs` maps a segment to (its place,
    the number of segments) in a list joined by 、; `quotes` and `titles` are the insides of “” and 《》; `body` is the
    offset behind an opening attribution (某某强调，).
    """

    text: str
    tokens: list[Token]
    words: list[Word]
    begins: list[int]
    holders: list[int]
    openers: list[int]
    places: list[int]
    punctuation: list[bool]
    clause: list[int]
    segment: list[int]
    bounds: list[tuple[int, int]]
    stretches: list[tuple[int, int]]
    runs: dict[int, tuple[int, int]]
    quotes: tuple[tuple[int, int], ...]
    titles: tuple[tuple[int, int], ...]
    body: int


def mark(text: str) -> Marked:
    """Segment a sentence and note its clauses, lists, quotations and titles."""
    tokens = tag(text)
    words: list[Word] = []
    holders: list[int] = []
    openers: list[int] = []
    places = [0]
    opener = 0
    punctuation = []
    for at, (piece, _start, _end, part) in enumerate(tokens):
        cut = words_of(piece, part)
        words += cut
        holders += [at] * len(cut)
        openers += [opener] * len(cut)
        places.append(len(words))
        punctuation.append(cut[0].mark)
        if piece in HARD:
            opener = len(words)
    begins = [0]
    for word in words:
        begins.append(begins[-1] + len(word.text))
    clause, segment, bounds, joined = _stretches(tokens)
    edges = [*(token.start for token in tokens), len(text)]
    stretches = [(edges[first], edges[beyond]) for first, beyond in bounds]
    attribution = ATTRIBUTION.match(text)
    return Marked(
        text,
        tokens,
        words,
        begins,
        holders,
        openers,
        places,
        punctuation,
        clause,
        segment,
        bounds,
        stretches,
        _runs(joined),
        tuple(_inside(QUOTED, text)),
        tuple(_inside(TITLED, text)),
        attribution.end() if attribution and attribution.end() < len(text) else 0,
    )


@lru_cache(maxsize=50_000)
def words_of(text: str, part: str) -> tuple[Word, ...]:
    """A token as the ranker's words: itself, or the words that a long one is made of."""
    if PUNCTUATION.match(text):
        return (Word(text, text, True, text in STOPS),)
    first, *others = _pieces(text)
    if not others:
        return (Word(text, coarse(part)),)
    return tuple(Word(piece, coarse(tag(piece)[0].tag) + "+" * (at > 0)) for at, piece in enumerate([first, *others]))


def coarse(part: str) -> str:
    """jieba's part of speech, coarse: the first letter but for the few that matter here."""
    return part if part in KEPT_TAGS else part[:1]


def _pieces(text: str) -> list[str]:
    """The dictionary's words in a long word, the longest first one first (文化自信: 文化, 自信)."""
    if len(text) >= LONG_WORD and HAN.fullmatch(text):
        for at in range(len(text) - 1, 0, -1):
            head, tail = text[:at], text[at:]
            if (at == 1 or is_word(head)) and (len(tail) == 1 or is_word(tail)):
                return _pieces(head) + _pieces(tail)
    return [text]


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


def reaches(marked: Marked) -> Iterator[tuple[int, int]]:
    """(first, beyond) for every word behind the attribution that may open a candidate: where the last word may stand.

    Candidates run inside one clause, over no mark of a quotation or title, and are no longer than `MAX_WORDS` and
    `MAX_LENGTH`; only the caller sees to it that they do not end on punctuation.
    """
    words, begins = marked.words, marked.begins
    stop = len(words)
    found = []
    for first in range(len(words) - 1, -1, -1):
        word = words[first]
        begin = begins[first]
        if begin < marked.body:
            break
        if word.stop:
            stop = first
        elif not word.mark:
            beyond = min(first + MAX_WORDS, stop)
            while begins[beyond] - begin > MAX_LENGTH:
                beyond -= 1
            found.append((first, beyond))
    return reversed(found)


def words_at(marked: Marked, start: int, end: int) -> tuple[int, int] | None:
    """The first and last of the words that stand at these characters, None where they cut one."""
    begins = marked.begins
    first, beyond = bisect_right(begins, start) - 1, bisect_right(begins, end) - 1
    return (first, beyond - 1) if begins[first] == start and begins[beyond] == end else None


def enclosed(marked: Marked) -> Iterator[tuple[int, int]]:
    """(first, last) word of every quotation and title behind the attribution that is a candidate whole."""
    for start, end in marked.quotes + marked.titles:
        pair = words_at(marked, start, end)
        if marked.body <= start and end - start <= MAX_ENCLOSED and pair is not None:
            yield pair


def in_reach(marked: Marked, first: int, last: int) -> bool:
    """Whether `reaches` leads from one word to the other; to the end of a long quotation or title it does not."""
    inside, begins = marked.words[first : last + 1], marked.begins
    short = len(inside) <= MAX_WORDS and begins[last + 1] - begins[first] <= MAX_LENGTH
    crosses = inside[0].mark or inside[-1].mark or any(word.stop for word in inside)
    return short and not crosses and begins[first] >= marked.body


def candidates(marked: Marked) -> list[tuple[int, int]]:
    """(first, last) word of every candidate, in reading order; each once."""
    pairs = {(first, last) for first, beyond in reaches(marked) for last in range(first, beyond)}
    return sorted({pair for pair in pairs if not marked.words[pair[1]].mark}.union(enclosed(marked)))


def span_of(marked: Marked, first: int, last: int) -> Span:
    """The candidate of these words."""
    holders, begins = marked.holders, marked.begins
    return Span(holders[first], holders[last], begins[first], begins[last + 1])


def span_at(marked: Marked, start: int, end: int) -> Span:
    """The stretch of these characters with the tokens that hold them, also where no word ends."""
    first = bisect_right(marked.begins, start) - 1
    last = bisect_right(marked.begins, end - 1, lo=first) - 1
    return Span(marked.holders[first], marked.holders[last], start, end)


def spans(marked: Marked) -> list[Span]:
    """Every candidate as a stretch of characters."""
    return [span_of(marked, first, last) for first, last in candidates(marked)]
