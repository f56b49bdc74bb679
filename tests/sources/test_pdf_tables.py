"""Tables in PDF files: where rules or alignment make the cells plain, each row says what its columns are called."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pytest

from quiz.sources.pdf import read_pdf

Paper = Callable[..., Any]

LONG = "河水要从源头治起，不能只看表面，更不能等到水面发黑了才想起岸上的工厂和地里的肥料，这个道理沿河的人家都懂。"
SHORT = "看护员都住在河边，每天早晚各走一遍。"


def texts(made: Any) -> list[str]:
    return [line.text for line in read_pdf(made.build(), "治水.pdf").lines]


def lines(made: Any, columns: Sequence[int], rows: Sequence[int]) -> None:
    for x in columns:
        made.draw(f"{x} {rows[0]} m {x} {rows[-1]} l S")
    for y in rows:
        made.draw(f"{columns[0]} {y} m {columns[-1]} {y} l S")


def boxes(made: Any, columns: Sequence[int], rows: Sequence[int]) -> None:
    for left, right in pairwise(columns):
        for top, foot in pairwise(rows):
            made.draw(f"{left} {foot} {right - left} {top - foot} re S")


def bars(made: Any, columns: Sequence[int], rows: Sequence[int]) -> None:
    """The edges of each cell by themselves, as word processors write them."""
    for left, right in pairwise(columns):
        for y in rows:
            made.draw(f"{left} {y} {right - left} 0.5 re f")
    for top, foot in pairwise(rows):
        for x in columns:
            made.draw(f"{x} {foot} 0.5 {top - foot} re f")


def fill(made: Any, columns: Sequence[int], places: Mapping[int, Sequence[str]]) -> Any:
    for y, cells in places.items():
        for x, cell in zip(columns, cells, strict=False):
            if cell:
                made.text(x + 4, y, cell)
    return made


@pytest.mark.parametrize("rule", [lines, boxes, bars])
def test_the_rows_of_a_ruled_table_name_their_columns(paper: Paper, rule: Callable[..., None]) -> None:
    made, columns = paper().flow([LONG] * 2), [100, 200, 260, 440]
    rule(made, columns, [400, 376, 340, 316])
    cells = {382: ["项目", "数量", "措施"], 362: ["涵养林", "12处", "由县、乡、村三级一起"], 346: ["", "", "看护"]}
    fill(made, columns, {**cells, 322: ["水库", "3座", "春天清淤"]}).text(124, 280, SHORT)
    assert texts(made) == [
        *(LONG, LONG),
        "项目：涵养林；数量：12处；措施：由县、乡、村三级一起看护。",
        "项目：水库；数量：3座；措施：春天清淤。",
        SHORT,
    ]


def test_cells_whose_texts_nearly_touch_are_told_apart(paper: Paper) -> None:
    made, columns = paper().flow([LONG] * 2), [100, 150, 200, 250]
    lines(made, columns, [400, 376, 352, 328])
    fill(made, columns, {382: ["河名", "长度", "水质"], 358: ["清水河", "八十里", "二类"], 334: ["白水河", "六十里"]})
    assert texts(made) == [LONG, LONG, "河名：清水河；长度：八十里；水质：二类。", "河名：白水河；长度：六十里。"]


def test_cells_that_span_rows_and_columns(paper: Paper) -> None:
    made = paper().flow([LONG] * 2)
    for rule in ("100 400 m 340 400 l", "100 352 m 340 352 l", "100 304 m 340 304 l", "180 376 m 340 376 l"):
        made.draw(f"{rule} S")
    made.draw("180 328 m 340 328 l S 100 400 m 100 304 l S 180 400 m 180 304 l S 260 376 m 260 304 l S")
    made.draw("340 400 m 340 304 l S")
    made.text(104, 370, "乡镇").text(184, 382, "清淤长度").text(184, 358, "去年").text(264, 358, "今年")
    made.text(104, 322, "青禾").text(184, 334, "3里").text(264, 334, "5里").text(184, 310, "4里").text(264, 310, "6里")
    assert texts(made) == [
        *(LONG, LONG),
        "乡镇：青禾；清淤长度去年：3里；清淤长度今年：5里。",
        "乡镇：青禾；清淤长度去年：4里；清淤长度今年：6里。",
    ]


def test_a_table_over_two_pages_keeps_the_names_of_its_columns(paper: Paper) -> None:
    columns, made = [100, 200, 300], paper()
    for rows in (["名称", "水质"], ["清水河", "二类"], ["白水河", "三类"]), (["黄石溪", "二类"], ["青石溪", "一类"]):
        made.page()
        lines(made, columns, [740 - 24 * at for at in range(len(rows) + 1)])
        fill(made, columns, {722 - 24 * at: cells for at, cells in enumerate(rows)})
    made.text(124, 640, SHORT)
    assert texts(made) == [
        *(f"名称：{river}；水质：{grade}。" for river, grade in (("清水河", "二类"), ("白水河", "三类"))),
        *(f"名称：{river}；水质：{grade}。" for river, grade in (("黄石溪", "二类"), ("青石溪", "一类"))),
        SHORT,
    ]


def test_a_table_with_a_caption_has_a_head_of_its_own(paper: Paper) -> None:
    columns, made = [100, 200, 300], paper()
    for caption, head in (("表1", ["名称", "水质"]), ("表2", ["项目", "措施"])):
        made.page().text(100, 760, caption)
        lines(made, columns, [740, 716, 692])
        fill(made, columns, {722: head, 698: ["清水河", "清淤"]})
    assert texts(made) == ["表1", "名称：清水河；水质：清淤。", "表2", "项目：清水河；措施：清淤。"]


def test_a_grid_that_lays_out_prose_is_no_table(paper: Paper) -> None:
    made = paper().page()
    lines(made, [90, 200, 500], [760, 700, 640])
    made.text(100, 740, "现状").text(210, 740, SHORT).text(210, 720, "巡河员每天走两遍。")
    made.text(100, 680, "目标").text(210, 680, SHORT)
    assert all("：" not in text for text in texts(made))
    assert SHORT in texts(made)


def test_figures_under_their_names_are_a_table_without_rules(paper: Paper) -> None:
    made = fill(
        paper().flow([LONG] * 2),
        [100, 200, 300],
        {382: ["河名", "2023年", "2024年"], 362: ["清水河", "30里", "31里"], 342: ["白水河", "40里", "43里"]},
    )
    assert texts(made.text(124, 300, SHORT)) == [
        *(LONG, LONG),
        "河名：清水河；2023年：30里；2024年：31里。",
        "河名：白水河；2023年：40里；2024年：43里。",
        SHORT,
    ]


def test_words_in_columns_are_no_table_without_rules(paper: Paper) -> None:
    places = {
        382: ["王水生", "李大河", "田有福"],
        362: ["赵小溪", "钱清江", "孙江月"],
        342: ["周泉水", "吴湖山", "郑海天"],
    }
    made = fill(paper().flow([LONG] * 2), [100, 200, 300], places)
    assert all("：" not in text for text in texts(made))
