"""The rows of an Anki collection that matter here, from both layouts of its tables.

Until 2.1.2x note types and decks are JSON in one row; later they have tables, with Protocol Buffers in them.
"""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from quiz.errors import QuizError
from quiz.export.anki.incoming.archive import collection_file
from quiz.export.anki.incoming.protobuf import read_message, text
from quiz.files import printable
from quiz.i18n import gettext as _

MAX_ROWS = 1_000_000
_MAX_VALUE = 32_000_000  # bytes of one value; the note types of a large collection are one value
_DATED = 1 << 45  # milliseconds; a review after the year 3000 is none


class Kind(NamedTuple):
    """A note type: its fields' names, and question and answer of each card template."""

    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    sides: tuple[tuple[str, str], ...]


class Row(NamedTuple):
    """One note; `mod` is seconds since 1970."""

    id: int
    guid: str
    kind: int
    mod: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


class Card(NamedTuple):
    id: int
    note: int
    deck: int
    place: int


class Reply(NamedTuple):
    """One answered card: milliseconds since 1970, the button from 1 (again) to 4, milliseconds it took."""

    at: int
    card: int
    rating: int
    took: int


Kinds: TypeAlias = dict[int, Kind]


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a package holds. `decks` are names with levels (甲::乙) by id; `replies` asks for those of some cards, by
    time, and only while the package is open."""

    name: str
    kinds: Kinds
    decks: dict[int, str]
    notes: list[Row]
    cards: list[Card]
    replies: Callable[[Collection[int]], list[Reply]]


@contextmanager
def open_package(path: Path) -> Iterator[Incoming]:
    """The content of an .apkg or .colpkg file. Raises QuizError for a file that is neither, or damaged."""
    name = printable(path)
    with collection_file(path) as file, closing(_connect(file)) as db:
        with _told(name):
            incoming = _read(db, name)
        yield incoming


def _connect(file: Path) -> sqlite3.Connection:
    """Written by a stranger: nothing is changed, no functions of its own are called, no value is endless."""
    db = sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)
    db.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
    db.text_factory = lambda raw: raw.decode(errors="replace")
    db.create_collation("unicase", lambda a, b: (a.casefold() > b.casefold()) - (a.casefold() < b.casefold()))
    return db


def _read(db: sqlite3.Connection, name: str) -> Incoming:
    db.execute("PRAGMA trusted_schema = OFF")
    tables = {made: kind for kind, made in db.execute("SELECT type, name FROM sqlite_master")}
    if {"view", "trigger"} & set(tables.values()):
        raise ValueError("more than tables")
    kinds, decks = (_kinds(db), _decks(db)) if "notetypes" in tables else _from_json(db)
    notes = [
        Row(i, str(guid), int(mid), int(mod), tuple(str(tags).split()), tuple(str(fields).split("\x1f")))
        for i, guid, mid, mod, tags, fields in _rows(db, "id, guid, mid, mod, tags, flds FROM notes")
    ]
    cards = [
        Card(i, int(note), int(home or deck), int(place))
        for i, note, deck, home, place in _rows(db, "id, nid, did, odid, ord FROM cards")
    ]
    return Incoming(name, kinds, decks, notes, cards, lambda wanted: _replies(db, wanted, name))


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever is not as Anki writes it is one sentence."""
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        message = _("{name}: its collection cannot be read; run Tools > Check Database in Anki and export again")
        raise QuizError(message.format(name=name)) from error


def _rows(db: sqlite3.Connection, query: str) -> Iterator[Any]:
    rows = db.execute(f"SELECT {query} ORDER BY id LIMIT {MAX_ROWS + 1}")
    for count, row in enumerate(rows):
        if count == MAX_ROWS:
            raise ValueError("too many rows")
        yield row


def _replies(db: sqlite3.Connection, wanted: Collection[int], name: str) -> list[Reply]:
    """Of cards that Anki was asked to move by hand (rating 0) there is no reply."""
    query = (
        f"SELECT id, cid, ease, time FROM revlog WHERE ease BETWEEN 1 AND 4 AND id BETWEEN 1 AND {_DATED} ORDER BY id"
    )
    with _told(name):
        return [Reply(*map(int, row)) for row in db.execute(query) if row[1] in wanted]


def _from_json(db: sqlite3.Connection) -> tuple[Kinds, dict[int, str]]:
    models, decks = (json.loads(cell) for cell in db.execute("SELECT models, decks FROM col").fetchone())
    kinds = {
        int(key): Kind(
            str(model["name"]),
            model["type"] == 1,
            tuple(str(field["name"]) for field in model["flds"]),
            tuple((str(side["qfmt"]), str(side["afmt"])) for side in model["tmpls"]),
        )
        for key, model in models.items()
    }
    return kinds, {int(key): str(deck["name"]) for key, deck in decks.items()}


def _kinds(db: sqlite3.Connection) -> Kinds:
    fields: dict[int, list[str]] = {}
    sides: dict[int, list[tuple[str, str]]] = {}
    for kind, name in db.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        fields.setdefault(kind, []).append(str(name))
    for kind, config in db.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        message = read_message(config)
        sides.setdefault(kind, []).append((text(message, 1), text(message, 2)))
    return {
        kind: Kind(str(name), read_message(config).get(1) == 1, tuple(fields[kind]), tuple(sides[kind]))
        for kind, name, config in db.execute("SELECT id, name, config FROM notetypes")
    }


def _decks(db: sqlite3.Connection) -> dict[int, str]:
    return {int(deck): str(name).replace("\x1f", "::") for deck, name in db.execute("SELECT id, name FROM decks")}
