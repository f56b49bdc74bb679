"""A review asks what is due, the weakest first, then new questions, within the caps and one of a sentence a day."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from quiz.model import Deck
from quiz.study import Log, Session
from quiz.study.days import day_date, study_day
from quiz.study.planning import PEAK, Goal, goal_of, plan, set_goal
from quiz.study.reviewing import plan_today, review_queue
from quiz.study.schedule import Settings

DAY = 86_400


def study(course: Deck, log: Log, clock: Any, right: bool = True) -> list[str]:
    """Review all that is due now; what was asked, in order."""
    session = Session.begin(course, log, clock, mode="review", fresh=True)
    order = []
    while question := session.current():
        order.append(question.id)
        session.answer([question.blanks[0].answer if right or order.count(question.id) > 1 else "无"])  # type: ignore[union-attr]  # clozes
        clock.wait(20)
    session.close()
    return order


def queue(course: Deck, log: Log, clock: Any) -> list[str]:
    return [question.id for question in review_queue(log, course.id, course.questions, clock())]


def test_new_questions_come_up_to_the_cap_one_of_a_sentence(course: Deck, log: Log, clock: Any) -> None:
    first = study(course, log, clock)
    assert first == [f"s{n:02}-0" for n in range(20)]
    clock.wait(3600)
    assert not {name for name in queue(course, log, clock) if not name.endswith("-0")}  # no more new ones today
    clock.wait(DAY)
    assert {name[-1] for name in queue(course, log, clock)} == {"0"}  # their sentences are due themselves


def test_the_caps_hold_over_several_sessions_of_a_day(course: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path, Settings(new=7, reviews=5)) as log:
        repeated = []
        for day in range(8):
            known = set(log.cards("course"))
            asked = set(study(course, log, clock)) | set(study(course, log, clock))
            assert len(asked - known) == (7 if day < 8 else 0)
            repeated.append(len(asked & known))
            clock.wait(DAY)
        assert max(repeated) == 5
        assert repeated[1] == 5


def test_the_weakest_come_first(course: Deck, log: Log, clock: Any) -> None:
    for day in range(3):
        study(course, log, clock, right=day != 1)
        clock.wait(DAY)
    answer = Session.begin(course, log, clock, only=["s07-0"])
    answer.answer(["无"])  # the last to be answered and yet not the surest
    clock.wait(30 * DAY)
    at = int(clock().timestamp() * 1000)
    cards = log.cards("course")
    due = [name for name in queue(course, log, clock) if name in cards]
    recall = [log.schedule.recall(cards[name], at) for name in due]
    assert recall == sorted(recall)
    assert len(set(recall)) > 1
    assert len(due) == 20


def test_sentences_meet_on_one_day_only_when_burying_is_off(course: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path, Settings(new=60, bury=False)) as log:
        order = study(course, log, clock)
        assert len(order) == 60
        places = {name: place for place, name in enumerate(order)}
        for n in range(20):
            mine = sorted(places[f"s{n:02}-{turn}"] for turn in range(3))
            assert min(mine[1] - mine[0], mine[2] - mine[1]) > 10


def test_a_month_of_study_never_asks_two_of_a_sentence_on_a_day(course: Deck, log: Log, clock: Any) -> None:
    for day in range(30):
        study(course, log, clock, right=day % 4 != 1)
        clock.wait(DAY)
    rows = log.database.read("SELECT DISTINCT day, question FROM review")
    assert max(Counter((day, name[:3]) for day, name in rows).values()) == 1
    assert len(log.cards("course")) == 60  # and yet everything was begun


def test_what_was_forgotten_comes_back_the_same_day(course: Deck, log: Log, clock: Any) -> None:
    study(course, log, clock, right=False)
    clock.wait(15 * 60)
    assert set(queue(course, log, clock)) == {f"s{n:02}-0" for n in range(20)}


def test_a_card_from_the_future_is_due(course: Deck, log: Log, clock: Any) -> None:
    clock.wait(60 * 365 * DAY)  # the clock was wrong
    study(course, log, clock)
    clock.wait(-60 * 365 * DAY)
    assert "s00-0" in queue(course, log, clock)
    study(course, log, clock)
    assert max(card.last for card in log.cards("course").values()) <= clock().timestamp() * 1000


def test_a_review_of_yesterday_is_not_resumed(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="review")
    session.answer(["第一"])
    clock.wait(3600)
    assert Session.begin(course, log, clock, mode="review").resumed
    clock.wait(DAY)
    session = Session.begin(course, log, clock, mode="review")
    assert not session.resumed
    assert session.current() is not None


def test_the_plan_for_an_exam_shares_out_the_new_questions() -> None:
    settings = Settings()
    today = 20_000
    exam = Goal(day_date(today + 30), repetition=10)
    assert plan(exam, 60, today, settings).new == 3
    assert plan(exam, 61, today, settings).new == 4
    assert plan(exam, 0, today, settings).new == 0
    assert plan(exam, 60, today + 19, settings).new == 60  # the last day for new ones
    assert plan(exam, 60, today + 20, settings).new == 6  # late: over what is left
    assert plan(exam, 60, today + 29, settings).new == 60
    for gone in (30, 31, 100):
        assert plan(exam, 60, today + gone, settings) == plan(None, 60, today, settings)
    retention = [plan(exam, 60, today + day, settings).retention for day in range(30)]
    assert retention == sorted(retention)
    assert retention[16] == settings.retention < retention[17]
    assert retention[29] == pytest.approx(settings.retention + (PEAK - settings.retention) * 13 / 14)
    assert plan(exam, 60, today + 25, Settings(retention=0.99)).retention == 0.99
    assert [plan(exam, 60, today + day, settings).final for day in (22, 23)] == [False, True]


def test_everything_is_seen_in_time_for_the_exam(course: Deck, log: Log, clock: Any) -> None:
    date = clock().date() + timedelta(days=12)
    set_goal(log, "course", Goal(date, repetition=4))
    assert plan_today(log, "course", course.questions, clock()).new == 8
    for day in range(12):
        if day == 8:
            assert len(log.cards("course")) == 60
        study(course, log, clock)
        clock.wait(DAY)
    assert clock().date() == date
    at = int(clock().timestamp() * 1000)
    known = [log.schedule.recall(card, at) for card in log.cards("course").values()]
    assert min(known) > 0.9


def test_near_the_exam_the_unseen_come_first_then_the_weakest(course: Deck, log: Log, clock: Any) -> None:
    for _ in range(3):
        study(course, log, clock)
        clock.wait(2 * DAY)
    before = set(queue(course, log, clock))
    set_goal(log, "course", Goal(clock().date() + timedelta(days=3), repetition=1))
    order = queue(course, log, clock)
    cards = log.cards("course")
    seen = [name in cards for name in order]
    assert seen[0] is False
    assert seen.index(True) == plan_today(log, "course", course.questions, clock()).new
    assert set(order) > before & set(cards)  # those less sure than the plan wants are in it too


def test_a_goal_is_kept_and_forgotten(log: Log, clock: Any) -> None:
    goal = Goal(clock().date(), 3)
    assert goal_of(log, "course") is None
    set_goal(log, "course", Goal(clock().date(), 9))
    set_goal(log, "course", goal)
    assert goal_of(log, "course") == goal
    assert goal_of(log, "d1") is None
    with pytest.raises(ValueError, match="fewer than none"):
        set_goal(log, "course", Goal(clock().date(), -1))
    set_goal(log, "course", None)
    assert goal_of(log, "course") is None
    assert study_day(clock()) == 20513
