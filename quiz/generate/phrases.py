"""The key phrases of a sentence: what a question writer would blank, best first, none overlapping another."""

import math
from dataclasses import dataclass

from quiz.generate.candidates import Marked, Span
from quiz.generate.ranker import body_spans, score
from quiz.generate.rules import Place, broken_rule
from quiz.generate.terms import Terms
from quiz.model import KeyPhrase

# Added to the learned log-odds, which know only single sentences: a report's own terms are asked whole.
WHOLE_TERM = {"repeated": 1.0, "institution": 1.0, "heading": 3.0}
HALF_TERM = -1.5
CROSSED_TERM = -3.0
HALF_NOUN_PHRASE = -1.2
LONE_SHORT_WORD = -0.8
LEAST_WEIGHT = 0.03  # of 1, shared by all candidates of a sentence


@dataclass(frozen=True, slots=True)
class Context:
    """What the report adds to a sentence: its terms, all headings, the text the learner sees beside the stem, and
    the stretches that set a heading apart from its siblings."""

    terms: Terms
    headings: str = ""
    visible: str = ""
    distinctive: frozenset[tuple[int, int]] = frozenset()


def key_phrases(marked: Marked, context: Context) -> list[KeyPhrase]:
    """The phrases of a sentence that may be asked, heaviest first.

    Weights are shares of 1 among all phrases of the sentence that no rule forbids, so that sentences can be compared.
    """
    candidates = [span for span in body_spans(marked) if broken_rule(Place(marked, span, context.visible)) is None]
    if not candidates:
        return []
    terms = [*((start, end, "heading") for start, end in context.distinctive), *context.terms.inside(marked)]
    scored = [(span, score(marked, span) + _whole_or_half(span, marked, terms)) for span in candidates]
    top = max(value for _span, value in scored)
    total = sum(math.exp(value - top) for _span, value in scored)
    kept: list[KeyPhrase] = []
    for span, value in sorted(scored, key=lambda pair: (-pair[1], pair[0].start, pair[0].end)):
        weight = math.exp(value - top) / total
        if weight < LEAST_WEIGHT:
            break
        if not any(span.start < other.end and other.start < span.end for other in kept):
            why = _why(span, marked, terms, context.headings)
            kept.append(KeyPhrase(marked.text[span.start : span.end], span.start, span.end, weight, why))
    return kept


def _whole_or_half(span: Span, marked: Marked, terms: list[tuple[int, int, str]]) -> float:
    """What it adds that the span is a whole term of the report, or a piece of one."""
    for start, end, kind in terms:
        if (span.start, span.end) == (start, end):
            return WHOLE_TERM[kind]
        if start <= span.start and span.end <= end:
            return HALF_TERM
        if span.start < start < span.end < end or start < span.start < end < span.end:
            return CROSSED_TERM
    return _half_noun_phrase(span, marked)


def _half_noun_phrase(span: Span, marked: Marked) -> float:
    """A noun right beside the span makes it the half of something; a short word amid others says little."""
    tokens = marked.tokens
    beside = [
        tokens[at] for at in (span.first - 1, span.last + 1) if 0 <= at < len(tokens) and not marked.punctuation[at]
    ]
    lone = span.first == span.last and span.end - span.start <= 2 and len(beside) == 2
    return HALF_NOUN_PHRASE * sum(token.tag[:1] == "n" for token in beside) + LONE_SHORT_WORD * lone


def _why(span: Span, marked: Marked, terms: list[tuple[int, int, str]], headings: str) -> tuple[str, ...]:
    """What a person would say speaks for the phrase."""
    bounds = (span.start, span.end)
    answer = marked.text[span.start : span.end]
    segment = marked.segment[span.first]
    whole_member = marked.bounds[segment] == (span.first, span.last + 1)
    reasons = [
        ("quoted", bounds in marked.quotes),
        ("title", bounds in marked.titles),
        ("number", any(character.isdigit() for character in answer)),
        *((kind, bounds == (start, end)) for start, end, kind in terms),
        ("set member", marked.runs[segment][1] > 1 and whole_member),
        ("heading", len(answer) >= 4 and answer in headings),
        ("name", marked.tokens[span.first].tag[:2] in ("nr", "ns", "nt")),
    ]
    return tuple(dict.fromkeys(name for name, holds in reasons if holds)) or ("term",)
