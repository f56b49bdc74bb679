"""The cards always fit the log: after replies, corrections, undo, other settings, and in old files."""

import sqlite3
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.model import Deck, Review, Verdict
from quiz.study import Log, Session
from quiz.study.cards import fold_log
from quiz.study.schedule import Settings
from quiz.study.tables import MIGRATIONS

TABLES = ("session", "review", "card", "mark")


def dump(log: Log) -> dict[str, list[Any]]:
    return {table: log.database.read(f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}


def assert_fits(log: Log) -> None:
    """The cards kept are those that the whole log comes to."""
    kept = {("course", name): card for name, card in log.cards("course").items()}
    with log.database.transaction() as connection:
        made = {(deck, name): card for deck, name, card in fold_log(connection, log.schedule)}
    assert kept == made


def step(session: Session, random: Random) -> None:
    """Something a learner does with the current question."""
    match random.randrange(8):
        case 0:
            session.skip()
        case 1:
            session.mark(random.choice(("suspended", "starred")))
        case 2:
            session.answer(["第四"])
            session.count_right()
        case 3:
            session.answer(["第五"])
        case _:
            question = session.current()
            session.answer([question.blanks[0].answer], random.randrange(5))  # type: ignore[union-attr]  # a cloze


@pytest.mark.parametrize("mode", ["order", "review"])
def test_undo_restores_every_row_and_due_date_thirty_deep(course: Deck, log: Log, clock: Any, mode: Any) -> None:
    random = Random(3)
    older = Session.begin(course, log, clock)
    for _ in range(20):  # cards with a past
        step(older, random)
        clock.wait(3000)
    clock.wait(4 * 86400)
    session = Session.begin(course, log, clock, mode=mode)
    states = []
    for _ in range(40):
        states.append((dump(log), session.current(), session.answered))
        step(session, random)
        clock.wait(random.randrange(90))
    assert_fits(log)
    while states:
        assert session.undo() is not None
        before, question, answered = states.pop()
        assert dump(log) == before
        assert (session.current(), session.answered) == (question, answered)
        if not states[9:]:
            assert_fits(log)


def test_undo_opens_a_finished_session_again(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    for _ in range(4):
        before = dump(log)
        session.answer(["山"] if session.answered < 3 else ["田", "湖"])
    session.close()
    session.undo()
    assert dump(log) == before
    assert Session.begin(deck, log, clock).resumed


def test_other_settings_compute_the_cards_anew(course: Deck, log_path: Path, clock: Any) -> None:
    random = Random(5)
    due: list[list[int]] = []
    for settings in (Settings(), Settings(retention=0.8), Settings(fuzz=False), Settings()):
        with Log(log_path, settings) as log:
            for _ in range(0 if due else 3):
                session = Session.begin(course, log, clock, fresh=True)
                for _ in range(15):
                    step(session, random)
                    clock.wait(86400)
            assert_fits(log)
            due.append([card.due for card in log.cards("course").values()])
            log.take_back(1)  # and a change of the log with cards of other settings
            log.add(replace(log.reviews(1)[-1], question="s19-2"))
            assert_fits(log)
            log.take_back(1)
    assert due[0] != due[1]


def test_two_settings_at_once_agree_with_whoever_wrote_last(log_path: Path, course: Deck, clock: Any) -> None:
    with Log(log_path) as one, Log(log_path, Settings(retention=0.8)) as other:
        sessions = [Session.begin(course, log, clock, mode="random") for log in (one, other)]
        for turn in range(6):
            sessions[turn % 2].answer(["第一"])
            assert_fits((one, other)[turn % 2])


def test_a_reply_and_its_card_are_saved_together_or_not_at_all(
    log: Log, course: Deck, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = Session.begin(course, log, clock)
    session.answer(["第一"])
    before = dump(log)

    def fail(*_: object) -> None:
        raise QuizError("no room")

    with monkeypatch.context() as patch:
        patch.setattr("quiz.study.cards._put", fail)
        with pytest.raises(QuizError, match="no room"):
            session.answer(["第一"])
    assert dump(log) == before
    session.answer(["第一"])
    assert_fits(log)


def test_a_skip_and_an_unanswered_question_have_no_card(log: Log, course: Deck, clock: Any) -> None:
    session = Session.begin(course, log, clock)
    session.skip()
    assert log.cards("course") == {}
    session.answer(["第一"])
    assert list(log.cards("course")) == ["s01-0"]


def test_hints_lower_the_rating_also_of_what_is_counted_right(log: Log, deck: Deck, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山"], hints=1)
    session.answer(["水"], hints=3)
    session.answer(["木"], hints=2)
    session.count_right()
    assert [(review.verdict, review.rating) for review in log.reviews(1)] == [
        (Verdict.RIGHT, 2),
        (Verdict.RIGHT, 1),
        (Verdict.RIGHT, 2),
    ]


def test_a_file_of_the_first_version_opens_with_its_replies_and_cards(log_path: Path, review: Any) -> None:
    log_path.parent.mkdir(parents=True)
    old = sqlite3.connect(log_path)
    for statement in MIGRATIONS[0]:
        old.execute(statement)
    old.execute("PRAGMA user_version = 1")
    old.execute("INSERT INTO session (deck, mode, queue, started) VALUES ('d1', 'order', '[\"q1\"]', 5)")
    values = ("d1", "q1", 1_772_325_000_000, 480, "order", '["\\u5c71", ""]', "right", 3, 2.5, 1, 0)
    old.execute(
        'INSERT INTO review (deck, question, at, "offset", mode, given, verdict, rating, seconds, session, overruled) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        values,
    )
    old.commit()
    old.close()
    with Log(log_path) as log:
        assert log.reviews(1) == [review()]
        assert log.open_session("d1", "order") == (1, ("q1",))
        assert log.cards("d1")["q1"].last == 1_772_325_000_000
        log.add(review(question="q2"))
        assert set(log.cards("d1")) == {"q1", "q2"}
    kept = log_path.parent / "backups" / "log-version-1.sqlite3"
    copy = sqlite3.connect(kept)
    assert copy.execute("PRAGMA user_version").fetchone() == (1,)
    assert copy.execute("SELECT count(*) FROM review").fetchone() == (1,)
    copy.close()


def test_a_log_opened_for_reading_is_not_touched(log_path: Path, course: Deck, clock: Any) -> None:
    with Log(log_path) as log:
        Session.begin(course, log, clock).answer(["第一"])
        expected = log.cards("course")
    before = {path.name: path.read_bytes() for path in log_path.parent.iterdir()}
    with Log(log_path, Settings(), reading=True) as reading:
        assert reading.cards("course") == expected
        with pytest.raises(ValueError, match="for reading"):
            reading.take_back(1)
    with Log(log_path, Settings(retention=0.7), reading=True) as reading:
        assert reading.cards("course").keys() == expected.keys()
    assert {path.name: path.read_bytes() for path in log_path.parent.iterdir()} == before
    with Log(log_path.with_name("none.sqlite3"), reading=True) as empty:
        assert empty.cards("course") == {}
    assert not log_path.with_name("none.sqlite3").exists()


def reply(at: int, verdict: Verdict, mode: str, session: int) -> Review:
    rating = 3 if verdict is Verdict.RIGHT else 1
    return Review("course", "q", at, 0, mode, (), verdict, rating, 1.0, session)


def test_what_was_studied_in_anki_takes_its_place_in_time(log: Log) -> None:
    hour = 3_600_000
    here, there = log.start("course", "order", ("q",), 0), log.start("course", "anki", (), 0)
    log.add(reply(100 * hour, Verdict.WRONG, "order", here))
    log.add(reply(50 * hour, Verdict.RIGHT, "anki", there))
    assert_fits(log)
    assert log.latest("course") == {"q": Verdict.WRONG}
    assert log.cards("course")["q"].last == 100 * hour
    log.add(reply(200 * hour, Verdict.RIGHT, "anki", there))
    assert log.latest("course") == {"q": Verdict.RIGHT}
    assert log.cards("course")["q"].last == 200 * hour
