"""The file picker: walking folders, finding by name, typing a path, making a deck of a report."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Play = Callable[..., list[str]]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """~/资料 with a folder, reports, a deck and what cannot be read."""
    place = tmp_path / "资料"
    (place / "往年").mkdir(parents=True)
    for name in ("往年/旧稿.md", "渔村.txt", "海洋.docx", "farm.yaml", "照片.jpg", ".藏着.txt", "empty.txt"):
        (place / name).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(place)


def keys(typed: str) -> list[str]:
    """Letters apart, for `play` takes a word of them for the name of a key."""
    return typed.split() if re.fullmatch("[a-z ]+", typed) else [typed]


def test_it_lists_folders_and_what_can_be_read(play: Play) -> None:
    text = "\n".join(play("o", drill=False))
    assert [name for name in ("~/资料", "往年/", "渔村.txt", "海洋.docx", "farm.yaml") if name not in text] == []
    assert "照片" not in text
    assert "藏着" not in text


def test_arrows_enter_and_backspace_walk(play: Play, desk: Any) -> None:
    assert "旧稿.md" in "\n".join(play("o", "enter", drill=False))
    assert "渔村.txt" in "\n".join(play("o", "enter", "backspace", drill=False))
    play("o", "down", "down", "enter", drill=False)
    assert Path(desk.asked[0].split(" ", 1)[1]).name == "farm.yaml"


@pytest.mark.parametrize("typed", ["f a r m", " 'farm.yaml' ", "~/资料/farm.yaml"])
def test_a_deck_by_a_part_of_its_name_or_by_its_path(play: Play, desk: Any, typed: str) -> None:
    assert "渔村今年" in "".join(play("o", *keys(typed), "enter", drill=False))
    assert Path(desk.asked[0].split(" ", 1)[1]) == Path.cwd() / "farm.yaml"
    assert desk.asked[-1] == "begin resume"


def test_letters_find_chinese_names(play: Play, desk: Any) -> None:
    play("o", "h", "y", "enter", drill=False)
    assert desk.asked[0] == f"make {Path.cwd() / '海洋.docx'}"


def test_a_typed_folder_is_walked_into(play: Play) -> None:
    assert "旧稿.md" in "\n".join(play("o", "./往年", "enter", drill=False))
    assert "farm.yaml" in "\n".join(play("o", "enter", "..", "enter", "..", "enter", "资料", "enter", drill=False))


def test_a_report_is_made_into_a_deck_first(play: Play, desk: Any) -> None:
    assert "渔村今年" in "".join(play("o", "渔村", "enter", drill=False))
    assert desk.asked == [f"make {Path.cwd() / '渔村.txt'}", "open kept.yaml", "open kept.yaml", "begin resume"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("missing.yaml", "missing.yaml: there is no such file"), ("empty.txt", "empty.txt: there is no text in it")],
)
def test_a_file_that_cannot_be_used(play: Play, name: str, sentence: str) -> None:
    lines = play("o", name, "enter", drill=False)
    assert sentence in "\n".join(lines)
    assert "Esc Back" in lines[-1]


def test_the_meter_shows_how_far_it_is(play: Play, desk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from threading import Event

    go_on = Event()
    shown: list[str] = []

    def make(path: Path, progress: Callable[[float], None]) -> Path:
        progress(0.42)
        go_on.wait(30)
        return path.with_suffix(".yaml")

    async def look(pilot: Any) -> None:
        while not shown or "42%" not in shown[-1]:
            await pilot.pause()
            shown.append(str(pilot.app.screen.query_one("Meter").render()))
        go_on.set()

    monkeypatch.setattr(desk, "make", make)
    play("o", "渔村", "enter", drill=False, then=look)
    assert shown[-1].startswith("Making questions of 渔村.txt")
    assert shown[-1].endswith("42%")


def test_escape_goes_back_and_the_folder_is_kept(play: Play) -> None:
    assert "小港镇" in "".join(play("o", "escape", drill=False))
    assert "旧稿.md" in "\n".join(play("o", "enter", "escape", "o", drill=False))
