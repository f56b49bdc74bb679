"""A reply that was counted right says what the deck would have to accept."""

from typing import Any

from quiz.model import Blank, Choice, Cloze, Deck, Verdict
from quiz.study import Log, Session
from quiz.study.alternatives import Alternative, accept, alternatives
from quiz.study.grade import grade


def test_the_alternatives_of_a_reply_make_it_right(deck: Deck, log: Log, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山峰"])
    outcome = session.count_right()
    assert outcome.alternatives == (Alternative(0, "山峰"),)
    better = accept(outcome.question, outcome.alternatives)
    assert isinstance(better, Cloze)
    assert better.blanks == (Blank(2, 3, "山", ("山峰",)),)
    assert grade(better, ["山峰"]).verdict is Verdict.RIGHT
    assert accept(better, outcome.alternatives) == better
    assert accept(better, [Alternative(0, " 山 ")]) == better


def test_only_wrong_blanks_that_were_filled_have_one(deck: Deck) -> None:
    pair = deck.questions[3]
    assert alternatives(pair, grade(pair, ["田", "海 "])) == (Alternative(1, "海"),)
    assert alternatives(pair, grade(pair, ["海", "田"])) == (Alternative(1, "海"),)  # a list in any order
    assert alternatives(pair, grade(pair, ["", ""])) == ()


def test_chosen_answers_have_none() -> None:
    choice = Choice("c", "选红", (), options=("红", "蓝"), key=(0,))
    assert alternatives(choice, grade(choice, ["蓝"])) == ()
    assert accept(choice, [Alternative(0, "蓝")]) == choice
