"""How good a blank each stretch of a sentence is: a linear model over named features, learned from human blanks.

`weights.txt` holds the learned figures; `quiz.generate.train` makes it again from the data. Every place where two
words meet is scored once as a border, every stretch by its two borders and its length, and only the best few by what
they are as a whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

from quiz.generate.candidates import (
    MAX_ENCLOSED,
    MAX_WORDS,
    Marked,
    Span,
    candidates,
    enclosed,
    in_reach,
    span_of,
    spans,
)
from quiz.generate.features import LONGEST, Feature, features, words_of
from quiz.generate.sums import Sentence, Sums, Weights

WEIGHTS = Path(__file__).with_name("weights.txt")
SCALE = 100  # weights are stored as whole hundredths
FINALISTS = 24
Candidates: TypeAlias = Mapping[tuple[int, int], Span]
"""By first and last word."""
Allowed: TypeAlias = Callable[[Span], bool]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its score; higher is likelier to be a human's choice, comparable within one sentence."""

    span: Span
    score: float


class Model:
    """Learned weights: kind of feature, then value, in hundredths."""

    def __init__(self, weights: Weights) -> None:
        self._sums = Sums(weights)
        by_length = weights["length"]
        self._lengths = [by_length.get(str(min(n, LONGEST)), 0) for n in range(MAX_ENCLOSED + 1)]

    def rank(
        self, marked: Marked, among: Candidates | None = None, allowed: Allowed | None = None, most: int = FINALISTS
    ) -> list[Ranked]:
        """The finalists `among` these candidates (all when None), best first; ties in reading order.

        They are the `most` that are best by their borders and length, and every enclosure; what is not `allowed` takes
        nobody's place.
        """
        if among is None:
            among = {pair: span_of(marked, *pair) for pair in candidates(marked)}
        sentence = Sentence(self._sums, marked)
        finalists = self._finalists(sentence, among, allowed, most)
        ranked = [Ranked(span, sentence.score(span, *pair) / SCALE) for pair, span in finalists.items()]
        return sorted(ranked, key=lambda candidate: (-candidate.score, candidate.span.start, candidate.span.end))

    def score(self, marked: Marked, span: Span) -> float:
        """The log-odds, up to a constant of the sentence, that a human would blank `span`; any span will do."""
        return Sentence(self._sums, marked).score(span, *words_of(marked, span)) / SCALE

    def explain(self, marked: Marked, span: Span, most: int) -> list[tuple[str, float]]:
        """The features that moved the score of `span` most, largest first, with what they added."""
        moved: dict[Feature, int] = {}
        for kind, value in features(marked, span):
            moved[kind, value] = moved.get((kind, value), 0) + self._sums.of([(kind, value)])
        names = [(f"{kind} {value}".rstrip(), figure / SCALE) for (kind, value), figure in moved.items() if figure]
        return sorted(names, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]

    def _finalists(
        self, sentence: Sentence, among: Candidates, allowed: Allowed | None, most: int
    ) -> dict[tuple[int, int], Span]:
        """By (first, last) word, those that are best by their borders and length, and every enclosure."""
        marked = sentence.marked
        enclosures = [pair for pair in enclosed(marked) if pair in among]
        far = {pair for pair in enclosures if not in_reach(marked, *pair)}
        finalists: dict[tuple[int, int], Span] = {}
        for pair in self._by_borders(sentence, among):
            span = among[pair]
            if pair not in far and (allowed is None or allowed(span)):
                finalists[pair] = span
                if len(finalists) == most:
                    break
        for pair in enclosures:
            if allowed is None or allowed(among[pair]):
                finalists[pair] = among[pair]
        return finalists

    def _by_borders(self, sentence: Sentence, among: Candidates) -> Iterable[tuple[int, int]]:
        """The candidates that are not too long for the competition, the best by their borders and length first."""
        starts = {first: sentence.start(first) for first in {first for first, _last in among}}
        ends = {last: sentence.end(last) for last in {last for _first, last in among}}
        lengths = self._lengths
        found = [
            (starts[first] + ends[last] + lengths[span.end - span.start], first, last)
            for (first, last), span in among.items()
            if last - first < MAX_WORDS
        ]
        found.sort(reverse=True)
        return [(first, last) for _score, first, last in found]


def read_weights(path: Path) -> Weights:
    """Weights as `train` writes them: @ and a kind, then lines of a figure and all values of that kind that have it."""
    _about, *lines = path.read_text(encoding="utf-8").splitlines()
    weights: Weights = defaultdict(dict)
    values: dict[str, int] = {}
    for line in lines:
        if line.startswith("@"):
            values = weights[line[1:]] = {}
        else:
            figure, *having = line.split("\t")
            values.update(dict.fromkeys(having, int(figure)))
    return weights


@cache
def shipped() -> Model:
    """The model that comes with the program."""
    return Model(read_weights(WEIGHTS))


def rank(
    marked: Marked, among: Candidates | None = None, allowed: Allowed | None = None, most: int = FINALISTS
) -> list[Ranked]:
    """`Model.rank` of the shipped model."""
    return shipped().rank(marked, among, allowed, most)


def score(marked: Marked, span: Span) -> float:
    """`Model.score` of the shipped model."""
    return shipped().score(marked, span)


def explain(marked: Marked, span: Span, most: int = 8) -> list[tuple[str, float]]:
    """`Model.explain` of the shipped model."""
    return shipped().explain(marked, span, most)


def body_spans(marked: Marked) -> list[Span]:
    """The candidates behind the attribution that are `whole_words`."""
    return [span for span in spans(marked) if whole_words(marked, span)]


def whole_words(marked: Marked, span: Span) -> bool:
    """Whether a span cuts no token and crosses no 、 but inside a quotation or title that it takes whole."""
    first, last = marked.tokens[span.first], marked.tokens[span.last]
    if first.start != span.start or last.end != span.end:
        return False
    one_member = marked.segment[span.first] == marked.segment[span.last]
    return one_member or (span.start, span.end) in marked.quotes + marked.titles
