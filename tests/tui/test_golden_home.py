"""The home screen and what opens from it as text files; QUIZ_UPDATE_GOLDEN=1 writes them anew."""

import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz.study.figures import Counts
from quiz.study.planning import Goal

GOLDEN = Path(__file__).parent / "golden"
# Of each screen the keys that lead to it from the screen before; the first is the home screen.
SCREENS: dict[str, list[str]] = {
    "decks": [],
    "menu": ["m"],
    "plan": ["p"],
    "picker": ["escape", "o", "down"],
    "palette": ["escape", "ctrl+p"],
    "search": ["escape", "slash", "果园"],
}


@pytest.fixture
def _everything(desk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Decks with every number, an exam, answers of today; files to pick."""
    counts = Counts(questions=40, new=25, learning=3, due=9, today=9, suspended=2, starred=4, wrong=6, reviews=70)
    goal = Goal(date(2031, 6, 3))
    desk.set_goal(desk.deck, goal)
    desk.rows[0] = replace(desk.rows[0], questions=40, right=10, due=8, counts=counts, goal=goal)
    desk.begin(desk.deck).answer(["两座"])
    place = tmp_path / "资料"
    (place / "往年").mkdir(parents=True)
    for name in ("渔村.txt", "海洋.docx", "farm.yaml"):
        (place / name).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(place)


@pytest.mark.usefixtures("_everything")
@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_screens(
    play: Callable[..., list[str]],
    type_keys: Callable[[Pilot[None], str], Awaitable[None]],
    screen_text: Callable[[App[None]], list[str]],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    language: str,
) -> None:
    monkeypatch.setenv("QUIZ_LANG", language)
    texts: dict[Path, str] = {}

    async def walk(pilot: Pilot[None]) -> None:
        for name, keys in SCREENS.items():
            for key in keys:
                await type_keys(pilot, key)
            await pilot.pause()
            path = GOLDEN / f"{name}-{language}-{size[0]}x{size[1]}.txt"
            texts[path] = "\n".join(screen_text(pilot.app)).rstrip() + "\n"

    play(drill=False, size=size, then=walk)
    for path, text in texts.items():
        if os.environ.get("QUIZ_UPDATE_GOLDEN"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), path.name
