"""A long sentence is shown in part: whole clauses round the blank, a stretch of the sentence as it stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.generate.stems import ENOUGH, LONG, stem_bounds

CLAUSES = [
    "全县深入实施清水润城行动",
    "坚持上下游、左右岸一起治理",
    "把河长的责任落到每一段河道",
    "修复滨河湿地两千三百亩",
    "建成村级污水处理站九十六座",
    "让沿河的六个村都有了自己的水文化书屋",
    "游客一年比一年多",
    "村民的收入也跟着一年比一年高",
    "大家都说这条河是幸福河",
]
TEXT = "，".join(CLAUSES) + "。"


def shown(text: str, answer: str) -> str:
    start = text.index(answer)
    begin, end = stem_bounds(text, start, start + len(answer))
    return text[begin:end]


def test_a_sentence_that_can_be_taken_in_is_shown_whole() -> None:
    text = TEXT[:LONG]
    assert shown(text, "河长") == text


@pytest.mark.parametrize("answer", ["清水润城", "河长", "九十六座", "书屋", "幸福河"])
def test_of_a_long_one_the_clauses_round_the_blank_are_shown(answer: str) -> None:
    part = shown(TEXT, answer)
    assert answer in part
    assert len(part) <= ENOUGH
    assert part in TEXT
    assert all(clause in CLAUSES for clause in part.rstrip("。").split("，"))


def test_what_stands_before_the_blank_is_shown_rather_than_what_follows() -> None:
    assert shown(TEXT, "书屋").endswith("书屋")


def test_a_part_between_semicolons_stays_between_them() -> None:
    part = "清理河道六十里，修复滨河湿地两千三百亩，村民都来帮忙"
    text = f"一是{'治水' * 30}；{part}；三是{'造林' * 30}。"
    assert shown(text, "湿地") == part


def test_a_quotation_is_never_cut() -> None:
    text = f"{'治水护河，' * 15}要做到“水清，岸绿，民富”三个目标，{'造林护坡，' * 10}一步也不能少。"
    assert "“水清，岸绿，民富”" in shown(text, "岸绿")


@settings(max_examples=150, deadline=None)
@given(st.text("水河长，；：。“”（）、", min_size=1, max_size=300), st.data())
def test_the_blank_is_always_shown_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    begin, stop = stem_bounds(text, start, end)
    if not set("，；：、") & set(text[start:end]):
        assert 0 <= begin <= start < end <= stop <= len(text)
