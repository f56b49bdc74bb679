"""The time of day."""

from datetime import datetime


def now() -> datetime:
    """The time with the local zone, by which study days are told."""
    return datetime.now().astimezone()
