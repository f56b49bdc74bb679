"""The SQLite file under the log: whose it is, its tables, its transactions, and its errors as sentences."""

import contextlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.study.backups import before_migration
from quiz.study.tables import APPLICATION_ID, MIGRATIONS

_PATIENCE = 5.0  # seconds to wait for another process


class Database:
    """An open file with up-to-date tables, for one thread. Every method raises QuizError when the file fails it."""

    def __init__(self, path: Path, *, reading: bool = False) -> None:
        """Open the file, with its folder and tables made when they are missing.

        `reading` takes a copy into memory and leaves the file and its folder alone, which need not be writable then.
        """
        self.path, self.reading = path, reading
        if sqlite3.sqlite_version_info < (3, 37):
            message = _("the SQLite of this Python is {version}; the log of answers needs 3.37 or newer")
            raise QuizError(message.format(version=sqlite3.sqlite_version))
        if not reading:
            _make_place(path)
        with self.telling():
            self._connection = (
                _copy(path) if reading else sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
            )
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        with self.telling():
            self._connection.close()

    def read(self, query: str, *values: str | float) -> list[Any]:
        """All rows of a query."""
        with self.telling():
            return self._connection.execute(query, values).fetchall()

    def read_named(self, query: str, values: Mapping[str, str | float]) -> list[Any]:
        """All rows of a query with named places."""
        with self.telling():
            return self._connection.execute(query, values).fetchall()

    def write(self, statement: str, *values: str | float) -> tuple[list[Any], int]:
        """Run one statement in a transaction of its own, on the disk on return: its rows and the last row id."""
        with self.transaction() as connection:
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
        if version < len(MIGRATIONS):
            self._migrate()

    def _version(self) -> int:
        """The version of the file's tables, 0 for a new file."""
        ask = self._connection.execute  # tables first: while we ask, another process may make them, marked as ours
        tables = ask("SELECT count(*) FROM sqlite_master").fetchone()[0]
        ours = ask("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        version = int(ask("PRAGMA user_version").fetchone()[0])
        if tables and not ours:
            message = _("{name}: is a database of another program; move it away or set QUIZ_HOME to another folder")
            raise QuizError(message.format(name=printable(self.path)))
        if version > len(MIGRATIONS):
            message = _("{name}: was written by a newer version of quiz; update quiz to read it (nothing was changed)")
            raise QuizError(message.format(name=printable(self.path)))
        return version

    def _migrate(self) -> None:
        with self.transaction(derived=True):
            version = self._version()  # asked again: another process may have been first
            if 0 < version < len(MIGRATIONS) and not self.reading:
                before_migration(self.path, version)
            for step in MIGRATIONS[version:]:
                for statement in step:
                    self._connection.execute(statement)
            self._connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")

    @contextlib.contextmanager
    def transaction(self, *, derived: bool = False) -> Iterator[sqlite3.Connection]:
        """One transaction, taken for writing at once: one that turns to writing late is refused without waiting.

        In a copy for reading only what can be `derived` again may be written. ValueError for anything else.
        """
        if self.reading and not derived:
            raise ValueError("this log was opened for reading")
        with self.telling():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    with contextlib.suppress(sqlite3.Error):  # the first error is the one to tell
                        self._connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def telling(self) -> Iterator[None]:
        """Say in a sentence what is wrong with the file; faults of the program pass."""
        try:
            yield
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as error:
            raise QuizError(_sentence(error).format(name=printable(self.path), reason=error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)


def _copy(path: Path) -> sqlite3.Connection:
    """A copy of the file in memory, empty when there is none."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    if path.is_file():
        in_use = path.with_name(f"{path.name}-wal").exists()
        try:
            _copy_into(copy, path, "mode=ro" if in_use else "immutable=1")
        except sqlite3.OperationalError:  # a log in use cannot be read in a folder that may not be written
            _copy_into(copy, path, "immutable=1")
    return copy


def _copy_into(copy: sqlite3.Connection, path: Path, how: str) -> None:
    source = sqlite3.connect(f"{path.resolve().as_uri()}?{how}", uri=True, timeout=_PATIENCE)
    try:
        source.backup(copy)
    finally:
        source.close()


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
