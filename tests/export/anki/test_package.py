"""The package as bytes: repeatable, compressed, nothing left behind, refused when Anki could do nothing with it."""

import io
import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.export.anki import Ledger, export
from quiz.export.anki.ledger import digest
from quiz.export.anki.notetype import FIELDS, MODEL, REVISED, TEMPLATE, model_json
from quiz.model import Cloze, Deck

NOW = 1740000000


def rows(package: bytes, query: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        return db.execute(query).fetchall()


def test_the_same_deck_gives_the_same_bytes(town: Deck) -> None:
    package, ledger = export(town, Ledger(), NOW)
    assert export(town, Ledger(), NOW) == (package, ledger)
    assert export(town, ledger, NOW + 86400) == (package, ledger)


def test_a_corrected_text_keeps_guid_and_model_time(town: Deck) -> None:
    package, ledger = export(town, Ledger(), NOW)
    first, *rest = town.questions
    edited = replace(town, title="改了名的小城", questions=(replace(first, lead="公告里说："), *rest))
    query = "SELECT guid, mod FROM notes ORDER BY id"
    changed = rows(export(edited, ledger, NOW + 60)[0], query)
    assert [guid for guid, _mod in changed] == [guid for guid, _mod in rows(package, query)]
    assert [mod for _guid, mod in changed] == [NOW + 60, NOW, NOW]


def test_two_decks_share_no_guid_and_no_deck_id(town: Deck) -> None:
    first, second = (export(replace(town, id=name), Ledger(), NOW)[1] for name in ("a", "b"))
    assert not first.notes.keys() & second.notes.keys()
    assert not first.decks.keys() & second.decks.keys()
    assert first.models == second.models


def test_headings_that_differ_in_case_share_a_deck(
    make_cloze: Callable[..., Cloze], make_deck: Callable[..., Deck]
) -> None:
    sections = [("Plan",), ("PLAN",), ("",), (" \u3000", "::")]
    questions = [make_cloze(f"q{n}", "甲", ("乙", "", ()), section=section) for n, section in enumerate(sections)]
    (decks,) = rows(export(make_deck(*questions), Ledger(), NOW)[0], "SELECT decks FROM col")[0]
    assert sorted(deck["name"] for deck in json.loads(decks).values()) == [
        "Default",
        "小城一年",
        "小城一年::Plan",
        "小城一年::：：",
    ]


def test_nothing_is_left_on_the_disk(town: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    package, _ledger = export(town, Ledger(), NOW)
    assert list(tmp_path.iterdir()) == []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        assert [entry.compress_type for entry in archive.infolist()] == [zipfile.ZIP_DEFLATED] * 2
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_ids_are_positive_also_at_the_beginning_of_time(town: Deck) -> None:
    found = rows(export(town, Ledger(), 0)[0], "SELECT id FROM notes UNION ALL SELECT id FROM cards")
    assert all(0 < number < 1 << 53 for (number,) in found)


def test_what_anki_could_do_nothing_with_is_refused(town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    with pytest.raises(QuizError, match="小城一年: has no questions"):
        export(replace(town, questions=()), Ledger(), NOW)
    with pytest.raises(QuizError, match="question q9 has no blank"):
        export(replace(town, questions=(make_cloze("q9", "没有空。"),)), Ledger(), NOW)


def test_the_note_type_is_frozen() -> None:
    """Anki takes an added, renamed or moved field for another note type, and updates no old note any more."""
    assert " ".join(FIELDS) == "编号 题文 前文 后文 提示 补充 出处 备用1 备用2 备用3"
    assert digest(*map(str, FIELDS.values())) == "b49cb7ca5fe8f3fc"
    assert (MODEL, TEMPLATE) == (1626872061034, 2565162805966910)


def test_a_new_look_has_a_new_time() -> None:
    """Decks exported for the first time take the look's own time, so it moves whenever the look does."""
    assert (REVISED, digest(json.dumps(model_json(), sort_keys=True))) == (1735689600, "a063abe8324568f4")
