"""The list of commands, and keys that the user has changed."""

from collections.abc import Callable
from typing import Any

import pytest

from quiz.settings import Preferences

Play = Callable[..., list[str]]


def test_a_command_by_a_part_of_its_name(play: Play, desk: Any) -> None:
    assert "Plan the exam" in "\n".join(play("ctrl+p", *"ways", "enter", drill=False))
    play("ctrl+p", *"race", "enter", drill=False)
    assert desk.asked[-1] == "begin resume race"
    assert "小港镇" in "\n".join(play("ctrl+p", "escape", drill=False))


def test_letters_find_chinese_commands(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_LANG", "zh")
    assert "Esc" in play("ctrl+p", *"dkwj", "enter", drill=False)[-1]


def test_an_action_of_the_app(play: Play) -> None:
    seen: list[str] = []

    async def look(pilot: Any) -> None:
        seen.append(pilot.app.theme)

    play("ctrl+p", *"dark", "enter", drill=False, then=look)
    assert seen == ["quiz-light"]


def test_keys_of_the_users_own(play: Play, desk: Any) -> None:
    desk._preferences = Preferences(keys=(("menu", "f6,w"), ("undo", "f7")), theme="light")
    lines = play(drill=False)
    assert "F6 More ways" in lines[-1]
    for key in ("f6", "ｗ"):
        assert "Plan the exam" in "\n".join(play(key, drill=False))
    assert "Plan the exam" not in "\n".join(play("m", drill=False))
    assert "Taken back" in "\n".join(play("三座", "enter", "f7"))
    assert "Taken back" not in "\n".join(play("三座", "enter", "u"))


def test_a_key_taken_from_another_action_leaves_it_its_others(play: Play, desk: Any) -> None:
    desk._preferences = Preferences(keys=(("next", "f8"),))
    assert "老街" in "".join(play("三座", "enter", "f8"))
    assert "1/3" in "".join(play("三座", "enter"))
