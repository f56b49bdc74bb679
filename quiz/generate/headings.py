"""What sets a heading apart from its siblings: 加强组织领导 and 加强队伍建设 share a frame and differ in one part."""

import re
from collections import defaultdict

from quiz.model import Report

CLAUSE = re.compile(r"[^，、：；]+")
MIN_FRAME = 2


def distinctive(report: Report) -> dict[str, frozenset[tuple[int, int]]]:
    """For every heading the (start, end) of the parts that its siblings fill with other words.

    Siblings stand under one heading at one level; their clauses are compared place by place. A part counts when most
    siblings share at least `MIN_FRAME` characters before or behind it.
    """
    families: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for section in report.sections:
        if section.heading:
            families[section.path[:-1]].append(section.heading)
    parts: dict[str, frozenset[tuple[int, int]]] = {}
    for siblings in families.values():
        for heading in siblings:
            parts[heading] = frozenset(_variable_parts(heading, [other for other in siblings if other != heading]))
    return parts


def _variable_parts(heading: str, others: list[str]) -> set[tuple[int, int]]:
    found = set()
    for place, clause in enumerate(CLAUSE.finditer(heading)):
        rivals = [clauses[place] for other in others if len(clauses := CLAUSE.findall(other)) > place]
        if not rivals:
            continue
        opening = _usual([_shared(clause[0], rival) for rival in rivals])
        ending = _usual([_shared(clause[0][::-1], rival[::-1]) for rival in rivals])
        opening, ending = (n if n >= MIN_FRAME else 0 for n in (opening, ending))
        if (opening or ending) and len(clause[0]) - opening - ending >= MIN_FRAME:
            found.add((clause.start() + opening, clause.end() - ending))
    return found


def _usual(lengths: list[int]) -> int:
    """What at least half of the siblings share."""
    return sorted(lengths, reverse=True)[(len(lengths) - 1) // 2]


def _shared(a: str, b: str) -> int:
    count = 0
    while count < min(len(a), len(b)) and a[count] == b[count]:
        count += 1
    return count
