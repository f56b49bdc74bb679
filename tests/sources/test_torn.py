"""A sentence that a page tore at its links is mended; a heading is never glued to its text."""

from collections.abc import Callable

import pytest

from quiz.model import Report
from quiz.sources.draft import Line
from quiz.sources.paragraphs import glue

PROSE = "全县今年新修水渠三十公里，灌溉农田两万亩，受益农户一千二百户。"
LONG = "县里把治水、修路、种树三件事放在一起谋划，渠修到哪里路就通到哪里，树也种到哪里，沿线的十二个村都用上了"
FILLING = [PROSE, PROSE, PROSE, PROSE, PROSE]


def _glued(*texts: str) -> list[str]:
    lines = glue([Line(number, text, whole=False) for number, text in enumerate(texts, 1)])
    return [line.text for line in lines if line.text]


def _spaced(texts: list[str]) -> list[str]:
    return [line for text in texts for line in (text, "")]


@pytest.mark.parametrize(
    "pieces",
    [
        ["今年是青禾县与", "上河", "、下河两县合修大渠三十周年。"],
        ["“统一规划水源、统一修建渠道、统一调度用水、统一养护大小堤坝”", "四统一", "写进了章程，各乡都照着办。"],
        ["广义库容M", "2", "和来水总量相匹配，全年不缺水。"],
        [LONG, "青禾水库", "放下来的清水。"],
    ],
)
def test_where_empty_lines_part_the_paragraphs_adjacent_lines_are_one(pieces: list[str]) -> None:
    whole = "".join(pieces)
    assert _glued(*_spaced(FILLING), *pieces, "", PROSE) == [*FILLING, whole, PROSE]


@pytest.mark.parametrize(
    "pieces",
    [
        [LONG, "青禾水库", "；第二年又通了电。"],
        [LONG, "青禾水库放下来的清水，人人高兴。"],
        ["这条渠从青禾水库起，一路穿过十二个村的农", "田水利工程也跟着修了起来，年年丰收。"],
        ["这条渠从青禾水库起，一路穿过十二个村，它的名字叫作幸福渠，归属于", "青禾县水利局管理。"],
    ],
)
def test_where_every_line_is_a_paragraph_torn_prose_is_mended(pieces: list[str]) -> None:
    assert _glued(*FILLING, *pieces, PROSE) == [*FILLING, "".join(pieces), PROSE]


@pytest.mark.parametrize(
    "own",
    [
        ["下一步打算", PROSE],
        ["坚持以水定城，打造清水润城的新样板", PROSE],
        ["青禾县人民政府关于进一步加强农田水利建设和管护工作的若干意见", PROSE],
        ["一、把治水、修路、种树三件事放在一起谋划，建成连片灌区", PROSE],
        [LONG, "一、下一步打算", PROSE],
        [LONG, "一是修好渠，管好水。", "二是种好树，护好林。"],
        [LONG, "1.修好渠首，管好水闸。", PROSE],
        [LONG, "——修好渠首，管好水闸。", PROSE],
        [LONG, "下一步打算", PROSE],
        [LONG, "12", PROSE],
    ],
)
def test_a_heading_an_item_or_a_number_is_glued_to_nothing(own: list[str]) -> None:
    assert _glued(*FILLING, *own, PROSE) == [*FILLING, *own, PROSE]


def test_a_text_without_full_stops_is_left_alone() -> None:
    items = [f"第{name}村今年新修水渠三公里，灌溉农田两千亩，受益农户一百户，粮食增产三成" for name in "甲乙丙丁戊己庚"]
    assert _glued(*items) == items


def test_a_short_heading_over_its_text_in_a_spaced_document_stays_a_heading(read: Callable[..., Report]) -> None:
    body = "\n\n".join([PROSE + PROSE] * 12)
    report = read(f"{body}\n\n下一步打算\n{PROSE}{PROSE}\n\n{body}\n")
    assert "下一步打算" in [section.heading for section in report.sections]
