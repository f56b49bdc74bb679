"""The list of decks, and the line to open another file."""

from collections.abc import Callable
from typing import Any

import pytest

Play = Callable[..., list[str]]


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
def test_decks_with_how_they_stand(play: Play, size: tuple[int, int]) -> None:
    text = "\n".join(play(drill=False, size=size))
    assert "小港镇的一年：码头、老街与夜市" in text
    assert "unfinished · 3 questions · 1 righ" in text
    assert "山里的果园" in text
    assert "12 questions · 0 right · 0 wrong" in text
    assert "broken.yaml:3:1: questions: is no" in text


def test_enter_drills_and_leaving_comes_back(play: Play, desk: Any) -> None:
    assert "渔村今年" in "".join(play("enter", drill=False))
    assert desk.asked == ["open harbour.yaml", "begin resume"]
    assert "山里的果园" in "".join(play("enter", "escape", drill=False))


def test_start_over_is_offered_for_an_unfinished_deck_only(play: Play, desk: Any) -> None:
    assert "n Start over" in play(drill=False)[-1]
    assert "n Start over" not in play("down", drill=False)[-1]
    play("n", drill=False)
    assert desk.asked[-1] == "begin fresh"


def test_a_broken_deck_cannot_be_chosen(play: Play, desk: Any) -> None:
    play("down", "down", "enter", drill=False)
    assert "open broken.yaml" not in desk.asked


@pytest.mark.parametrize("typed", ["farm.yaml", " 'farm.yaml' "])
def test_opening_a_deck_file(play: Play, desk: Any, typed: str) -> None:
    assert "渔村今年" in "".join(play("o", typed, "enter", drill=False))
    assert desk.asked[0] == "open farm.yaml"


def test_opening_a_report_makes_a_deck_first(play: Play, desk: Any) -> None:
    assert "渔村今年" in "".join(play("o", "报告.txt", "enter", drill=False))
    assert desk.asked == ["make 报告.txt", "open kept.yaml", "begin resume"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("missing.yaml", "missing.yaml: there is no such file"), ("empty.txt", "empty.txt: there is no text in it")],
)
def test_a_file_that_cannot_be_used(play: Play, name: str, sentence: str) -> None:
    assert sentence in "\n".join(play("o", name, "enter", drill=False))


def test_escape_closes_the_line_first(play: Play) -> None:
    lines = play("o", "x", "escape", drill=False)
    assert "q Quit" in lines[-1]
    assert "Esc Back" in play("o", drill=False)[-1]


def test_help_leaves_the_line_as_it_is(play: Play) -> None:
    lines = play("o", "x", "f1", "escape", drill=False)
    assert "Esc Back" in lines[-1]
    assert any(line.split() == ["x"] for line in lines)


def test_without_decks_it_says_what_to_do(play: Play, desk: Any) -> None:
    desk.rows = []
    assert "There are no decks yet. Press o" in "\n".join(play(drill=False))
