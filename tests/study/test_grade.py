"""A reply is judged by its words, not by its dress."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Blank, Cloze, Verdict
from quiz.study import same_answer
from quiz.study.grade import grade


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
        ("5%。", "百分之五"),
        ("百分之5", "5%"),
        ("3%", "3.0%"),
        ("2.5%", "2.50%"),
        ("3。5", "3.5"),
        ("9800", "9,800"),
        ("9，800", "9,800"),
        ("一亿五千万元", "1.5亿元"),
        ("15000亿", "1.5万亿"),  # the same number to the last place: a style, no wording
        ("两千公里", "2千公里"),
        ("2个", "两个"),
        ("一国2制", "一国两制"),
        ("二百", "两百"),
        ("两亩", "二亩"),
        ("20大", "二十大"),
        ("四个自信", "“4个自信”"),
        ("二零三五年", "二〇三五年"),
        ("二O三五年", "二〇三五年"),
        ("二Ｏ三五年", "2035年"),
        ("2035 年", "二〇三五年"),
        ("2021—2025", "2021-2025"),
        ("2021～2025", "2021-2025"),
        ("2021至2025", "2021-2025"),
        ("2021年到2025年", "2021年—2025年"),
        ("百分之五至百分之六", "5%-6%"),
        ("增长５％左右", "增长5%左右"),
        ("Ⅱ类", "II类"),
        ("新增——5个", "新增5个"),
        ("C919", "C-919"),
        ("2021年—2025年", "2021年-2025年"),
        ("5%—6%", "5%-6%"),
        ("力\ufe00", "力"),
        ("\u200b民\ufeff生", "民生"),
        ("！", "!"),
        ("民法典", "《民法典》"),
        ("<民法典>", "《民法典》"),
        ("人民至上；生命至上。", "人民至上、生命至上"),
        ("人民至上 生命至上", "人民至上、生命至上"),
        ("羣衆", "群众"),
        ("高质量发展，", "高质量发展"),
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
        ("工业4", "工业4.0"),
        ("3%", "3.05%"),
        ("5～6%", "5%-6%"),  # from 5 on, or from 5%?
        ("15000", "1.5万亿"),
        ("1.5万亿", "1.5万亿元"),
        ("一国二制", "一国两制"),
        ("二个确立", "两个确立"),
        ("80%", "八成"),
        ("2035", "2035年"),
        ("十二大", "二十大"),
        ("坚定不移的", "坚定不移地"),
        ("高质量的发展", "高质量发展"),
        ("是高质量发展", "高质量发展"),
        ("高质量发展战略", "高质量发展"),
        ("又快又好", "又好又快"),
        ("人和自然和谐共生", "人与自然和谐共生"),
        ("二OPEC", "二〇PEC"),
        ("生命至上、人民至上", "人民至上、生命至上"),
        ("1<2", "12"),
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


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        ("三座码头", "修好了[三座]码头"),
        ("修好了三座", "修好了[三座]码头"),
        ("修好了三座码头。", "修好了[三座]码头。"),
        ("增长5%左右", "经济增长[5%]左右"),
        ("是高质量发展", "首要任务是[高质量发展]。"),
        ("2035年", "到[2035]年基本实现"),
        ("百分之五", "增长百分之[五]"),
        ("5%", "增长[5]%"),
        ("公园和学校", "建好[公园、学校]"),
        ("公园與学校", "建好[公园、学校]"),
        ("公园及学校、医院", "建好[公园、学校、医院]"),
        ("公园、学校和医院", "建好[公园、学校、医院]"),
        ("公园+学校", "建好[公园、学校]"),
        ("3 5", "位于[3、5]区"),
        ("3和5", "位于[3、5]区"),
    ],
)
def test_words_of_the_sentence_and_joints_of_a_list_do_no_harm(given: str, marked: str) -> None:
    assert grade(cloze(marked), [given]).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("given", "marked"),
    [
        ("修好了三座", "修缮[三座]码头"),  # words that do not stand there
        ("是高质量发展", "首要任务为[高质量发展]。"),
        ("码头", "修好了[三座]码头"),
        ("修好了", "修好了[三座]码头"),
        ("修好了码头", "修好了[三座]码头"),
        ("三", "修好了[三座]码头"),
        ("125", "年产12[5]台"),  # a number is one
        ("25", "年产12[5]台"),
        ("二十五", "年产二十[五]台"),
        ("人和民", "为了[人民]"),
        ("人、自然", "做到[人与自然]共生"),
        ("公园学和校", "建好[公园、学校]"),
        ("公园和", "建好[公园、学校]"),
        ("35", "位于[3、5]区"),
        ("学校和公园", "建好[公园、学校]"),  # in one blank the order is part of the wording
        ("公园、学校", "建好[公园]、[学校]"),
    ],
)
def test_half_an_answer_or_other_words_are_wrong(given: str, marked: str) -> None:
    question = cloze(marked)
    assert grade(question, [given, *[""] * (len(question.blanks) - 1)]).verdict is Verdict.WRONG


def test_a_list_typed_member_by_member_with_its_joints_is_right() -> None:
    assert grade(cloze("建好[公园]、[学校]和[医院]。"), ["公园、", "和医院", "、学校"]).verdict is not Verdict.WRONG
    assert grade(cloze("建好[公园]、[学校]和[医院]。"), ["公园、", "学校", "和医院。"]).verdict is Verdict.RIGHT


def test_a_pasted_text_is_judged_in_no_time() -> None:
    text = "公园 " * 100_000
    assert grade(cloze(f"建好[公园、学校]{text}"), [text]).verdict is Verdict.WRONG


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


@pytest.mark.parametrize(
    ("given", "marked", "verdict"),
    [
        ("湿地法", "通过《[中华人民共和国湿地法]》。", Verdict.RIGHT),
        ("《濕地保護法》", "通过《[中华人民共和国湿地保护法]》。", Verdict.RIGHT),
        ("中华人民共和国湿地法", "湿地法治以《[湿地法]》为本。", Verdict.RIGHT),
        ("湿地条例", "通过《[中华人民共和国湿地法]》。", Verdict.WRONG),
        ("法", "通过《[中华人民共和国湿地法]》。", Verdict.WRONG),
        ("武装力量", "宪法规定[中华人民共和国武装力量]属于人民。", Verdict.WRONG),
    ],
)
def test_a_law_may_be_cited_without_the_name_of_the_state(given: str, marked: str, verdict: Verdict) -> None:
    assert grade(cloze(marked), [given]).verdict is verdict


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
