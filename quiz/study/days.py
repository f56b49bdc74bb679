"""The study day: it turns at four in the morning by the local clock, so that a late evening belongs to one day."""

from datetime import date, datetime, time, timedelta

TURN = 4
"""The hour at which a study day begins."""

_EPOCH = date(1970, 1, 1)


def study_day(moment: datetime) -> int:
    """The number of the study day (days since 1970) in the zone of `moment`, which must be aware of it.

    The table `review` computes the same from a reply's time and its offset, so a flight moves no reply to another day.
    """
    return (_local(moment).date() - _EPOCH).days


def day_end(moment: datetime) -> datetime:
    """When the study day of `moment` ends; where the zone knows of summer time, a day of 23 or 25 hours is one."""
    after = day_date(study_day(moment)) + timedelta(days=1)
    return datetime.combine(after, time(TURN), tzinfo=moment.tzinfo)


def day_date(day: int) -> date:
    """The date on which study day `day` begins."""
    return _EPOCH + timedelta(days=day)


def day_number(day: date) -> int:
    """The number of the study day that begins on a date."""
    return (day - _EPOCH).days


def milliseconds(moment: datetime) -> int:
    """`moment` as the log keeps it, in milliseconds since 1970 UTC."""
    return int(moment.timestamp() * 1000)


def offset(moment: datetime) -> int:
    """Minutes east of UTC."""
    zone = moment.utcoffset()
    return 0 if zone is None else round(zone.total_seconds() / 60)


def _local(moment: datetime) -> datetime:
    """`moment` by the wall clock, four hours earlier."""
    return moment.replace(tzinfo=None) - timedelta(hours=TURN)
