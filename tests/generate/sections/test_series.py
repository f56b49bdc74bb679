"""Series of a report: marked members, headings, paragraphs of one build; what announces them."""

from collections.abc import Callable

import pytest

from quiz.generate.sections.clauses import alike, announcement, lead_clause, shortened
from quiz.generate.sections.series import Series, find_series
from quiz.model import Report
from quiz.sources import read_report

TEXT = """柳溪镇的五年小结
一、办好五件实事
这五年，镇里主要做了以下三项工作。
一是修通进山的公路，方便果农运货。全长二十里。
二是翻新三所小学的操场。孩子们有了跑道。
三是给老街换上路灯。夜里亮堂多了。
镇里还留下一些遗憾，打算在下一个五年里慢慢补上，请大家一起出主意。
二、建设整洁村庄
村庄整洁要靠大家动手，也要靠长年坚持，镇里把要做的事情理了一遍又一遍。
加强垃圾分类。每个院子摆放四只桶，由专人每天清早收走。
提升河道水质。沿河的排口全部封堵，每月请人化验一次。
推动庭院绿化。家家户户种上花木，由镇里免费发放树苗。
三、扶持乡土产业
（一）做大果园
果园扩大到山坡上，镇里帮助果农引进耐寒的新品种。
（二）做精手工
竹编和土布请老师傅带徒弟，镇里负责联系销路。
（三）做活集市
集市每逢五逢十开张，四面八方的客商都来采买。
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    path = tmp_path_factory.mktemp("series") / "小结.txt"
    path.write_text(TEXT, encoding="utf-8")
    return read_report(path)[0]


@pytest.fixture(scope="module")
def texts_of(report: Report) -> Callable[[str], tuple[Series, list[str]]]:
    def find(heading: str) -> tuple[Series, list[str]]:
        series = next(series for series in find_series(report) if series.heading == heading)
        return series, [point.text for point in series.points]

    return find


def test_marked_members_give_their_lead_clauses_and_what_announces_them(
    texts_of: Callable[[str], tuple[Series, list[str]]],
) -> None:
    series, points = texts_of("办好五件实事")
    assert points == ["修通进山的公路，方便果农运货", "翻新三所小学的操场", "给老街换上路灯"]
    assert series.intro == "镇里主要做了以下三项工作"
    assert series.kind == "marked"


def test_paragraphs_that_open_with_short_sentences_of_one_build_are_a_series(
    texts_of: Callable[[str], tuple[Series, list[str]]],
) -> None:
    series, points = texts_of("建设整洁村庄")
    assert points == ["加强垃圾分类", "提升河道水质", "推动庭院绿化"]
    assert (series.kind, series.alone) == ("paragraphs", True)


def test_headings_stand_under_their_heading_and_under_the_report(
    report: Report, texts_of: Callable[[str], tuple[Series, list[str]]]
) -> None:
    assert texts_of("扶持乡土产业")[1] == ["做大果园", "做精手工", "做活集市"]
    assert texts_of("")[1] == ["办好五件实事", "建设整洁村庄", "扶持乡土产业"]
    first = texts_of("扶持乡土产业")[0].points[0]
    lines = [text for section in report.sections for text in (section.heading, *(s.text for s in section.sentences))]
    assert lines[first.number - 1] == "做大果园"  # as sources number headings and sentences


@pytest.mark.parametrize(
    ("text", "count", "announced"),
    [
        ("回到镇上，我们重点抓好以下工作。", 4, "回到镇上，我们重点抓好以下工作"),
        ("镇里办成了三件大事：", 3, "镇里办成了三件大事"),
        ("镇里先后办成了三件大事。", 5, ""),  # another three things
        ("果园一年比一年大。", 3, ""),
        ("主要考虑：", 3, ""),  # says too little
    ],
)
def test_an_announcement_says_that_points_follow_and_how_many(text: str, count: int, announced: str) -> None:
    assert announcement(text, count) == announced


@pytest.mark.parametrize(
    ("clause", "most", "kept"),
    [
        ("修通公路", 28, "修通公路"),
        ("修通进山的公路，方便果农运货", 8, "修通进山的公路"),
        ("围绕进山的公路，修好沿线的排水沟", 12, ""),  # the first half says nothing by itself
        ("这些公路都已经修通", 28, ""),
        ("修通“进山，出山”的公路", 8, ""),  # would cut a quotation
    ],
)
def test_a_long_clause_is_cut_where_its_opening_says_something(clause: str, most: int, kept: str) -> None:
    assert shortened(clause, most) == kept


def test_a_lead_clause_has_no_mark_and_ends_at_the_first_stop() -> None:
    assert lead_clause("二是翻新操场，换上新灯；三年完工。", "二是") == "翻新操场，换上新灯"


def test_texts_are_alike_when_they_share_most_pairs_or_hold_one_another() -> None:
    assert alike(["做强果园产业", "做强茶园产业", "修路"], 0.4)
    assert alike(["修路", "修路到山上"], 0.9)
    assert not alike(["做大果园", "换上路灯"], 0.6)
