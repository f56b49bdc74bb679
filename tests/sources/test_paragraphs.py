"""Lines that a page or a converter broke, back in one."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Report
from quiz.sources.draft import Line
from quiz.sources.paragraphs import glue, rejoin

Read = Callable[..., Report]
LONG = (
    "全县今年新修水渠三十公里，灌溉农田两万亩，受益农户一千二百户，粮食比上年增产三成，村民人均收入过万元，"
    "沿渠栽下的果树第一次挂果，外出务工的年轻人陆续回乡办起了合作社。"
)


def _loose(*texts: str) -> list[Line]:
    return [Line(number, text, whole=False) for number, text in enumerate(texts, 1)]


def _texts(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.text]


def test_a_text_broken_at_a_width_is_whole_again() -> None:
    broken = [LONG[at : at + 20] for at in range(0, len(LONG), 20)]
    lines = _loose(*broken, "", "一、明年打算", *broken)
    assert _texts(list(rejoin(lines))) == [LONG, "一、明年打算", LONG]


@pytest.mark.parametrize("number", ["- 3 -", "3", "第 3 页"])
@pytest.mark.parametrize(
    "rest", ["和水闸都修好了，人人都说这是一件大好事，", "沟渠和水闸都修好了，人人都说这是大好事，"]
)
def test_a_sentence_that_goes_on_on_the_next_page_is_whole_again(number: str, rest: str, read: Read) -> None:
    broken = [LONG[at : at + 20] for at in range(0, len(LONG), 20)]
    page = [*broken, "县里的水库建成三座，解决了多年的大旱情", "", number, "", rest, "全县上下齐心协力修渠引水。"]
    report = read("\n".join(["一、去年工作", *page, "二、今年打算", *broken]))
    assert f"大旱情{rest}全县上下齐心协力修渠引水。" in report.text
    assert number not in report.text
    assert LONG in report.text


def test_paragraphs_of_their_own_stay_apart() -> None:
    paragraphs = [LONG, "村里通了路。", LONG, "一、修路", LONG, "大家都高兴。", LONG]
    assert _texts(list(rejoin(_loose(*paragraphs)))) == paragraphs


def test_a_page_number_is_glued_to_nothing() -> None:
    lines = _loose("渠修到了山里", "- 3 -", "和水库连成一片。", *["村村都通了水。"] * 5)
    assert _texts(glue(lines)) == [line.text for line in lines]


def test_a_sentence_torn_at_its_links_is_whole_again() -> None:
    torn = _loose("县里印发了《", "青禾县治水规划", "》和《", "修路方案", "》，村村都在学。", "第二天开了会。")
    assert _texts(glue(torn)) == ["县里印发了《青禾县治水规划》和《修路方案》，村村都在学。", "第二天开了会。"]


def test_a_quotation_over_several_paragraphs_stays_in_paragraphs() -> None:
    lines = _loose("老人说：“从前这里没有水。", "“后来修了渠。", "“如今家家有水。”")
    assert _texts(glue(lines)) == [line.text for line in lines]


@given(st.lists(st.text(st.sampled_from("水渠好“”《》（），。、a"), max_size=30), max_size=30))
@settings(max_examples=200, deadline=None)
def test_no_character_is_lost_or_moved(texts: list[str]) -> None:
    lines = _loose(*texts)
    whole = "".join(texts)
    assert "".join(line.text for line in glue(lines)).replace(" ", "") == whole
    assert "".join(line.text for line in rejoin(lines)).replace(" ", "") == whole
