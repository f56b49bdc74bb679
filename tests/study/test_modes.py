"""Each mode asks its questions and ends in its own way; each can be left and resumed, but for a review of yesterday."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.model import Deck, Question, Verdict
from quiz.study import Log, Session
from quiz.study.history import best_run
from quiz.study.modes import MODES, Options
from quiz.study.wrongbook import wrong_book


def asked(session: Session) -> str:
    question = session.current()
    return question.id if question else ""


def reply(session: Session, *, right: bool) -> str:
    question = session.current()
    assert isinstance(question, Question)
    session.answer([question.blanks[0].answer if right else "第九"])  # type: ignore[union-attr]  # all are clozes
    return question.id


def finish(session: Session) -> list[str]:
    order = []
    while session.current():
        order.append(reply(session, right=True))
    session.close()
    return order


def answer(course: Deck, log: Log, clock: Any, **verdicts: bool) -> None:
    """Answer these questions: `s00_0=True` is a right reply to s00-0."""
    for name, right in verdicts.items():
        reply(Session.begin(course, log, clock, only=[name.replace("_", "-")]), right=right)


@pytest.mark.parametrize("mode", [mode for mode in MODES if mode != "wrong"])
def test_a_session_of_every_mode_is_resumed_where_it_was(course: Deck, log: Log, clock: Any, mode: Any) -> None:
    options = Options(seed=4, lives=3, target=50, limit=0)
    session = Session.begin(course, log, clock, mode=mode, options=options)
    for turn in range(5):
        session.skip() if mode == "browse" else reply(session, right=turn != 2)
    before = (session.total, session.answered, asked(session), session.standing(), session.summary())
    clock.wait(3600)
    session = Session.begin(course, log, clock, mode=mode)
    assert session.resumed
    assert session.options == options
    assert (session.total, session.answered, asked(session), session.standing(), session.summary()) == before
    assert Session.begin(course, log, clock, mode="order" if mode != "order" else "random").resumed is False


def test_the_random_order_follows_its_seed(course: Deck, log: Log, clock: Any) -> None:
    orders = []
    for seed in (1, 1, 2, None):
        orders.append(finish(Session.begin(course, log, clock, mode="random", options=Options(seed=seed))))
        clock.wait(60)
    assert orders[0] == orders[1]
    assert len({tuple(order) for order in orders}) == 3
    assert {len(set(order)) for order in orders} == {60}


def test_a_challenge_ends_with_the_last_life(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="challenge", options=Options(seed=1, lives=3))
    for right in (True, True, False, True, True, True, False, True):
        reply(session, right=right)
    standing = session.standing()
    assert (standing.right, standing.wrong, standing.streak, standing.best) == (6, 2, 1, 3)
    assert (standing.lives, standing.over) == (1, False)
    reply(session, right=False)
    assert (session.current(), session.over, session.standing().lives) == (None, True, 0)
    with pytest.raises(ValueError, match="is over"):
        session.answer(["第一"])
    assert best_run(log, "course") == 3
    session.undo()  # a slip of the finger is not the end
    assert session.current() is not None
    reply(session, right=False)
    session.close()
    assert not Session.begin(course, log, clock, mode="challenge").resumed
    session = Session.begin(course, log, clock, mode="challenge")
    assert session.standing().lives == 1
    for _ in range(5):
        reply(session, right=True)
    reply(Session.begin(course, log, clock, mode="challenge", fresh=True), right=True)
    assert (best_run(log, "course"), best_run(log, "course", "race")) == (5, 0)


def test_a_race_is_won_by_right_replies_in_time(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="race", options=Options(seed=1, target=3, limit=60))
    for right in (True, False, True, True):
        session.current()
        clock.wait(10)
        assert not session.over
        reply(session, right=right)
    standing = session.standing()
    assert (standing.won, standing.over, standing.elapsed, session.current()) == (True, True, 40, None)
    clock.wait(100)
    assert session.standing() == standing  # the clock stands still


def test_a_race_is_lost_when_its_time_runs_out(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="race", options=Options(seed=1, target=3, limit=60))
    session.current()
    clock.wait(50)
    reply(session, right=True)
    clock.wait(7200)  # the home screen
    session = Session.begin(course, log, clock, mode="race")
    assert (session.over, session.standing().elapsed) == (False, 50)
    question = session.current()
    clock.wait(10.5)
    assert (session.over, session.current(), session.standing().won) == (True, None, False)
    assert question is not None
    session.answer(["第一"])  # typed when the bell rang: kept, not counted
    assert session.standing().right == 1
    assert len(log.reviews(1)) == 2
    assert not Session.begin(course, log, clock, mode="race").resumed


def test_browsing_grades_and_counts_nothing(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="browse")
    with pytest.raises(ValueError, match="nothing is graded"):
        session.answer(["第一"])
    seen = []
    while session.current():
        seen.append(asked(session))
        session.skip()
    assert len(seen) == len(set(seen)) == session.total == session.answered == 60
    session.undo()
    assert asked(session) == seen[-1]
    assert log.cards("course") == {}
    assert log.latest("course") == {}


def test_the_wrong_book_lets_go_after_two_right_in_a_row(course: Deck, log: Log, clock: Any) -> None:
    answer(course, log, clock, s00_0=True, s01_0=False, s02_0=False, s03_0=False)
    answer(course, log, clock, s02_0=True, s03_0=True)
    answer(course, log, clock, s03_0=True)
    assert wrong_book(log, "course") == {"s01-0", "s02-0"}
    assert wrong_book(log, "course", 3) == {"s01-0", "s02-0", "s03-0"}
    assert wrong_book(log, "course", 1) == {"s01-0"}
    session = Session.begin(course, log, clock, mode="wrong")
    assert asked(session) == "s01-0"
    session.skip()  # neither in nor out
    assert wrong_book(log, "course") == {"s01-0", "s02-0"}
    assert finish(session) == ["s02-0", "s01-0"]
    assert wrong_book(log, "course") == {"s01-0"}
    answer(course, log, clock, s01_0=False)
    assert finish(Session.begin(course, log, clock, mode="wrong")) == ["s01-0"]
    assert finish(Session.begin(course, log, clock, mode="wrong")) == ["s01-0"]
    assert Session.begin(course, log, clock, mode="wrong").current() is None


def test_what_is_counted_right_or_taken_back_is_not_in_the_wrong_book(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock)
    reply(session, right=False)
    session.count_right()
    reply(session, right=False)
    session.undo()
    assert wrong_book(log, "course") == frozenset()


def test_suspended_and_rejected_questions_are_asked_in_no_mode(course: Deck, log: Log, clock: Any) -> None:
    answer(course, log, clock, s00_0=False, s01_0=False, s02_0=False)
    session = Session.begin(course, log, clock)
    assert session.mark("suspended")
    assert asked(session) == "s01-0"
    session.mark("rejected")
    session.mark("starred")
    assert not session.mark("starred")
    assert (asked(session), session.total, session.answered) == ("s02-0", 58, 0)
    gone = {"s00-0", "s01-0"}
    for mode in sorted(MODES, key=lambda mode: mode != "wrong"):
        order = set()
        clock.wait(1000 * 86400)
        session = Session.begin(course, log, clock, mode=mode, fresh=True, options=Options(seed=1, limit=0, target=99))
        while session.current():
            order.add(asked(session))
            session.skip() if mode == "browse" else reply(session, right=True)
        assert order
        assert not order & gone
    assert Session.begin(course, log, clock, only=["s00-0", "s05-0"]).total == 1


def test_a_mark_is_undone_in_its_turn(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock)
    reply(session, right=True)
    session.mark("suspended")
    reply(session, right=False)
    assert session.last() is not None
    assert session.last().question.id == "s02-0"  # type: ignore[union-attr]  # asserted above
    assert session.undo() == course.question("s02-0")
    assert session.undo() == course.question("s01-0")
    assert session.undo() == course.question("s00-0")
    assert session.undo() is None


def test_a_mark_on_a_question_that_was_answered_leaves_its_reply(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock)
    reply(session, right=False)
    question = course.questions[0]
    session.mark("suspended", question)
    assert (session.total, session.answered, session.summary().wrong) == (60, 1, 1)
    assert session.unmark("suspended", question)
    assert not session.unmark("suspended", question)
    assert session.undo() == question  # the reply; the mark is gone already
    assert session.answered == 0


def test_a_mode_that_is_none_is_refused(course: Deck, log: Log, clock: Any) -> None:
    with pytest.raises(ValueError, match="exam is no mode"):
        Session.begin(course, log, clock, mode="exam")  # type: ignore[arg-type]  # the fault under test


def test_options_of_another_version_are_read() -> None:
    assert Options.from_json('{"lives": 3, "colour": "red"}') == replace(Options(), lives=3)
    assert Options.from_json("{}") == Options()
    assert Options.from_json(Options(seed=9).to_json()) == Options(seed=9)


def test_a_forgotten_question_of_a_review_comes_back_later(course: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(course, log, clock, mode="review")
    assert session.total == 20
    first = reply(session, right=False)
    assert (session.answered, session.last() is not None) == (0, True)
    between = [reply(session, right=True) for _ in range(10)]
    assert first not in between
    assert (asked(session), session.answered) == (first, 10)
    reply(session, right=True)
    assert session.answered == 11
    assert first not in finish(session)
    assert session.summary().right == 20
    assert [review.verdict for review in log.reviews(1)].count(Verdict.WRONG) == 1
