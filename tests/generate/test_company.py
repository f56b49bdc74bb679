"""What is weak about a question among others."""

from quiz.generate.company import deck_flags
from quiz.model import Blank, Cloze, Deck, Origin

OFTEN = "asks for an answer that is asked too often"
RIVAL = "another answer of the deck fits as well"
TWICE = "asks what another question asks"


def cloze(number: int, text: str, answer: str) -> Cloze:
    start = text.index(answer)
    return Cloze(f"q{number}", text, (Blank(start, start + len(answer), answer),))


def flags(*questions: Cloze) -> list[tuple[str, ...]]:
    return list(deck_flags(Deck("d", "河湖", Origin("河湖"), questions)).values())


def test_the_fourth_question_for_one_answer_is_too_many() -> None:
    texts = [f"第{word}条河的水质达到优良标准，村民满意。" for word in "甲乙丙丁"]
    assert flags(*(cloze(n, text, "优良") for n, text in enumerate(texts))) == [(), (), (), (OFTEN,)]


def test_two_stems_that_differ_in_the_answer_only_are_told_apart_by_nothing() -> None:
    stem = "全县修复滨河湿地，新增绿地{}亩，让村民在家门口看到绿水青山。"
    other = "全县新建污水处理站，每天处理污水{}吨，沿河的村子都受益。"
    found = flags(*(cloze(n, stem.format(n), f"{n}亩") for n in (3, 5)), cloze(7, other.format(7), "7吨"))
    assert found == [(RIVAL,), (RIVAL,), ()]


def test_the_same_question_is_asked_once() -> None:
    text = "全县修复滨河湿地，让村民在家门口看到绿水青山。"
    assert flags(cloze(1, text, "湿地"), cloze(2, text, "湿地"), cloze(3, text, "绿水青山")) == [(), (TWICE,), ()]
