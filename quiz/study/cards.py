"""The table `card`: what the schedule makes of the log, kept so that not every reply is read at every start.

It changes in the transaction of the reply. Computed with other settings it is stale, and is computed anew.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from quiz.study.database import Database
from quiz.study.schedule import Card, Schedule, State

_COLUMNS = "state, step, stability, difficulty, due, last, reps, lapses"
IMPORTED = "anki"
"""The mode of replies that were given in Anki; they come into the log later than they were given."""

_REPLIES = "FROM review WHERE verdict <> 'skipped' AND rating > 0"


def cards(database: Database, schedule: Schedule, deck: str) -> dict[str, Card]:
    """The cards of a deck by question id; a question that was never answered has none."""
    refresh(database, schedule)
    rows = database.read(f"SELECT question, {_COLUMNS} FROM card WHERE deck = ?", deck)
    return {question: _card(*values) for question, *values in rows}


def refresh(database: Database, schedule: Schedule) -> None:
    """Compute all cards anew when they were computed with other settings, or never."""
    if not _is_fresh(database.read("SELECT value FROM setting WHERE name = 'cards'"), schedule):
        with database.transaction(derived=True) as connection:
            _refresh(connection, schedule)


def advance(connection: sqlite3.Connection, schedule: Schedule, deck: str, question: str, at: int, rating: int) -> None:
    """Bring a card forward by the reply that was just logged, in the same transaction."""
    if _refresh(connection, schedule):
        return  # with the new reply in it
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM card WHERE deck = ? AND question = ?", (deck, question)
    ).fetchone()
    card = schedule.next(_card(*row) if row else None, question, at, rating)
    _put(connection, [(deck, question, card)])


def recompute(connection: sqlite3.Connection, schedule: Schedule, deck: str, question: str) -> None:
    """Compute one card anew from the log, in the transaction that changed one of its replies."""
    if _refresh(connection, schedule):
        return
    replies = connection.execute(
        f"SELECT at, rating, mode {_REPLIES} AND deck = ? AND question = ? ORDER BY id", (deck, question)
    ).fetchall()
    card = schedule.fold(question, _in_time(replies))
    if card is None:
        connection.execute("DELETE FROM card WHERE deck = ? AND question = ?", (deck, question))
    else:
        _put(connection, [(deck, question, card)])


def rebuild(connection: sqlite3.Connection, schedule: Schedule) -> None:
    """Compute every card anew from the log: 100,000 replies take some seconds."""
    connection.execute("DELETE FROM card")
    _put(connection, fold_log(connection, schedule))
    fingerprint = schedule.settings.fingerprint
    connection.execute("INSERT OR REPLACE INTO setting VALUES ('cards', ?)", (fingerprint,))


def fold_log(connection: sqlite3.Connection, schedule: Schedule) -> Iterator[tuple[str, str, Card]]:
    """Deck, question and card of every question that was answered, by the log alone."""
    rows = connection.execute(f"SELECT deck, question, at, rating, mode {_REPLIES} ORDER BY deck, question, id")
    for (deck, question), replies in groupby(rows, lambda row: row[:2]):
        card = schedule.fold(question, _in_time(row[2:] for row in replies))
        if card is not None:
            yield deck, question, card


def _in_time(replies: Iterable[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Time and rating of each reply to a question in the order they were given.

    That is the order of the log, as a clock can be set back; but what was imported may be older than what is logged.
    """
    found = list(replies)
    if any(mode == IMPORTED for _at, _rating, mode in found):
        found.sort(key=lambda reply: reply[0])
    return [(at, rating) for at, rating, _mode in found]


def _refresh(connection: sqlite3.Connection, schedule: Schedule) -> bool:
    """Whether the cards were stale; then they no longer are."""
    if _is_fresh(connection.execute("SELECT value FROM setting WHERE name = 'cards'").fetchall(), schedule):
        return False
    rebuild(connection, schedule)
    return True


def _is_fresh(rows: list[tuple[str]], schedule: Schedule) -> bool:
    return rows == [(schedule.settings.fingerprint,)]


def _put(connection: sqlite3.Connection, made: Iterable[tuple[str, str, Card]]) -> None:
    rows = ((deck, question, *_row(card)) for deck, question, card in made)
    connection.executemany(f"INSERT OR REPLACE INTO card (deck, question, {_COLUMNS}) VALUES ({'?, ' * 9}?)", rows)


def _row(card: Card) -> tuple[float | None, ...]:
    state, memory = int(card.state), (card.stability, card.difficulty)
    return (state, card.step, *memory, card.due, card.last, card.reps, card.lapses)


def _card(state: int, *values: float) -> Card:
    return Card(State(state), *values)  # type: ignore[arg-type]  # in the order of the columns
