"""Marks of Chinese text are full width, figures and Latin words are left alone, blotted-out figures read ××."""

import pytest

from quiz.sources.characters import censor_marks, squeeze_blanks, widen


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("清淤,护岸;植树:三件事!好吗?", "清淤，护岸；植树：三件事！好吗？"),
        ("渠长1.5公里,9:30放水,灌田1,000亩", "渠长1.5公里，9:30放水，灌田1,000亩"),
        ("护岸(见附件)完工", "护岸（见附件）完工"),
        ("产值(GDP)", "产值（GDP）"),
        ("GDP(生产总值)", "GDP（生产总值）"),
        ("水清了.岸绿了.", "水清了。岸绿了。"),
        ("水清了｡岸绿了､", "水清了。岸绿了、"),
        ('叫做"清水工程"', "叫做“清水工程”"),
        ("ＧＤＰ增长５％", "GDP增长5%"),
        ("水啊...", "水啊……"),
        ("水啊。。。", "水啊……"),
        ("水啊…", "水啊……"),
    ],
)
def test_marks_beside_chinese_text_become_full_width(text: str, wide: str) -> None:
    assert widen(text) == wide


@pytest.mark.parametrize(
    "text", ["Hello, world.", "see (WTO).", '"Linux"', "1.5", "9:30", "1,000", "v2.0.1", "a.b", "“清水”、《水经注》"]
)
def test_figures_and_latin_text_stay(text: str) -> None:
    assert widen(text) == text


def test_full_width_figures_become_half_width() -> None:
    assert widen("长１．５米，共１，０００户") == "长1.5米，共1,000户"


def test_brackets_are_widened_in_pairs() -> None:
    assert widen("2024(12月)完工") == "2024（12月）完工"


@pytest.mark.parametrize(
    ("text", "blotted"),
    [
        ("口径xx英寸", "口径××英寸"),
        ("20xx年开工", "20××年开工"),
        ("20XX年开工", "20××年开工"),
        ("５ｘｘ米", "５××米"),
        ("＊＊同志", "××同志"),
        ("□□市", "××市"),
        ("○○县", "××县"),
        ("张×××", "张××"),
    ],
)
def test_blotted_out_figures_read_as_two_crosses(text: str, blotted: str) -> None:
    clean, found = censor_marks(text)
    assert clean == blotted
    assert len(found) == 1


def test_the_place_of_a_blotted_out_figure_is_named() -> None:
    assert censor_marks("口径xx英寸的管道")[1] == ["xx英寸的管"]


@pytest.mark.parametrize(
    "text",
    [
        "Linux系统",
        "Foxx公司",
        "xxl号",
        "axxb",
        "x轴",
        "二○○○年",
        "全国一〇〇县",
        "二〇〇〇年",
        "3×4米",
        "* 要点",
        "max",
    ],
)
def test_words_and_years_are_not_blotted_out(text: str) -> None:
    assert censor_marks(text) == (text, [])


def test_blanks_stay_only_between_latin_words() -> None:
    assert squeeze_blanks("\u3000\u3000清水  润城 ，two \u00a0 words 在\t此 ") == "清水润城，two words在此"
