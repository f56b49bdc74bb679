"""The key phrases of a sentence: what a question writer would blank, best first, none overlapping another."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.generate.candidates import Marked, Span, enclosed, in_reach, span_at, span_of, words_at
from quiz.generate.lexicon import NO_WORDS, Lexicon
from quiz.generate.ranker import rank, score, whole_words
from quiz.generate.rules import broken_rule, forbidden_as_a_whole, good_edges
from quiz.generate.rules.lists import is_told_by_its_neighbours, takes_the_head_of_a_list, takes_the_verb_of_a_list
from quiz.generate.rules.place import Place
from quiz.generate.rules.wholes import cuts_a_title, frames_what_stands_before, visible_elsewhere
from quiz.generate.rules.words import hollow_words
from quiz.generate.terms import Term, Terms, wordings
from quiz.model import KeyPhrase

# Added to the learned log-odds, which know only single sentences: a report's own terms are asked whole.
WHOLE_TERM = {"lexicon": 2.0, "repeated": 1.0, "institution": 1.0, "formulation": 0.5, "heading": 3.0, "always": 20.0}
WHOLE = frozenset(("lexicon", "institution", "heading", "always", "quoted", "title"))
HALF_TERM = -1.5
CROSSED_TERM = -3.0
HALF_COMPOUND = -2.5
LONE_SHORT_WORD = -0.8
VERB_AND_OBJECT = -1.0  # outside a list one asks for the object
FINALISTS = 12  # more than a sentence is asked for, and each costs
LEAST_WEIGHT = 0.03  # of 1, shared by all candidates of a sentence of so many characters; less of a longer one
USUAL_LENGTH = 50
FORBID_WORDINGS = (
    visible_elsewhere,
    cuts_a_title,
    frames_what_stands_before,
    takes_the_head_of_a_list,
    takes_the_verb_of_a_list,
    is_told_by_its_neighbours,
)


@dataclass(frozen=True, slots=True)
class Context:
    """What the report adds to a sentence: its terms, all headings, the text the learner sees beside the stem, the
    stretches that set a heading apart from its siblings; and the user's own word list."""

    terms: Terms
    headings: str = ""
    visible: str = ""
    distinctive: frozenset[tuple[int, int]] = frozenset()
    lexicon: Lexicon = NO_WORDS


def key_phrases(marked: Marked, context: Context) -> list[KeyPhrase]:
    """The phrases of a sentence that may be asked, heaviest first.

    Weights are shares of 1 among all phrases of the sentence that no rule forbids, so that sentences can be compared.
    """
    own, fixed = list(context.lexicon.inside(marked.text)), wordings(marked)
    terms = [(start, end, "heading") for start, end in context.distinctive]
    terms += [*own, *context.terms.inside(marked, fixed)]
    allowed = _Allowed(marked, context.visible, own, fixed)
    scores = {candidate.span: candidate.score for candidate in rank(marked, allowed.candidates(), allowed, FINALISTS)}
    extra = [span_at(marked, start, end) for start, end, _kind in terms if start >= marked.body]
    for span in [*_always(marked, own), *(span for span in extra if span not in scores and allowed(span))]:
        if span not in scores:
            scores[span] = score(marked, span)
    if not scores:
        return []
    scored = [(span, value + _whole_or_half(span, marked, terms)) for span, value in scores.items()]
    top = max(value for _span, value in scored)
    total = sum(math.exp(value - top) for _span, value in scored)
    least = LEAST_WEIGHT * min(1.0, USUAL_LENGTH / len(marked.text))
    kept: list[KeyPhrase] = []
    for span, value in sorted(scored, key=lambda pair: (-pair[1], pair[0].start, pair[0].end)):
        weight = math.exp(value - top) / total
        if weight < least:
            break
        if not any(span.start < other.end and other.start < span.end for other in kept):
            why = _why(span, marked, terms, context.headings)
            half = not WHOLE.intersection(why) and _half_compound(span, marked) <= HALF_COMPOUND
            kept.append(KeyPhrase(marked.text[span.start : span.end], span.start, span.end, weight, why, half))
    return kept


class _Allowed:
    """Which spans of a sentence may be asked; the user's `own` terms and `fixed` wordings of the field are whole."""

    def __init__(self, marked: Marked, visible: str, own: list[Term], fixed: list[tuple[int, int]]) -> None:
        self._marked, self._visible = marked, visible
        self._fixed = set(fixed)
        self._terms = [*own, *((start, end, "formulation") for start, end in self._fixed)]
        self._special = self._fixed.union(marked.quotes, marked.titles)
        self._good = good_edges(marked)

    def candidates(self) -> dict[tuple[int, int], Span]:
        """By first and last word, those candidates that may be allowed, as far as their edges tell."""
        marked = self._marked
        fixed = (words_at(marked, start, end) for start, end in self._fixed)
        special = [*enclosed(marked), *(pair for pair in fixed if pair and in_reach(marked, *pair))]
        return self._good | {pair: span_of(marked, *pair) for pair in special}

    def __call__(self, span: Span) -> bool:
        """Whether a span behind the attribution may be asked."""
        bounds, places = (span.start, span.end), self._marked.places
        place = Place(self._marked, span, self._visible)
        if bounds in self._fixed:  # a wording of the field is whole whatever its words are
            return place.answer not in hollow_words() and not any(forbids(place) for forbids in FORBID_WORDINGS)
        if self._terms and not Lexicon.allows(*bounds, self._terms):
            return False
        if bounds in self._special:
            return whole_words(self._marked, span) and broken_rule(place) is None
        words = places[span.first], places[span.last + 1] - 1
        return self._good.get(words) == span and not forbidden_as_a_whole(place)


def _always(marked: Marked, own: list[Term]) -> Iterator[Span]:
    """The terms that the user wants asked, also where the segmenter sees no word's end."""
    for start, end, kind in own:
        if kind == "always":
            inside = [at for at, token in enumerate(marked.tokens) if token.start < end and start < token.end]
            yield Span(inside[0], inside[-1], start, end)


def _whole_or_half(span: Span, marked: Marked, terms: list[Term]) -> float:
    """What it adds that the span is a whole term of the report, or a piece of one."""
    for start, end, kind in terms:
        if (span.start, span.end) == (start, end):
            return WHOLE_TERM[kind] + (_half_compound(span, marked) if kind in ("repeated", "formulation") else 0)
        if start <= span.start and span.end <= end:
            return HALF_TERM
        if span.start < start < span.end < end or start < span.start < end < span.end:
            return CROSSED_TERM
    return _half_compound(span, marked)


def _half_compound(span: Span, marked: Marked) -> float:
    """A noun right beside the span makes it the half of something, and so does a quotation that it qualifies; a short
    word amid others says little."""
    tokens, marks = marked.tokens, marked.punctuation
    before = tokens[span.first - 1] if span.first and not marks[span.first - 1] else None
    after = tokens[span.last + 1] if span.last + 1 < len(tokens) and not marks[span.last + 1] else None
    follows = after is not None and (after.tag[:1] in "nfs" or after.tag == "vn")
    if span.last + 1 < len(tokens) and tokens[span.last + 1].text in "“《":
        follows = tokens[span.last].tag[:1] == "n"
    precedes = before is not None and before.tag[:1] == "n"
    lone = span.first == span.last and span.end - span.start <= 2 and before is not None and after is not None
    governs = (
        tokens[span.first].tag == "v" and span.last > span.first and marked.runs[marked.segment[span.first]][1] == 1
    )
    return HALF_COMPOUND * (follows + precedes) + LONE_SHORT_WORD * lone + VERB_AND_OBJECT * governs


def _why(span: Span, marked: Marked, terms: list[Term], headings: str) -> tuple[str, ...]:
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
