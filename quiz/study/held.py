"""The replies of an exam before it is handed in: each is on the disk as soon as it is given, in any order."""

import json
from dataclasses import dataclass

from quiz.study.log import Log


@dataclass(frozen=True, slots=True)
class Held:
    """A reply, changed last at `at` (milliseconds) with the zone's `offset` in minutes, after `seconds` in all."""

    given: tuple[str, ...]
    at: int
    offset: int
    seconds: float


def hold(log: Log, session: int, question: str, held: Held) -> bool:
    """Keep a reply, over an earlier one to the same question; False when the exam was handed in meanwhile."""
    statement = """
        INSERT OR REPLACE INTO held (session, question, given, at, "offset", seconds)
        SELECT id, ?, ?, ?, ?, ? FROM session WHERE id = ? AND finished IS NULL RETURNING question"""
    values = (question, json.dumps(held.given), held.at, held.offset, held.seconds, session)
    rows, _ = log.database.write(statement, *values)
    return bool(rows)


def held_replies(log: Log, session: int) -> dict[str, Held]:
    """The replies held, by question id."""
    rows = log.database.read('SELECT question, given, at, "offset", seconds FROM held WHERE session = ?', session)
    return {name: Held(tuple(json.loads(given)), at, offset, seconds) for name, given, at, offset, seconds in rows}
