"""Dates as people type them."""

import re
import unicodedata
from datetime import date, timedelta

_AHEAD = re.compile(r"\+?(\d{1,4})(?:天|天后|d)|\+(\d{1,4})")
_DAY = re.compile(r"(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?号?")


def read_date(typed: str, today: date) -> date | None:
    """2026-12-31, 12-31, 12月31日 (the next one to come) or +30 (days from today); None for anything else."""
    text = "".join(unicodedata.normalize("NFKC", typed).split())
    if found := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(found[1] or found[2]))
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    years = [year] if year else range(today.year, today.year + 9)  # a leap day is eight years away at most
    days = [made for number in years if (made := _date(number, month, day)) is not None]
    return next((made for made in days if year or made >= today), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
