"""Which points stand under a heading: options of other headings, none of them also right, none that tells itself."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.generate import Wishes, generate
from quiz.generate.checks import flags
from quiz.model import Choice, Deck
from quiz.sources import read_report

FILLER = "镇里的老人说，这样的年景从前想也不敢想，如今家家户户都过得安稳。"
HEADINGS = {
    "扶持乡土产业": ("扩大山坡果园", "发展竹编手工", "改造圩日集市"),
    "照看山林河流": ("清理沿岸垃圾", "培育坡上杉木", "保护水源林地"),
    "办好村里学堂": ("修缮旧日校舍", "引进外乡教师", "添置图书器材"),
}


@pytest.fixture
def deck_of(tmp_path: Path) -> Callable[..., Deck]:
    """The deck of a report with these headings and the points below each."""

    def make(
        headings: dict[str, tuple[str, ...]], seed: int = 0, extra: str = "", title: str = "柳溪镇的五年小结"
    ) -> Deck:
        lines = [title]
        for number, (heading, points) in zip("一二三四五六", headings.items(), strict=False):
            lines.append(f"{number}、{heading}")
            for place, point in zip("一二三四五六", points, strict=False):
                lines += [f"（{place}）{point}", FILLER + extra]
        path = tmp_path / "小结.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        return generate(read_report(path)[0], Wishes(kinds=("choice", "multiple"), seed=seed))

    return make


def whole(deck: Deck) -> list[Choice]:
    """The questions about headings."""
    return [q for q in deck.questions if isinstance(q, Choice) and not q.blanks]


@pytest.mark.parametrize("seed", range(6))
def test_only_points_of_the_heading_are_right(seed: int, deck_of: Callable[..., Deck]) -> None:
    questions = whole(deck_of(HEADINGS, seed))
    assert len(questions) >= 2
    for question in questions:
        own = next(points for heading, points in HEADINGS.items() if heading in question.sentence)
        assert {option for option in question.options if option in own} == set(question.right)
        assert len(question.right) < len(question.options) in (4, 5)
        assert not flags(question)


def test_one_or_several_are_asked_for_as_many_are_right(deck_of: Callable[..., Deck]) -> None:
    questions = [question for seed in range(6) for question in whole(deck_of(HEADINGS, seed))]
    assert {len(question.key) == 1 for question in questions} == {True, False}
    for question in questions:
        assert question.sentence.startswith("下列哪一项是") == (len(question.key) == 1)


def test_a_document_that_is_no_report_is_called_what_it_is(deck_of: Callable[..., Deck]) -> None:
    asked = [q.sentence for q in whole(deck_of(HEADINGS, title="柳溪镇关于扶持产业的意见"))]
    assert asked
    assert all("《意见》" in text and "报告" not in text for text in asked)


def test_a_point_that_the_heading_says_as_well_is_no_wrong_option(deck_of: Callable[..., Deck]) -> None:
    questions = whole(deck_of(HEADINGS, extra="镇上的人一起保护水源林地。"))
    wrong = [option for q in questions for option in q.options if option not in q.right]
    assert questions
    assert "保护水源林地" not in wrong


def test_a_principle_is_not_among_the_demands(deck_of: Callable[..., Deck]) -> None:
    headings = HEADINGS | {"今后五年的基本原则": ("坚持自愿参加", "坚持量力而行", "坚持公开算账")}
    options = {option for q in whole(deck_of(headings)) if "原则" not in q.sentence for option in q.options}
    assert options
    assert not options & {"坚持自愿参加", "坚持量力而行", "坚持公开算账"}


def test_one_heading_alone_has_no_wrong_options(deck_of: Callable[..., Deck]) -> None:
    assert whole(deck_of({"扶持乡土产业": HEADINGS["扶持乡土产业"]})) == []
