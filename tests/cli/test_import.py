"""`quiz import` and `quiz push` as they are typed."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]
FRONT_BACK = {
    "name": "问答",
    "type": 0,
    "flds": [{"name": "Front"}, {"name": "Back"}],
    "tmpls": [{"qfmt": "{{Front}}", "afmt": "{{Back}}"}],
}


@pytest.fixture
def studied(quiz: Quiz, deck: Path, tmp_path: Path) -> Path:
    """The small deck exported, and answered twice in an Anki played by SQL."""
    quiz("export", deck.name)
    package = deck.with_suffix(".apkg")
    data = zipfile.ZipFile(package).read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(data)
        (card,) = db.execute("SELECT min(id) FROM cards").fetchone()
        for at, button in ((1740000000000, 1), (1740000600000, 3), (1740000700000, 0)):
            db.execute("INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 1, 2500, 4500, 1)", (at, card, button))
        db.execute("UPDATE notes SET mod = mod + 60, flds = replace(flds, '源头', '源头活水') WHERE sfld = 'one1'")
        db.commit()
        data = db.serialize()
    back = tmp_path / "back.apkg"
    with zipfile.ZipFile(back, "w") as archive:
        archive.writestr("collection.anki2", data)
    return back


@pytest.fixture
def strange(tmp_path: Path) -> Path:
    """A package of two notes that were made in Anki, one of them without an answer."""
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(
            "CREATE TABLE col (models, decks); CREATE TABLE cards (id INTEGER PRIMARY KEY, nid, did, odid, ord);"
            "CREATE TABLE notes (id INTEGER PRIMARY KEY, guid, mid, mod, tags, flds);"
            "CREATE TABLE revlog (id INTEGER PRIMARY KEY, cid, ease, time);"
            "INSERT INTO notes VALUES (1, 'a', 7, 0, ' 易错 ', '河有____条。\x1f两'), (2, 'b', 7, 0, '', '问\x1f');"
            "INSERT INTO cards VALUES (1, 1, 5, 0, 0), (2, 2, 5, 0, 0);"
            "INSERT INTO revlog VALUES (1700000000000, 1, 3, 900);"
        )
        db.execute("INSERT INTO col VALUES (?, ?)", (json.dumps({"7": FRONT_BACK}), '{"5": {"name": "县志"}}'))
        data = db.serialize()
    path = tmp_path / "县志.apkg"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("collection.anki2", data)
    return path


def test_reviews_are_taken_and_counted_once(quiz: Quiz, studied: Path, deck: Path) -> None:
    done = quiz("import", studied.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "1 question was changed in Anki; --texts takes the change",
        "2 reviews of 1 question taken from Anki, 0 known before",
    ]
    assert quiz("import", studied.name, deck.name).stderr.splitlines()[-1] == (
        "0 reviews of 0 questions taken from Anki, 2 known before"
    )
    listed = json.loads(quiz("list", "--json").stdout)
    assert not [row for row in listed if row["problem"]]


def test_texts_are_taken_when_asked(quiz: Quiz, studied: Path, deck: Path) -> None:
    assert "1 question as it was changed in Anki" in quiz("import", studied.name, "--texts").stderr
    assert "text: 河水要从【源头活水|根子】治起。" in deck.read_text(encoding="utf-8")
    assert "changed in Anki" not in quiz("import", studied.name).stderr


def test_a_strange_package_is_a_deck_named_after_it(quiz: Quiz, strange: Path, tmp_path: Path) -> None:
    done = quiz("import", strange.name)
    assert done.stderr.splitlines() == ["县志.yaml: 1 question", "  1 note not used: no answer on the back"]
    text = (tmp_path / "县志.yaml").read_text(encoding="utf-8")
    assert "text: 河有【两】条。" in text
    assert "tags: [易错]" in text
    assert quiz("check", "县志.yaml").returncode == 0
    assert "1 review of 1 question taken" in quiz("import", strange.name, "--reviews").stderr


def test_a_file_that_is_no_package_is_one_sentence(quiz: Quiz, deck: Path) -> None:
    done = quiz("import", deck.name)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "is not an Anki package" in done.stderr


def test_a_push_without_anki_is_one_sentence(quiz: Quiz, deck: Path) -> None:
    done = quiz("push", deck.name, "--address", "http://127.0.0.1:9")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "start Anki with the add-on AnkiConnect" in done.stderr
