"""Packages that the real Anki writes, and ones that no Anki would."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

SCHEMA = """
CREATE TABLE col (models TEXT, decks TEXT);
CREATE TABLE notes (id INTEGER PRIMARY KEY, guid TEXT, mid INTEGER, mod INTEGER, tags TEXT, flds TEXT);
CREATE TABLE cards (id INTEGER PRIMARY KEY, nid INTEGER, did INTEGER, odid INTEGER, ord INTEGER);
CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid INTEGER, ease INTEGER, time INTEGER);
"""
BASIC = {"name": "问答", "type": 0, "flds": [{"name": "Front"}, {"name": "Back"}]}
MODELS = {
    "1": {**BASIC, "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}]},
    "2": {
        "name": "填空",
        "type": 1,
        "flds": [{"name": "Text"}, {"name": "Extra"}],
        "tmpls": [{"qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Extra}}"}],
    },
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """A package of notes (note type, fields), all in one deck, after `also` was run on its database."""

    def make(*notes: tuple[int, str, str], also: str = "", name: str = "x.apkg") -> Path:
        with closing(sqlite3.connect(":memory:")) as db:
            db.executescript(SCHEMA)
            db.execute("INSERT INTO col VALUES (?, ?)", (json.dumps(MODELS), json.dumps({"5": {"name": "小城"}})))
            for number, (kind, *fields) in enumerate(notes, 1):
                row = (number, f"guid{number}", kind, 0, "", "\x1f".join(fields))
                db.execute("INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)", row)
                db.execute("INSERT INTO cards VALUES (?, ?, 5, 0, 0)", (number, number))
            db.executescript(also)
            data = db.serialize()
        with zipfile.ZipFile(tmp_path / name, "w") as archive:
            archive.writestr("collection.anki2", data)
        return tmp_path / name

    return make


@pytest.fixture
def add(anki: Any) -> Callable[..., Any]:
    """Add a note by the name of its type, its deck and its fields in order."""

    def make(kind: str, deck: str, *fields: str, tags: str = "") -> Any:
        note = anki.col.new_note(anki.col.models.by_name(kind))
        for place, text in enumerate(fields):
            note.fields[place] = text
        note.tags = tags.split()
        anki.col.add_note(note, anki.col.decks.id(deck))
        return note

    return make


@pytest.fixture
def study(anki: Any) -> Callable[..., list[str]]:
    """Answer the cards of a deck with these buttons; the first fields of their notes, in the order of the replies."""

    def answer(deck: str, *buttons: int) -> list[str]:
        anki.col.decks.select(anki.col.decks.id(deck))
        seen = []
        for button in buttons:
            card = anki.col.sched.getCard()
            card.start_timer()
            anki.col.sched.answerCard(card, button)
            seen.append(card.note().fields[0])
        return seen

    return answer


@pytest.fixture
def zstd() -> Any:
    """What packs as the newest Anki does, where there is anything."""
    for name in ("compression.zstd", "backports.zstd"):
        with suppress(ImportError):
            return import_module(name)
    pytest.skip("no module for zstd: Python 3.14 has one, the package backports.zstd is another")


@pytest.fixture(params=["legacy", "zstd"])
def send(anki: Any, tmp_path: Path, request: pytest.FixtureRequest) -> Callable[..., Path]:
    """Export all decks as the real Anki does, in both layouts."""
    from anki.collection import ExportAnkiPackageOptions

    if request.param == "zstd":
        request.getfixturevalue("zstd")

    def export(name: str = "back.apkg", *, scheduling: bool = True) -> Path:
        options = ExportAnkiPackageOptions(
            with_scheduling=scheduling, with_deck_configs=False, with_media=False, legacy=request.param == "legacy"
        )
        anki.col.export_anki_package(out_path=str(tmp_path / name), options=options, limit=None)
        return tmp_path / name

    return export
