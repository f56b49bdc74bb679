"""A paper is drawn from all sections, holds nothing twice, and is worth what its layout says."""

from random import Random

from quiz.model import Blank, Choice, Cloze, Judge, Provenance, Question, Short
from quiz.study.paper import AUTOMATIC, WRITTEN, Layout, Part, draw, size, usual_layout


def place(n: int, section: str = "一") -> Provenance:
    return Provenance((section,), n, f"第{n}句原话。")


def make(kind: str, n: int, section: str = "一") -> Question:
    name, where = f"{kind}{n}", place(n, section)
    match kind:
        case "judge":
            return Judge(name, "雪是白的。", true=True, provenance=where)
        case "choice" | "multiple":
            key = (0, 1) if kind == "multiple" else (0,)
            return Choice(name, "选出颜色", (), options=("红", "蓝", "快"), key=key, provenance=where)
        case "short":
            return Short(name, "说说四季", points=("春种", "秋收"), provenance=where)
    return Cloze(name, "花草树木", (Blank(0, 1, "花"), Blank(2, 3, "树")), provenance=where)


KINDS = ("cloze", "choice", "multiple", "judge", "short")
MANY = [make(kind, n + 100 * place, "一二三"[n % 3]) for place, kind in enumerate(KINDS) for n in range(40)]


def worth(layout: Layout, questions: list[Question], seed: int = 1) -> float:
    parts = draw(questions, layout, Random(seed))
    return sum(part.points * size(question) for part in parts for question in part.questions)


def test_the_usual_papers_are_worth_a_hundred_points() -> None:
    assert worth(AUTOMATIC, MANY) == worth(WRITTEN, MANY) == 100
    assert usual_layout(MANY) == WRITTEN
    assert usual_layout(MANY[:160]) == AUTOMATIC


def test_more_blanks_make_up_for_kinds_that_are_too_few_as_far_as_there_are_any() -> None:
    clozes = [make("cloze", n) for n in range(40)]
    few = [*clozes, *(make("choice", n) for n in range(4)), make("short", 1)]
    assert worth(usual_layout(few), few) == 80 + 4 + 10
    some = [*few, *(make("judge", n) for n in range(8))]
    assert worth(usual_layout(some), some) == 100
    assert usual_layout([]).parts[0].count == 0


def test_a_paper_follows_its_seed() -> None:
    assert draw(MANY, AUTOMATIC, Random(1)) == draw(MANY, AUTOMATIC, Random(1))
    assert draw(MANY, AUTOMATIC, Random(1)) != draw(MANY, AUTOMATIC, Random(2))


def test_all_sections_have_their_share() -> None:
    questions = [make("judge", n, "二" if n < 3 else "一") for n in range(60)]
    (part,) = draw(questions, Layout((Part("judge", 6, 1),)), Random(1))
    assert sum(question.provenance.section == ("二",) for question in part.questions) == 3


def test_one_question_a_sentence_where_that_can_be_had() -> None:
    same = [Judge(f"j{n}", "雪是白的。", true=True, provenance=place(n // 3)) for n in range(30)]
    for count, sentences in ((10, 10), (12, 10), (99, 10)):
        (part,) = draw(same, Layout((Part("judge", count, 1),)), Random(count))
        assert len({question.id for question in part.questions}) == len(part.questions) == min(count, 30)
        assert len({question.quote for question in part.questions}) == sentences
    other = [make("choice", n // 3) for n in range(2, 60)]
    parts = draw([*same, *other], Layout((Part("judge", 5, 1), Part("choice", 5, 1))), Random(1))
    quotes = [question.quote for part in parts for question in part.questions]
    assert len(set(quotes)) == 10


def test_blanks_are_counted_and_missing_kinds_left_out() -> None:
    parts = draw([make("cloze", n) for n in range(9)], Layout((Part("judge", 5, 1), Part("cloze", 7, 2))), Random(1))
    assert [(part.kind, len(part.questions)) for part in parts] == [("cloze", 3)]  # six blanks: no half question
    assert draw([], AUTOMATIC, Random(1)) == ()
