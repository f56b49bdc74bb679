"""A fault of the program leaves a short note for the user and the details in a file."""

import sys
from pathlib import Path

import pytest

from quiz import paths
from quiz.faults import keep_traceback


def note(message: str) -> str:
    with pytest.raises(ZeroDivisionError) as caught:
        _fail(message)
    return keep_traceback(caught.value)


def _fail(message: str) -> None:
    raise ZeroDivisionError(message)


def test_the_note_is_short_and_the_details_are_kept() -> None:
    text = note("清水 \x1b[2J\n\udcff")
    assert 1 <= len(text.splitlines()) <= 3
    assert "ZeroDivisionError" in text
    assert "\x1b" not in text
    assert str(paths.crash_log()) in text
    details = paths.crash_log().read_text(encoding="utf-8")
    assert details.startswith("Traceback")
    assert "test_faults.py" in details


@pytest.mark.skipif(sys.platform == "win32", reason="a file as a folder fails otherwise there")
def test_without_a_place_for_the_details_the_note_still_comes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "file"))
    text = note("清水")
    assert "清水" in text
    assert "error.log" not in text
