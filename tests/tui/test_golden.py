"""Whole screens as text files; run with QUIZ_UPDATE_GOLDEN=1 to write them anew after a wanted change."""

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz.model import Kind
from quiz.study import Options

GOLDEN = Path(__file__).parent / "golden"
SCREENS: dict[str, tuple[bool, list[str]]] = {
    "home": (False, []),
    "drill": (True, ["三座", "enter", "enter", "青砖", "enter", "石"]),
    "verdict": (True, ["三座", "enter", "enter", "青砖", "enter", "水泥路", "enter", "enter"]),
    "help": (True, ["f1"]),
    "summary": (True, ["三座", "enter", "enter", "enter", "enter", "清洁船", "enter", "enter"]),
}


SIZES = [(80, 24), (40, 15), (120, 40)]


@pytest.mark.parametrize("name", SCREENS)
def test_screen(play: Callable[..., list[str]], screen_text: Callable[[App[None]], list[str]], name: str) -> None:
    texts: dict[Path, str] = {}

    async def resize(pilot: Pilot[None]) -> None:
        for width, height in SIZES:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            text = "\n".join(screen_text(pilot.app)).rstrip() + "\n"
            texts[GOLDEN / f"{name}-{width}x{height}.txt"] = text

    drill, keys = SCREENS[name]
    play(*keys, drill=drill, then=resize)
    for path, text in texts.items():
        if os.environ.get("QUIZ_UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), path.name


KINDS: dict[Kind, list[str]] = {
    "choice": ["a", "enter"],
    "multiple": ["a", "b", "enter"],
    "judge": ["y", "enter"],
    "order": ["3", "1", "2", "enter"],
    "short": ["潮位牌装上了", "enter", "enter", "enter"],
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", SIZES[:2])
def test_kinds(
    play: Callable[..., list[str]],
    deal: Callable[..., None],
    type_keys: Callable[[Pilot[None], str], Awaitable[None]],
    screen_text: Callable[[App[None]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    language: str,
) -> None:
    """Every kind asked, with something picked or typed, and answered, one under the other in one file."""
    monkeypatch.setenv("QUIZ_LANG", language)
    deal(*KINDS)
    screens: list[str] = []

    async def walk(pilot: Pilot[None]) -> None:
        for kind, keys in KINDS.items():
            for name, some in [("asked", []), ("picked", keys[:-1]), ("answered", keys[-1:])]:
                for key in some:
                    await type_keys(pilot, key)
                screens.append(f"--- {kind}, {name}\n" + "\n".join(screen_text(pilot.app)).rstrip() + "\n")
            await type_keys(pilot, "enter")

    play(size=size, then=walk)
    path = GOLDEN / f"kinds-{language}-{size[0]}x{size[1]}.txt"
    if os.environ.get("QUIZ_UPDATE_GOLDEN"):
        path.write_text("".join(screens), encoding="utf-8")
    assert "".join(screens) == path.read_text(encoding="utf-8"), path.name


WAYS: dict[str, tuple[str, list[str]]] = {
    "hints": ("order", ["f2", "f2", "f2", "f2"]),
    "difference": ("order", ["两座", "enter", "s", "c"]),
    "edit": ("order", ["enter", "e", "【", "ctrl+s"]),
    "read": ("browse", []),
    "challenge": ("challenge", ["f3"]),
    "challenge over": ("challenge", ["enter", "enter"]),
    "curate": ("curate", ["s", "e", "，新的", "ctrl+s"]),
}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", WAYS)
def test_way(
    play: Callable[..., list[str]],
    screen_text: Callable[[App[None]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    language: str,
) -> None:
    """What modes, hints, edits and curating look like, the sizes one under the other in one file."""
    monkeypatch.setenv("QUIZ_LANG", language)
    monkeypatch.setattr("quiz.desk.now", lambda: datetime(2031, 5, 4, 9, tzinfo=UTC))
    screens: list[str] = []

    async def resize(pilot: Pilot[None]) -> None:
        for width, height in SIZES[:2]:
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            text = "\n".join(screen_text(pilot.app)).rstrip()
            screens.append(f"--- {width}x{height}\n{text}\n")

    mode, keys = WAYS[name]
    play(*keys, mode=mode, options=Options(seed=1), then=resize)
    path = GOLDEN / f"{name.replace(' ', '-')}-{language}.txt"
    if os.environ.get("QUIZ_UPDATE_GOLDEN"):
        path.write_text("".join(screens), encoding="utf-8")
    assert "".join(screens) == path.read_text(encoding="utf-8"), path.name
