"""The log of every reply: one SQLite file, one transaction a reply, on the disk before the next question shows.

What the schedule makes of the replies, the cards, changes in the same transaction.
"""

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quiz.model import Review, Verdict
from quiz.study import cards
from quiz.study.database import Database
from quiz.study.rating import rating
from quiz.study.schedule import DEFAULTS, Card, Schedule, Settings

_COLUMNS = 'deck, question, at, "offset", mode, given, verdict, rating, seconds, session, overruled'


class Log:
    """The log at `path`, for one thread; a context manager. Every method raises QuizError when the file fails it."""

    def __init__(self, path: Path, settings: Settings = DEFAULTS, *, reading: bool = False) -> None:
        """Open the log, with its folder and tables made when they are missing; see `Database` for `reading`."""
        self.settings = settings
        self.schedule = Schedule(settings)
        self.database = Database(path, reading=reading)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.database.close()

    def start(self, deck: str, mode: str, queue: Sequence[str], at: int, options: str = "{}") -> int:
        """Begin a session of the question ids in `queue` at `at` (milliseconds since 1970) and return its number.

        `options`, a JSON object, is what the mode was begun with.
        """
        insert = "INSERT INTO session (deck, mode, queue, started, options) VALUES (?, ?, ?, ?, ?)"
        _, number = self.database.write(insert, deck, mode, json.dumps(list(queue)), at, options)
        return number

    def open_session(self, deck: str, mode: str) -> tuple[int, tuple[str, ...]] | None:
        """The newest session not finished: its number and its queue of question ids."""
        query = (
            "SELECT id, queue FROM session WHERE deck = ? AND mode = ? AND finished IS NULL ORDER BY id DESC LIMIT 1"
        )
        rows = self.database.read(query, deck, mode)
        return (rows[0][0], tuple(json.loads(rows[0][1]))) if rows else None

    def begun(self, session: int) -> tuple[int, str]:
        """When a session was begun, in milliseconds, and its options. LookupError when there is none."""
        rows = self.database.read("SELECT started, options FROM session WHERE id = ?", session)
        if not rows:
            raise LookupError(f"there is no session {session}")
        return rows[0][0], rows[0][1]

    def reviews(self, session: int) -> list[Review]:
        """The session's replies in the order they were logged, skips among them."""
        rows = self.database.read(f"SELECT {_COLUMNS} FROM review WHERE session = ? ORDER BY id", session)
        return [_review(row) for row in rows]

    def add(self, review: Review, hints: int = 0) -> None:
        """Log a reply, given after so many hints. It is on the disk when this returns; when this raises, nothing was
        logged."""
        with self.database.transaction() as connection:
            self.insert(connection, review, hints)

    def insert(self, connection: sqlite3.Connection, review: Review, hints: int = 0) -> None:
        """Log a reply in a transaction of the caller's."""
        row = (*_row(review), hints)
        connection.execute(f"INSERT INTO review ({_COLUMNS}, hints) VALUES ({', '.join('?' * len(row))})", row)
        if review.rating:
            if review.mode == cards.IMPORTED:
                cards.recompute(connection, self.schedule, review.deck, review.question)
            else:
                cards.advance(connection, self.schedule, review.deck, review.question, review.at, review.rating)

    def take_back(self, session: int) -> Review | None:
        """Remove the session's last reply and return it; None when it has none. Card and session are as before it."""
        with self.database.transaction() as connection:
            last = "(SELECT max(id) FROM review WHERE session = ?)"
            delete = f"DELETE FROM review WHERE id = {last} RETURNING {_COLUMNS}"
            rows = connection.execute(delete, (session,)).fetchall()
            if not rows:
                return None
            review = _review(rows[0])
            connection.execute("UPDATE session SET finished = NULL WHERE id = ?", (session,))
            if review.rating:
                cards.recompute(connection, self.schedule, review.deck, review.question)
        return review

    def overrule(self, session: int, question: str | None = None) -> None:
        """Count the session's last reply right, or its last one to `question`; hints still lower the rating."""
        which, values = ("", (session,)) if question is None else ("AND question = ?", (session, question))
        last = f"SELECT id, deck, question, hints FROM review WHERE session = ? {which} ORDER BY id DESC LIMIT 1"
        with self.database.transaction() as connection:
            for number, deck, name, hints in connection.execute(last, values).fetchall():
                change = "UPDATE review SET verdict = ?, rating = ?, overruled = 1 WHERE id = ?"
                connection.execute(change, (Verdict.RIGHT, rating(Verdict.RIGHT, hints), number))
                cards.recompute(connection, self.schedule, deck, name)

    def regrade(self, session: int, question: str, given: Sequence[str], verdict: Verdict) -> None:
        """Replace the session's last reply to `question` and what it was judged."""
        with self.database.transaction() as connection:
            last = "SELECT max(id) FROM review WHERE session = ? AND question = ?"
            change = f"UPDATE review SET given = ?, verdict = ?, rating = ? WHERE id = ({last}) RETURNING deck"
            values = (json.dumps(list(given)), verdict, rating(verdict), session, question)
            for (deck,) in connection.execute(change, values).fetchall():
                cards.recompute(connection, self.schedule, deck, question)

    def finish(self, session: int, at: int) -> None:
        """Close the session, so that it is not resumed."""
        self.database.write("UPDATE session SET finished = ? WHERE id = ? AND finished IS NULL", at, session)

    def latest(self, deck: str) -> dict[str, Verdict]:
        """The newest verdict on each question id of `deck`; skips say nothing."""
        # The order of the log, but that of time where some replies were imported; SQLite gives the row of the maximum.
        query = """
            WITH mixed AS (SELECT DISTINCT question FROM review WHERE deck = :deck AND mode = :imported)
            SELECT question, verdict, max(CASE WHEN question IN mixed THEN at ELSE id END)
            FROM review WHERE deck = :deck AND verdict <> 'skipped' GROUP BY question"""
        rows = self.database.read_named(query, {"deck": deck, "imported": cards.IMPORTED})
        return {question: Verdict(verdict) for question, verdict, _newest in rows}

    def refresh(self) -> None:
        """Make sure that the cards are those of these settings, for reading them with SQL."""
        cards.refresh(self.database, self.schedule)

    def cards(self, deck: str) -> dict[str, Card]:
        """The memory of each question of `deck` that was answered, by its id."""
        return cards.cards(self.database, self.schedule, deck)


def _row(review: Review) -> tuple[str | int | float, ...]:
    """A reply in the order of the columns. JSON in ASCII: a terminal may hand us half of a surrogate pair."""
    given = json.dumps(list(review.given))
    verdict, overruled = str(review.verdict), int(review.overruled)
    head = (review.deck, review.question, review.at, review.offset, review.mode, given)
    return (*head, verdict, review.rating, review.seconds, review.session, overruled)


def _review(row: Sequence[Any]) -> Review:
    deck, question, at, offset, mode, given, verdict, rating, seconds, session, overruled = row
    words = tuple(json.loads(given))
    return Review(deck, question, at, offset, mode, words, Verdict(verdict), rating, seconds, session, bool(overruled))
