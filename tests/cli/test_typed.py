"""What a typed line means as a reply, and which lines are asked again."""

import pytest

from quiz.cli.typed import points, understand, wanted
from quiz.model import Blank, Choice, Judge, Order
from quiz.study import FALSE, TRUE
from quiz.study.asking import shuffled

ONE = Choice("one", "河水从源头治起。", (Blank(3, 5, "源头"),), ("下游", "源头", "河口", "水库"), (1,))
MANY = Choice("many", "村里有民宿、茶园。", (Blank(3, 8, "民宿、茶园"),), ("民宿", "渔场", "茶园"), (0, 2))
STEPS = Order("steps", "排出先后。", ("关作坊", "清河底", "种水草", "放鱼苗"))


@pytest.mark.parametrize("reply", ["b", "B", "ｂ", "Ｂ", "B.", "2", "２", "②", "源头", "源頭", " b "])
def test_one_option(reply: str) -> None:
    assert understand(ONE, reply) == ["源头"]


@pytest.mark.parametrize("reply", ["AC", "ca", "ＡＣ", "A、C", "a c", "1,3", "13", "①③", "A，Ｃ"])
def test_several_options(reply: str) -> None:
    assert understand(MANY, reply) == ["民宿", "茶园"]


@pytest.mark.parametrize("reply", ["E", "ab", "5", "0", "源", "？", "bb", "选源头吧"])
def test_no_option_or_more_than_one_is_asked_again(reply: str) -> None:
    assert understand(ONE, reply) is None


@pytest.mark.parametrize("reply", ["AA", "AD", "A和C", "123456", "x"])
def test_several_options_that_are_not_clear_are_asked_again(reply: str) -> None:
    assert understand(MANY, reply) is None


def test_a_figure_may_be_an_option_or_its_number_but_not_both() -> None:
    question = Choice("figure", "种树几百亩？", (), ("3", "1", "120"), (2,))
    assert understand(question, "120") == ["120"]
    assert understand(question, "b") == ["1"]
    assert understand(question, "1") is None


def test_more_options_than_digits() -> None:
    question = Choice("long", "哪些？", (), tuple(f"第{number}村" for number in range(1, 13)), (0, 11))
    assert understand(question, "1 12") == ["第1村", "第12村"]
    assert understand(question, "AL") == ["第1村", "第12村"]
    assert understand(question, "112") is None


@pytest.mark.parametrize("reply", ["对", "正确", "y", "Y", "ｙ", "t", "true", "1", "１", "√", "对。", "是"])
def test_true(reply: str) -> None:
    assert understand(Judge("j", "河水清了。", true=False), reply) == [TRUE]


@pytest.mark.parametrize("reply", ["错", "不对", "错误", "n", "N", "f", "False", "2", "×", "否"])
def test_false(reply: str) -> None:
    assert understand(Judge("j", "河水清了。", true=True), reply) == [FALSE]


@pytest.mark.parametrize("reply", ["大概", "12", "3", "yn"])
def test_neither_true_nor_false_is_asked_again(reply: str) -> None:
    assert understand(Judge("j", "河水清了。", true=True), reply) is None


@pytest.mark.parametrize("reply", ["3 1 4 2", "3142", "３、１、４、２", "③①④②", "3 > 1 > 4 > 2", "3→1→4→2", "cadb"])
def test_the_order_of_the_items_as_they_were_shown(reply: str) -> None:
    shown = [STEPS.items[place] for place in shuffled(STEPS)]
    assert understand(STEPS, reply) == [shown[place] for place in (2, 0, 3, 1)]


@pytest.mark.parametrize("reply", ["1 2 3", "1 2 3 3", "1 2 3 5", "12345", "先后", "0123"])
def test_an_order_that_does_not_hold_every_item_once_is_asked_again(reply: str) -> None:
    assert understand(STEPS, reply) is None


@pytest.mark.parametrize(
    ("reply", "had"), [("1", ["甲"]), ("3 1", ["甲", "丙"]), ("13", ["甲", "丙"]), ("0", []), ("4", None), ("甲", None)]
)
def test_the_points_that_one_had(reply: str, had: list[str] | None) -> None:
    assert points(reply, ("甲", "乙", "丙")) == had


def test_nothing_typed_is_the_reply_of_one_who_does_not_know() -> None:
    assert understand(ONE, "") == understand(STEPS, "") == understand(Judge("j", "", true=True), "") == []


def test_what_is_wanted_names_the_last_one() -> None:
    assert "A to D" in wanted(ONE)
    assert "A to C" in wanted(MANY)
    assert "1 to 4" in wanted(STEPS)
