"""Planning an exam, and dates as people type them."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from quiz.study.planning import Goal
from quiz.tui.dates import read_date

Play = Callable[..., list[str]]
TODAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2031-12-31", date(2031, 12, 31)),
        ("2031年6月1日", date(2031, 6, 1)),
        ("12-31", date(2031, 12, 31)),
        ("12月31日", date(2031, 12, 31)),
        (" １２／３１ ", date(2031, 12, 31)),
        ("5-4", TODAY),
        ("5-3", date(2032, 5, 3)),
        ("2月29日", date(2032, 2, 29)),
        ("+30", date(2031, 6, 3)),
        ("30天后", date(2031, 6, 3)),
        ("2031-02-30", None),
        ("13-1", None),
        ("30", None),
        ("", None),
        ("明天", None),
    ],
)
def test_dates(typed: str, meant: date | None) -> None:
    assert read_date(typed, TODAY) == meant


def test_a_plan_is_told_while_one_types_and_kept(play: Play, desk: Any) -> None:
    text = "\n".join(play("m", "p", *"+3", drill=False))
    assert "2031-05-07 · 3 days left" in text
    assert "1 new question a day, so that all 3 are learned before it." in text
    play("m", "p", "12月31日", "enter", drill=False)
    goal, _plan = desk.goal(desk.deck)
    assert goal == Goal(date(2031, 12, 31), 7)


def test_the_days_for_repetition(play: Play, desk: Any) -> None:
    play("m", "p", *"+30", "down", "backspace", "9", "enter", drill=False)
    assert desk.goal(desk.deck)[0].repetition == 9
    text = "\n".join(play("m", "p", "down", "backspace", "x", "enter", drill=False))
    assert "from 0 to 365" in text


@pytest.mark.parametrize(("typed", "said"), [("2030-01-01", "This date is over."), ("不久", "not understood")])
def test_a_date_that_will_not_do_is_not_kept(play: Play, desk: Any, typed: str, said: str) -> None:
    assert said in "\n".join(play("m", "p", typed, "enter", drill=False))
    assert desk.goal(desk.deck) is None


def test_removing_a_plan(play: Play, desk: Any) -> None:
    desk.set_goal(desk.deck, Goal(date(2031, 12, 31)))
    lines = play("m", "p", drill=False)
    assert "2031-12-31" in "\n".join(lines)
    assert "Ctrl+R Remove the plan" in lines[-1]
    play("m", "p", "ctrl+r", drill=False)
    assert desk.goal(desk.deck) is None
