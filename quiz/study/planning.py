"""Learning for an exam: how many new questions a day, and how sure of the known ones to be, so that all is known."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from quiz.study.days import day_number
from quiz.study.log import Log
from quiz.study.schedule import Settings

CLIMB = 14
"""Over so many days before the exam the wanted retention climbs, in equal steps, to `PEAK`."""

PEAK = 0.97

FINAL = 7
"""In the last so many days the unseen and the weakest questions come first, and no question waits for its sentence."""


class Goal(NamedTuple):
    """The exam: its date, and how many days before it are for repetition only."""

    date: date
    repetition: int = 7


class Plan(NamedTuple):
    """A study day on the way. `days` are left, this one counted and the exam's not (0: it is over or today); `new`
    questions are to be begun today; `retention` is the share of known ones to be sure of; `final` see `FINAL`."""

    days: int
    new: int
    retention: float
    final: bool


def set_goal(log: Log, deck: str, goal: Goal | None) -> None:
    """Set the exam of a deck, or with None forget it. ValueError for a negative number of days."""
    if goal is None:
        log.database.write("DELETE FROM goal WHERE deck = ?", deck)
        return
    if goal.repetition < 0:
        raise ValueError("the days for repetition cannot be fewer than none")
    log.database.write("INSERT OR REPLACE INTO goal VALUES (?, ?, ?)", deck, goal.date.isoformat(), goal.repetition)


def goal_of(log: Log, deck: str) -> Goal | None:
    """The exam of a deck."""
    rows: Sequence[tuple[str, int]] = log.database.read("SELECT date, repetition FROM goal WHERE deck = ?", deck)
    return Goal(date.fromisoformat(rows[0][0]), rows[0][1]) if rows else None


def plan(goal: Goal | None, unseen: int, today: int, settings: Settings) -> Plan:
    """The plan for study day `today`, at whose beginning `unseen` questions had never been answered.

    The unseen are shared out evenly over the days before the repetition; those left when it begins, over what days
    there are. Without an exam ahead the settings hold.
    """
    days = max(0, day_number(goal.date) - today) if goal else 0
    if goal is None or not days:
        return Plan(0, settings.new, settings.retention, final=False)
    learning = days - goal.repetition if days > goal.repetition else days
    climbed = max(0, CLIMB - days) / CLIMB
    retention = settings.retention + max(0.0, PEAK - settings.retention) * climbed
    return Plan(days, -(-unseen // learning), retention, final=days <= FINAL)
