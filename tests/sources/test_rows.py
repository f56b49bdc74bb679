"""A table's rows become sentences that can be asked; a table that lays out a page does not."""

import pytest

from quiz.sources.rows import is_layout, row_sentences

Rows = list[list[str]]


@pytest.mark.parametrize(
    ("rows", "headers", "sentences"),
    [
        (
            [["指标", "上年", "今年"], ["水质", "三类", "二类"], ["林地", "", "八万亩。"]],
            0,
            ["指标：水质；上年：三类；今年：二类。", "指标：林地；今年：八万亩。"],
        ),
        ([["序号", "项目", "期限"], ["1", "修渠", "秋天"]], 0, ["项目：修渠；期限：秋天。"]),
        ([["", "2024年", "2025年"], ["水库", "3座", "5座"]], 0, ["水库；2024年：3座；2025年：5座。"]),
        ([["水库", "5座"], ["泵站", "8座"]], 0, ["水库：5座。", "泵站：8座。"]),
        ([["项目", "目标"], ["修渠", "秋天"]], 0, ["项目：修渠；目标：秋天。"]),
        ([["河名", "长度"], ["东河", "30里"]], 0, ["河名：东河；长度：30里。"]),
        ([["县长", "老田"], ["书记", "老林"]], 0, ["县长：老田。", "书记：老林。"]),
        ([["县长", "老田"], ["书记", "老林"]], 1, ["县长：书记；老田：老林。"]),
        (
            [["指标", "水库", ""], ["指标", "座数", "库容"], ["全县", "3", "9"]],
            2,
            ["指标：全县；水库座数：3；水库库容：9。"],
        ),
        ([["甲", "乙", "丙"], ["一、农业", "", ""], ["1", "2", "3"]], 0, ["一、农业", "甲：1；乙：2；丙：3。"]),
        ([["河；渠", "水！", "岸"], ["清", "深", "绿"]], 0, ["河，渠：水，；岸。", "清：深；绿。"]),
        ([["只有", "一行"]], 1, ["只有：一行。"]),
        ([["甲", "乙"], []], 1, []),
        ([], 0, []),
    ],
)
def test_a_row_is_a_sentence(rows: Rows, headers: int, sentences: list[str]) -> None:
    assert list(row_sentences(rows, headers)) == sentences


@pytest.mark.parametrize(
    ("rows", "layout"),
    [
        ([["河水清了。"], ["树绿了。"]], True),
        ([["导航", "河水清了。岸上的树也绿了。"]], True),
        ([["导航", "水" * 121]], True),
        ([["水库", "5座"], ["泵站", "8座。"]], False),
        ([["水", "清"] * 51], True),
        ([], True),
    ],
)
def test_prose_in_cells_is_a_layout(rows: Rows, layout: bool) -> None:
    assert is_layout(rows) is layout
