"""A clock that jumps, and a learner who travels: study goes on, and no question comes back before it was answered."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from quiz.model import Deck
from quiz.study import Log, Session
from quiz.study.counts import counts
from quiz.study.doctor import examine
from quiz.study.figures import forecast, mastery
from quiz.study.history import calendar, streak
from quiz.study.retention import retention

CHINA = timezone(timedelta(hours=8))
MOMENTS = {
    "before four": (datetime(2026, 3, 10, 3, 59, tzinfo=CHINA), datetime(2026, 3, 10, 4, 0, tzinfo=CHINA)),
    "back a month": (datetime(2026, 3, 10, 9, tzinfo=CHINA), datetime(2026, 2, 8, 9, tzinfo=CHINA)),
    "on sixty years": (datetime(2026, 3, 10, 9, tzinfo=CHINA), datetime(2086, 3, 10, 9, tzinfo=CHINA)),
    "another zone": (datetime(2026, 3, 10, 9, tzinfo=CHINA), datetime(2026, 3, 10, 2, tzinfo=UTC)),
    "far west": (
        datetime(2026, 3, 10, 9, tzinfo=timezone(timedelta(hours=14))),
        datetime(2026, 3, 9, 7, 5, tzinfo=timezone(timedelta(hours=-12))),
    ),
}
SUMMER = {"spring": (3, 8), "autumn": (11, 1)}  # of 2026 in New York


def answer(session: Session, times: int) -> None:
    for turn in range(times):
        if session.current() is None:
            return
        session.answer(["第一" if turn % 3 else "错"])


def study_over(change: tuple[datetime, datetime], course: Deck, path: Path, clock: Any) -> None:
    """Some replies before and after a change of the clock, and back; then everything that reads the log."""
    before, after = change
    for mode in ("order", "review", "random"):
        for now in (before, after, before + timedelta(days=1)):
            clock.now = now
            with Log(path) as log:
                session = Session.begin(course, log, clock, mode=mode)
                answer(session, 4)
                clock.now = after if clock.now == before else before
                answer(session, 4)
                session.undo()
                answer(session, 1)
    with Log(path) as log:
        for now in change:
            shown = counts(log, course, now)
            assert shown.questions == 60
            assert sum(forecast(log, course, now)) <= 60
            assert all(0 <= part.recall <= 1 for part in mastery(log, course, now))
            assert all(day.replies > 0 for day in calendar(log, now, "course"))
            assert streak(log, now, "course").longest >= 1
            retention(log, now, "course")
        cards = log.cards("course").values()
        assert len(cards) > 20
        assert all(card.due > card.last for card in cards)
        for (seconds,) in log.database.read("SELECT min(seconds) FROM review"):
            assert seconds >= 0
    assert examine(path) == []


@pytest.mark.parametrize("name", MOMENTS)
def test_study_goes_on_over_a_jump(name: str, course: Deck, log_path: Path, clock: Any) -> None:
    study_over(MOMENTS[name], course, log_path, clock)


@pytest.mark.parametrize("season", SUMMER)
def test_study_goes_on_over_a_change_of_summer_time(season: str, course: Deck, log_path: Path, clock: Any) -> None:
    try:
        zone = ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        pytest.skip("this system has no table of time zones")
    month, day = SUMMER[season]
    early, late = (datetime(2026, month, day, hour, 30, tzinfo=zone) for hour in (0, 3))
    study_over((early, late), course, log_path, clock)
