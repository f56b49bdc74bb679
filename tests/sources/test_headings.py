"""Numbered lines that are short and end like no sentence are headings, the first the outermost."""

import pytest

from quiz.sources.draft import Line
from quiz.sources.headings import bare_headings, heading_of, paragraph_number


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
        (f"二、{'治水' * 35}，种树", "二", f"{'治水' * 35}，种树"),
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
        f"四、{'水' * 81}",
        f"七、幸福渠：{'水' * 60}",
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


PROSE = "全县今年新修水渠三十公里，灌溉农田两万亩，受益农户一千二百户，粮食比上年增产三成以上。"


def _bare(*texts: str) -> list[tuple[str, str, int]]:
    """Number, words and rank of the headings that surroundings tell."""
    found = bare_headings([Line(number, text) for number, text in enumerate(texts)])
    return [(heading.number, texts[at][heading.offset : heading.end], heading.rank) for at, heading in found.items()]


def test_a_short_line_of_words_between_paragraphs_is_a_heading() -> None:
    assert [words for _number, words, _rank in _bare(*[PROSE] * 9, "下一步打算", PROSE)] == ["下一步打算"]
    assert _bare(*[PROSE] * 9, "下一步打算", "下河村", PROSE) == []
    assert _bare(PROSE, "下一步打算", PROSE, "再下一步", PROSE) == []


def test_a_part_that_everybody_names_alike_is_a_heading_even_when_short() -> None:
    assert [words for _number, words, _rank in _bare(PROSE, "结束语", "各位代表：", PROSE)] == ["结束语"]


def test_a_bare_heading_stands_above_numbers_that_count_anew_and_beside_those_that_do_not() -> None:
    anew = ["一、修渠", PROSE, "二、种树", PROSE]
    numbered = heading_of("一、修渠")
    assert numbered is not None
    [(_number, _words, above)] = _bare(*anew, "关于来年", PROSE, *anew, PROSE, PROSE)
    [(_number, _words, beside)] = _bare(*anew, PROSE, PROSE, PROSE, PROSE, "关于来年", PROSE, PROSE)
    assert above < numbered.rank == beside


def test_numbered_lines_with_a_full_stop_are_headings_when_each_has_its_text() -> None:
    first, second = "（一）修好水渠，管好水闸。", "（二）种好树。"
    found = _bare("一、任务", first, PROSE, second, "要种好三片林。", PROSE)
    assert [(number, words) for number, words, _rank in found] == [("一", "修好水渠，管好水闸"), ("二", "种好树")]
    assert _bare("一、任务", first, second, PROSE) == []
    assert _bare("一、任务", first, PROSE) == []
