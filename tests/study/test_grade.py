"""A reply is judged by its words, not by its dress."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Blank, Cloze, Verdict
from quiz.study import grade, same_answer


def cloze(marked: str, **accepted: tuple[str, ...]) -> Cloze:
    """A question from a sentence with its answers in square brackets; `accepted` maps an answer to its alternatives."""
    sentence, blanks = "", []
    for number, piece in enumerate(marked.replace("]", "[").split("[")):
        if number % 2:
            blanks.append(Blank(len(sentence), len(sentence) + len(piece), piece, accepted.get(piece, ())))
        sentence += piece
    return Cloze("q", sentence, tuple(blanks))


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("高质量发展", "高质量发展"),
        (" 高质量 发展\t", "高质量发展"),
        ("“高质量发展”。", "高质量发展"),
        ("高質量發展", "高质量发展"),
        ("着力改善民生", "著力改善民生"),
        ("ｇｄｐ", "GDP"),
        ("公园、学校，医院", "公园学校医院"),
        ("阿依古丽艾山", "阿依古丽·艾山"),
        ("百分之五", "5%"),
        ("５％", "5%"),
        ("5 %", "5%"),
        ("3。5", "3.5"),
        ("9800", "9,800"),
        ("9，800", "9,800"),
        ("一亿五千万元", "1.5亿元"),
        ("2035 年", "二〇三五年"),
        ("2021—2025", "2021-2025"),
        ("2021～2025", "2021-2025"),
        ("增长５％左右", "增长5%左右"),
        ("Ⅱ类", "II类"),
        ("新增——5个", "新增5个"),
        ("C919", "C-919"),
        ("2021年—2025年", "2021年-2025年"),
        ("5%—6%", "5%-6%"),
        ("力\ufe00", "力"),
        ("\u200b民\ufeff生", "民生"),
        ("！", "!"),
    ],
)
def test_dress_does_not_matter(given: str, answer: str) -> None:
    assert same_answer(given, answer)
    assert same_answer(answer, given)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ("高品质发展", "高质量发展"),
        ("发展高质量", "高质量发展"),
        ("高质量", "高质量发展"),
        ("", "高质量发展"),
        ("。，“”", "高质量发展"),
        ("5", "5%"),
        ("5个百分点", "5%"),
        ("5‰", "5%"),
        ("35", "3.5"),
        ("12", "1/2"),
        ("-5%", "5%"),
        ("增速为5%", "增速为-5%"),
        ("20212025", "2021-2025"),
        ("35", "3、5"),
        ("35", "“3”“5”"),
        ("31", "3:1"),
        ("102", "10²"),
        ("1.5万", "1.5亿"),
        ("？", "！"),
        ("", "！"),
        ("\U0002ebf1", "\U0002ebf2"),  # characters newer than this Python's tables
    ],
)
def test_other_words_and_numbers_are_wrong(given: str, answer: str) -> None:
    assert not same_answer(given, answer)
    assert not same_answer(answer, given)


@given(st.text(max_size=30))
@settings(max_examples=300, deadline=None)
def test_the_answer_itself_is_right(text: str) -> None:
    assert same_answer(f"{text}民", f"{text}民")


@given(st.text(max_size=12), st.text(max_size=12))
@settings(max_examples=300, deadline=None)
def test_two_texts_are_the_same_both_ways(one: str, other: str) -> None:
    if same_answer(one, other):
        assert same_answer(other, one)


def test_all_some_none() -> None:
    question = cloze("从[春天]到[秋天]")
    assert grade(question, ["春天", "秋天"]).verdict is Verdict.RIGHT
    assert grade(question, ["春天", "冬天"]).verdict is Verdict.PARTLY
    assert grade(question, ["", "冬天"]).verdict is Verdict.WRONG


def test_every_blank_says_what_was_typed_and_what_was_right() -> None:
    first, second = grade(cloze("从[春天]到[秋天]"), ["春 天", "冬天"]).parts
    assert (first.given, first.answer, first.right) == ("春 天", "春天", True)
    assert (second.given, second.answer, second.right) == ("冬天", "秋天", False)


def test_an_accepted_alternative_counts() -> None:
    question = cloze("发展[新能源汽车]", 新能源汽车=("新能源车", "电动汽车"))
    assert grade(question, ["新能源车"]).verdict is Verdict.RIGHT
    assert grade(question, ["汽车"]).verdict is Verdict.WRONG


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_reply_a_blank_is_asked(count: int) -> None:
    with pytest.raises(ValueError, match="2 replies"):
        grade(cloze("从[春天]到[秋天]"), ["春天"] * count)


@pytest.mark.parametrize("joint", ["、", "和", "与", "及", "或", "以及", "”、“", "》和《", "”“", " 、 "])
def test_the_members_of_a_list_come_in_any_order(joint: str) -> None:
    question = cloze(f"建好[公园]{joint}[学校]{joint}[医院]。")
    for replies in permutations(["公园", "学校", "医院"]):
        assert grade(question, replies).verdict is Verdict.RIGHT


@pytest.mark.parametrize("gap", ["到", "，", "；", "和谐", "“", "的"])
def test_other_blanks_keep_their_order(gap: str) -> None:
    assert grade(cloze(f"[公园]{gap}[学校]"), ["学校", "公园"]).verdict is Verdict.WRONG


def test_a_list_does_not_reach_over_other_words() -> None:
    question = cloze("[东]、[西]通[南]、[北]")
    assert grade(question, ["西", "东", "北", "南"]).verdict is Verdict.RIGHT
    assert grade(question, ["南", "北", "东", "西"]).verdict is Verdict.WRONG


def test_a_repeated_answer_counts_once() -> None:
    result = grade(cloze("[公园]、[学校]"), ["公园", "公园"])
    assert result.verdict is Verdict.PARTLY
    assert [blank.right for blank in result.parts] == [True, False]


def test_a_swapped_reply_is_shown_at_the_member_it_names() -> None:
    result = grade(cloze("[公园]、[学校]、[医院]"), ["学校", "车站", "公园"])
    assert [(b.given, b.answer, b.right) for b in result.parts] == [
        ("公园", "公园", True),
        ("学校", "学校", True),
        ("车站", "医院", False),
    ]


def test_a_reply_that_fits_its_own_place_stays_there() -> None:
    result = grade(cloze("[大桥]、[小桥]", 大桥=("桥",), 小桥=("桥",)), ["桥", "桥。"])
    assert [blank.given for blank in result.parts] == ["桥", "桥。"]


def test_a_reply_that_fits_two_members_is_given_to_the_one_that_needs_it() -> None:
    question = cloze("[大桥]、[小桥]", 大桥=("桥",), 小桥=("大桥", "桥"))
    assert grade(question, ["大桥", "桥"]).verdict is Verdict.RIGHT
    assert grade(question, ["桥", "大桥"]).verdict is Verdict.RIGHT


@given(st.permutations(range(4)), st.data())
@settings(max_examples=100, deadline=None)
def test_as_many_members_are_right_as_can_be(order: list[int], data: st.DataObject) -> None:
    names = "甲乙丙丁"
    fits = [data.draw(st.sets(st.integers(0, 3))) for _ in range(4)]
    question = cloze("[A]、[B]、[C]、[D]", **{b: tuple(names[i] for i in f) for b, f in zip("ABCD", fits, strict=True)})
    right = sum(blank.right for blank in grade(question, [names[i] for i in order]).parts)
    assert right == max(sum(i in f for i, f in zip(p, fits, strict=True)) for p in permutations(range(4)))
