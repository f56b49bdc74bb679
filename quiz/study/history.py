"""What was done on which study day, by the log: for one deck, or for all when none is named."""

from datetime import date, datetime
from typing import NamedTuple

from quiz.study.days import day_date, study_day
from quiz.study.log import Log

PAUSE = 300
"""Seconds; a reply that took longer counts as this, for someone left the screen open."""


class Day(NamedTuple):
    """One study day: the `replies` given, how many were `right`, and the seconds they took."""

    date: date
    replies: int
    right: int
    seconds: float


class Streak(NamedTuple):
    """Study days in a row: up to today, or to yesterday when today has not begun; and the longest ever."""

    current: int
    longest: int


def calendar(log: Log, now: datetime, deck: str = "", days: int = 365) -> tuple[Day, ...]:
    """The study days with replies among the last `days`, today's included, oldest first."""
    query = """
        SELECT day, count(*) FILTER (WHERE verdict <> 'skipped'), count(*) FILTER (WHERE verdict = 'right'),
               sum(max(0, min(seconds, :pause)))
        FROM review WHERE day BETWEEN :from AND :to AND (:deck = '' OR deck = :deck) GROUP BY day ORDER BY day"""
    rows = log.database.read_named(query, {**span(now, days), "deck": deck, "pause": PAUSE})
    return tuple(Day(day_date(day), replies, right, seconds) for day, replies, right, seconds in rows if replies)


def today(log: Log, now: datetime, deck: str = "") -> Day:
    """What was done on the study day of `now` so far."""
    found = calendar(log, now, deck, 1)
    return found[0] if found else Day(day_date(study_day(now)), 0, 0, 0.0)


def replies(log: Log, deck: str = "") -> int:
    """The number of logged answers; skips are none."""
    query = "SELECT count(*) FROM review WHERE verdict <> 'skipped' AND (:deck = '' OR deck = :deck)"
    return int(log.database.read_named(query, {"deck": deck})[0][0])


def seconds_spent(log: Log, deck: str = "") -> float:
    """The time spent on all replies and skips."""
    query = "SELECT sum(max(0, min(seconds, :pause))) FROM review WHERE :deck = '' OR deck = :deck"
    return float(log.database.read_named(query, {"deck": deck, "pause": PAUSE})[0][0] or 0)


def streak(log: Log, now: datetime, deck: str = "") -> Streak:
    """The run of study days with a reply; one in the future, by a clock that was wrong, does not count."""
    query = """
        SELECT DISTINCT day FROM review
        WHERE verdict <> 'skipped' AND day <= :to AND (:deck = '' OR deck = :deck) ORDER BY day"""
    now_day = study_day(now)
    days = [day for (day,) in log.database.read_named(query, {"to": now_day, "deck": deck})]
    longest = run = 0
    for place, day in enumerate(days):
        run = run + 1 if place and days[place - 1] == day - 1 else 1
        longest = max(longest, run)
    alive = bool(days) and days[-1] >= now_day - 1
    return Streak(run if alive else 0, longest)


def best_run(log: Log, deck: str, mode: str = "challenge") -> int:
    """The most right replies in a row within one session of a mode."""
    query = """
        SELECT session, verdict = 'right' FROM review
        WHERE deck = ? AND mode = ? AND verdict <> 'skipped' ORDER BY session, id"""
    best = run = last = 0
    for session, right in log.database.read(query, deck, mode):
        run = (run if session == last else 0) + 1 if right else 0
        best, last = max(best, run), session
    return best


def span(now: datetime, days: int) -> dict[str, str | int]:
    """The study days from the first to the last of so many, as a query takes them."""
    last = study_day(now)
    return {"from": last - days + 1, "to": last}
