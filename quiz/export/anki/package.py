"""The package: a zip with one SQLite collection, the same bytes for the same deck, ledger and time."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from typing import Any, TypeAlias

from quiz.errors import QuizError
from quiz.export.anki.decks import deck_id, decks_json
from quiz.export.anki.ledger import Ledger, Stamp, digest, stamped
from quiz.export.anki.notes import Note, make_notes
from quiz.export.anki.notetype import MODEL, REVISED, model_json
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Deck

Table: TypeAlias = dict[str, dict[str, Any]]
_LEVEL = 1  # of compression: 6 takes three times as long and saves 6 %
_COLLECTION = "UPDATE col SET crt = ?, mod = ?, scm = ?, models = ?, decks = ?"
_NOTE = "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_CARD = "INSERT INTO cards VALUES (?, ?, ?, 0, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"


def export(deck: Deck, ledger: Ledger, now: int) -> tuple[bytes, Ledger]:
    """The deck as the bytes of an .apkg file, and the ledger to keep for its next export.

    `now` is in seconds since 1970. One note and one card a question. Raises QuizError for a deck without questions and
    for a question without a blank.
    """
    if not deck.questions:
        message = _("{deck}: has no questions, and Anki imports no empty deck; add questions first")
        raise QuizError(message.format(deck=printable(deck.title)))
    notes = make_notes(deck)
    decks = decks_json(deck, (note.subdeck for note in notes))
    model = {str(MODEL): model_json()}
    new = Ledger(
        ledger.crt or now,
        stamped(ledger.models, _digests(model), now, REVISED),
        stamped(ledger.decks, _digests(decks), now, now),
        stamped(ledger.notes, {note.guid: digest(note.tags, note.fields) for note in notes}, now, now),
    )
    header = (_timed(model, new.models), _timed(decks, new.decks))
    return _zip(_collection(deck, notes, header, new)), new


def _digests(table: Table) -> dict[str, str]:
    return {key: digest(json.dumps(content, sort_keys=True)) for key, content in table.items()}


def _timed(table: Table, stamps: Mapping[str, Stamp]) -> Table:
    return {key: {**content, "mod": stamps[key][1]} for key, content in table.items()}


def _collection(deck: Deck, notes: Sequence[Note], header: tuple[Table, Table], ledger: Ledger) -> bytes:
    """The SQLite file. It never touches the disk, so nothing is left behind in a temporary folder."""
    from genanki.apkg_col import APKG_COL
    from genanki.apkg_schema import APKG_SCHEMA

    with closing(sqlite3.connect(":memory:")) as db:
        tables, create, rest = APKG_SCHEMA.partition("CREATE INDEX")
        db.executescript(tables + APKG_COL)
        (given,) = db.execute("SELECT decks FROM col").fetchone()
        models, decks = json.dumps(header[0]), json.dumps(json.loads(given) | header[1])
        changed = ledger.crt * 1000  # milliseconds, and the same at every export
        db.execute(_COLLECTION, (ledger.crt, changed, changed, models, decks))
        _insert(db, deck, notes, ledger)
        db.executescript(create + rest)  # after the rows: quicker, and a smaller file
        return db.serialize()


def _insert(db: sqlite3.Connection, deck: Deck, notes: Sequence[Note], ledger: Ledger) -> None:
    """A note and a card for each question; both get the time of the first export in milliseconds plus their place."""
    places = {levels: deck_id(deck, levels) for levels in {note.subdeck for note in notes}}
    base = ledger.crt * 1000
    rows = [(n, base + n, note, ledger.notes[note.guid][1]) for n, note in enumerate(notes, start=1)]
    db.executemany(_NOTE, ((i, note.guid, MODEL, mod, note.tags, note.fields, note.sort) for _n, i, note, mod in rows))
    db.executemany(_CARD, ((i, i, places[note.subdeck], mod, n) for n, i, note, mod in rows))


def _zip(collection: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in (("collection.anki2", collection), ("media", b"{}")):
            entry = zipfile.ZipInfo(name)  # dated 1980
            entry.create_system = 3  # the same bytes on Windows
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, _LEVEL)
    return file.getvalue()
