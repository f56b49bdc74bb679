"""The menu of a deck: every way on, with what there is of it or why there is nothing."""

from collections.abc import Callable
from typing import Any

import pytest

Play = Callable[..., list[str]]


def line(lines: list[str], name: str) -> str:
    return next(line.strip() for line in lines if name in line)


def test_each_way_says_how_much_there_is(play: Play, desk: Any) -> None:
    desk.begin(desk.deck).answer(["两座"])
    desk.mark(desk.deck, "q3", "suspended")
    lines = play("m", drill=False)
    assert line(lines, "In order") == "2  In order            2 questions · unfinished"
    assert line(lines, "Mistakes").endswith("1 question")
    assert line(lines, "3 lives").endswith("2 questions")
    assert line(lines, "Race").endswith("to 5 right")
    assert line(lines, "Statistics").endswith("1 answer")
    assert line(lines, "Plan").endswith("no date yet")


def test_what_is_closed_says_why_and_cannot_be_chosen(play: Play, desk: Any) -> None:
    assert line(play("m", drill=False), "Mistakes") == "Mistakes            no mistakes"
    play("m", "5", drill=False)
    assert not any(asked.startswith("begin") for asked in desk.asked)


@pytest.mark.parametrize(
    ("key", "mode"),
    [
        ("1", "resume review"), ("４", "resume browse"), ("6", "fresh challenge"),
    ],
)  # fmt: skip
def test_a_key_begins_a_drill(play: Play, desk: Any, key: str, mode: str) -> None:
    play("m", key, drill=False)
    assert desk.asked[-1] == f"begin {mode}"


def test_the_two_challenges_are_two(play: Play, desk: Any) -> None:
    play("m", "7", drill=False)
    assert desk.unfinished(desk.deck, "challenge") is None
    play("m", "7", "三座", "enter", "escape", drill=False)
    waiting = desk.unfinished(desk.deck, "challenge")
    assert waiting is None or waiting.lives == 3


def test_starting_over_from_the_menu(play: Play, desk: Any) -> None:
    desk.begin(desk.deck).answer(["两座"])
    lines = play("m", "down", drill=False)
    assert "Enter Go on  n Start over" in lines[-1]
    play("m", "down", "n", drill=False)
    assert desk.asked[-1] == "begin fresh"


def test_escape_goes_back(play: Play) -> None:
    assert "山里的果园" in "".join(play("m", "escape", drill=False))
