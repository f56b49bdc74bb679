"""Points by kind, and the four ways to score a multiple choice."""

import pytest

from quiz.model import Blank, Choice, Cloze, Judge, Order, Provenance, Question, Short
from quiz.study import FALSE, TRUE
from quiz.study.grade import grade
from quiz.study.scoring import PRESETS, Preset, Result, Score, Scored, points

COLOURS = Choice("m", "哪些是颜色", (), options=("红", "蓝", "快", "慢"), key=(0, 1))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("红蓝", (4, 4, 4, 4)),
        ("蓝红", (4, 4, 4, 4)),
        ("红", (0, 2, 2, 2)),
        ("红快", (0, 0, 0, 0)),
        ("红蓝快", (0, 0, 0, 2)),
        ("快慢", (0, 0, 0, 0)),
        ("", (0, 0, 0, 0)),
    ],
)
def test_multiple_choice_by_preset(given: str, expected: tuple[float, ...]) -> None:
    found = [points(COLOURS, grade(COLOURS, tuple(given)), 4, preset) for preset in PRESETS]
    assert found == list(expected)


@pytest.mark.parametrize(
    ("question", "given", "expected"),
    [
        (Cloze("c", "山水田", (Blank(0, 1, "山"), Blank(1, 2, "水"), Blank(2, 3, "田"))), ["山", "水", "火"], 4),
        (Choice("s", "选红", (), options=("红", "蓝"), key=(0,)), ["红"], 6),
        (Choice("s", "选红", (), options=("红", "蓝"), key=(0,)), ["蓝"], 0),
        (Judge("j", "雪是黑的。", true=False), [FALSE], 6),
        (Judge("j", "雪是黑的。", true=False), [TRUE], 0),
        (Order("o", "排序", items=("一", "二", "三")), ["一", "二", "三"], 6),
        (Order("o", "排序", items=("一", "二", "三")), ["三", "一", "二"], 3),
        (Order("o", "排序", items=("一", "二", "三")), ["三", "二", "一"], 0),
        (Short("a", "简述", points=("甲", "乙")), ["我写的话", "乙"], 3),
    ],
)
def test_points_of_each_kind(question: Question, given: list[str], expected: float) -> None:
    for preset in PRESETS:
        assert points(question, grade(question, given), 6, preset) == pytest.approx(expected)


def test_thirds_add_up() -> None:
    preset: Preset = "each"
    question = Choice("m", "哪些", (), options=("甲", "乙", "丙", "丁"), key=(0, 1, 2), provenance=Provenance(("一",)))
    scored = []
    for given in (("甲",), ("甲", "乙"), ()):
        graded = grade(question, given)
        scored.append(Scored(question, given, graded, points(question, graded, 1, preset), 1))
    result = Result(tuple(scored))
    assert result.total == result.by_kind["multiple"] == result.by_section["一"] == Score(1.0, 3.0, 0, 3)
    assert [one.answered for one in result.wrong] == [True, True, False]
