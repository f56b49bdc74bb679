"""How cleanly a phrase is cut out of its sentence, as far as what stands round it tells.

The rules forbid what is surely wrong; what is left is a matter of odds. `ODDS` are about half of the log odds that a
strict reader objects to such a blank, with the sign turned, from 10,125 blanks of 32 reports read for this (509
objections, half of them mild).
"""

import re
from collections.abc import Iterator

from quiz.generate.candidates import Marked, words_at
from quiz.generate.rules.edges import behind
from quiz.generate.sets import BESIDE
from quiz.language.words import Token
from quiz.model import KeyPhrase

ODDS = {
    "between list commas": 1.5,  # A、|B|、C
    "behind 的": 0.6,
    "behind a verb": 0.2,
    "one word": 0.3,
    "first of a pair": -0.7,  # what is behind the second may belong to both
    "last of a pair": -0.7,
    "last of a list": -0.2,
    "several words first": -0.7,
    "several words last": -0.5,
    "behind a noun": -0.5,
    "before a noun": -0.7,  # 碳排放|双控
    "governed": -0.6,  # by a preposition, with all that follows
    "closes on a verbal noun": -0.9,  # 中小|河流治理
    "person": -1.2,
    "year of the sentence": -1.0,  # 1998年，……
    "three words": -0.3,
    "long": -0.4,
}
LIST = "、"
LONG = 6  # characters
YEAR = re.compile("[0-9]{4}年，")
HEADS = frozenset(("n", "nz", "a", "an"))
NOMINAL = frozenset(("n", "vn", "ns", "nz", "j", "b", "a"))


def framing(marked: Marked, phrase: KeyPhrase, *, alone: bool) -> float:
    """Higher for what stands by itself; `alone` says that nothing else of its list or pair is asked with it."""
    return sum(ODDS[name] for name in frames(marked, phrase, alone=alone))


def frames(marked: Marked, phrase: KeyPhrase, *, alone: bool = True) -> Iterator[str]:
    """The names in `ODDS` of what is so; nothing for the inside of a quotation or title, and for half a word."""
    bounds = (phrase.start, phrase.end)
    words = words_at(marked, *bounds)
    if bounds in marked.quotes or bounds in marked.titles or words is None:
        return
    first, last = (marked.holders[word] for word in words)
    before, after = marked.tokens[first - 1] if first else None, behind(marked, last)
    if alone:
        yield from _of_several(before, after, several=last > first)
    if before is not None and before.tag == "uj":
        yield "behind 的"
    if before is not None and before.tag == "v":
        yield "behind a verb"
    if before is not None and before.tag in NOMINAL:
        yield "behind a noun"
    if after is not None and after.tag in HEADS:
        yield "before a noun"
    ends = last + 1 == len(marked.tokens) or marked.punctuation[last + 1]
    if ends and before is not None and before.tag == "p":
        yield "governed"
    if ends and last > first and marked.tokens[last].tag == "vn":
        yield "closes on a verbal noun"
    if marked.tokens[first].tag == "nr" and last == first:
        yield "person"
    if YEAR.match(marked.text) and phrase.start == 0:
        yield "year of the sentence"
    if last == first:
        yield "one word"
    if last > first + 1:
        yield "three words"
    if phrase.end - phrase.start >= LONG:
        yield "long"


def _of_several(before: Token | None, after: Token | None, *, several: bool) -> Iterator[str]:
    """The place of a phrase in a pair or a list."""
    left, right = before.text if before else "", after.text if after else ""
    joined, goes_on = left in BESIDE, right in BESIDE
    if left == right == LIST:
        yield "between list commas"
    if joined and not goes_on:
        yield "last of a list" if left == LIST else "last of a pair"
        if several:
            yield "several words last"
    if goes_on and not joined:
        if right != LIST:
            yield "first of a pair"
        if several:
            yield "several words first"
