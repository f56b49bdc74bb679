"""How much of a sentence a question shows: all of it, or of a long one the clauses round the blanks."""

import re
from collections.abc import Iterator

from quiz.generate.leads import LEANS

LONG = 110  # characters; longer sentences are shown in part
ENOUGH = 80  # of a part
STOPS = frozenset("，；：")
OPENING, CLOSING = frozenset("“《（‘「"), frozenset("”》）’」")
TAIL = re.compile(r"[，；：、]+$")


def stem_bounds(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the part of `text` to show begins and ends, so that it holds `start`..`end` and only whole clauses.

    What stands before the blank tells more about it than what follows, so the part grows to the left first; it stays
    between two semicolons while that is enough to go by.
    """
    if len(text) <= LONG:
        return 0, len(text)
    clauses = list(_clauses(text))
    first = next(at for at, clause in enumerate(clauses) if clause[1] > start)
    last = next(at for at, clause in enumerate(clauses) if clause[1] >= end)
    while True:
        grown = _grown(text, clauses, first, last)
        if grown == (first, last):
            break
        first, last = grown
    begin, stop = clauses[first][0], clauses[last][1]
    return begin, stop if stop == len(text) else begin + len(TAIL.sub("", text[begin:stop]))


def _grown(text: str, clauses: list[tuple[int, int]], first: int, last: int) -> tuple[int, int]:
    """One clause more to the left, else to the right, else the same."""
    begin, stop = clauses[first][0], clauses[last][1]
    enough_alone = stop - begin >= ENOUGH // 3
    if first > 0 and stop - clauses[first - 1][0] <= ENOUGH and not (enough_alone and text[begin - 1] == "；"):
        return first - 1, last
    if (
        last + 1 < len(clauses)
        and clauses[last + 1][1] - begin <= ENOUGH
        and not (enough_alone and text[stop - 1] == "；")
    ):
        return first, last + 1
    return first, last


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each clause with the stop behind it; a stop inside quotation marks or brackets is none, and what
    points back (同时, 其) goes with the clause before it."""
    depth = start = 0
    for at, character in enumerate(text):
        if character in OPENING:
            depth += 1
        elif character in CLOSING:
            depth = max(depth - 1, 0)
        elif character in STOPS and not depth and not LEANS.match(text, at + 1):
            yield start, at + 1
            start = at + 1
    if start < len(text):
        yield start, len(text)
