"""What is worked out before a question is shown or a reply is read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Order
from quiz.study.asking import changes, held, place_of, shuffled


@pytest.mark.parametrize(
    ("character", "place"),
    [("1", 0), ("３", 2), ("b", 1), ("B", 1), ("ｃ", 2), ("Ｃ", 2), ("4", None), ("d", None), ("0", None), ("", None)],
)
def test_keys_name_options_in_every_form(character: str, place: int | None) -> None:
    assert place_of(character, 3) == place


@pytest.mark.parametrize("character", ["码", "²", "ß", " ", "ab", "\x1b", "½"])
def test_what_names_no_option_names_none(character: str) -> None:
    assert place_of(character, 1) is None


@settings(max_examples=100, deadline=None)
@given(st.text(min_size=1, max_size=12), st.integers(2, 9))
def test_items_are_shown_in_one_order_that_is_never_the_right_one(question_id: str, count: int) -> None:
    question = Order(question_id, "", tuple(map(str, range(count))))
    places = shuffled(question)
    assert sorted(places) == list(range(count))
    assert places != list(range(count))
    assert places == shuffled(question)


def test_different_questions_are_shuffled_differently() -> None:
    items = tuple("甲乙丙丁戊")
    assert len({tuple(shuffled(Order(f"q{number}", "", items))) for number in range(20)}) > 5


@pytest.mark.parametrize(
    ("statement", "quote", "marked"),
    [
        ("种树120亩。", "种树150亩。", "种树【150】亩。"),
        ("增长3.5%，居第一。", "增长3.6%，居第一。", "增长【3.6%】，居第一。"),
        ("修好了十二座码头。", "修好了三座码头。", "修好了【三】座码头。"),
        ("先通电，后通水，大家高兴。", "先通水，后通电，大家高兴。", "先通【水，后通电】，大家高兴。"),
        ("镇东桥修好了，大家都来看。", "村东路修好了，大家都来看。", "【村东路】修好了，大家都来看。"),
        ("镇里牵头修路修桥。", "村里牵头修路修桥。", "【村】里牵头修路修桥。"),
        ("没有一个村掉队。", "一个村掉队。", "一个村掉队。"),
    ],
)
def test_the_swapped_words_are_found(statement: str, quote: str, marked: str) -> None:
    pairs = changes(statement, quote)
    shown = "".join(f"【{new}】" if new and old != new else new for old, new in pairs)
    assert shown in (marked, marked.replace("【水，后通电】", "【水】，后通【电】"))


def test_sentences_with_little_in_common_are_not_compared() -> None:
    assert changes("今天下雨。", "老街的青砖都留住了。") == [("今天下雨。", "老街的青砖都留住了。")]


@settings(max_examples=200, deadline=None)
@given(st.text("山水一二12%，", max_size=12), st.text("山水一二12%，", max_size=12))
def test_the_pieces_are_the_sentences(statement: str, quote: str) -> None:
    pairs = changes(statement, quote)
    assert "".join(old for old, _new in pairs) == statement
    assert "".join(new for _old, new in pairs) == quote


def test_points_that_the_notes_hold_are_found_and_no_others() -> None:
    points = ("先修防波堤", "渔船和客船分开停靠", "装上潮位牌")
    assert held(points, "要先修防波堤的\n客船与渔船要分开停靠") == list(points[:2])
    assert held(points, "") == []
    assert held(points, "船") == []
    assert held(("，。",), "，。") == []
