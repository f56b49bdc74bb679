"""The SQLite file under the log: whose it is, its tables, its transactions, and its errors as sentences."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _

_APPLICATION_ID = 0x71756971  # tells our file from another program's; never to change
_PATIENCE = 5.0  # seconds to wait for another process

# Step n brings a file of version n to n + 1. Append only: files of every version are out there.
_MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        f"PRAGMA application_id = {_APPLICATION_ID}",
        """CREATE TABLE session (
            id INTEGER PRIMARY KEY,
            deck TEXT NOT NULL,
            mode TEXT NOT NULL,
            queue TEXT NOT NULL,     -- JSON array of question ids
            started INTEGER NOT NULL,  -- milliseconds since 1970 UTC
            finished INTEGER
        ) STRICT""",
        """CREATE TABLE review (
            id INTEGER PRIMARY KEY,  -- the order of the replies; clocks can be set back
            session INTEGER NOT NULL REFERENCES session (id),
            deck TEXT NOT NULL,
            question TEXT NOT NULL,
            at INTEGER NOT NULL,     -- milliseconds since 1970 UTC
            "offset" INTEGER NOT NULL,  -- minutes east of UTC
            mode TEXT NOT NULL,
            given TEXT NOT NULL,     -- JSON array
            verdict TEXT NOT NULL CHECK (verdict IN ('right', 'partly', 'wrong', 'skipped')),
            rating INTEGER NOT NULL CHECK (rating BETWEEN 0 AND 4),
            seconds REAL NOT NULL,
            overruled INTEGER NOT NULL CHECK (overruled IN (0, 1))
        ) STRICT""",
        "CREATE INDEX review_session ON review (session)",
        "CREATE INDEX review_deck ON review (deck, question)",
        "CREATE INDEX session_deck ON session (deck, mode) WHERE finished IS NULL",
    ),
)


class Database:
    """An open file with up-to-date tables, for one thread. Every method raises QuizError when the file fails it."""

    def __init__(self, path: Path) -> None:
        """Open the file, with its folder and tables made when they are missing."""
        self._path = path
        if sqlite3.sqlite_version_info < (3, 37):
            message = _("the SQLite of this Python is {version}; the log of answers needs 3.37 or newer")
            raise QuizError(message.format(version=sqlite3.sqlite_version))
        _make_place(path)
        with self._telling():
            self._connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        with self._telling():
            self._connection.close()

    def read(self, query: str, *values: str | int) -> list[Any]:
        """All rows of a query."""
        with self._telling():
            return self._connection.execute(query, values).fetchall()

    def write(self, statement: str, *values: str | float) -> tuple[list[Any], int]:
        """Run one statement in a transaction of its own, on the disk on return: its rows and the last row id."""
        with self._writing() as connection:
            cursor = connection.execute(statement, values)
            rows = cursor.fetchall()
        return rows, cursor.lastrowid or 0

    def _prepare(self) -> None:
        """Check whose file this is before the first change to it, then bring it up to date."""
        version = self._version()
        with contextlib.suppress(sqlite3.OperationalError):  # another process is opening it too: WAL is only for speed
            self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")  # a power cut takes no reply that was acknowledged
        self._connection.execute("PRAGMA foreign_keys = ON")
        if version < len(_MIGRATIONS):
            self._migrate()

    def _version(self) -> int:
        """The version of the file's tables, 0 for a new file."""
        ask = self._connection.execute  # tables first: while we ask, another process may make them, marked as ours
        tables = ask("SELECT count(*) FROM sqlite_master").fetchone()[0]
        ours = ask("PRAGMA application_id").fetchone()[0] == _APPLICATION_ID
        version = int(ask("PRAGMA user_version").fetchone()[0])
        if tables and not ours:
            message = _("{name}: is a database of another program; move it away or set QUIZ_HOME to another folder")
            raise QuizError(message.format(name=printable(self._path)))
        if version > len(_MIGRATIONS):
            message = _("{name}: was written by a newer version of quiz; update quiz to read it (nothing was changed)")
            raise QuizError(message.format(name=printable(self._path)))
        return version

    def _migrate(self) -> None:
        with self._writing():
            for step in _MIGRATIONS[self._version() :]:  # asked again: another process may have been first
                for statement in step:
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {len(_MIGRATIONS)}")

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, taken for writing at once: one that turns to writing late is refused without waiting."""
        with self._telling():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell
                        self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """Say in a sentence what is wrong with the file; faults of the program pass."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise QuizError(_sentence(error).format(name=printable(self._path), reason=error)) from error


def _make_place(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        special = path.exists() and not path.is_file()  # a pipe would be waited for
    except OSError as error:
        message = _("{name}: the folder for the answers cannot be made: {reason}; set QUIZ_HOME to another folder")
        raise QuizError(message.format(name=printable(path.parent), reason=error.strerror)) from error
    if special:
        message = _("{name}: is in the place of the log of answers; move it away or set QUIZ_HOME to another folder")
        raise QuizError(message.format(name=printable(path)))


def _sentence(error: sqlite3.DatabaseError) -> str:
    """The message for an SQLite error, with places for {name} and {reason}."""
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:  # the low byte is the kind of error
        case sqlite3.SQLITE_FULL:
            return _("{name}: the disk is full; every earlier answer is kept; free some space and answer again")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _("{name}: another program is using the log of answers; close it and try again")
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return _("{name}: is damaged or not a log of answers; move it away and a new one is begun")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return _("{name}: cannot be written; change the permissions of its folder or set QUIZ_HOME to another one")
        case _:
            return _("{name}: cannot be read or written: {reason}")
