"""The end of a session."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

Play = Callable[..., list[str]]
ALL = ["三座", "enter", "enter", "enter", "enter", "清洁船", "enter", "enter"]


def test_counts_and_what_to_review(play: Play) -> None:
    text = "\n".join(play(*ALL))
    assert "✓ 2 right   ◐ 0 partly right   ✗ 1 wrong" in text
    assert " min " in text
    assert "二、老街的事" in text
    assert "①【青砖】、黛瓦、②【石板路】" in text
    assert "渔村" not in text


def test_drill_those_again(play: Play, desk: Any) -> None:
    text = "".join(play(*ALL, "r"))
    assert desk.asked[-1] == "begin resume q2"
    assert "0/1" in text
    assert "①＿＿＿＿、黛瓦" in text


def test_all_right_leaves_nothing_to_review(play: Play) -> None:
    text = "\n".join(play("两座", "enter", "c", "enter", "enter", "c", "enter", "enter", "c", "enter"))
    assert "✓ 3 right" in text
    assert "Nothing to review" in text
    assert "Drill these again" not in text


def test_done_goes_home(play: Play) -> None:
    lines = play("enter", *ALL, "enter", drill=False)
    assert "山里的果园" in "".join(lines)


def test_a_deck_without_questions_is_over_at_once(play: Play, desk: Any) -> None:
    desk.deck = replace(desk.deck, questions=())
    assert "There is nothing to ask." in "\n".join(play())


def test_a_finished_session_is_not_resumed(play: Play) -> None:
    play(*ALL, "enter")
    assert "0/3" in "".join(play())
