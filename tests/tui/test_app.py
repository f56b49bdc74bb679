"""What holds for every screen: looks, leaving, the language, faults."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from textual.binding import Binding
from textual.pilot import Pilot
from textual.theme import Theme

from quiz import paths
from quiz.settings import Preferences
from quiz.tui.app import QuizApp
from quiz.tui.desk import Start
from quiz.tui.page import Page
from quiz.tui.rows import Rows
from quiz.tui.theme import DARK, LIGHT

Play = Callable[..., list[str]]


def test_ctrl_t_changes_between_dark_and_light(play: Play) -> None:
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        seen.append(pilot.app.theme)

    play("ctrl+t", then=look)
    play("ctrl+t", "ctrl+t", then=look)
    assert seen == [LIGHT.name, DARK.name]


@pytest.mark.parametrize("wanted", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_look_that_is_set_colours_the_screen_from_the_start_and_changes(
    play: Play, desk: Any, wanted: Theme
) -> None:
    desk._preferences = Preferences(theme="dark" if wanted is DARK else "light")
    seen: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        seen.append(pilot.app.screen.styles.background.hex.lower())

    play(then=look, drill=False)
    play("ctrl+t", then=look, drill=False)
    other = LIGHT if wanted is DARK else DARK
    assert seen == [wanted.background, other.background]


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


ROADS = {
    "home": (False, []),
    "menu": (False, ["m"]),
    "picker": (False, ["o"]),
    "statistics": (False, ["s"]),
    "typing": (True, []),
    "answered": (True, ["两座", "enter"]),
    "edit": (True, ["enter", "e"]),
}


@pytest.mark.parametrize("road", ROADS)
def test_every_key_of_a_screen_is_in_its_help(play: Play, road: str) -> None:
    """Help is made of the bindings, so that nothing can be done by mouse alone or in secret."""
    drill, keys = ROADS[road]

    async def look(pilot: Pilot[None]) -> None:
        page, app = pilot.app.screen, pilot.app
        assert isinstance(page, Page)
        ours = {binding.action for node in (page, app) for binding in node.BINDINGS if isinstance(binding, Binding)}
        active = [found.binding for found in page.active_bindings.values() if found.node in (page, app)]
        wanted = {binding.action for binding in active if binding.action in ours and page.describe(binding)}
        assert {action.removeprefix("app.").removeprefix("screen.") for action in wanted} <= {
            hint.action.removeprefix("app.").removeprefix("screen.") for hint in page.hints()
        }
        assert len(wanted) > 3
        await pilot.press("f1")
        rows = "\n".join("".join(piece.text for piece in line) for line in app.screen.query_one(Rows).lines(200))
        assert all(" / ".join(hint.keys) in rows for hint in page.hints())

    play(*keys, drill=drill, then=look)


def test_a_fault_is_kept_in_a_file(play: Play, desk: Any) -> None:
    desk.begin = lambda *_, **__: 1 / 0
    with pytest.raises(ZeroDivisionError):
        play("enter", drill=False)
    assert "ZeroDivisionError" in paths.crash_log().read_text(encoding="utf-8")


def test_a_window_too_small_says_so(play: Play) -> None:
    text = " ".join(" ".join(play(size=(30, 9))).split())
    assert text.startswith("The window is too small")
    assert "渔村" not in text
