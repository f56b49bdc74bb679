"""The first line of the home screen: what was done today, for how many days in a row, and when the next exam is."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from quiz.i18n import gettext as _
from quiz.i18n import ngettext
from quiz.tui.prose import Prose
from quiz.tui.wrap import Piece

if TYPE_CHECKING:
    from quiz.study.history import Day, Streak


class HomeTitle(Prose):
    """Tells nothing until it is told what to."""

    def __init__(self) -> None:
        super().__init__(id="title")

    def tell(self, day: "Day", streak: "Streak", exams: Sequence[date]) -> None:
        """`exams` are the dates of all that are planned, also those that are over."""
        parts = [*_answers(day), *_days(streak), *_next_exam(exams, day.date)]
        words = [Piece(part + " · " * (part != parts[-1]), "dim", whole=True) for part in parts]
        self.show([Piece("quiz   ", "strong"), *words])


def _answers(day: "Day") -> list[str]:
    if not day.replies:
        return [_("nothing answered today yet")]
    return [
        ngettext("{n} answer today", "{n} answers today", day.replies).format(n=day.replies),
        _("{percent}% right").format(percent=round(100 * day.right / day.replies)),
    ]


def _days(streak: "Streak") -> list[str]:
    return [_("{n} days in a row").format(n=streak.current)] if streak.current > 1 else []


def _next_exam(exams: Sequence[date], today: date) -> list[str]:
    coming = [exam for exam in exams if exam >= today]
    if not coming:
        return []
    days = (min(coming) - today).days
    soon = ngettext("exam in {n} day", "exam in {n} days", days).format(n=days)
    return [soon if days else _("exam today")]
