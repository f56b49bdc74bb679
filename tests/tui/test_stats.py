"""The statistics as a learner sees them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from quiz.model import Review, Verdict
from quiz.tui.home import HomeScreen
from quiz.tui.statsbars import bar, column, percent
from quiz.tui.statschart import columns, heat_map
from quiz.tui.wrap import Piece

Play = Callable[..., list[str]]
NOW = datetime(2031, 5, 4, 9, tzinfo=UTC)


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def text_of(line: list[Piece]) -> str:
    return "".join(piece.text for piece in line)


@pytest.fixture(autouse=True)
def _now(monkeypatch: pytest.MonkeyPatch, desk: Any) -> None:
    monkeypatch.setattr(desk, "clock", lambda: NOW)
    monkeypatch.setattr("quiz.desk.now", lambda: NOW)


@pytest.fixture
def studied(desk: Any, kinds: Any) -> Any:
    """Half a year of replies: every third question wrong, a pause of a month, today with two."""
    desk.deck = replace(desk.deck, questions=(*desk.deck.questions, *(kinds[name] for name in ("choice", "judge"))))
    questions = desk.deck.questions
    number = desk.log.start(desk.deck.id, "order", [question.id for question in questions], 0)
    count = 0
    for ago in range(180, -1, -2):
        for _ in range(0 if 60 < ago < 90 else 1 + ago % 5 if ago else 2):
            count += 1
            question, wrong = questions[count % len(questions)], count % 3 == 0
            at = int((NOW - timedelta(days=ago, seconds=600 - count)).timestamp() * 1000)
            verdict = Verdict.WRONG if wrong else Verdict.RIGHT
            given = (desk.deck.id, question.id, at, 0, "order", ("x",), verdict, 1 if wrong else 3, 20.0, number)
            desk.log.add(Review(*given))
    return desk


@pytest.fixture
def look(play: Play, type_keys: Any) -> Play:
    """Choose the statistics of a deck, or of all, on the home screen, then press keys."""

    def run(*keys: str, everything: bool = False, size: tuple[int, int] = (80, 24), then: Any = None) -> list[str]:
        async def inside(pilot: Pilot[None]) -> None:
            chosen = HomeScreen.Overview() if everything else HomeScreen.Chosen(Path("harbour.yaml"), "stats")
            pilot.app.post_message(chosen)
            for _ in range(3):
                await pilot.pause()
            for key in keys:
                await type_keys(pilot, key)
            if then is not None:
                await then(pilot)

        return play(size=size, drill=False, then=inside)

    return run


@pytest.mark.usefixtures("studied")
def test_all_that_was_done_and_is_coming(look: Play) -> None:
    text = shown(look(size=(80, 60)))
    assert "Today2answers" in text
    assert "Streak1day" in text
    assert "Answersaday" in text
    assert "Dueinthecomingdays" in text
    assert "Remembered,last30days" in text
    assert "一、海边的事" in text
    assert "Hardestquestions" in text
    assert "三座" not in text  # a hard question does not tell its answer here


@pytest.mark.usefixtures("studied")
def test_from_one_deck_to_all_and_back(look: Play) -> None:
    assert "小港镇" in look()[1]
    lines = look("a", size=(80, 60))
    assert "All decks" in lines[1]
    assert "Known,bydeck" in shown(lines)
    assert "小港镇" in look("a", "tab")[1]
    lines = look(everything=True)
    assert "All decks" in lines[1]
    assert "This deck" not in lines[-1]


@pytest.mark.usefixtures("studied")
def test_it_scrolls_in_a_small_terminal(look: Play) -> None:
    assert "Hardest" not in shown(look(size=(40, 15)))
    assert "Hardest" in shown(look("end", size=(40, 15)))
    assert "Today" in shown(look("end", "home", size=(40, 15)))


def test_nothing_done_is_no_error(look: Play) -> None:
    text = shown(look(size=(80, 60)))
    assert "Today0answers" in text
    assert "Noquestionwasrepeated" in text
    assert "Hardest" not in text
    assert "山里的果园" in shown(look("q"))


@pytest.mark.parametrize("width", [20, 36, 58, 76, 92])
def test_the_calendar_lines_up(width: int) -> None:
    today = date(2031, 5, 4)  # a Sunday
    lines = heat_map({today: 9, today - timedelta(days=7): 1}, today, width)
    days = [text_of(line) for line in lines[1:8]]
    assert {cell_len(line) for line in days} == {min(width, 57)}
    assert days[6].endswith("⠆⣿")
    assert all(cell_len(text_of(line)) <= width for line in lines)


def test_the_calendar_names_months_at_their_first_week() -> None:
    lines = heat_map({}, date(2031, 5, 7), 57)
    names, monday = text_of(lines[0])[4:], date(2031, 5, 5) - timedelta(weeks=52)
    assert (monday + timedelta(weeks=names.index("Jan"))).isoformat() == "2031-01-06"
    assert (text_of(lines[3])[-1], text_of(lines[4])[-1]) == ("⠄", " ")  # Thursday has not come


def test_the_forecast_shows_today_and_as_many_days_as_fit() -> None:
    lines = columns((8, 0, 1, *[2] * 27), date(2031, 5, 4), 64)
    assert text_of(lines[0]).startswith("  8 ⣿")
    assert text_of(lines[3]).startswith("  0 ⣿   ⣤ ⣿")
    assert "today" in text_of(lines[4])
    assert "5-11" in text_of(lines[4])
    assert all(cell_len(text_of(line)) <= 36 for line in columns([5] * 14, date(2031, 5, 4), 36))


def test_a_bar_is_as_long_as_its_share() -> None:
    assert text_of(bar(0.5, 10)) == "⣿" * 5 + "⣀" * 5
    assert text_of(bar(0.001, 4)) == "⡇⣀⣀⣀"
    assert text_of(bar(1, 4)) == "⣿⣿⣿⣿"
    assert column(1, 100, 2) == " ⣀"
    assert (percent(0.999), percent(0.001), percent(1), percent(0)) == ("99%", "1%", "100%", "0%")
