"""The log gives back what was put in: replies, sessions, the newest verdicts."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz.model import Review, Verdict
from quiz.study import Log

MakeReview: TypeAlias = Callable[..., Review]


def test_a_reply_comes_back_as_it_was(log: Log, review: MakeReview) -> None:
    session = log.start("d1", "order", ["q1", "q2"], 7)
    replies = [
        review(session),
        replace(review(session, "q2", Verdict.WRONG), given=("\ud800\0'\"\n",), overruled=False, offset=-210),
        replace(review(session, "q1", Verdict.SKIPPED), given=(), at=5),  # the clock was set back
    ]
    for reply in replies:
        log.add(reply)
    assert log.reviews(session) == replies
    assert log.reviews(session + 1) == []


def test_the_log_is_there_after_closing(log_path: Path, review: MakeReview) -> None:
    with Log(log_path) as log:
        log.add(review(log.start("d1", "order", ["q1"], 0)))
    with Log(log_path) as log:
        assert log.reviews(1) == [review()]


def test_the_newest_unfinished_session_is_open(log: Log) -> None:
    assert log.open_session("d1", "order") is None
    first = log.start("d1", "order", ["q1"], 0)
    second = log.start("d1", "order", ["q2", "q1"], 0)
    log.start("d1", "exam", ["q3"], 0)
    log.start("d2", "order", ["q4"], 0)
    assert log.open_session("d1", "order") == (second, ("q2", "q1"))
    log.finish(second, 1)
    assert log.open_session("d1", "order") == (first, ("q1",))
    log.finish(first, 1)
    assert log.open_session("d1", "order") is None


def test_the_last_reply_of_the_session_is_taken_back(log: Log, review: MakeReview) -> None:
    one, other = log.start("d1", "order", [], 0), log.start("d1", "order", [], 0)
    log.add(review(one))
    log.add(review(one, "q2", Verdict.SKIPPED))
    log.add(review(other, "q3"))
    assert log.take_back(one) == review(one, "q2", Verdict.SKIPPED)
    assert log.take_back(one) == review(one)
    assert log.take_back(one) is None
    assert log.reviews(other) == [review(other, "q3")]


def test_the_last_reply_of_the_session_is_overruled(log: Log, review: MakeReview) -> None:
    one, other = log.start("d1", "order", [], 0), log.start("d1", "order", [], 0)
    wrong = replace(review(one, verdict=Verdict.WRONG), rating=1)
    for reply in (wrong, wrong, replace(wrong, session=other)):
        log.add(reply)
    log.overrule(one)
    assert log.reviews(one) == [wrong, replace(wrong, verdict=Verdict.RIGHT, rating=3, overruled=True)]
    assert log.reviews(other) == [replace(wrong, session=other)]


def test_the_latest_verdict_is_the_last_logged_that_is_no_skip(log: Log, review: MakeReview) -> None:
    session = log.start("d1", "order", [], 0)
    log.add(review(session, "q1", Verdict.WRONG))
    log.add(replace(review(session, "q1", Verdict.PARTLY), at=1))  # earlier by the clock only
    log.add(review(session, "q1", Verdict.SKIPPED))
    log.add(review(session, "q2", Verdict.SKIPPED))
    log.add(replace(review(session, "q1"), deck="d2"))
    assert log.latest("d1") == {"q1": Verdict.PARTLY}
    assert log.latest("d3") == {}


def test_a_fault_of_the_program_is_not_blamed_on_the_file(log: Log, review: MakeReview) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        log.add(review(session=12345))
    log.add(review(log.start("d1", "order", [], 0)))  # the log is as good as before
