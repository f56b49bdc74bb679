"""An exam keeps every reply, is handed in on time whether or not the program runs, and counts once."""

import os
import signal
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Origin, Provenance, Question, Short, Verdict
from quiz.study import FALSE, TRUE, Log, Session
from quiz.study.exam import Exam, past_exams
from quiz.study.held import Held, hold
from quiz.study.marks import mark
from quiz.study.paper import Layout, Part
from quiz.study.scoring import Score

LAYOUT = Layout((Part("cloze", 4, 2), Part("multiple", 1, 4), Part("judge", 3, 1)), minutes=30, preset="half")


@pytest.fixture
def bank() -> Deck:
    def at(n: int) -> Provenance:
        return Provenance(("上" if n % 2 else "下",), n, f"原话{n}")

    clozes: list[Question] = [Cloze(f"c{n}", "高山流水", (Blank(0, 2, "高山"),), provenance=at(n)) for n in range(4)]
    colours = Choice("m", "哪些是颜色", (), options=("红", "蓝", "快"), key=(0, 1), provenance=at(4))
    judges = [Judge(f"j{n}", "雪是白的。", true=True, provenance=at(n)) for n in range(5, 8)]
    return Deck("bank", "题库", Origin("题库"), (*clozes, colours, *judges))


def fill(exam: Exam) -> None:
    """Three of four blanks, one of two colours, one of three statements right, one not answered."""
    for name, given in (("c2", ["高山"]), ("m", ["红"]), ("c0", ["高山"]), ("c1", ["高水"]), ("j5", [FALSE])):
        assert exam.save(name, given)
    assert exam.save("c1", ["高山"])
    assert exam.save("j6", [TRUE])
    assert exam.save("j6", [""])  # taken back
    assert exam.save("j7", [TRUE])


def test_replies_in_any_order_are_scored_by_kind_and_section(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
    assert [part.kind for part in exam.parts] == ["cloze", "multiple", "judge"]
    fill(exam)
    assert {question.id for question in exam.unanswered()} == {"c3", "j6"}
    assert log.latest("bank") == {}  # no verdict before it is handed in
    result = exam.hand_in()
    assert result.total == Score(9, 15, 4, 8)
    assert list(result.by_kind.items()) == [
        ("cloze", Score(6, 8, 3, 4)),
        ("multiple", Score(2, 4, 0, 1)),
        ("judge", Score(1, 3, 1, 3)),
    ]
    assert {name: score.of for name, score in result.by_section.items()} == {"上": 6, "下": 9}
    assert {one.question.id for one in result.wrong} == {"c3", "m", "j5", "j6"}
    assert exam.hand_in() == result
    assert (exam.handed_in, exam.left(), exam.save("c3", ["高山"])) == (True, 0.0, False)
    assert log.latest("bank") == {
        **dict.fromkeys(("c0", "c1", "c2", "j7"), Verdict.RIGHT),
        "m": Verdict.PARTLY,
        "j5": Verdict.WRONG,
    }
    assert set(log.cards("bank")) == set(log.latest("bank"))


def test_an_exam_is_resumed_with_its_replies_and_its_clock(bank: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path) as log:
        exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
        fill(exam)
        order = [question.id for question in exam.questions]
    clock.wait(20 * 60)
    with Log(log_path) as log:
        exam = Exam.begin(bank, log, clock)
        assert [question.id for question in exam.questions] == order
        assert (exam.left(), exam.given("c1"), exam.given("c3")) == (600, ("高山",), ())
        clock.wait(-3600)
        assert exam.left() == 1800  # a clock set back gives no more than the time there is
        assert not Session.begin(bank, log, clock).resumed


def test_it_is_handed_in_at_its_time_also_when_the_program_was_closed(bank: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path) as log:
        exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
        fill(exam)
        begun = clock()
    clock.wait(5 * 86400)
    with Log(log_path) as log:
        exam = Exam.begin(bank, log, clock)
        assert (exam.handed_in, exam.result().total.points) == (True, 9)
        ((number, finished),) = past_exams(log, "bank")
        assert (finished - begun).total_seconds() == 1800
        assert not Exam.begin(bank, log, clock, layout=LAYOUT).handed_in  # a new one
        assert Exam(bank, log, clock, number).result() == exam.result()


def test_it_is_handed_in_at_its_time_while_it_is_shown(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
    exam.save("c0", ["高山"])
    clock.wait(1799)
    assert exam.save("c1", ["高山"])
    clock.wait(1)
    assert not exam.save("c2", ["高山"])
    assert exam.handed_in
    assert exam.result().total.points == 4


def test_without_a_limit_there_is_all_the_time(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=replace(LAYOUT, minutes=0))
    clock.wait(86400 * 400)
    assert exam.left() is None
    assert exam.save("c0", ["高山"])
    assert not Exam.begin(bank, log, clock).handed_in


def test_the_time_of_each_question_adds_up(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=LAYOUT)
    for name, seconds in (("c0", 5), ("c1", 7), ("c0", 11)):
        exam.show()
        clock.wait(seconds)
        exam.save(name, ["高山"])
    exam.hand_in()
    assert {review.question: review.seconds for review in log.reviews(1)} == {"c0": 16, "c1": 7}


def test_two_terminals_hand_in_once_with_the_replies_of_both(bank: Deck, log: Log, log_path: Path, clock: Any) -> None:
    with Log(log_path) as other_log:
        one = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
        other = Exam.begin(bank, other_log, clock)
        one.save("c0", ["高山"])
        other.save("c1", ["高山"])
        result = one.hand_in()
        assert not other.save("c2", ["高山"])
        assert other.hand_in() == result
        assert result.total.points == 4
        assert len(log.reviews(1)) == 2
        late = Held(("高山",), 0, 480, 1.0)
        assert not hold(log, one.number, "c3", late)  # on its way while the other handed in
        assert hold(log, log.start("bank", "exam", [], 0), "c3", late)


def test_a_reply_is_counted_right_after_the_exam(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
    exam.save("c0", ["高峰"])
    exam.save("c1", ["高山"])
    with pytest.raises(LookupError):
        exam.count_right("c0")
    before = exam.hand_in().total.points
    assert exam.count_right("c0").total.points == before + 2
    assert log.latest("bank") == {"c0": Verdict.RIGHT, "c1": Verdict.RIGHT}
    with pytest.raises(LookupError):
        exam.count_right("c3")


def test_a_short_answer_is_judged_point_by_point_afterwards(log: Log, clock: Any) -> None:
    essay = Short("a", "简述四季", points=("春种", "夏长", "秋收", "冬藏"))
    exam = Exam.begin(Deck("e", "卷", Origin("卷"), (essay,)), log, clock, layout=Layout((Part("short", 1, 10),)))
    exam.save("a", ["春天播种，秋天收获"])
    assert exam.hand_in().total.points == 0
    assert exam.judge("a", ["春种", "秋收"]).total.points == 5
    result = exam.judge("a", ["春种"])
    assert (result.total.points, result.scored[0].given) == (2.5, ("春天播种，秋天收获", "春种"))
    assert log.latest("e") == {"a": Verdict.PARTLY}


def test_suspended_questions_are_in_no_paper_and_lost_ones_drop_out(bank: Deck, log: Log, clock: Any) -> None:
    mark(log, "bank", "c0", "suspended", 0)
    exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
    assert "c0" not in {question.id for question in exam.questions}
    exam.save("c1", ["高山"])
    with pytest.raises(LookupError):
        exam.save("c0", ["高山"])
    exam = Exam.begin(replace(bank, questions=bank.questions[2:]), log, clock)
    assert exam.hand_in().total == Score(0, 11, 0, 6)


def test_a_paper_without_a_question_is_not_begun(bank: Deck, log: Log, clock: Any) -> None:
    with pytest.raises(QuizError, match="no question fits this paper"):
        Exam.begin(bank, log, clock, layout=Layout((Part("order", 3, 1),)))
    assert log.open_session("bank", "exam") is None


def test_marks_are_there_when_the_exam_is_resumed(bank: Deck, log: Log, clock: Any) -> None:
    exam = Exam.begin(bank, log, clock, layout=LAYOUT, seed=1)
    for name in ("c0", "j5", "c0", "c1"):
        exam.flag(name)
    assert Exam.begin(bank, log, clock).flags == {"j5", "c1"}
    assert Exam.begin(bank, log, clock).parts == exam.parts


def test_fresh_hands_the_old_one_in(bank: Deck, log: Log, clock: Any) -> None:
    fill(Exam.begin(bank, log, clock, layout=LAYOUT, seed=1))
    assert Exam.begin(bank, log, clock, layout=LAYOUT, fresh=True).unanswered()
    assert len(past_exams(log, "bank")) == 1
    assert len(log.latest("bank")) == 6


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_a_kill_loses_no_reply(bank: Deck, log_path: Path, clock: Any) -> None:
    for run in range(4):
        child = os.fork()
        if not child:
            exam = Exam.begin(bank, Log(log_path), clock, layout=LAYOUT, seed=1)
            exam.save(f"c{run}", ["高山"])
            os.kill(os.getpid(), signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL
    with Log(log_path) as log:
        assert Exam.begin(bank, log, clock).hand_in().by_kind["cloze"].points == 8
