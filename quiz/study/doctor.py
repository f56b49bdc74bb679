"""The check of the log: what is wrong in the file, told one by one; and the repair, only when asked.

Looking changes nothing. A repair keeps the file as it was first, then takes out rows that say nothing usable and
computes the cards anew; a file that SQLite cannot read is put aside and the newest whole copy takes its place.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from quiz.errors import Problem, QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.study import cards
from quiz.study.backups import back_up, daily_copies, folder
from quiz.study.database import Database
from quiz.study.schedule import DEFAULTS, Schedule, Settings

# Conditions that find rows which no program of ours can have written.
_TEXTS = """NOT CASE WHEN json_valid({0}) THEN json_type({0}) = 'array' AND NOT EXISTS (
    SELECT 1 FROM json_each({0}) WHERE type <> 'text') ELSE 0 END"""
_NO_SESSION = "session NOT IN (SELECT id FROM session)"
_BAD = {
    "review": f"""{_TEXTS.format("given")} OR at NOT BETWEEN 0 AND 250000000000000
        OR "offset" NOT BETWEEN -1080 AND 1080 OR seconds < 0 OR (verdict = 'skipped') <> (rating = 0)
        OR {_NO_SESSION}""",
    "session": f"""{_TEXTS.format("queue")}
        OR NOT CASE WHEN json_valid(options) THEN json_type(options) = 'object' ELSE 0 END""",
    "held": f"{_TEXTS.format('given')} OR {_NO_SESSION}",
    "goal": "date(date, '+0 days') IS NOT date",
    "card": """NOT EXISTS (SELECT 1 FROM review
        WHERE review.deck = card.deck AND review.question = card.question AND rating > 0)""",
}
_NAMES = {
    "review": "id",
    "session": "id",
    "held": "session || ' ' || question",
    "goal": "deck",
    "card": "deck || ' ' || question",
}


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair did: the copy of the file as it was, and what was found in it. `restored` is the copy that took
    the place of a file that could not be read, None when there was none or no need."""

    kept: Path
    problems: tuple[Problem, ...]
    restored: Path | None = None


def examine(path: Path, settings: Settings = DEFAULTS) -> list[Problem]:
    """Everything that is wrong with the log at `path`, which is not changed; nothing when there is no log."""
    if not path.exists():
        return []
    try:
        with contextlib.closing(Database(path, reading=True)) as database:
            return list(_problems(path, database, Schedule(settings)))
    except QuizError as error:
        return [_problem(path, "", str(error).removeprefix(f"{printable(path)}: "))]


def repair(path: Path, now: datetime, settings: Settings = DEFAULTS) -> Repair:
    """Put right what `examine` finds, after a copy of the file was kept. Raises QuizError when that cannot be had."""
    problems = tuple(examine(path, settings))
    stamp = now.strftime("%Y-%m-%d-%H%M%S")
    if not _is_readable(path):
        kept = path.with_name(f"{path.stem}-damaged-{stamp}{path.suffix}")
        return Repair(kept, problems, _replace(path, kept))
    kept = folder(path) / f"{path.stem}-before-repair-{stamp}.sqlite3"
    back_up(path, kept, damaged=True)
    with contextlib.closing(Database(path)) as database:
        _mend(database, Schedule(settings))
    return Repair(kept, problems)


def _mend(database: Database, schedule: Schedule) -> None:
    with database.transaction() as connection:
        connection.execute("REINDEX")
        for table in ("held", "review", "goal"):
            connection.execute(f"DELETE FROM {table} WHERE {_BAD[table]}")
        end = "UPDATE session SET queue = '[]', options = '{}', finished = started"
        connection.execute(f"{end} WHERE {_BAD['session']}")
        cards.rebuild(connection, schedule)


def _is_readable(path: Path) -> bool:
    """Whether every row of every table can be read, whatever the indexes say."""
    try:
        with contextlib.closing(Database(path, reading=True)) as database:
            for table in _BAD:
                database.read(f"SELECT * FROM {table} NOT INDEXED")
    except QuizError:
        return False
    return True


def _replace(path: Path, kept: Path) -> Path | None:
    """Put an unreadable log aside and the newest whole copy in its place; without one a new log is begun later."""
    try:
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(kept.with_name(kept.name + suffix))
    except OSError as error:
        message = _("{name}: cannot be moved away: {reason}")
        raise QuizError(message.format(name=printable(path), reason=error.strerror)) from error
    copies = daily_copies(path)
    for day in sorted(copies, reverse=True):
        with contextlib.suppress(QuizError):  # the next older one may be whole
            back_up(copies[day], path)
            return copies[day]
    return None


def _problems(path: Path, database: Database, schedule: Schedule) -> Iterator[Problem]:
    damage = [said for (said,) in database.read("PRAGMA integrity_check(20)") if said != "ok"]
    for said in damage:
        yield _problem(path, "", _("the database is damaged: {reason}").format(reason=printable(said)))
    if damage:
        return  # what else is read from it may be wrong
    told = {
        "review": _("a reply that makes no sense; the repair takes it out"),
        "session": _("a session whose questions cannot be read; the repair ends it"),
        "held": _("an exam reply that makes no sense; the repair takes it out"),
        "goal": _("an exam date that is none; the repair takes it out"),
        "card": _("a schedule without replies; the repair takes it out"),
    }
    for table, message in told.items():
        for (place,) in database.read(f"SELECT {_NAMES[table]} FROM {table} WHERE {_BAD[table]}"):
            yield _problem(path, f"{table} {printable(place)}", message)
    yield from _stale(path, database, schedule)


def _stale(path: Path, database: Database, schedule: Schedule) -> Iterator[Problem]:
    """Cards that are not what the log makes of them; cards of other settings are computed anew on their own."""
    fresh = database.read("SELECT 1 FROM setting WHERE name = 'cards' AND value = ?", schedule.settings.fingerprint)
    if not fresh:
        return
    held = {
        (deck, name): card
        for (deck,) in database.read("SELECT DISTINCT deck FROM card")
        for name, card in cards.cards(database, schedule, deck).items()
    }
    with database.transaction(derived=True) as connection:
        for deck, question, card in cards.fold_log(connection, schedule):
            if held.get((deck, question)) != card:
                place = f"card {printable(deck)} {printable(question)}"
                yield _problem(path, place, _("a schedule that does not fit the replies; the repair computes it anew"))


def _problem(path: Path, field: str, message: str) -> Problem:
    return Problem(printable(path), 0, 0, field, message)
