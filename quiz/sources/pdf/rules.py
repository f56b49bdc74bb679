"""The lines that are drawn on a page, of which tables are made."""

from collections.abc import Iterable, Iterator
from ctypes import c_float
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfObject, PdfPage

MAX_PATHS = 2_000  # of a page; more are a drawing
MAX_RULES = 5_000
MAX_MERGED = 500  # rules that are left when those in one line are one
NEAR = 3.0  # points within which two lines meet
MAX_SEGMENTS = 400  # of a path
THIN = 3.0  # points: a bar no thicker is a line
SHORTEST = 4.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from `start` to `end` along one axis, at the place `at` of the other; lengths in points."""

    at: float
    start: float
    end: float
    level: bool  # it runs from left to right


def rules_of(page: "PdfPage") -> list[Rule]:
    """The level and upright lines of a page; none when it is turned or holds a drawing."""
    import pypdfium2.raw as pdfium

    if page.get_rotation():
        return []
    paths = list(islice(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=1), MAX_PATHS + 1))
    if len(paths) > MAX_PATHS:
        return []
    found = merged(islice((rule for path in paths for rule in _of_path(path)), MAX_RULES))
    return found if len(found) <= MAX_MERGED else []


def merged(rules: Iterable[Rule]) -> list[Rule]:
    """The rules with those that go on one another as one: a program often draws the edge of each cell by itself."""
    found: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.level, round(rule.at / NEAR), rule.start)):
        last = found[-1] if found else None
        if last and last.level == rule.level and abs(last.at - rule.at) <= NEAR and rule.start <= last.end + NEAR:
            found[-1] = replace(last, end=max(last.end, rule.end))
        else:
            found.append(rule)
    return found


def _of_path(path: "PdfObject") -> Iterator[Rule]:
    left, bottom, right, top = path.get_bounds()
    if min(right - left, top - bottom) <= THIN:
        yield from _rule((left + right) / 2, (bottom + top) / 2, right - left, top - bottom)
        return
    for (x, y), (u, v) in _segments(path):
        yield from _rule((x + u) / 2, (y + v) / 2, abs(u - x), abs(v - y))


def _rule(x: float, y: float, width: float, height: float) -> Iterator[Rule]:
    """The rule that a bar around the point (x, y) is, if it is one."""
    if height <= THIN and width >= SHORTEST:
        yield Rule(y, x - width / 2, x + width / 2, True)
    elif width <= THIN and height >= SHORTEST:
        yield Rule(x, y - height / 2, y + height / 2, False)


def _segments(path: "PdfObject") -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight pieces of a path, as pairs of points on the page."""
    import pypdfium2.raw as pdfium

    matrix, x, y = path.get_matrix(), c_float(), c_float()
    points: list[tuple[float, float]] = []
    for at in range(min(pdfium.FPDFPath_CountSegments(path), MAX_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            yield from pairwise(points)
            points = []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    yield from pairwise(points)
