"""Copies of the log beside it: one a study day, thinned with age, and one before the tables change."""

import contextlib
import os
import sqlite3
import tempfile
import threading
from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime
from pathlib import Path

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.study.days import day_date, study_day

DAILY, WEEKLY, MONTHLY = 7, 4, 12
"""How many are kept: of the last days, then one a week, then one a month."""


def folder(log: Path) -> Path:
    """Where the copies of a log are; the folder need not be there."""
    return log.parent / "backups"


def back_up(log: Path, target: Path, *, damaged: bool = False) -> None:
    """Copy a log in use to `target`, whole or not at all.

    Other connections go on reading and writing meanwhile. Raises QuizError when the copy cannot be made or, but for
    `damaged`, the log is damaged, and then leaves an older copy at `target` as it was.
    """
    name = printable(target)
    temporary: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".tmp", dir=target.parent)
        os.close(handle)
        temporary = Path(made)
        _copy(log, temporary, damaged)
        temporary.replace(target)
    except (OSError, sqlite3.Error) as error:
        message = _("{name}: the log of answers cannot be backed up: {reason}")
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise QuizError(message.format(name=name, reason=reason)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def before_migration(log: Path, version: int) -> None:
    """Keep a log whose tables are about to change; this copy is never thinned."""
    back_up(log, folder(log) / f"{log.stem}-version-{version}.sqlite3")


def back_up_daily(log: Path, now: datetime) -> Path | None:
    """Copy the log once a study day, and thin older copies; the new one, None when there is one of today."""
    target = folder(log) / f"{log.stem}-{day_date(study_day(now)).isoformat()}.sqlite3"
    if target.exists() or not log.exists():
        return None
    back_up(log, target)
    copies = daily_copies(log)
    for day in copies.keys() - kept(copies):
        with contextlib.suppress(OSError):  # another process may have been first
            copies[day].unlink()
    return target


def back_up_in_background(log: Path, now: datetime, tell: Callable[[QuizError], None]) -> threading.Thread:
    """Start `back_up_daily` beside the drill. `tell` gets what went wrong, in the thread of the copy."""

    def work() -> None:
        try:
            back_up_daily(log, now)
        except QuizError as error:
            tell(error)

    thread = threading.Thread(target=work, name="backup")
    thread.start()
    return thread


def daily_copies(log: Path) -> dict[date, Path]:
    """The copies of a log by their study day."""
    found: dict[date, Path] = {}
    for path in folder(log).glob(f"{log.stem}-????-??-??.sqlite3"):
        with contextlib.suppress(ValueError):
            found[date.fromisoformat(path.stem[-10:])] = path
    return found


def kept(days: Iterable[date]) -> set[date]:
    """Which of the copies stay: the newest seven, the newest of each of four weeks and of twelve months."""
    newest = sorted(days, reverse=True)
    weeks = _first_of_each(newest, lambda day: day.isocalendar()[:2])
    months = _first_of_each(newest, lambda day: (day.year, day.month))
    return {*newest[:DAILY], *weeks[:WEEKLY], *months[:MONTHLY]}


def _first_of_each(days: Iterable[date], group: Callable[[date], Hashable]) -> list[date]:
    first: dict[Hashable, date] = {}
    for day in days:
        first.setdefault(group(day), day)
    return list(first.values())


def _copy(log: Path, target: Path, damaged: bool) -> None:
    """All pages in one step: a step at a time would begin anew whenever a reply is written."""
    source = sqlite3.connect(f"{log.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        copy.execute("PRAGMA journal_mode = OFF")  # the file counts only once it is renamed
        source.backup(copy)
        if not damaged and copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise sqlite3.DatabaseError(_("it is damaged; run the check of the log"))
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
        source.close()
