"""Lists are found with whole members, or not at all."""

import pytest

from quiz.generate.candidates import mark
from quiz.generate.options.lists import is_open, list_of, parallel_lists


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("我们要坚持清理河道、修复湿地、种植水草，人人动手。", ["清理河道", "修复湿地", "种植水草"]),
        ("全县树立“水清”“岸绿”“民富”的目标。", ["水清", "岸绿", "民富"]),
        ("印发《水源条例》和《护河手册》，户户都有。", ["水源条例", "护河手册"]),
        ("坚持科学立法、严格执法、公正司法和全民守法一体推进。", ["科学立法", "严格执法", "公正司法", "全民守法"]),
        ("建立健全水源监测体系、评价体系、养护体系。", ["监测体系", "评价体系", "养护体系"]),  # 水源 goes with all
        ("实施水源养护战略、水源节约战略、湿地保护战略。", ["水源养护战略", "水源节约战略", "湿地保护战略"]),
        ("实施乡村水源战略、水源节约战略、乡村振兴战略。", ["乡村水源战略", "水源节约战略", "乡村振兴战略"]),
        ("我们要清理河道、修复湿地、种植水草基地。", []),  # 种植水草 would be half of it
        ("各村发展民宿、林下养鸡、书屋。", []),  # of no one form
        ("增强“四个意识”、坚定“四个自信”，守护河湖。", []),
    ],
)
def test_the_members_of_a_list(text: str, members: list[str]) -> None:
    found = [[text[start:end] for start, end in places] for places in parallel_lists(mark(text))]
    assert found == ([members] if members else [])


def test_the_list_of_a_member_is_found_by_its_place() -> None:
    text = "我们要坚持清理河道、修复湿地、种植水草，人人动手。"
    start = text.index("修复湿地")
    assert len(list_of(mark(text), start, start + 4)) == 3
    assert list_of(mark(text), start, start + 2) == []


@pytest.mark.parametrize(("behind", "goes_on"), [("等工作", True), ("，人人动手", False)])
def test_a_list_that_goes_on_is_open(behind: str, goes_on: bool) -> None:
    marked = mark(f"我们要坚持清理河道、修复湿地、种植水草{behind}。")
    assert is_open(marked, [(5, 9), (10, 14), (15, 19)]) is goes_on
