"""The study day turns at four in the morning, wherever the learner is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import pytest

from quiz.model import Review
from quiz.study import Log
from quiz.study.days import day_date, day_end, day_number, milliseconds, offset, study_day

CHINA = timezone(timedelta(hours=8))


def zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError:
        pytest.skip("this system has no table of time zones")


@pytest.mark.parametrize(("hour", "minute", "day"), [(3, 59, 9), (4, 0, 10), (0, 0, 9), (23, 59, 10)])
def test_the_day_turns_at_four(hour: int, minute: int, day: int) -> None:
    moment = datetime(2026, 3, 10, hour, minute, tzinfo=CHINA)
    assert day_date(study_day(moment)) == date(2026, 3, day)
    assert day_number(date(2026, 3, day)) == study_day(moment)


def test_a_day_with_a_change_of_summer_time_is_one_day() -> None:
    newyork = zone("America/New_York")
    for first, hours in ((date(2026, 3, 7), 23), (date(2026, 10, 31), 25), (date(2026, 6, 1), 24)):
        noon = datetime(first.year, first.month, first.day, 12, tzinfo=newyork)
        end = day_end(noon)
        assert (end.hour, study_day(end), study_day(end - timedelta(seconds=1))) == (
            4,
            study_day(noon) + 1,
            study_day(noon),
        )
        start = datetime(first.year, first.month, first.day, 4, tzinfo=newyork)
        assert end.astimezone(UTC) - start.astimezone(UTC) == timedelta(hours=hours)


def test_a_flight_from_shanghai_to_new_york_stays_on_its_day() -> None:
    left = datetime(2026, 5, 1, 20, tzinfo=zone("Asia/Shanghai"))
    landed = (left + timedelta(hours=12)).astimezone(zone("America/New_York"))
    assert study_day(landed) == study_day(left)


def test_the_log_counts_the_same_days(log: Log, review: Callable[..., Review]) -> None:
    session = log.start("d1", "order", [], 0)
    moments = [datetime(2026, 3, 10, hour, minute, tzinfo=CHINA) for hour in range(24) for minute in (0, 59)]
    moments += [moment.replace(tzinfo=timezone(timedelta(hours=-9, minutes=-30))) for moment in moments]
    for moment in moments:
        log.add(replace(review(session), at=milliseconds(moment), offset=offset(moment)))
    rows = log.database.read("SELECT day FROM review ORDER BY id")
    assert [day for (day,) in rows] == [study_day(moment) for moment in moments]
