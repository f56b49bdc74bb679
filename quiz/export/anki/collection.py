"""The file: a zip with one SQLite collection, the same bytes for the same content."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import Any, TypeAlias

from quiz.export.anki.ledger import Ledger
from quiz.export.anki.notes import Note

Table: TypeAlias = dict[str, dict[str, Any]]
_LEVEL = 3  # of compression: 6 takes twice as long and saves 3 %
_PAGE = 16384  # bytes; large notes leave less of a large page empty
_COLLECTION = "UPDATE col SET crt = ?, mod = ?, scm = ?, models = ?, decks = ?"
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


@dataclass(frozen=True, slots=True)
class Part:
    """One deck of the package, in rows and JSON; `places` holds the deck of each note."""

    notes: Sequence[Note]
    models: Table
    decks: Table
    places: Sequence[int]
    ledger: Ledger


def write_package(parts: Sequence[Part]) -> bytes:
    """The bytes of the .apkg file."""
    return _zip(_collection(parts))


def _collection(parts: Sequence[Part]) -> bytes:
    """The SQLite file. It never touches the disk, so nothing is left behind in a temporary folder."""
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    with closing(sqlite3.connect(":memory:")) as db:
        db.execute(f"PRAGMA page_size = {_PAGE}")
        tables, _create, _indexes = APKG_SCHEMA.partition("CREATE INDEX")  # Anki's own collection has them
        db.executescript(tables + APKG_COL)
        (given,) = db.execute("SELECT decks FROM col").fetchone()
        models, decks, moved = _merged(parts)
        crt = min(part.ledger.crt for part in parts)
        changed = crt * 1000  # milliseconds, and the same at every export
        header = json.dumps(models), json.dumps(json.loads(given) | decks)
        db.execute(_COLLECTION, (crt, changed, changed, *header))
        _insert(db, parts, moved, changed)
        db.commit()
        return db.serialize()


def _merged(parts: Sequence[Part]) -> tuple[Table, Table, dict[int, int]]:
    """Note types and decks of all parts, the newest of each; and, by id, the deck that has the name already.

    Two decks of one title are one deck in Anki.
    """
    models: Table = {}
    decks: Table = {}
    by_name: dict[str, int] = {}
    moved: dict[int, int] = {}
    for part in parts:
        for key, model in part.models.items():
            models[key] = max(models.get(key, model), model, key=lambda found: int(found["mod"]))
        for key, deck in part.decks.items():
            moved[int(key)] = by_name.setdefault(deck["name"].casefold(), int(key))
            if moved[int(key)] == int(key):
                decks[key] = deck
    return models, decks, moved


def _insert(db: sqlite3.Connection, parts: Sequence[Part], moved: Mapping[int, int], base: int) -> None:
    """The notes and their cards; ids are the time of the first export in milliseconds plus their place."""
    placed = [
        (note, place, part.ledger.notes) for part in parts for note, place in zip(part.notes, part.places, strict=True)
    ]
    rows = [
        (n, base + n, note, moved[place], stamps[note.guid][1]) for n, (note, place, stamps) in enumerate(placed, 1)
    ]
    db.executemany(
        _NOTE, ((i, note.guid, note.type.id, mod, note.tags, note.fields, note.sort) for _n, i, note, _d, mod in rows)
    )
    cards = ((i, deck, card, mod, n) for n, i, note, deck, mod in rows for card in note.cards)
    db.executemany(_CARD, ((base + n, *card) for n, card in enumerate(cards, 1)))


def _zip(collection: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name)  # dated 1980
            entry.create_system = 3  # the same bytes on Windows
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return file.getvalue()
