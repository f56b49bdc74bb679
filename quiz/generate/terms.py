"""The terms a report lives on: formulations it repeats and institutions it names. A blank takes them whole."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from quiz.generate.candidates import Marked
from quiz.generate.fieldterms import OPENING, find
from quiz.generate.rules.edges import MANNER, SUFFIXES
from quiz.language.words import Token, is_word, tag

MAX_WORDS = 6
MORE = "更"
GOES_ON = SUFFIXES | {MANNER}
CONTENT = frozenset("nvaljbizs")  # first letters of tags that may open or close a term
ORGANISATION = re.compile(
    r"(?:中心|实验室|委员会|大学|学院|研究院|研究所|法院|检察院|公司|集团|试验区|示范区|先导区|开发区|自贸区|自由贸易区|自由贸易港|保护区|"
    r"大会|全会|会议|常委会|办公室|银行|基金会|协会|联合会|红十字会|博物馆|大桥|水电站|高铁|铁路|机场|港)$"
)
# A name of an institution opens with whose it is.
OWNER = frozenset({"国家", "国家级", "全国", "中国", "中央", "中共", "国际", "世界", "亚洲", "省", "市", "县"})

Term: TypeAlias = tuple[int, int, str]  # start, end and kind in a sentence


@dataclass(frozen=True)
class Terms:
    """Repeated formulations with how often each stands in the report."""

    repeated: dict[str, int]

    @cached_property
    def _openings(self) -> frozenset[str]:
        """What they open with, so that most words need no closer look."""
        return frozenset(term[:OPENING] for term in self.repeated)

    def inside(self, marked: Marked, fixed: Iterable[tuple[int, int]] | None = None) -> list[Term]:
        """(start, end, kind) of every term in a sentence, `kind` being repeated, institution or formulation; `fixed`
        are its `wordings` where they are known already."""
        found = [(start, end, "institution") for start, end in institutions(marked)]
        found += [(start, end, "formulation") for start, end in (wordings(marked) if fixed is None else fixed)]
        tokens, text, openings = marked.tokens, marked.text, self._openings
        firsts = [at for at, token in enumerate(tokens) if text[token.start : token.start + OPENING] in openings]
        for first, last in _runs(marked, firsts):
            start, end = tokens[first].start, tokens[last].end
            if text[start:end] in self.repeated:
                found.append((start, end, "repeated"))
        return _outermost(found)


def wordings(marked: Marked) -> list[tuple[int, int]]:
    """(start, end) of the fixed wordings of the field in a sentence."""
    return [bounds for bounds in find(marked.text) if not cuts_a_word(marked, *bounds)]


def cuts_a_word(marked: Marked, start: int, end: int) -> bool:
    """Whether an edge of a wording lies within a word of the dictionary (第一责任 of 第一责任人), or what stands beside
    it makes it another one (碳排放权, 国际主义者, 更高水平开放, 针对性地)."""
    if marked.text[start - 1 : start] == MORE:
        return True
    at = 0
    for edge in (start, end):
        at = bisect_right(marked.begins, edge) - 1
        if edge > marked.begins[at] and is_word(marked.words[at].text):
            return True
        token = marked.tokens[marked.holders[at]] if at < len(marked.words) else None
        if token and token.start < edge and is_word(token.text) and not _is_verb_with_object(token, start, edge):
            return True
    return at < len(marked.words) and marked.words[at].text in GOES_ON  # of the end, where the loop stopped


def _is_verb_with_object(token: Token, start: int, edge: int) -> bool:
    """Whether a long word is but a verb before a wording that starts at this edge: 推进改革|开放."""
    return edge == start and tag(token.text[: edge - token.start])[0].tag[:1] == "v"


def find_terms(sentences: Iterable[Marked]) -> Terms:
    """The word runs that a report repeats; one that stands only inside a longer one is left to the longer."""
    counts: Counter[str] = Counter()
    for marked in sentences:
        tokens, text = marked.tokens, marked.text
        for first, last in _runs(marked, range(len(tokens))):
            if last > first:
                counts[text[tokens[first].start : tokens[last].end]] += 1
    often = {term: n for term, n in counts.items() if n > 1 and len(term) >= 4}
    longer: defaultdict[int, str] = defaultdict(str)  # the terms so far, the longest first, by how often they stand
    kept: dict[str, int] = {}
    for term in sorted(often, key=len, reverse=True):
        if term not in longer[often[term]]:
            longer[often[term]] += f"\n{term}"
            kept[term] = often[term]
    return Terms(kept)


def _runs(marked: Marked, firsts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """(first, last) of every run of content words that opens with one of `firsts` and could be a term: nothing but
    words, within one member."""
    tokens = marked.tokens
    for first in firsts:
        if marked.punctuation[first] or tokens[first].tag[:1] not in CONTENT:
            continue
        for last in range(first, min(first + MAX_WORDS, len(tokens))):
            word = tokens[last]
            if marked.punctuation[last] or word.tag[:1] not in CONTENT:
                break
            if last > first or len(word.text) > 1:
                yield first, last


@lru_cache(maxsize=50_000)
def names_what_it_is(word: str) -> bool:
    """Whether a word ends as names of institutions do."""
    return ORGANISATION.search(word) is not None


def institutions(marked: Marked) -> Iterator[tuple[int, int]]:
    """Where names of institutions stand: from their owner (国家, a place) to the word that says what they are."""
    tokens = marked.tokens
    for last, word in enumerate(tokens):
        if not names_what_it_is(word.text) or marked.punctuation[last]:
            continue
        first = _owner(tokens, marked.punctuation, last)
        if first is not None:
            yield tokens[first].start, word.end


def _owner(tokens: Sequence[Token], punctuation: Sequence[bool], last: int) -> int | None:
    for first in range(last, max(last - 7, -1), -1):
        token = tokens[first]
        if punctuation[first] or token.tag[:1] in "pcury":
            return None
        if first < last and (token.text in OWNER or token.tag[:2] in ("ns", "nt")):
            further = first - 1
            return further if further >= 0 and tokens[further].text in OWNER else first
    return None


def _outermost(found: list[Term]) -> list[Term]:
    """Without terms that stand inside another; where two overlap the longer stays."""
    kept: list[Term] = []
    starts: list[int] = []
    for term in sorted(set(found), key=lambda term: (term[0] - term[1], term[2], term[0])):
        at = bisect_left(starts, term[0])
        before = at == 0 or kept[at - 1][1] <= term[0]
        after = at == len(kept) or kept[at][0] >= term[1]
        if before and after:
            kept.insert(at, term)
            starts.insert(at, term[0])
    return kept
