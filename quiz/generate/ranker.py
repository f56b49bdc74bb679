"""How good a blank each stretch of a sentence is: a linear model over named features, learned from human blanks.

`weights.txt` holds the learned figures; `quiz.generate.train` makes it again from the data. Every place where two
words meet is scored once as a border, every stretch by its two borders and its length, and only the best few by what
they are as a whole.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from quiz.generate import features as named
from quiz.generate.candidates import BEGIN, END, MAX_LENGTH, Marked, Span, Word, enclosed, reaches, span_of, spans
from quiz.generate.features import Feature, features

WEIGHTS = Path(__file__).with_name("weights.txt")
SCALE = 100  # weights are stored as whole hundredths
FINALISTS = 24
SUMS_KEPT = 200_000  # then they are forgotten, so that many reports do not fill the memory
Weights: TypeAlias = defaultdict[str, dict[str, int]]
Seam: TypeAlias = tuple[int, int, int, int]
Allowed: TypeAlias = Callable[[Span], bool]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its score; higher is likelier to be a human's choice, comparable within one sentence."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class Model:
    """Learned weights (kind of feature, then value, in hundredths), and the sums of them that recur."""

    weights: Weights
    _words: dict[Word, Seam] = field(default_factory=dict)
    _seams: dict[tuple[Word, Word], Seam] = field(default_factory=dict)

    def rank(self, marked: Marked, allowed: Allowed | None = None, most: int = FINALISTS) -> list[Ranked]:
        """The finalists behind the attribution, `most` of them and every enclosure, best first; ties in reading order.
        A span that is not `allowed` takes nobody's place."""
        starts, ends = self._borders(marked)
        ranked = []
        for (first, last), span in self._finalists(marked, starts, ends, allowed, most).items():
            score = starts[first] + ends[last] + self._sum(named.whole(marked, span, first, last))
            ranked.append(Ranked(span, score / SCALE))
        return sorted(ranked, key=lambda candidate: (-candidate.score, candidate.span.start, candidate.span.end))

    def score(self, marked: Marked, span: Span) -> float:
        """The log-odds, up to a constant of the sentence, that a human would blank `span`; any span will do."""
        return self._sum(features(marked, span)) / SCALE

    def explain(self, marked: Marked, span: Span, most: int) -> list[tuple[str, float]]:
        """The features that moved the score of `span` most, largest first, with what they added."""
        moved: dict[Feature, int] = {}
        for kind, value in features(marked, span):
            moved[kind, value] = moved.get((kind, value), 0) + self._sum([(kind, value)])
        names = [(f"{kind} {value}".rstrip(), figure / SCALE) for (kind, value), figure in moved.items() if figure]
        return sorted(names, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]

    def _sum(self, found: Iterable[Feature]) -> int:
        weights = self.weights
        return sum([weights[kind].get(value, 0) for kind, value in found])

    def _finalists(
        self, marked: Marked, starts: list[int], ends: list[int], allowed: Allowed | None, most: int
    ) -> dict[tuple[int, int], Span]:
        """By (first, last) word, the candidates that are best by their borders and length, and every enclosure."""
        by_length = self.weights["length"]
        lengths = [by_length.get(str(min(n, named.LONGEST)), 0) for n in range(MAX_LENGTH + 1)]
        begins, found = marked.begins, []
        for first, beyond in reaches(marked):
            score, begin = starts[first], begins[first]
            for last in range(first, beyond):
                found.append((score + ends[last] + lengths[begins[last + 1] - begin], first, last))
        found.sort(reverse=True)
        finalists: dict[tuple[int, int], Span] = {}
        for _score, first, last in found:
            if marked.words[last].mark:
                continue
            span = span_of(marked, first, last)
            if allowed is None or allowed(span):
                finalists[first, last] = span
                if len(finalists) == most:
                    break
        for first, last in enclosed(marked):
            span = span_of(marked, first, last)
            if allowed is None or allowed(span):
                finalists[first, last] = span
        return finalists

    def _borders(self, marked: Marked) -> tuple[list[int], list[int]]:
        """What each word adds to the score of a span that opens, and of one that ends, with it."""
        if len(self._seams) > SUMS_KEPT:
            self._seams.clear()
            self._words.clear()
        around = [BEGIN, BEGIN, *marked.words, END, END]
        kept = self._seams
        seams = [kept.get(pair) or self._seam(*pair) for pair in pairwise(around)]
        places = range(len(marked.words))
        starts = [seams[at + 1][0] + seams[at][2] for at in places]
        ends = [seams[at + 2][1] + seams[at + 3][3] for at in places]
        return starts, ends

    def _seam(self, left: Word, right: Word) -> Seam:
        """Between two words: what it adds to a span that opens here, ends here, opens behind both, ends before both."""
        _first, before, last, _after = self._word(left)
        first, _before, _last, after = self._word(right)
        seam = self._seams[left, right] = (
            first + before + self._sum(named.opening(left, right)),
            last + after + self._sum(named.closing(left, right)),
            self._sum(named.two_before(left, right)),
            self._sum(named.two_after(left, right)),
        )
        return seam

    def _word(self, word: Word) -> Seam:
        """What a word adds to a span that opens with it, stands behind it, ends with it, stands before it."""
        if word not in self._words:
            roles = (named.first_word, named.before_word, named.last_word, named.after_word)
            first, before, last, after = (self._sum(role(word)) for role in roles)
            self._words[word] = (first, before, last, after)
        return self._words[word]


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


def rank(marked: Marked, allowed: Allowed | None = None, most: int = FINALISTS) -> list[Ranked]:
    """`Model.rank` of the shipped model."""
    return shipped().rank(marked, allowed, most)


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
