"""The list of decks, how they stand, and the way on from it."""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any

import pytest

from quiz.study.counts import Counts
from quiz.study.planning import Goal

Play = Callable[..., list[str]]


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40)])
def test_decks_with_how_they_stand(play: Play, size: tuple[int, int]) -> None:
    text = "\n".join(play(drill=False, size=size))
    assert "小港镇的一年：码头、老街与夜市" in text
    assert "unfinished" in text
    assert "33%" in text
    assert "山里的果园" in text
    assert "broken.yaml:3:1: questions: is n" in text


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


COUNTS = Counts(
    questions=40, new=25, learning=3, due=9, today=9, suspended=2, starred=4, wrong=6, reviews=70
)  # fmt: skip


@pytest.fixture
def full(desk: Any) -> Any:
    """A deck with every number, one that is new, and an exam in 30 days."""
    desk.rows[0] = desk.rows[0]._replace(
        questions=40, right=10, due=8, counts=COUNTS, goal=Goal(date(2031, 6, 3)), unfinished=True
    )
    return desk


def test_columns_line_up(play: Play, full: Any) -> None:
    del full
    lines = play(drill=False)
    head = next(line for line in lines if "due" in line)
    first = next(line for line in lines if "25%" in line)
    second = next(line for line in lines if " 0%" in line)
    for name, numbers in {"due": ("8", "0"), "new": ("25", "12"), "wrong": ("6", "0"), "starred": ("4", "0")}.items():
        end = head.index(name) + len(name)
        assert (first[:end].split()[-1], second[:end].split()[-1]) == numbers


def test_a_narrow_screen_says_the_numbers_in_words(play: Play, full: Any) -> None:
    del full
    text = "\n".join(play(drill=False, size=(40, 15)))
    assert "25%  due 8  new 25  wrong 6" in text
    assert "30 days left" in text


def test_the_first_line_tells_of_the_day(play: Play, full: Any) -> None:
    assert "nothing answered today yet · exam in 30 days" in play(drill=False)[1]
    session = full.begin(full.deck)
    session.answer(["三座"])
    session.answer(["水泥", "路", "全部"])
    assert "2 answers today · 50% right · exam in 30 days" in play(drill=False)[1]


def test_enter_reviews_what_is_due_and_says_so(play: Play, full: Any) -> None:
    assert "Enter Review" in play(drill=False)[-1]
    play("enter", drill=False)
    assert full.asked[-1] == "begin resume review"
    full.rows[0] = full.rows[0]._replace(due=0)
    assert "Enter Go on" in play(drill=False)[-1]
    assert "Enter Drill" in play("down", drill=False)[-1]
    play("enter", drill=False)
    assert full.asked[-1] == "begin resume"


@pytest.mark.parametrize("typed", ["果园", "g y"])
def test_the_search_leaves_the_titles_that_hold_it(
    play: Play,
    desk: Any,
    type_keys: Callable[[Any, str], Awaitable[None]],
    screen_text: Callable[[Any], list[str]],
    typed: str,
) -> None:
    seen: list[str] = []

    async def look(pilot: Any) -> None:
        seen.extend(screen_text(pilot.app))
        await type_keys(pilot, "enter")

    play("slash", *typed.split(), "enter", drill=False, then=look)
    assert "山里的果园" in "".join(seen)
    assert "小港镇" not in "".join(seen)
    assert "Esc All decks" in seen[-1]
    assert desk.asked[0] == "open farm.yaml"


def test_escape_ends_the_search_before_the_program(play: Play) -> None:
    lines = play("slash", "果园", "enter", "escape", drill=False)
    assert "小港镇" in "".join(lines)
    assert "No title has this in it." in "".join(play("slash", "没有这个", drill=False))


def test_without_decks_it_says_what_to_do(play: Play, desk: Any) -> None:
    desk.rows = []
    assert "There are no decks yet. Press o to open" in "\n".join(play(drill=False))
