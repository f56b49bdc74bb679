"""Sums of learned weights, each worked out once for all places where the same words or parts of speech meet."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import TypeAlias

from quiz.generate import features as named
from quiz.generate.candidates import BEGIN, END, Marked, Span, Word
from quiz.generate.features import Feature

SUMS_KEPT = 400_000  # then they are forgotten, so that many reports do not fill the memory
Weights: TypeAlias = defaultdict[str, dict[str, int]]
Role: TypeAlias = Callable[..., Iterable[Feature]]


class Sums:
    """What features add to a score; `kept` remembers it for those that recur."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self._words: dict[tuple[Role, Word], int] = {}
        self._starts: dict[tuple[Word, Word], int] = {}
        self._ends: dict[tuple[Word, Word], int] = {}
        self._two_before: dict[tuple[Word, Word], int] = {}
        self._two_after: dict[tuple[Word, Word], int] = {}
        self._shaped: dict[tuple[object, ...], int] = {}

    def of(self, found: Iterable[Feature]) -> int:
        """The sum of the weights of features."""
        weights = self.weights
        return sum([weights[kind].get(value, 0) for kind, value in found])

    def start(self, before: Word, first: Word) -> int:
        """The sum of `named.start_features`."""
        known = self._starts.get((before, first))
        if known is None:
            known = self.of(named.opening(before, first))
            known += self._word(named.first_word, first) + self._word(named.before_word, before)
            self._starts[before, first] = known
        return known

    def end(self, last: Word, after: Word) -> int:
        """The sum of `named.end_features`."""
        known = self._ends.get((last, after))
        if known is None:
            known = self.of(named.closing(last, after))
            known += self._word(named.last_word, last) + self._word(named.after_word, after)
            self._ends[last, after] = known
        return known

    def two_before(self, further: Word, before: Word) -> int:
        """The sum of `named.two_before`."""
        known = self._two_before.get((further, before))
        if known is None:
            known = self._two_before[further, before] = self.of(named.two_before(further, before))
        return known

    def two_after(self, after: Word, further: Word) -> int:
        """The sum of `named.two_after`."""
        known = self._two_after.get((after, further))
        if known is None:
            known = self._two_after[after, further] = self.of(named.two_after(after, further))
        return known

    def shaped(self, before: str, shape: named.Shape, after: str, clean: str, length: int) -> int:
        """The sum of `named.shaped`."""
        key = (before, shape, after, clean, length)
        known = self._shaped.get(key)
        if known is None:
            known = self._shaped[key] = self.of(named.shaped(*key))
        return known

    def _word(self, role: Role, word: Word) -> int:
        """The sum of what a function of `named` finds in a word."""
        known = self._words.get((role, word))
        if known is None:
            known = self._words[role, word] = self.of(role(word))
        return known

    def forget(self) -> None:
        """Make room when there is too much."""
        if len(self._starts) > SUMS_KEPT:
            for kept in (self._starts, self._ends, self._two_before, self._two_after, self._shaped, self._words):
                kept.clear()


class Sentence:
    """A sentence whose spans are scored; what several of them share is worked out once."""

    def __init__(self, sums: Sums, marked: Marked) -> None:
        sums.forget()
        self.marked = marked
        self._sums = sums
        self._around = [BEGIN, BEGIN, *marked.words, END, END]
        self._shapes = [(word.tag, len(word.text)) for word in marked.words]
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        self._start_places: dict[int, int] = {}
        self._end_places: dict[int, int] = {}

    def start(self, first: int) -> int:
        """What the words round its start add to the score of a span that opens with word `first`."""
        if first not in self._starts:
            further, before, opener = self._around[first : first + 3]
            self._starts[first] = self._sums.start(before, opener) + self._sums.two_before(further, before)
        return self._starts[first]

    def end(self, last: int) -> int:
        """What the words round its end add to the score of a span that ends with word `last`."""
        if last not in self._ends:
            closer, after, beyond = self._around[last + 2 : last + 5]
            self._ends[last] = self._sums.end(closer, after) + self._sums.two_after(after, beyond)
        return self._ends[last]

    def score(self, span: Span, first: int, last: int) -> int:
        """The score of a span of the words `first` to `last`: the sum of its `named.features`."""
        borders = self.start(first) + self.end(last)
        return (
            borders + self._start_place(span.start, first) + self._end_place(span.end) + self._whole(span, first, last)
        )

    def _whole(self, span: Span, first: int, last: int) -> int:
        """What `named.whole` adds, its place aside."""
        marked, sums, around = self.marked, self._sums, self._around
        answer = marked.text[span.start : span.end]
        before, inside, after = around[first + 1], marked.words[first : last + 1], around[last + 3]
        found = named.worded(before, inside, after, answer)
        found += named.listed(marked, span)
        found += named.marks(marked, span, answer)
        clean, shape = named.FLAGS[before.mark, after.mark], tuple(self._shapes[first : last + 1])
        length = min(len(answer), named.LONGEST)
        return sums.shaped(before.tag, shape, after.tag, clean, length) + sums.of(found)

    def _start_place(self, start: int, first: int) -> int:
        """What it adds where a span starts."""
        if start not in self._start_places:
            self._start_places[start] = self._sums.of(named.start_place(self.marked, start, first))
        return self._start_places[start]

    def _end_place(self, end: int) -> int:
        """What it adds where a span ends."""
        if end not in self._end_places:
            self._end_places[end] = self._sums.of(named.end_place(self.marked, end))
        return self._end_places[end]
