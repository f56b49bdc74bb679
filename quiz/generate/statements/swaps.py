"""What could be changed in a sentence to make it false: a figure, a year, a body that acts in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import TypeAlias

from quiz.generate.candidates import Marked
from quiz.generate.options.inventory import MARKS, Inventory
from quiz.generate.options.steps import Number, numbers, steps
from quiz.generate.source import Source
from quiz.generate.statements.bodies import bodies
from quiz.language.numbers import canonical_numbers

Way: TypeAlias = tuple[tuple[int, int, str], ...]
"""The changes to be made together: start, end and new text of each, in order."""

# Spans of time that set the scene (五年来, 过去五年, 三十多年), and counts of what was named before (这四件大事).
SCENE = re.compile("(?:过去|未来|今后|最近|近|这|前|后|头|再奋斗|[一两]个)$")
SCENE_GOES_ON = re.compile("[多余]年|年(?:来|以来|前|后|间|里|的工作|发展|规划)")
NAMED_BEFORE = re.compile("[这那此](?:过去)?$")
KIND_GOES_ON = re.compile("[制型级版代线]|及?以[上下](?:儿童|老)|义务教育")  # 3人制篮球场 is no count of persons
COMMON = re.compile("十[二三四]亿|1[234]亿|九百六十|960万")  # the people and the land: everybody knows, and they change
AS_OF = re.compile("(?:截至|截止|[到至])[^，。；]{0,9}$")  # a count as of a day may be true of the day before as well
RANGE = re.compile("[从由自][^，；。]*$")
GROWN, SHRUNK = 1.6, 0.6  # of a figure, before it becomes absurd
FEW = 20  # up to here a figure may become any other


@dataclass(frozen=True, slots=True)
class Swap:
    """Something that could be changed at `start`..`end` of a sentence, and the ways to do it, the likeliest first."""

    kind: str
    start: int
    end: int
    ways: tuple[Way, ...]


def swaps(source: Source, inventory: Inventory) -> Iterator[Swap]:
    """Every figure, year and body of a sentence that is a fact."""
    yield from _figures(source.marked, inventory)
    yield from _bodies(source, inventory)


def _figures(marked: Marked, inventory: Inventory) -> Iterator[Swap]:
    """Every figure and year, to be stepped or to change places with another of its unit."""
    text, everything = marked.text, numbers(marked.text)
    found = [
        number for number in everything if _is_fact(text, number) and not _tells_itself(marked, number, everything)
    ]
    for number in found:
        stepped = tuple(
            ((number.start, number.end, other),)
            for other in steps(number, inventory.latest or None)
            if _plausible(text, number, other)
        )
        traded = tuple(
            ((a.start, a.end, b.text), (b.start, b.end, a.text))
            for a, b in combinations(found, 2)
            if number in (a, b) and _may_trade(text, a, b)
        )
        yield Swap("number", number.start, number.end, stepped[:1] + traded + stepped[1:])


def _is_fact(text: str, number: Number) -> bool:
    """Neither part of a name, nor a count of what was named, a span of time that sets the scene or a day of count."""
    beyond = number.end + len(number.unit)
    span = number.unit.endswith("年") and (number.value < 1000 or number.unit != "年")
    scene = span and (SCENE.search(text[: number.start]) or SCENE_GOES_ON.match(text, number.end))
    counted = number.unit in ("月", "日") or re.match("年[底末初]", text[number.end : number.end + 2])
    as_of = counted and AS_OF.search(text[: number.start])
    named = NAMED_BEFORE.search(text[: number.start])
    common = number.unit == "周年" or COMMON.match(text, number.start) or KIND_GOES_ON.match(text, beyond)
    return not (named or scene or as_of or common)


def _tells_itself(marked: Marked, number: Number, found: Sequence[Number]) -> bool:
    """Whether the count can be checked in the sentence: so many years or members are listed there, or lie between."""
    years = [other.value for other in found if other.unit == "年" and other.value > 1000 and other != number]
    between = {abs(a - b) + more for a, b in combinations(years, 2) for more in (0, 1)}
    lists = {count for _place, count in marked.runs.values() if count > 1}
    return number.value in between or number.value in {len(years), *lists, *(count + 1 for count in lists)}


def _plausible(text: str, number: Number, other: str) -> bool:
    """Near enough not to be absurd; a year by which something is to be done stays a round one."""
    value = Decimal(canonical_numbers(other).replace(",", ""))
    if number.unit == "年" and number.value > 1000 and number.value % 5 == 0 and text[number.start - 1] in "从自到至":
        return value % 5 == 0
    return number.value <= FEW or SHRUNK * float(number.value) <= float(value) <= GROWN * float(number.value)


def _may_trade(text: str, a: Number, b: Number) -> bool:
    """Two plain facts of one unit and of like size that are not the ends of one range."""
    plain = a.unit == b.unit and a.unit not in ("年", "月", "日") and a.bound == b.bound == ""
    near = a.value != b.value and max(a.value, b.value) <= 2 * min(a.value, b.value)
    return plain and near and not RANGE.search(text[: b.start]) and "其中" not in text[a.end : b.start]


def _bodies(source: Source, inventory: Inventory) -> Iterator[Swap]:
    """The bodies that act in the sentence, each with others that are not named in it nor in its lead."""
    seen = f"{source.text}\n{source.lead}"
    for body in bodies(source.text, inventory.text):
        others = tuple(((body.start, body.end, other),) for other in body.others if other not in seen)
        yield Swap("institution", body.start, body.end, others)


def surely_false(text: str, stretch: tuple[int, int], way: Way, inventory: Inventory) -> bool:
    """Whether the changes lie in the stretch, nobody says so in a loaded report, and figures still make sense."""
    if not all(stretch[0] <= start and end <= stretch[1] for start, end, _new in way):
        return False
    windows = (window for start, end, new in way for window in _windows(text, start, end, new))
    unsaid = not any(inventory.says(window.translate(MARKS)) for window in windows)
    said, false = text[slice(*stretch)], changed(text, stretch, way)
    return unsaid and false != said and (len(way) > 1 or _same_order(said, false))


def _windows(text: str, start: int, end: int, new: str) -> tuple[str, str]:
    """The changed words with a little of what stands before and after them."""
    return text[max(start - 4, 0) : start] + new + text[end : end + 2], new + text[end : end + 7]


def _same_order(said: str, false: str) -> bool:
    """No figure has passed another of its unit: what grew from one to the other must not shrink."""
    before, after = numbers(said), numbers(false)
    if len(before) != len(after):
        return len(before) == len(after) + 1 or not before
    pairs = combinations(zip(before, after, strict=True), 2)
    return all(
        (a.value < b.value) == (x.value < y.value) and (a.value == b.value) == (x.value == y.value)
        for (a, x), (b, y) in pairs
        if a.unit == b.unit
    )


def changed(text: str, stretch: tuple[int, int], way: Way) -> str:
    """The stretch of the text with the changes made."""
    for start, end, new in reversed(way):
        text = text[:start] + new + text[end:]
    grown = sum(len(new) - (end - start) for start, end, new in way)
    return text[stretch[0] : stretch[1] + grown]
