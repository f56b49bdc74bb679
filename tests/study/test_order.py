"""The order in which a drill asks."""

from quiz.model import Blank, Cloze, Provenance
from quiz.study.order import reading_order


def _question(name: str, sentence: str, section: str) -> Cloze:
    return Cloze(name, sentence, (Blank(0, 1, sentence[0]),), provenance=Provenance((section,), 0, sentence))


def test_questions_of_one_sentence_are_asked_in_turns() -> None:
    questions = [
        _question("a1", "甲句在先。", "一"),
        _question("a2", "甲句在先。", "一"),
        _question("a3", "甲句在先。", "一"),
        _question("b1", "乙句在后。", "一"),
        _question("c1", "丙句另起。", "二"),
        _question("c2", "丙句另起。", "二"),
    ]
    assert [question.id for question in reading_order(questions)] == ["a1", "b1", "c1", "a2", "c2", "a3"]


def test_no_question_is_lost_or_asked_twice() -> None:
    questions = [_question(f"q{n}", "甲乙"[n % 2] + "句。", "一二"[n // 3]) for n in range(6)]
    assert sorted(question.id for question in reading_order(questions)) == sorted(q.id for q in questions)
