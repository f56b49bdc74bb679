"""What may never be a blank, each rule with a name; the ranker then chooses among what is left.

They come from what careful question writers do: no half of a word, a title or a figure, nothing that the learner can
read elsewhere on the card, nothing that somebody blotted out.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from quiz.generate.candidates import STOPS, Marked, Span
from quiz.generate.rules import edges, figures, lists, verbs, wholes, words
from quiz.generate.rules.place import Place
from quiz.generate.rules.wholes import MAX_LENGTH

PARTED = STOPS | {"、"}
WordTest: TypeAlias = Callable[[str, str], bool]  # of a word and its part of speech
Edge: TypeAlias = Callable[[Marked, int], bool]


@dataclass(frozen=True, slots=True)
class Rule:
    """What one rule forbids: blanks that only a look at the `whole` tells; words that never open, never close and are
    never inside a blank behind its first word; places for it to open or close, at all or with several words.

    All but `whole` are asked once a word, and not of the insides of quotations and titles.
    """

    whole: Callable[[Place], bool] | None = None
    never_opens: WordTest | None = None
    never_closes: WordTest | None = None
    never_inside: WordTest | None = None
    opening: Edge | None = None
    closing: Edge | None = None
    opening_of_several: Edge | None = None
    closing_of_several: Edge | None = None

    def __call__(self, place: Place) -> bool:
        """Whether the rule forbids a blank."""
        if self.whole is not None and self.whole(place):
            return True
        return not place.enclosed and (self._words(place) or self._edges(place))

    def _words(self, place: Place) -> bool:
        first, *others = place.marked.tokens[place.span.first : place.span.last + 1]
        asked = [(self.never_opens, first), (self.never_closes, others[-1] if others else first)]
        asked += [(self.never_inside, token) for token in others]
        return any(test is not None and test(token.text, token.tag) for test, token in asked)

    def _edges(self, place: Place) -> bool:
        first, last = place.span.first, place.span.last
        asked = [(self.opening, first), (self.closing, last)]
        if last > first:
            asked += [(self.opening_of_several, first), (self.closing_of_several, last)]
        return any(test is not None and test(place.marked, at) for test, at in asked)


RULES: dict[str, Rule] = {
    "wrong length": Rule(wholes.wrong_length),
    "hollow": Rule(wholes.hollow),
    "opens on a hollow verb": Rule(
        opening_of_several=edges.opens_on_hollow_verb, closing_of_several=edges.closes_on_mutual_verb
    ),
    "closes on a hollow verb": Rule(closing_of_several=edges.closes_on_hollow_verb),
    "function word at edge": Rule(
        never_opens=words.never_opens,
        never_closes=words.never_closes,
        closing=edges.closes_on_manner,
        opening_of_several=edges.opens_on_official,
        closing_of_several=edges.closes_on_adverb,
    ),
    "behind a word of degree": Rule(opening=edges.opens_behind_degree),
    "joins two things": Rule(lists.joins_its_parts, never_inside=words.joins),
    "cuts a word": Rule(
        wholes.opens_on_scrap,
        opening=edges.opens_inside_word,
        closing=edges.closes_inside_word,
        opening_of_several=edges.opens_on_scrap,
        closing_of_several=edges.closes_on_half_word,
    ),
    "straddled": Rule(
        never_opens=words.made_up,
        never_inside=words.made_up,
        opening=edges.opens_straddled,
        closing=edges.closes_straddled,
    ),
    "parts a verb from its object": Rule(verbs.parts_a_verb_from_its_object, closing=edges.closes_before_object),
    "cuts a compound": Rule(verbs.cuts_a_compound),
    "takes the verb of a list": Rule(lists.takes_the_verb_of_a_list),
    "leaves the verb of a member": Rule(lists.leaves_the_verb_of_a_member),
    "stands in a place": Rule(wholes.stands_in_a_place),
    "cuts an idiom": Rule(wholes.cuts_an_idiom),
    "halves a pair": Rule(lists.halves_a_pair),
    "frames what stands before": Rule(wholes.frames_what_stands_before),
    "takes the head of a list": Rule(lists.takes_the_head_of_a_list),
    "told by its neighbours": Rule(lists.is_told_by_its_neighbours),
    "sums up a list": Rule(lists.sums_up_a_list),
    "leads to what follows": Rule(verbs.leads_to_what_follows),
    "takes the head of a verb": Rule(verbs.takes_the_head_of_a_verb),
    "takes the verb of a preposition": Rule(verbs.takes_the_verb_of_a_preposition),
    "is a clause": Rule(verbs.is_a_clause),
    "qualifies what follows": Rule(closing_of_several=edges.qualifies),
    "cuts a quotation": Rule(wholes.cuts_a_quotation),
    "cuts a figure": Rule(
        wholes.opens_on_the_unit_of_a_numeral,
        never_inside=figures.is_figure,
        opening=figures.opens_inside_figure,
        closing=figures.closes_inside_figure,
    ),
    "counts more than it names": Rule(wholes.counts_more_than_it_names),
    "cuts a name": Rule(wholes.cuts_a_name),
    "blotted out": Rule(wholes.blotted_out),
    "visible elsewhere": Rule(wholes.visible_elsewhere),
    "nearly visible": Rule(wholes.nearly_visible),
}
WHOLE = [rule.whole for rule in RULES.values() if rule.whole]
NEVER_OPENS = [rule.never_opens for rule in RULES.values() if rule.never_opens]
NEVER_CLOSES = [rule.never_closes for rule in RULES.values() if rule.never_closes]
NEVER_INSIDE = [rule.never_inside for rule in RULES.values() if rule.never_inside]
OPENING = [rule.opening for rule in RULES.values() if rule.opening]
CLOSING = [rule.closing for rule in RULES.values() if rule.closing]
OPENING_OF_SEVERAL = [rule.opening_of_several for rule in RULES.values() if rule.opening_of_several]
CLOSING_OF_SEVERAL = [rule.closing_of_several for rule in RULES.values() if rule.closing_of_several]


def broken_rule(place: Place) -> str | None:
    """The name of the first rule that forbids the blank, None when it may be asked."""
    return next((name for name, breaks in RULES.items() if breaks(place)), None)


def forbidden_as_a_whole(place: Place) -> bool:
    """Whether a rule forbids a run of words from `good_edges`."""
    for forbids in WHOLE:  # noqa: SIM110  # `any` over a generator would cost more than most rules
        if forbids(place):
            return True
    return False


def good_edges(marked: Marked) -> dict[tuple[int, int], Span]:
    """By first and last word, every run of whole words behind the attribution that no rule about a word forbids, within
    one clause or member of a list. Enclosures may be among them."""
    tokens, places = marked.tokens, marked.places
    found: dict[tuple[int, int], Span] = {}
    closing: list[tuple[int, int, int]] = []  # token, last word and end of what longer runs may close with
    for first in range(len(tokens) - 1, -1, -1):
        text, start, end, tag = tokens[first]
        if start < marked.body:
            break
        if text in PARTED:
            closing = []
        if marked.punctuation[first]:
            continue
        opens, closes, inside = _by_itself(text, tag)
        closes = closes and not _forbid(CLOSING, marked, first)
        place, word = places[first], places[first + 1] - 1
        if opens and (closes or closing) and not _forbid(OPENING, marked, first):
            if closes:
                found[place, word] = Span(first, first, start, end)
            if closing and not _forbid(OPENING_OF_SEVERAL, marked, first):
                for last, word_of_last, end_of_last in reversed(closing):
                    if end_of_last - start > MAX_LENGTH:
                        break
                    found[place, word_of_last] = Span(first, last, start, end_of_last)
        if not inside:
            closing = []
        elif closes and not _forbid(CLOSING_OF_SEVERAL, marked, first):
            closing.append((first, word, end))
    return found


@lru_cache(maxsize=50_000)
def _by_itself(text: str, tag: str) -> tuple[bool, bool, bool]:
    """Whether a word may open a blank, close one, and stand inside behind its first word, wherever it is."""
    opens, closes, inside = (
        not any(never(text, tag) for never in tests) for tests in (NEVER_OPENS, NEVER_CLOSES, NEVER_INSIDE)
    )
    return opens, closes, inside


def _forbid(rules: Iterable[Edge], marked: Marked, at: int) -> bool:
    """Whether one of the rules forbids a word where it stands."""
    for forbids in rules:  # noqa: SIM110
        if forbids(marked, at):
            return True
    return False
