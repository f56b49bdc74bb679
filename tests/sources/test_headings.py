"""Numbered lines that are short and end like no sentence are headings, the first the outermost."""

import pytest

from quiz.sources.headings import heading_of, paragraph_number


@pytest.mark.parametrize(
    ("line", "number", "words"),
    [
        ("第一编 总论", "一", "总论"),
        ("第三章 水源", "三", "水源"),
        ("第2节 水质", "2", "水质"),
        ("一、抓源头", "一", "抓源头"),
        ("十二、看长远", "十二", "看长远"),
        ("（三）清淤护岸", "三", "清淤护岸"),
        ("1.建好渠首", "1", "建好渠首"),
        ("2、管好水闸", "2", "管好水闸"),
        ("（1）清淤", "1", "清淤"),
        ("①植树", "①", "植树"),
        ("（一）加强领导。各级河长要负起责任。", "一", "加强领导"),
    ],
)
def test_a_numbered_line_is_a_heading(line: str, number: str, words: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert (heading.number, line[heading.offset : heading.end]) == (number, words)


@pytest.mark.parametrize(
    "line",
    [
        "抓源头",
        "一是清淤护岸。",
        "1.5米深的渠",
        "2024年治水",
        "一、",
        "一、河水清了，岸上的树也都绿了。",
        "三、清淤；护岸",
        f"四、{'水' * 61}",
        "（二）下列事项要办好：",
    ],
)
def test_prose_is_no_heading(line: str) -> None:
    assert heading_of(line) is None


def test_styles_rank_from_the_outermost_to_the_innermost() -> None:
    lines = ["第一编 甲", "第一章 甲", "第一节 甲", "一、甲", "（一）甲", "1.甲", "（1）甲", "①甲"]
    ranks = [heading.rank for line in lines if (heading := heading_of(line))]
    assert len(ranks) == len(lines)
    assert ranks == sorted(set(ranks))


def test_a_level_that_the_format_states_stands_above_every_number() -> None:
    stated, deeper, numbered = heading_of("治水方略", 1), heading_of("一、治水", 2), heading_of("第一编 治水")
    assert stated is not None
    assert deeper is not None
    assert numbered is not None
    assert stated.rank < deeper.rank < numbered.rank
    assert deeper.number == "一"


def test_the_number_of_a_numbered_paragraph_is_found() -> None:
    number = paragraph_number("三、清淤护岸，植树种草，河边的人家都来出力。")
    assert number is not None
    assert number[0] == "三、"
    assert paragraph_number("清淤护岸。") is None
