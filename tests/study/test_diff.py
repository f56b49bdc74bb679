"""A wrong reply is shown beside the answer, and its slip has a name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.diff import Run, difference, initials, nearest, slip


@pytest.mark.parametrize(
    ("given", "answer", "name"),
    [
        ("高质量发展", "高质量发展", None),
        ("", "高质量发展", None),
        ("高值量发展", "高质量发展", "homophone"),
        ("实事求事", "实事求是", "homophone"),
        ("再接再励", "再接再厉", "homophone"),
        ("银航", "银行", "homophone"),  # 行 has several readings
        ("女事", "旅事", "other"),
        ("自已", "自己", "lookalike"),
        ("冶理体系", "治理体系", "lookalike"),
        ("赢弱", "羸弱", "lookalike"),
        ("辩别", "辨别", "both"),
        ("既使", "即使", "both"),
        ("气侯", "气候", "both"),
        ("自已羡幕", "自己羡慕", "lookalike"),  # only one of the two also sounds alike
        ("布署", "部署", "homophone"),
        ("坚定不移的", "坚定不移地", "homophone"),
        ("高值量發展。", "高质量发展", "homophone"),  # the rest is only dress
        (" 气侯", "《气候》", "both"),
        ("高质发展。", "高质量发展", "missing"),
        ("高质量发展。", "高质量发展", None),
        ("高量质发展", "高质量发展", "transposed"),
        ("高质发展", "高质量发展", "missing"),
        ("高质量的发展", "高质量发展", "extra"),
        ("高品质发展", "高质量发展", "other"),
        ("高直质量发展", "高质量发展", "extra"),
        ("abc", "abd", "other"),
        ("35%", "36%", "other"),
        ("深圳", "北京", "other"),
    ],
)
def test_the_name_of_a_slip(given: str, answer: str, name: str | None) -> None:
    assert slip(given, answer) == name


def test_the_characters_that_differ() -> None:
    assert difference("高值量的发", "高质量发展") == (
        Run("same", "高", "高"),
        Run("instead", "值", "质"),
        Run("same", "量", "量"),
        Run("extra", "的", ""),
        Run("same", "发", "发"),
        Run("missing", "", "展"),
    )


@given(st.text("山水田林湖a1", max_size=12), st.text("山水田林湖a1", max_size=12))
@settings(max_examples=200, deadline=None)
def test_the_parts_are_both_texts_again(one: str, other: str) -> None:
    runs = difference(one, other)
    assert "".join(run.given for run in runs) == one
    assert "".join(run.answer for run in runs) == other
    assert all((run.given == run.answer) == (run.change == "same") for run in runs)


@given(st.text(max_size=6), st.text(max_size=6))
@settings(max_examples=100, deadline=None)
def test_any_text_has_a_name(one: str, other: str) -> None:
    assert slip(one, one) is None
    assert slip("", other) is None
    assert slip(one + "民", other + "生") is not None


def test_the_nearest_answer() -> None:
    assert nearest("高品质", ["高速度", "高质量", "高水平"]) == "高质量"
    assert nearest("无关", ["高速度", "高质量"]) == "高速度"
    assert nearest("高水准", ["高速度", "高质量", "高水平"]) == "高水平"


def test_initials_follow_the_word() -> None:
    assert initials("高质量") == "gzl"
    assert initials("银行行长") == "yhhz"
    assert initials("5G网络") == "5Gwl"
