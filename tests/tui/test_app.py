"""What holds for every screen: looks, leaving, the language, faults."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot

from quiz import paths
from quiz.tui.app import QuizApp
from quiz.tui.desk import Start
from quiz.tui.theme import DARK, LIGHT

Play = Callable[..., list[str]]


def test_ctrl_t_changes_between_dark_and_light(play: Play) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        seen.append(pilot.app.theme)

    play("ctrl+t", then=look)
    play("ctrl+t", "ctrl+t", then=look)
    assert seen == [LIGHT.name, DARK.name]


@pytest.mark.parametrize(("drill", "keys"), [(True, ["escape"]), (True, ["ctrl+c"]), (False, ["q"]), (False, ["ｑ"])])
def test_leaving_asks_nothing_and_is_no_error(desk: Any, drill: bool, keys: list[str]) -> None:
    async def inside() -> int | None:
        app = QuizApp(desk, Start(desk.deck if drill else None), desk.begin(desk.deck) if drill else None)
        async with app.run_test() as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            assert app._exit
        return app.return_code

    assert asyncio.run(inside()) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_report_is_shown_in_every_language(play: Play, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("QUIZ_LANG", language)
    text = "".join(play())
    assert "渔村今年修好了＿＿＿＿码头" in text
    assert "0/3" in text


def test_a_fault_is_kept_in_a_file(play: Play, desk: Any) -> None:
    desk.begin = lambda *_, **__: 1 / 0
    with pytest.raises(ZeroDivisionError):
        play("enter", drill=False)
    assert "ZeroDivisionError" in paths.crash_log().read_text(encoding="utf-8")


def test_a_window_too_small_says_so(play: Play) -> None:
    text = " ".join(" ".join(play(size=(30, 9))).split())
    assert text.startswith("The window is too small")
    assert "渔村" not in text
