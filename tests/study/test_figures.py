"""The figures are what counting by hand over the log and the cards gives."""

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Any

import pytest

from quiz.model import Deck, Review, Verdict
from quiz.study import Log, Session, history
from quiz.study.counts import Counts, counts
from quiz.study.days import day_date, study_day
from quiz.study.figures import MATURE, forecast, hardest, mastery
from quiz.study.marks import mark
from quiz.study.retention import overall, retention
from quiz.study.reviewing import is_due, review_queue
from quiz.study.schedule import State
from quiz.study.wrongbook import wrong_book

DAY = 86_400


@pytest.fixture(scope="module")
def studied(
    course: Deck, make_clock: Any, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[Review], datetime]:
    """Months of replies at odd hours, in two zones, with pauses of days: the file, the replies, the time at the end."""
    random, clock = Random(11), make_clock()
    path = tmp_path_factory.mktemp("year") / "log.sqlite3"
    reviews: list[Review] = []
    with Log(path) as log:
        for _ in range(30):
            session = Session.begin(course, log, clock, mode="random", fresh=True)
            for _ in range(random.randrange(1, 25)):
                question = session.current()
                assert question is not None
                clock.wait(random.choice((3, 40, 4000)))
                if random.random() < 0.1:
                    session.skip()
                else:
                    right = random.random() < 0.75
                    session.answer([question.blanks[0].answer if right else "无"])  # type: ignore[union-attr]  # a cloze
            reviews += log.reviews(session._number)
            clock.now = clock.now.astimezone(timezone(timedelta(hours=random.choice((8, -5)))))
            clock.wait(random.choice((0, 1, 1, 2, 7)) * DAY + random.randrange(DAY))
    return path, reviews, clock.now


@pytest.fixture
def year(studied: tuple[Path, list[Review], datetime], log_path: Path, clock: Any) -> list[Review]:
    path, reviews, clock.now = studied
    log_path.parent.mkdir(parents=True)
    copyfile(path, log_path)
    return reviews


def day_of(review: Review) -> int:
    return study_day(datetime.fromtimestamp(review.at / 1000, timezone(timedelta(minutes=review.offset))))


def test_the_counts_of_a_deck(year: list[Review], course: Deck, log: Log, clock: Any) -> None:
    mark(log, "course", "s00-0", "suspended", 0)
    mark(log, "course", "s01-0", "rejected", 0)
    mark(log, "course", "s02-0", "starred", 0)
    mark(log, "course", "gone", "suspended", 0)
    smaller = replace(course, questions=course.questions[:50])  # the log knows more than the deck
    cards = {name: card for name, card in log.cards("course").items() if smaller.question(name)}
    hidden = {"s00-0", "s01-0"}
    asked = {name: card for name, card in cards.items() if name not in hidden}
    end = (clock() - timedelta(hours=4)).replace(hour=4, minute=0, second=0, microsecond=0) + timedelta(days=1)
    assert counts(log, smaller, clock()) == Counts(
        questions=50,
        new=48 - len(asked),
        learning=sum(card.state is not State.REVIEW for card in asked.values()),
        due=sum(is_due(card, clock()) for card in asked.values()),
        today=sum(card.due < end.timestamp() * 1000 for card in asked.values()),
        suspended=2,
        starred=1,
        wrong=len(wrong_book(log, "course") & set(asked)),
        reviews=sum(review.verdict is not Verdict.SKIPPED for review in year),
    )
    assert counts(log, smaller, clock()).due > 0
    assert 0 < counts(log, smaller, clock()).wrong < 30


def test_what_is_due_is_what_a_review_asks(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, only=[f"s{n:02}-0" for n in range(15)])
    while question := session.current():
        session.answer([question.blanks[0].answer])  # type: ignore[union-attr]  # a cloze
    for wait in (300, 400, DAY, 2 * DAY, 9 * DAY):
        clock.wait(wait)
        asked = review_queue(log, "course", course.questions, clock())
        known = log.cards("course")
        assert sum(question.id in known for question in asked) == counts(log, course, clock()).due


def test_the_edge_of_the_study_day(course: Deck, log: Log, clock: Any) -> None:
    Session.begin(course, log, clock, only=["s00-0"]).answer(["第一"])
    end = int(datetime(2026, 3, 2, 4, tzinfo=clock().tzinfo).timestamp() * 1000)
    for due, today in ((end - 1, 1), (end, 0)):
        log.database.write("UPDATE card SET state = 2, step = NULL, due = ?", due)
        assert counts(log, course, clock()).due == counts(log, course, clock()).today == today
        assert is_due(log.cards("course")["s00-0"], clock()) == bool(today)
        assert forecast(log, course, clock(), 2) == (today, 1 - today)
    now = int(clock().timestamp() * 1000)
    for due, soon in ((now, 1), (now + 1, 0)):
        log.database.write("UPDATE card SET state = 1, step = 0, due = ?", due)
        assert counts(log, course, clock()).due == is_due(log.cards("course")["s00-0"], clock()) == soon
        assert counts(log, course, clock()).today == 1


def test_a_new_deck_has_plain_figures(course: Deck, log: Log, clock: Any) -> None:
    assert counts(log, course, clock()) == Counts(60, 60, 0, 0, 0, 0, 0, 0, 0)
    assert set(forecast(log, course, clock())) == {0}
    assert [(row.section, row.questions, row.seen, row.recall) for row in mastery(log, course, clock())] == [
        ("第0部分", 30, 0, 0.0),
        ("第1部分", 30, 0, 0.0),
    ]
    assert hardest(log, course) == ()
    assert history.calendar(log, clock()) == ()
    assert retention(log, clock()) == ()
    assert history.streak(log, clock()) == history.Streak(0, 0)
    assert history.today(log, clock()) == history.Day(date(2026, 3, 1), 0, 0, 0.0)
    assert history.seconds_spent(log) == 0
    assert overall(()).share is None


@pytest.mark.usefixtures("year")
def test_the_forecast_counts_every_card_once(course: Deck, log: Log, clock: Any) -> None:
    today = study_day(clock())
    zone = clock().tzinfo
    by_day = Counter(
        max(0, study_day(datetime.fromtimestamp(card.due / 1000, zone)) - today)
        for card in log.cards("course").values()
    )
    days = forecast(log, course, clock(), 400)
    assert days == tuple(by_day[day] for day in range(400))
    assert days[0] == counts(log, course, clock()).today > 0
    assert sum(days) == len(log.cards("course"))


@pytest.mark.usefixtures("year")
def test_mastery_by_section(course: Deck, log: Log, clock: Any) -> None:
    cards, latest = log.cards("course"), log.latest("course")
    at = int(clock().timestamp() * 1000)
    for section, row in zip(("第0部分", "第1部分"), mastery(log, course, clock()), strict=True):
        names = [question.id for question in course.questions if question.provenance.section == (section,)]
        seen = [cards[name] for name in names if name in cards]
        assert (row.section, row.questions, row.seen) == (section, 30, len(seen))
        assert row.right == sum(latest.get(name) is Verdict.RIGHT for name in names)
        assert row.mature == sum(card.stability >= MATURE for card in seen)
        assert row.recall == pytest.approx(sum(log.schedule.recall(card, at) for card in seen) / 30)


def test_the_hardest_go_wrong_most(year: list[Review], course: Deck, log: Log) -> None:
    rows = hardest(log, course, 20)
    assert len(rows) == 20
    keys = [(row.lapses, (row.wrong + 1) / (row.replies + 2)) for row in rows]
    assert keys == sorted(keys, reverse=True)
    for row in rows:
        mine = [review for review in year if review.question == row.question.id and review.rating]
        assert (row.replies, row.wrong) == (len(mine), sum(review.verdict is not Verdict.RIGHT for review in mine))
        assert row.lapses == log.cards("course")[row.question.id].lapses


def test_the_calendar_and_the_streak(year: list[Review], log: Log, clock: Any) -> None:
    counted = [review for review in year if review.verdict is not Verdict.SKIPPED]
    by_day = Counter(day_of(review) for review in counted)
    rows = history.calendar(log, clock())
    assert {row.date: row.replies for row in rows} == {day_date(day): count for day, count in by_day.items()}
    assert sum(row.right for row in rows) == sum(review.verdict is Verdict.RIGHT for review in counted)
    assert history.seconds_spent(log, "course") == pytest.approx(sum(min(review.seconds, 300) for review in year))
    assert history.seconds_spent(log, "other") == 0
    assert history.calendar(log, clock(), "other") == ()
    days = [min(by_day) + n for n in range(max(by_day) - min(by_day) + 1)]
    runs = "".join("x" if day in by_day else " " for day in days).split()
    assert history.streak(log, clock()).longest == max(map(len, runs)) > 1


def test_a_streak_lives_until_the_end_of_the_next_day(course: Deck, log: Log, clock: Any) -> None:
    current = []
    for wait in (0, DAY, DAY, DAY):
        clock.wait(wait)
        current.append(history.streak(log, clock()).current)
        Session.begin(course, log, clock, only=["s00-0"]).answer(["第一"])
    clock.wait(DAY + 19 * 3600)  # half past three in the night after the next day
    current.append(history.streak(log, clock()).current)
    clock.wait(3600)
    assert [*current, history.streak(log, clock()).current] == [0, 1, 2, 3, 4, 0]
    Session.begin(course, log, clock, only=["s00-0"]).answer(["第一"])
    assert history.streak(log, clock()) == history.Streak(1, 4)
    assert history.today(log, clock()).replies == 1
    clock.wait(-3 * DAY)  # a clock that was wrong: what is ahead does not count
    assert history.streak(log, clock()) == history.Streak(3, 3)


def test_retention_is_the_share_of_first_repetitions_remembered(year: list[Review], log: Log, clock: Any) -> None:
    last: dict[str, int] = {}
    expected: dict[int, list[int]] = {}
    for review in year:
        day, name = day_of(review), review.question
        if not review.rating:
            continue
        if name in last and last[name] < day:
            figures = expected.setdefault(day, [0, 0, 0, 0])
            old = day - last[name] >= 21
            figures[2 * old] += review.rating > 1
            figures[2 * old + 1] += 1
        last[name] = max(day, last.get(name, day))
    rows = retention(log, clock(), days=365)
    assert {row.date: [row.young_right, row.young, row.mature_right, row.mature] for row in rows} == {
        day_date(day): figures for day, figures in expected.items()
    }
    whole = overall(rows)
    assert whole.mature > 5
    assert whole.share == pytest.approx(0.75, abs=0.1)


def test_only_the_first_reply_of_a_day_tells_what_was_remembered(course: Deck, log: Log, clock: Any) -> None:
    for replies in (["第一"], ["无", "第一", "第一"], ["第一", "无"]):
        for reply in replies:
            Session.begin(course, log, clock, only=["s00-0"]).answer([reply])
        clock.wait(DAY)
    assert [(row.young_right, row.young) for row in retention(log, clock())] == [(0, 1), (1, 1)]


@pytest.mark.sweep
def test_a_hundred_thousand_replies_are_counted_at_once(
    course: Deck, log: Log, clock: Any, review: Callable[..., Review]
) -> None:
    """Each figure in less than 0.2 s, the best of three as the machine has other work."""
    session, random = log.start("course", "order", [], 0), Random(1)
    one = replace(review(session), deck="course")
    start = one.at - 365 * DAY * 1000
    deck = replace(course, questions=tuple(replace(course.questions[n % 60], id=f"q{n}") for n in range(10_000)))
    with log.database.transaction() as connection:
        row = '(session, deck, question, at, "offset", mode, given, verdict, rating, seconds, overruled)'
        values = (
            (
                session,
                "course",
                f"q{random.randrange(10_000)}",
                start + n * 315_360,
                480,
                "order",
                "[]",
                *verdict,
                9.0,
                0,
            )
            for n, verdict in enumerate(random.choices((("right", 3), ("wrong", 1)), (85, 15), k=100_000))
        )
        connection.executemany(f"INSERT INTO review {row} VALUES ({', '.join('?' * 11)})", values)
    log.refresh()
    for figure in (
        lambda: counts(log, deck, clock()),
        lambda: forecast(log, deck, clock()),
        lambda: mastery(log, deck, clock()),
        lambda: hardest(log, deck),
        lambda: history.calendar(log, clock()),
        lambda: history.streak(log, clock()),
        lambda: retention(log, clock()),
        lambda: history.seconds_spent(log),
    ):
        times = []
        for _ in range(3):
            begun = time.perf_counter()
            figure()
            times.append(time.perf_counter() - begun)
        assert min(times) < 0.2
