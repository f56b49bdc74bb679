"""The record of earlier exports decides what Anki takes for newer."""

import os
import stat
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.export.anki import Ledger, read_ledger, write_ledger
from quiz.export.anki.clozes import Numbered
from quiz.export.anki.ledger import stamped

FULL = Ledger(
    100,
    {"1": ("aa", 100)},
    {"2": ("bb", 101), "3": ("cc", 102)},
    {"n": ("dd", 103)},
    {"2": "小城::01 服务"},
    {"n": (Numbered(2, "春 天"), Numbered(1, "", gone=True))},
    {"n": "q1"},
    {"cards": "set"},
)


def test_only_what_changed_gets_a_new_time() -> None:
    old = {"same": ("a", 10), "changed": ("b", 10), "gone": ("c", 10)}
    new = stamped(old, {"same": "a", "changed": "B", "fresh": "d"}, now=20, first=15)
    assert new == {"same": ("a", 10), "changed": ("B", 20), "gone": ("c", 10), "fresh": ("d", 15)}


@pytest.mark.parametrize("now", [5, 10])
def test_a_change_is_later_also_when_the_clock_is_not(now: int) -> None:
    assert stamped({"n": ("a", 10)}, {"n": "b"}, now, now) == {"n": ("b", 11)}


def test_written_and_read_back(tmp_path: Path) -> None:
    write_ledger(tmp_path / "l.json", FULL)
    assert read_ledger(tmp_path / "l.json") == FULL
    lines = (tmp_path / "l.json").read_text(encoding="utf-8").splitlines()
    assert (
        len(lines)
        == 5
        + 8
        + sum(map(len, (FULL.models, FULL.decks, FULL.notes, FULL.names, FULL.clozes, FULL.questions, FULL.options)))
        + 5
    )


def test_a_record_of_the_first_version_is_read(tmp_path: Path) -> None:
    old = b'{"format": 1, "crt": 7, "models": {"1": "aa 8"}, "decks": {}, "notes": {"n": "dd 9"}}'
    (tmp_path / "l.json").write_bytes(old)
    assert read_ledger(tmp_path / "l.json") == Ledger(7, {"1": ("aa", 8)}, {}, {"n": ("dd", 9)})


def test_no_file_is_an_empty_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path / "none.json") == Ledger()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format": 3, "crt": 1, "models": {}, "decks": {}, "notes": {}}',
        b'{"format": 2, "crt": 1, "models": {}, "decks": {}, "notes": {}, "clozes": {"n": "x"}}',
        b'{"format": 2, "crt": 1, "models": {}, "decks": {}, "notes": {}, "names": {"n": 5}}',
        b'{"format": 1, "crt": -1, "models": {}, "decks": {}, "notes": {}}',
        b'{"format": 1, "crt": 1, "models": {}, "decks": [], "notes": {}}',
        b'{"format": 1, "crt": 1, "models": {}, "decks": {}, "notes": {"n": 5}}',
        b'{"format": 1, "crt": 1, "models": {}, "decks": {}, "notes": {"n": "dd"}}',
        b'{"format": 1, "crt": 1, "models": {}, "decks": {}, "notes": {"n": "dd 99999999999999999999"}}',
    ],
)
def test_garbage_is_refused_with_what_to_do(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "l\x1b.json").write_bytes(content)
    with pytest.raises(QuizError, match=r"l\\x1b\.json: .*delete it.*overwrites what you changed"):
        read_ledger(tmp_path / "l\x1b.json")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_no_missing_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "l.json")
    assert stat.S_ISFIFO((tmp_path / "l.json").stat().st_mode)
    with pytest.raises(QuizError, match="not a regular file"):
        read_ledger(tmp_path / "l.json")
