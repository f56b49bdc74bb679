"""How good a blank each stretch of a sentence is: a linear model over named features, learned from human blanks.

`weights.txt` holds the learned figures, one feature a line; `quiz.generate.train` makes it again from the data.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quiz.generate.candidates import Marked, Span, spans
from quiz.generate.features import features

WEIGHTS = Path(__file__).with_name("weights.txt")
SCALE = 100  # weights are stored as whole hundredths


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its score; higher is likelier to be a human's choice, comparable within one sentence."""

    span: Span
    score: float


@cache
def weights() -> dict[str, int]:
    """The learned weight of each feature, in hundredths."""
    _about, *lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    names_and_figures = "\t".join(lines).split("\t")  # 40,000 lines: one split is much quicker than one a line
    return dict(zip(names_and_figures[::2], map(int, names_and_figures[1::2]), strict=True))


def score(marked: Marked, span: Span) -> float:
    """The log-odds, up to a constant of the sentence, that a human would blank `span`."""
    weight = weights().get
    return sum([weight(name, 0) for name in features(marked, span)]) / SCALE


def body_spans(marked: Marked) -> list[Span]:
    """The candidates behind the attribution."""
    return [span for span in spans(marked) if span.start >= marked.body]


def rank(marked: Marked) -> list[Ranked]:
    """Every candidate behind the attribution, best first; ties in reading order."""
    ranked = [Ranked(span, score(marked, span)) for span in body_spans(marked)]
    return sorted(ranked, key=lambda candidate: (-candidate.score, candidate.span.start, candidate.span.end))


def explain(marked: Marked, span: Span, most: int = 8) -> list[tuple[str, float]]:
    """The features that moved the score of `span` most, largest first, with their weights."""
    learned = weights()
    moved = [(name, learned[name] / SCALE) for name in dict.fromkeys(features(marked, span)) if learned.get(name)]
    return sorted(moved, key=lambda pair: (-abs(pair[1]), pair[0]))[:most]
