"""Figures drawn in cells that line up: the calendar of a year, the days to come. No widget."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from rich.cells import cell_len

from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.tui.statsbars import column
from quiz.tui.text import pad, right
from quiz.tui.wrap import Piece

SHADES = "⠄⠆⠶⠿⣿"
"""A day without replies, then four shades of more and more."""

WEEKDAYS = (mark("Mon"), mark("Tue"), mark("Wed"), mark("Thu"), mark("Fri"), mark("Sat"), mark("Sun"))
MONTHS = (
    mark("Jan"), mark("Feb"), mark("Mar"), mark("Apr"), mark("May"), mark("Jun"),
    mark("Jul"), mark("Aug"), mark("Sep"), mark("Oct"), mark("Nov"), mark("Dec"),
)  # fmt: skip
YEAR = 53
"""Weeks."""

Line = list[Piece]


def heat_map(replies: Mapping[date, int], today: date, width: int) -> list[Line]:
    """A column a week, today's the last, as many weeks as fit; a row a weekday; below, what the shades are."""
    label = max(cell_len(_(name)) for name in WEEKDAYS) + 1
    weeks = max(1, min(YEAR, width - label))
    monday = today - timedelta(days=today.weekday(), weeks=weeks - 1)
    most = max((count for day, count in replies.items() if day >= monday), default=0)
    lines: list[Line] = [[Piece(pad("", label) + _months(monday, weeks), "dim")]]
    for weekday in range(7):
        line = [Piece(pad(_(WEEKDAYS[weekday]) if weekday % 2 == 0 else "", label), "dim")]
        for week in range(weeks):
            day = monday + timedelta(days=weekday, weeks=week)
            line.append(Piece(" ") if day > today else _shaded(replies.get(day, 0), most))
        lines.append(line)
    return [*lines, _legend(label)]


def _months(monday: date, weeks: int) -> str:
    """The name of each month over its first whole week, where there is room for it."""
    text = ""
    for week in range(weeks):
        day = monday + timedelta(weeks=week)
        name = _(MONTHS[day.month - 1])
        if day.day <= 7 and week >= cell_len(text) + (bool(text) and name.isascii()) and week + cell_len(name) <= weeks:
            text += " " * (week - cell_len(text)) + name
    return text


def _shaded(count: int, most: int) -> Piece:
    level = 0 if not count else min(4, 1 + (4 * count - 1) // max(most, 4))
    return Piece(SHADES[level], f"heat{level}")


def _legend(label: int) -> Line:
    shades = [Piece(shade, f"heat{level}") for level, shade in enumerate(SHADES)]
    return [Piece(" " * label + _("fewer") + " ", "dim"), *shades, Piece(" " + _("more"), "dim")]


def columns(values: Sequence[int], first: date, width: int, height: int = 4) -> list[Line]:
    """Upright bars two cells apart, as many as fit, the most beside the top; days of the month below, a week apart."""
    most = max(values, default=0)
    label = max(4, len(str(most)) + 1)
    shown = values[: max(1, (width - label) // 2)]
    bars = [column(value, most, height) for value in shown]
    lines: list[Line] = []
    for row in range(height):
        beside = right(str(most) if row == 0 else "0" if row == height - 1 else "", label - 1) + " "
        cells = "".join(bar[row] + " " for bar in bars)
        today = Piece(cells[:1], "current")
        lines.append([Piece(beside, "dim"), today, Piece(cells[1:].rstrip(), "blank")])
    return [*lines, [Piece(" " * label + _days(first, len(shown)), "dim")]]


def _days(first: date, count: int) -> str:
    """The date under the first bar of each week."""
    text = ""
    for place in range(0, count, 7):
        day = first + timedelta(days=place)
        name = _("today") if place == 0 else f"{day.month}-{day.day}"
        if cell_len(text) <= 2 * place and 2 * place + cell_len(name) <= 2 * count + 3:
            text += " " * (2 * place - cell_len(text)) + name
    return text
