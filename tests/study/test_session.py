"""A session asks every question once, keeps every reply, and can be left, resumed and taken back."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.model import Blank, Cloze, Deck, Question, Review, Verdict
from quiz.study import Log, Session

RIGHT = {"q1": ["山"], "q2": ["水"], "q3": ["林"], "q4": ["田", "湖"]}


def current(session: Session) -> Question:
    question = session.current()
    assert question is not None
    return question


def asked(session: Session) -> str:
    question = session.current()
    return question.id if question else ""


def answer_all(session: Session) -> None:
    while session.current():
        session.answer(RIGHT[asked(session)])


def test_every_question_is_asked_in_deck_order(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    assert (session.total, session.answered, session.resumed, session.last()) == (4, 0, False, None)
    order = []
    while session.current():
        order.append(asked(session))
        assert session.answer(RIGHT[asked(session)]).verdict is Verdict.RIGHT
    assert order == ["q1", "q2", "q3", "q4"]
    assert session.answered == 4
    with pytest.raises(ValueError, match="answered"):
        session.answer(["山"])
    with pytest.raises(ValueError, match="answered"):
        session.skip()


def test_a_reply_is_logged_with_its_time_zone_and_duration(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    clock.wait(60)  # the home screen is still shown
    session.current()
    clock.wait(2.5)
    session.current()  # drawn again
    clock.wait(1)
    session.answer(["水"])
    (review,) = log.reviews(1)
    at = int(clock().timestamp() * 1000)
    assert review == Review("d1", "q1", at, 480, "order", ("水",), Verdict.WRONG, 1, 3.5, 1)


def test_a_mark_on_the_question_that_is_asked_does_not_stop_the_clock(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.current()
    clock.wait(2)
    session.mark("starred")
    clock.wait(3)
    session.unmark("starred")
    clock.wait(4)
    session.answer(["水"])
    session.current()
    clock.wait(5)
    session.mark("suspended")  # another question is asked now, from now on
    clock.wait(6)
    session.current()
    clock.wait(7)
    session.answer(["水"])
    assert [review.seconds for review in log.reviews(1)] == [9, 7]


def test_ratings_and_a_clock_set_back(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山"])
    session.skip()
    session.answer(["林"])
    clock.wait(-3600)
    session.answer(["田", "海"])
    assert [(r.verdict, r.rating) for r in log.reviews(1)] == [
        (Verdict.RIGHT, 3),
        (Verdict.SKIPPED, 0),
        (Verdict.RIGHT, 3),
        (Verdict.PARTLY, 1),
    ]
    assert min(r.seconds for r in log.reviews(1)) == 0


def test_a_left_session_goes_on_where_it_was(deck: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path) as log:
        session = Session.begin(deck, log, clock)
        session.answer(["山"])
        session.skip()
        session.answer(["木"])
        session.close()
    with Log(log_path) as log:
        session = Session.begin(deck, log, clock)
        assert (session.resumed, session.total, session.answered, asked(session)) == (True, 4, 2, "q4")
        last = session.last()
        assert last is not None
        assert (last.question.id, last.grade.parts[0].given, last.verdict) == ("q3", "木", Verdict.WRONG)
        answer_all(session)
        session.close()
        assert not Session.begin(deck, log, clock).resumed


def test_a_session_killed_after_its_last_answer_is_not_resumed(deck: Deck, log: Log, clock: Any) -> None:
    answer_all(Session.begin(deck, log, clock))
    session = Session.begin(deck, log, clock)
    assert (session.resumed, session.answered, asked(session)) == (False, 0, "q1")


def test_fresh_starts_over_and_the_old_session_is_over(deck: Deck, log: Log, clock: Any) -> None:
    Session.begin(deck, log, clock).answer(["山"])
    session = Session.begin(deck, log, clock, fresh=True)
    assert (session.resumed, asked(session)) == (False, "q1")
    answer_all(session)
    session.close()
    assert log.open_session("d1", "order") is None


def test_chosen_questions_do_not_disturb_the_unfinished_session(deck: Deck, log: Log, clock: Any) -> None:
    Session.begin(deck, log, clock).answer(["山"])
    chosen = Session.begin(deck, log, clock, only=["q4", "q1", "gone", "q4"])
    assert (chosen.total, chosen.resumed, asked(chosen)) == (2, False, "q4")
    chosen.close()  # left half-way
    session = Session.begin(deck, log, clock)
    assert (session.resumed, session.total, asked(session)) == (True, 4, "q2")


def test_nothing_chosen_is_a_session_that_is_over(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock, only=[])
    assert (session.total, session.current(), session.undo(), session.last()) == (0, None, None, None)
    session.close()


def test_modes_are_resumed_apart(deck: Deck, log: Log, clock: Any) -> None:
    Session.begin(deck, log, clock, mode="random").answer(["山"])
    assert not Session.begin(deck, log, clock).resumed
    assert Session.begin(deck, log, clock, mode="random").resumed


def test_a_question_that_left_the_deck_is_left_out(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山"])
    session.answer(["火"])
    smaller = replace(deck, questions=(deck.questions[0], deck.questions[3]))
    session = Session.begin(smaller, log, clock)
    assert (session.total, session.answered, asked(session)) == (2, 1, "q4")
    last = session.last()
    assert last is not None
    assert last.question.id == "q1"
    with pytest.raises(ValueError, match="not a wrong one"):
        session.count_right()  # that one is gone
    assert session.summary().to_review == ()


def test_a_question_that_got_another_blank_can_be_resumed(deck: Deck, log: Log, clock: Any) -> None:
    Session.begin(deck, log, clock).answer(["山"])
    wider = Cloze("q1", "保护山。", (Blank(0, 2, "保护"), Blank(2, 3, "山")))
    last = Session.begin(replace(deck, questions=(wider, *deck.questions[1:])), log, clock).last()
    assert last is not None
    assert [blank.given for blank in last.grade.parts] == ["山", ""]


def test_a_skipped_question_comes_at_the_end(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.skip()
    assert (asked(session), session.answered) == ("q2", 0)
    order = []
    while session.current():
        order.append(asked(session))
        session.answer(RIGHT[asked(session)])
    assert order == ["q2", "q3", "q4", "q1"]
    assert session.summary().right == 4


def test_undo_takes_an_answer_back(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山"])
    session.answer(["火"])
    undone = session.undo()
    assert undone is not None
    assert (undone.id, asked(session), session.answered) == ("q2", "q2", 1)
    assert [r.question for r in log.reviews(1)] == ["q1"]
    last = session.last()
    assert last is not None
    assert last.question.id == "q1"
    session.answer(["水"])
    assert log.latest("d1") == {"q1": Verdict.RIGHT, "q2": Verdict.RIGHT}


def test_undo_takes_a_skip_back_to_its_place_and_ends_at_the_start(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.skip()
    session.skip()
    assert session.undo() == deck.questions[1]
    assert session.undo() == deck.questions[0]
    assert session.undo() is None
    assert asked(session) == "q1"


def test_an_undo_gives_no_hint_back(deck: Deck, log: Log, clock: Any) -> None:
    def hints() -> list[int]:
        return [count for (count,) in log.database.read("SELECT hints FROM review ORDER BY id")]

    session = Session.begin(deck, log, clock)
    session.answer(["山"], 2)
    session.answer(["水"], 1)
    session.undo()
    session.undo()
    session.skip()
    session.undo()
    session.answer(["山"], 1)
    session.answer(["水"], 3)
    assert hints() == [2, 3]


def test_a_question_that_comes_back_has_its_hints_anew(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock, mode="review")
    first = asked(session)
    session.answer(["错"], 3)
    while asked(session) != first:
        session.answer(RIGHT[asked(session)])
    session.answer(RIGHT[first])
    assert log.database.read("SELECT rating, hints FROM review ORDER BY id DESC LIMIT 1") == [(3, 0)]


def test_counting_right_changes_the_log_and_is_seen_after_a_resume(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山峰"])
    outcome = session.count_right()
    assert (outcome.overruled, outcome.verdict, outcome.grade.parts[0].given) == (True, Verdict.RIGHT, "山峰")
    (review,) = log.reviews(1)
    assert (review.verdict, review.rating, review.overruled) == (Verdict.RIGHT, 3, True)
    assert Session.begin(deck, log, clock).last() == outcome
    assert session.summary().right == 1
    with pytest.raises(ValueError, match="not a wrong one"):
        session.count_right()


def test_only_a_wrong_last_reply_is_counted_right(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    with pytest.raises(ValueError, match="not a wrong one"):
        session.count_right()
    session.answer(["火"])
    session.skip()
    with pytest.raises(ValueError, match="not a wrong one"):
        session.count_right()
    assert log.latest("d1") == {"q1": Verdict.WRONG}


def test_the_summary_counts_and_lists_what_to_review(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    for replies in (["山"], ["火"], ["林"], ["湖", "海"]):
        session.current()
        clock.wait(4)
        session.answer(replies)
    summary = session.summary()
    assert (summary.right, summary.partly, summary.wrong, summary.seconds) == (2, 1, 1, 16)
    assert [question.id for question in summary.to_review] == ["q2", "q4"]


def test_a_reply_that_could_not_be_logged_can_be_sent_again(
    deck: Deck, log: Log, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_review: Review, _hints: int = 0) -> None:
        raise QuizError("the disk is full")

    session = Session.begin(deck, log, clock)
    with monkeypatch.context() as patch:
        patch.setattr(log, "add", full)
        with pytest.raises(QuizError, match="full"):
            session.answer(["山"])
    assert (session.answered, asked(session)) == (0, "q1")
    assert session.answer(["山"]).verdict is Verdict.RIGHT


def test_two_terminals_in_one_session_agree_after_an_undo(deck: Deck, log: Log, clock: Any) -> None:
    first, second = Session.begin(deck, log, clock), Session.begin(deck, log, clock)
    first.answer(["山"])
    second.answer(["火"])  # the same question
    first.undo()  # takes the newest reply, the other terminal's
    assert log.latest("d1") == {"q1": Verdict.RIGHT}
    assert (first.answered, asked(first)) == (1, "q2")
