"""Terms of the field that are the same in every report: fixed wordings, and what stands beside one another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path

FORMULATIONS = Path(__file__).with_name("formulations.txt")
SIBLINGS = Path(__file__).parent / "options" / "siblings.txt"
OPENING = 2  # characters that the terms are found by
SHORTEST = 3


@cache
def field_terms() -> Mapping[str, tuple[str, ...]]:
    """The terms of formulations.txt and siblings.txt by their first two characters, the longest first."""
    groups: defaultdict[str, set[str]] = defaultdict(set)
    for path in (FORMULATIONS, SIBLINGS):
        for line in path.read_text(encoding="utf-8").splitlines():
            for term in line.split() if not line.startswith("#") else ():
                if len(term) >= SHORTEST:
                    groups[term[:OPENING]].add(term)
    return {opening: tuple(sorted(terms, key=lambda term: (-len(term), term))) for opening, terms in groups.items()}


@cache
def _openings() -> frozenset[tuple[str, ...]]:
    """The first two characters of every term, apart."""
    return frozenset(map(tuple, field_terms()))


def find(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of the terms in `text`, from the left, the longest at each place; none overlap."""
    terms, openings, beyond = field_terms(), _openings(), 0
    for at in [at for at, pair in enumerate(pairwise(text)) if pair in openings]:
        if at < beyond:
            continue
        found = next((term for term in terms[text[at : at + OPENING]] if text.startswith(term, at)), "")
        if found:
            beyond = at + len(found)
            yield at, beyond
