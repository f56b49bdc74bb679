"""Decks, sessions, exams and figures for the front ends: everything that needs the log of answers.

One file a part, each a class over the records; `Desk` is all of them.
"""

from typing import TYPE_CHECKING

from quiz import paths
from quiz.desk.exams import Exams
from quiz.desk.overview import Figures
from quiz.desk.picking import Picking
from quiz.desk.rows import DeckRow, Rows
from quiz.desk.splitting import Splitting
from quiz.tasks import now

if TYPE_CHECKING:
    from quiz.errors import Problem
    from quiz.study.doctor import Repair

__all__ = ["DeckRow", "Desk", "Figures", "examine_log", "repair_log"]


class Desk(Rows, Exams, Picking, Splitting):
    """What the screens and the commands work with; see `Records` for opening and closing."""

    def __init__(self, *, reading: bool = False) -> None:
        """`reading` as `Records` takes it."""
        super().__init__(lambda: now(), reading=reading)  # looked up on each call: a test sets the clock


def examine_log() -> "list[Problem]":
    """What is wrong with the log of answers; nothing is changed."""
    from quiz.study.doctor import examine

    return examine(paths.log_file())


def repair_log() -> "Repair":
    """Repair the log of answers, after a copy of it was kept."""
    from quiz.study.doctor import repair

    return repair(paths.log_file(), now())
