"""Packages that are none, or mean harm: one sentence, and nothing is left behind."""

import io
import os
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.export.anki.incoming import archive, open_package
from quiz.export.anki.incoming.archive import collection_file

Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where unpacked files go, empty again after every test."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def refusal(path: Path, scratch: Path) -> str:
    with pytest.raises(QuizError) as caught, open_package(path):
        pass
    assert list(scratch.iterdir()) == []
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message
    return message


def zipped(path: Path, *, method: int = zipfile.ZIP_DEFLATED, **entries: bytes) -> Path:
    with zipfile.ZipFile(path, "w", method) as file:
        for name, data in entries.items():
            file.writestr(name.replace("_", "."), data)
    return path


def test_what_is_no_package_is_refused(tmp_path: Path, scratch: Path) -> None:
    text = tmp_path / "a.apkg"
    text.write_text("不是压缩包", encoding="utf-8")
    assert "is not an Anki package" in refusal(text, scratch)
    assert "is not an Anki package" in refusal(zipped(tmp_path / "b.apkg", media=b"{}"), scratch)
    assert "cannot be read" in refusal(zipped(tmp_path / "c.apkg", collection_anki2=b"not a database"), scratch)
    assert "there is no such file" in refusal(tmp_path / "d.apkg", scratch)
    assert "is a folder" in refusal(tmp_path, scratch)
    cut = zipped(tmp_path / "e.apkg", collection_anki2=bytes(9999)).read_bytes()
    (tmp_path / "e.apkg").write_bytes(cut[:60] + bytes(10) + cut[70:])
    assert "damaged" in refusal(tmp_path / "e.apkg", scratch)


def test_a_bomb_is_left_before_it_fills_the_disk(
    tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 3_000_000)
    bomb = zipped(tmp_path / "bomb.apkg", collection_anki2=bytes(9_000_000))
    assert bomb.stat().st_size < 20_000
    assert "unpacks to more than 3 MB" in refusal(bomb, scratch)
    monkeypatch.setattr(archive, "MAX_ENTRIES", 5)
    many = zipped(tmp_path / "many.apkg", collection_anki2=b"", a=b"", b=b"", c=b"", d=b"", e=b"")
    assert "is not an Anki package" in refusal(many, scratch)


def test_another_compression_is_not_unpacked(tmp_path: Path, scratch: Path) -> None:
    path = zipped(tmp_path / "x.apkg", method=zipfile.ZIP_LZMA, collection_anki2=b"SQLite")
    assert "is not an Anki package" in refusal(path, scratch)


def test_nothing_but_the_collection_is_unpacked_and_under_our_name(tmp_path: Path, scratch: Path) -> None:
    path = tmp_path / "x.apkg"
    with zipfile.ZipFile(path, "w") as file:
        for name in ("../evil", "/evil", "collection.anki2", "0", "..\\evil"):
            file.writestr(name, b"data of " + name.encode())
    with collection_file(path) as unpacked:
        assert unpacked.read_bytes() == b"data of collection.anki2"
        assert [found for found in scratch.rglob("*") if found.is_file()] == [unpacked]
        assert unpacked.parent.stat().st_mode & 0o077 == 0
    assert list(scratch.iterdir()) == []
    assert not list(tmp_path.rglob("*evil*"))


def test_the_newest_collection_counts(tmp_path: Path) -> None:
    path = zipped(tmp_path / "x.apkg", collection_anki2=b"please update", collection_anki21=b"the real one")
    with collection_file(path) as unpacked:
        assert unpacked.read_bytes() == b"the real one"


def test_without_zstd_it_is_said_how_to_export(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_ZSTD", ("no.such.module",))
    path = zipped(tmp_path / "x.apkg", collection_anki2=b"please update", collection_anki21b=b"packed")
    assert "Support older Anki versions" in refusal(path, scratch)


def test_a_bomb_in_zstd_is_left_too(tmp_path: Path, scratch: Path, monkeypatch: pytest.MonkeyPatch, zstd: Any) -> None:
    monkeypatch.setattr(archive, "MAX_BYTES", 3_000_000)
    path = zipped(tmp_path / "x.apkg", collection_anki21b=zstd.compress(bytes(9_000_000)))
    assert "unpacks to more than 3 MB" in refusal(path, scratch)
    path = zipped(tmp_path / "y.apkg", collection_anki21b=b"(\xb5/\xfd but no more")
    assert "damaged" in refusal(path, scratch)


@pytest.mark.parametrize(
    "also",
    [
        "DROP TABLE revlog; DROP TABLE cards;",
        "ALTER TABLE notes RENAME TO others; CREATE VIEW notes AS SELECT * FROM others;",
        "CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END;",
        "UPDATE col SET models = '{';",
        "UPDATE col SET models = '[]';",
        "UPDATE col SET models = '{\"1\": 7}';",
        "UPDATE col SET decks = '" + "[" * 100_000 + "';",
        "DELETE FROM col;",
        "UPDATE notes SET mod = 'yesterday';",
        "UPDATE cards SET ord = NULL;",
        "CREATE TABLE notetypes (id, name, config); INSERT INTO notetypes VALUES (1, 'x', x'ffffff');",
        "UPDATE notes SET flds = zeroblob(40000000);",
    ],
)
def test_a_collection_that_is_not_as_anki_writes_it_is_one_sentence(also: str, write: Write, scratch: Path) -> None:
    assert "cannot be read" in refusal(write((1, "甲", "乙"), also=also), scratch)


def test_a_pipe_is_not_waited_for(tmp_path: Path, scratch: Path) -> None:
    os.mkfifo(tmp_path / "x.apkg")
    assert "is not a regular file" in refusal(tmp_path / "x.apkg", scratch)


def test_a_fault_in_the_callers_code_is_not_taken_for_the_package(write: Write) -> None:
    with pytest.raises(ValueError, match="mine"), open_package(write((1, "甲", "乙"))):
        raise ValueError("mine")


def test_half_of_a_database_is_one_sentence(write: Write, tmp_path: Path, scratch: Path) -> None:
    whole = zipfile.ZipFile(write(*[(1, f"问{n}" * 300, "答" * 300) for n in range(60)])).read("collection.anki2")
    for size in (5000, len(whole) // 2):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr("collection.anki2", whole[:size])
        (tmp_path / "half.apkg").write_bytes(file.getvalue())
        assert "cannot be read" in refusal(tmp_path / "half.apkg", scratch)
