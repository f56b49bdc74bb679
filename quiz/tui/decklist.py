"""The decks of the home screen as rows of a table: in columns where there is room, else each in two lines."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.tui.desk import DeckRow
from quiz.tui.keys import fitting
from quiz.tui.text import cut, one_line, right

WIDE = 60
"""From so many cells on the numbers stand in columns beside the titles."""

_BAR = 10
_GAP = 2


class _Column(NamedTuple):
    """A number of each deck; one that is not `always` shown needs a deck where it is not 0."""

    name: str
    style: str
    number: Callable[[DeckRow], int]
    always: bool = True


_COLUMNS = (
    _Column(mark("due"), "$accent bold", lambda row: row.due),
    _Column(mark("new"), "$primary", lambda row: row.counts.new if row.counts else row.questions),
    _Column(mark("wrong"), "$error", lambda row: row.counts.wrong if row.counts else row.wrong),
    _Column(mark("starred"), "$warning", lambda row: row.counts.starred if row.counts else 0, always=False),
    _Column(mark("paused"), "$secondary", lambda row: row.counts.suspended if row.counts else 0, always=False),
)


class DeckTable:
    """Draws the rows of decks for a width in cells, so that the columns of all of them line up."""

    def __init__(self, rows: Sequence[DeckRow], width: int, today: date) -> None:
        self._width, self._today = width, today
        self._columns = [column for column in _COLUMNS if column.always or any(map(column.number, rows))]
        self._cells = {
            column.name: max([cell_len(_(column.name)), *(len(str(column.number(row))) for row in rows)])
            for column in self._columns
        }

    @property
    def wide(self) -> bool:
        return self._width >= WIDE

    def head(self) -> Content:
        """The names of the columns, above them."""
        names = [right(_(column.name), self._cells[column.name]) for column in self._columns]
        line = "".join(" " * _GAP + name for name in [right(_("known"), _BAR + 5), *names])
        return Content.styled(right(line, self._width), "$secondary")

    def entry(self, row: DeckRow) -> Content:
        """A deck in two lines, or in a narrow place in up to three."""
        title = one_line(row.title)
        if row.problem:
            return _below(Content(cut(title, self._width)), Content.styled(one_line(row.problem), "$error"))
        unfinished = Content.styled(_("unfinished") if row.unfinished else "", "$secondary")
        if not self.wide:
            notes = [unfinished.plain, self._exam(row, self._width - cell_len(unfinished.plain) - 5)]
            more = Content.styled(" · ".join(note for note in notes if note), "$secondary")
            return _below(Content(cut(title, self._width)), self._in_words(row), more)
        exam = self._exam(row, self._width - cell_len(title) - 2 * _GAP)
        room = self._width - cell_len(exam)
        title = cut(title, room - _GAP)
        numbers = Content("").join([_share(row), *(self._number(column, row) for column in self._columns)])
        space = Content(" " * (self._width - 2 - unfinished.cell_length - numbers.cell_length))
        first = Content.assemble(title + " " * (room - cell_len(title)), (exam, "$secondary"))
        return _below(first, unfinished + space + numbers)

    def _number(self, column: _Column, row: DeckRow) -> Content:
        number = column.number(row)
        text = right(str(number), self._cells[column.name] + _GAP)
        return Content.styled(text, column.style if number else "$secondary 60%")

    def _in_words(self, row: DeckRow) -> Content:
        """The numbers with their names, as many as there is room for; those that are 0 say nothing."""
        words = [Content.styled(f"{_percent(row)}%", "$success")]
        for column in self._columns:
            if number := column.number(row):
                words.append(Content.styled(f"{_(column.name)} {number}", column.style))
        lengths = (word.cell_length + _GAP for word in words)
        return Content(" " * _GAP).join(words[: fitting(lengths, self._width)])  # less an indent, and the last gap

    def _exam(self, row: DeckRow, room: int) -> str:
        """When the exam is, in as many words as fit."""
        if row.goal is None:
            return ""
        left = days_left((row.goal.date - self._today).days)
        whole = _("exam {date}, {when}").format(date=row.goal.date.isoformat(), when=left)
        return whole if cell_len(whole) <= room else _("exam: {when}").format(when=left)


def days_left(days: int) -> str:
    """How far away an exam is."""
    if days == 0:
        return _("today")
    if days < 0:
        return _("over")
    return ngettext("{n} day left", "{n} days left", days).format(n=days)


def _percent(row: DeckRow) -> int:
    return 100 * row.right // max(1, row.questions)


def _share(row: DeckRow) -> Content:
    """A bar of what was right the last time, with the number, so that it needs no colour."""
    done = -(-_BAR * row.right // max(1, row.questions))  # rounded up: the first answer shows
    bar = Content.styled(" " * done, "on $success 70%") + Content.styled(" " * (_BAR - done), "on $primary 20%")
    return Content(" " * _GAP) + bar + Content.styled(f"{_percent(row):>4}%", "$secondary")


def _below(first: Content, *others: Content) -> Content:
    return Content("\n").join([first, *(Content("  ") + other for other in others if other.plain)])
