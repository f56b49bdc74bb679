"""The modes of a drill on the screen: what is told, when they end, how they are summed up."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from textual.pilot import Pilot

from quiz.study import Options
from quiz.tui.drill import DrillScreen
from quiz.tui.drillbar import DrillBar

Play = Callable[..., list[str]]
Type = Callable[[Pilot[None], str], Awaitable[None]]
SEED = Options(seed=1, lives=1, target=2, limit=60)


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The time, which stands still until a test sets another."""
    now = [datetime(2031, 5, 4, 9, tzinfo=UTC)]
    monkeypatch.setattr("quiz.desk.now", lambda: now[0])
    return now


def test_reading_shows_the_answers_and_grades_nothing(play: Play, desk: Any) -> None:
    text = shown(play(mode="browse"))
    assert "渔村今年修好了【三座】码头" in text
    assert "Read小港镇" in text
    assert "1/3" in text
    assert not any(word in text for word in ("Wrong", "Right", "Hint", "Skip"))
    text = shown(play("enter", "space", "enter", mode="browse"))
    assert "3questionsread." in text
    assert "review" not in text.lower()
    assert desk.counts(desk.deck).new == 3


def test_reading_goes_back(play: Play) -> None:
    text = shown(play("enter", "enter", "left", "u", "enter", mode="browse"))
    assert "【石板路】" in text
    assert "2/3" in text


def test_a_challenge_ends_with_the_last_life(play: Play) -> None:
    assert "♥1streak0" in shown(play(mode="challenge", options=SEED))
    text = shown(play("不知道", *["enter"] * 2, mode="challenge", options=SEED))
    assert "Thechallengeisover.Longeststreak:0" in text
    assert "✗1wrong" in text


def test_a_wrong_reply_counted_right_gives_the_life_back(play: Play) -> None:
    text = shown(play("enter", "c", mode="challenge", options=SEED))
    assert "♥1streak1" in text


def test_a_race_tells_the_time_and_ends_with_it(play: Play, frozen: list[datetime]) -> None:
    told: list[str] = []

    async def wait(pilot: Pilot[None]) -> None:
        screen = pilot.app.screen
        assert isinstance(screen, DrillScreen)
        for seconds in (21, 61):
            frozen[0] += timedelta(seconds=seconds)
            screen._tick()
            await pilot.pause()
            told.append(str(pilot.app.screen.query_one(DrillBar).render()) if seconds == 21 else "")

    text = shown(play(mode="race", options=SEED, then=wait))
    assert "✓ 0/2  0:39" in told[0]
    assert "Timeisup:0of2right." in text


def test_a_race_is_won(play: Play, desk: Any, frozen: list[datetime]) -> None:  # noqa: ARG001
    keys: list[str] = []
    for question in desk.begin(desk.deck, mode="race", options=SEED, fresh=True)._queue[:2]:
        for blank in desk.deck.question(question).blanks:
            keys += [blank.answer, "enter"]
        keys.append("enter")
    assert "Won:2rightintime." in shown(play(*keys, mode="race", options=SEED))


def test_a_key_after_the_end_of_a_race_answers_nothing(play: Play, frozen: list[datetime]) -> None:
    async def late(pilot: Pilot[None]) -> None:
        frozen[0] += timedelta(seconds=90)
        await pilot.press("enter", "enter")

    assert "Timeisup" in shown(play("晚", mode="race", options=SEED, then=late))


def test_a_review_brings_back_what_was_wrong(play: Play, desk: Any, make_cloze: Callable[..., Any]) -> None:
    desk.deck = replace(desk.deck, questions=(make_cloze(1, "河水要从源头治起。", "源头"),))
    assert "1left" in shown(play(mode="review"))
    text = shown(play("下游", "enter", "enter", mode="review"))
    assert "1left" in text
    assert "河水要从＿" in text
    assert "Thereviewoftodayisdone." in shown(play("源头", "enter", "enter", mode="review"))


def test_a_mode_without_questions_says_so(play: Play) -> None:
    text = shown(play(mode="wrong"))
    assert "Thereisnothingtoask." in text
    assert "everyanswerwasright" not in text


def test_the_longest_streak_is_told(play: Play) -> None:
    text = shown(play("三座", *["enter"] * 2, "青砖", "enter", "石板路", "enter", "八成", *["enter"] * 4))
    assert "Longeststreak:2" in text
