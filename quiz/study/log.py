"""The log of every reply: one SQLite file, one transaction a reply, on the disk before the next question shows."""

import json
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from quiz.model import Review, Verdict
from quiz.study.database import Database

_COLUMNS = 'deck, question, at, "offset", mode, given, verdict, rating, seconds, session, overruled'
_LAST = "(SELECT max(id) FROM review WHERE session = ?)"


class Log:
    """The log at `path`, for one thread; a context manager. Every method raises QuizError when the file fails it."""

    def __init__(self, path: Path) -> None:
        """Open the log, with its folder and tables made when they are missing."""
        self._database = Database(path)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._database.close()

    def start(self, deck: str, mode: str, queue: Sequence[str], at: int) -> int:
        """Begin a session of the question ids in `queue` at `at` (milliseconds since 1970) and return its number."""
        insert = "INSERT INTO session (deck, mode, queue, started) VALUES (?, ?, ?, ?)"
        _, number = self._database.write(insert, deck, mode, json.dumps(list(queue)), at)
        return number

    def open_session(self, deck: str, mode: str) -> tuple[int, tuple[str, ...]] | None:
        """The newest session not finished: its number and its queue of question ids."""
        query = (
            "SELECT id, queue FROM session WHERE deck = ? AND mode = ? AND finished IS NULL ORDER BY id DESC LIMIT 1"
        )
        rows = self._database.read(query, deck, mode)
        return (rows[0][0], tuple(json.loads(rows[0][1]))) if rows else None

    def reviews(self, session: int) -> list[Review]:
        """The session's replies in the order they were logged, skips among them."""
        rows = self._database.read(f"SELECT {_COLUMNS} FROM review WHERE session = ? ORDER BY id", session)
        return [_review(row) for row in rows]

    def add(self, review: Review) -> None:
        """Log a reply. It is on the disk when this returns; when this raises, nothing was logged."""
        row = _row(review)
        self._database.write(f"INSERT INTO review ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})", *row)

    def take_back(self, session: int) -> Review | None:
        """Remove the session's last reply and return it; None when it has none."""
        rows, _ = self._database.write(f"DELETE FROM review WHERE id = {_LAST} RETURNING {_COLUMNS}", session)
        return _review(rows[0]) if rows else None

    def overrule(self, session: int) -> None:
        """Count the session's last reply right."""
        change = f"UPDATE review SET verdict = ?, rating = 3, overruled = 1 WHERE id = {_LAST}"
        self._database.write(change, Verdict.RIGHT, session)

    def finish(self, session: int, at: int) -> None:
        """Close the session, so that it is not resumed."""
        self._database.write("UPDATE session SET finished = ? WHERE id = ? AND finished IS NULL", at, session)

    def latest(self, deck: str) -> dict[str, Verdict]:
        """The newest verdict on each question id of `deck`; skips say nothing."""
        newest = "SELECT max(id) FROM review WHERE deck = ? AND verdict <> 'skipped' GROUP BY question"
        rows = self._database.read(f"SELECT question, verdict FROM review WHERE id IN ({newest})", deck)
        return {question: Verdict(verdict) for question, verdict in rows}


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
