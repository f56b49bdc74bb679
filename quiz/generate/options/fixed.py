"""Whether a sentence fixes what stands in its gap; in 推动____发展 nearly every word would be right."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import pairwise

from quiz.generate.candidates import Marked
from quiz.generate.options.entry import frame, is_coinage, kind_in, names_a_person, siblings
from quiz.generate.options.lists import Place, is_open, joined, list_of
from quiz.generate.options.steps import Number, numbers
from quiz.generate.rules.words import hollow_words
from quiz.language.words import Token
from quiz.model import KeyPhrase

TELLING, TELLING_OF_TERM = 6, 8  # characters of content that a clause needs beside the key
LEAST_REST = 12  # characters that a sentence has beside a list that the field knows; 加强____ asks nothing
CONTENT = frozenset("nvamijlbst")
OPEN_END = re.compile(r"[”》]*(?:[、和与“《][^，。；：]*)?(?:等(?!于|待|级|候|同)|之类)")
NAMES = frozenset({"title", "institution", "place"})


def is_figure(marked: Marked, phrase: KeyPhrase) -> bool:
    """A count, a share or a year that the sentence states as a fact, and nothing but what is counted behind it."""
    return figure_in(marked, phrase) is not None


def is_name(marked: Marked, phrase: KeyPhrase) -> bool:
    """A title, an institution, a place: one thing bears it."""
    return kind_in(marked, phrase.start, phrase.end) in NAMES and telling(marked, phrase)


def is_coined(marked: Marked, phrase: KeyPhrase) -> bool:
    """A coinage in quotation marks, with words in it: nobody says it otherwise."""
    place = (phrase.start, phrase.end)
    wordy = len(phrase.text) > 2 and not phrase.text.isdecimal() and is_coinage(phrase.text)
    return place in marked.quotes and wordy and telling(marked, phrase)


def is_member(marked: Marked, phrase: KeyPhrase) -> bool:
    """A member of a list in one form whose rest is shown: a set that the field knows, or formulations."""
    members = list_of(marked, phrase.start, phrase.end)
    if len(members) < 3 or is_open(marked, members):
        return False
    texts = [marked.text[start:end] for start, end in members]
    known = sum(text in siblings().get(phrase.text, ()) for text in texts) > 1
    return known or min(map(len, texts)) >= 4


def is_variable(marked: Marked, phrase: KeyPhrase) -> bool:
    """What sets a heading apart from its siblings."""
    return "heading" in phrase.why and len(phrase.text) > 4 and telling(marked, phrase, TELLING_OF_TERM)


def is_known(marked: Marked, phrase: KeyPhrase) -> bool:
    """A term of the field in a clause that says enough about it."""
    return len(phrase.text) > 3 and phrase.text in siblings() and telling(marked, phrase, TELLING_OF_TERM)


def is_repeated(marked: Marked, phrase: KeyPhrase) -> bool:
    """A formulation that the report repeats, in a clause that says enough about it."""
    return "repeated" in phrase.why and len(phrase.text) > 4 and telling(marked, phrase, TELLING_OF_TERM)


REASONS: dict[str, Callable[[Marked, KeyPhrase], bool]] = {
    "figure": is_figure,
    "name": is_name,
    "coinage": is_coined,
    "member": is_member,
    "known term": is_known,
    "variable part": is_variable,
    "repeated": is_repeated,
}


def fixed_by_context(marked: Marked, phrase: KeyPhrase) -> str | None:
    """Why only this answer fits its sentence, None where many would, or where it is a person."""
    if numbers(phrase.text):
        return "figure" if is_figure(marked, phrase) else None
    if names_a_person(marked, phrase.start, phrase.end) or in_open_list(marked, phrase):
        return None
    return next((name for name, holds in REASONS.items() if holds(marked, phrase)), None)


def in_open_list(marked: Marked, phrase: KeyPhrase) -> bool:
    """Whether it stands in a list that goes on with 等, so that others may belong there."""
    return OPEN_END.match(marked.text, phrase.end) is not None


def telling(marked: Marked, phrase: KeyPhrase, least: int = TELLING) -> bool:
    """Whether the clause says enough beside the phrase, hollow words not counted."""
    words = words_of(marked, phrase)
    if not words:
        return False
    own = marked.clause[marked.tokens.index(words[0])]
    clause = marked.tokens[bisect_left(marked.clause, own) : bisect_right(marked.clause, own)]
    said = (word for word in clause if not phrase.start <= word.start < phrase.end and word.tag[:1] in CONTENT)
    return sum(len(token.text) for token in said if token.text not in hollow_words()) >= least


def words_of(marked: Marked, phrase: KeyPhrase) -> list[Token]:
    """The words of a phrase."""
    return [token for token in marked.tokens if phrase.start <= token.start < phrase.end]


def figure_in(marked: Marked, phrase: KeyPhrase) -> Number | None:
    """The figure of a phrase that is one, with its unit and what is counted; None when other figures would be true as
    well (超过5%)."""
    inside = [n for n in numbers(marked.text) if phrase.start <= n.start and n.end <= phrase.end]
    if not inside or inside[0].bound:
        return None
    words = words_of(marked, phrase)
    unit_end = inside[-1].end + len(inside[-1].unit)
    counted = [word for word in words if word.start >= unit_end]
    before = [word for word in words if word.end <= inside[0].start]
    follows = next((word.tag[:1] for word in marked.tokens if word.start == phrase.end), "")
    whole = not counted or follows not in "nvabmq" or not follows
    plain = all(word.tag[:1] in "nqf" for word in counted) and all(word.tag[:1] in "mtfd" for word in before)
    return inside[0] if whole and plain else None


def fixed_list(marked: Marked, phrases: Sequence[KeyPhrase]) -> list[Place]:
    """The members of the closed list that the phrases are, or that the one phrase is of; empty when there is none.

    The field knows the members beside one another, or all are quoted or share their head (学科体系、学术体系). A clause
    must say enough besides, unless the field knows three of them.
    """
    ordered = sorted(phrases, key=lambda phrase: phrase.start)
    places = [(phrase.start, phrase.end) for phrase in ordered]
    pair = len(places) > 1 and _known([phrase.text for phrase in ordered])
    members = list_of(marked, *places[0]) or (places if pair and _whole(marked, places) else [])
    if not set(places) <= set(members) or is_open(marked, members) or in_open_list(marked, ordered[-1]):
        return []
    texts = [marked.text[start:end] for start, end in members]
    if any(numbers(text) for text in texts) or len(set(texts)) < len(texts):
        return []
    if _known(texts):
        in_a_sentence = len(texts) > 2 and len(marked.text) - sum(map(len, texts)) >= LEAST_REST
        return members if in_a_sentence or _say_enough(marked, ordered[0], texts) else []
    heads = {frame(text) for text in texts}
    alike = members[0] in marked.quotes + marked.titles or (len(heads) == 1 and "" not in heads)
    return members if alike and _say_enough(marked, ordered[0], texts) else []


def _whole(marked: Marked, places: Sequence[Place]) -> bool:
    """Whether nothing stands between the places but what joins them, and no further member before or behind."""
    before, behind = marked.text[: places[0][0]].rstrip("“《"), marked.text[places[-1][1] :].lstrip("”》")
    ends = before.endswith(("、", "和", "与")) or behind.startswith(("、", "和", "与", "以及"))
    return not ends and all(joined(marked.text, a, b) for a, b in pairwise(places))


def _known(texts: Sequence[str]) -> bool:
    """Whether the field names every one of them beside another of them."""
    return all(set(siblings().get(text, ())) & set(texts) for text in texts)


def _say_enough(marked: Marked, phrase: KeyPhrase, texts: Sequence[str]) -> bool:
    """Whether the clause tells enough beside all members."""
    others = sum(len(text) for text in texts if text != phrase.text)
    return telling(marked, phrase, TELLING + others)
