"""How good a question a phrase makes, comparable over the report; the ranker compares within one sentence only."""

import math

from quiz.generate.framing import framing
from quiz.generate.rules.wholes import everyday_words, idle_words
from quiz.generate.source import Source
from quiz.model import KeyPhrase

REASONS = {
    "always": 9.0,
    "heading": 0.6,
    "quoted": 1.5,
    "formulation": 1.0,
    "number": 1.0,
    "institution": 0.8,
    "lexicon": 0.8,
    "title": 0.6,
    "repeated": 0.4,
    "set member": 0.3,
    "name": -0.3,  # often cut from a longer one
}
SEVERAL = -0.6  # blanks, which must be of one make
EVERYDAY = -2.0
SALIENCE = 0.3
PLAIN = -0.4  # no reason at all
STRONG = frozenset(("always", "heading", "quoted", "institution", "lexicon", "formulation", "title", "number"))
WORD = 2  # characters of most words
LONG = 4  # characters that make a term more than a word


def worth(source: Source, phrases: tuple[KeyPhrase, ...]) -> float:
    """Higher for a better question: what the report itself marks out, terms more than words, salient sentences."""
    alone = len(phrases) == 1
    each = sum(_worth(phrase) + framing(source.marked, phrase, alone=alone) for phrase in phrases) / len(phrases)
    chosen = 0.5 * math.log(sum(phrase.weight for phrase in phrases))  # by people, one of them or another
    return chosen + each + SALIENCE * source.salience + SEVERAL * (not alone)


def _worth(phrase: KeyPhrase) -> float:
    reasons = sorted((REASONS.get(reason, 0.0) for reason in phrase.why), reverse=True)
    value = sum(reasons[:2]) if any(reasons) else PLAIN
    value += 0.3 * (len(phrase.text) >= LONG) + EVERYDAY * (phrase.text in everyday_words())
    if len(phrase.text) == 2 * WORD and {phrase.text[:WORD], phrase.text[WORD:]} <= idle_words():
        value -= 0.8 * (not STRONG.intersection(phrase.why))  # 政策举措
    return value - 0.7 * phrase.half - 0.4 * (len(phrase.text) < LONG - 1 and not any(reasons))
