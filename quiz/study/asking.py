"""What a screen and a drill line by line need alike to ask a question of any kind."""

import random
import re
import unicodedata
from collections.abc import Iterable
from difflib import SequenceMatcher

from quiz.i18n import mark
from quiz.model import Kind, Order

KINDS: dict[Kind, str] = {
    "cloze": mark("Fill in"),
    "choice": mark("Choice"),
    "multiple": mark("Multi-choice"),
    "judge": mark("True or false"),
    "order": mark("Order"),
    "short": mark("Short answer"),
}
_HELD = 0.6  # the share of a point's pairs of characters that its writer must have put down
_ALIKE = 0.5  # below it two sentences have too little in common for a comparison
# A number with its unit and a word stay whole: 120 and 150 differ as numbers, not in their second digit.
_TOKEN = re.compile(r"[0-9]+(?:[.,][0-9]+)*[%％‰]?|[一二三四五六七八九十百千万亿两零〇]+|[A-Za-z]+|.", re.DOTALL)


def plain(text: str) -> str:
    """`text` in one width and case: what keys and short replies are compared by."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def place_of(character: str, count: int) -> int | None:
    """Which of `count` options or items, from 0, a digit or letter names; None when it names none."""
    key = plain(character)
    if len(key) != 1:
        return None
    place = "123456789".find(key) if key.isdigit() else ord(key) - ord("a")
    return place if 0 <= place < count else None


def shuffled(question: Order) -> list[int]:
    """The places of the items as they are shown: the same for each asking of a question, never the right order."""
    right = list(range(len(question.items)))
    places = right.copy()
    random.Random(question.id).shuffle(places)
    return places if places != right else places[1:] + places[:1]


def changes(statement: str, quote: str) -> list[tuple[str, str]]:
    """The two sentences side by side, in pieces that are the same or differ; one pair where they have little in common.

    A lone character between two differences belongs to them, as the eye takes them for one.
    """
    old, new = _TOKEN.findall(statement), _TOKEN.findall(quote)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        return [(statement, quote)]
    pairs: list[tuple[str, str]] = []
    steps = matcher.get_opcodes()
    for number, (step, i, j, k, end) in enumerate(steps):
        between = step == "equal" and j - i == 1 and 0 < number < len(steps) - 1
        if pairs and pairs[-1][0] != pairs[-1][1] and (step != "equal" or between):
            pairs[-1] = (pairs[-1][0] + "".join(old[i:j]), pairs[-1][1] + "".join(new[k:end]))
        else:
            pairs.append(("".join(old[i:j]), "".join(new[k:end])))
    return pairs


def held(points: Iterable[str], notes: str) -> list[str]:
    """The points that `notes` obviously hold: a proposal, for the learner has the last word."""
    written = _pairs(notes)
    found = []
    for point in points:
        wanted = _pairs(point)
        if wanted and len(wanted & written) >= _HELD * len(wanted):
            found.append(point)
    return found


def _pairs(text: str) -> set[str]:
    """Each two neighbouring characters that mean something; of a single one itself."""
    letters = "".join(character for character in plain(text) if character.isalnum())
    return {letters[at : at + 2] for at in range(len(letters) - 1)} or set(letters)
