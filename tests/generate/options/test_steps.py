"""Figures that are facts are found, names are left alone, and other values look like the true one."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.generate.options.steps import Number, numbers, steps
from quiz.language.numbers import canonical_numbers


def only(text: str) -> Number:
    [number] = numbers(text)
    return number


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("灌溉面积达1.5万亩", "1.5", "1.5", "万亩"),
        ("粮食产量1,200吨", "1,200", "1200", "吨"),
        ("水质优良率提高到98%", "98", "98", "%"),
        ("占比达百分之五十三", "五十三", "53", ""),
        ("三千户村民增收", "三千", "3000", "户"),
        ("人均收入三万五千一百元", "三万五千一百", "35100", "元"),
        ("水闸建于2015年", "2015", "2015", "年"),
        ("二〇三五年建成", "二〇三五", "2035", "年"),
        ("新建水闸4200余座", "4200", "4200", "余座"),
        ("苹果产量居全国第3位", "3", "3", "位"),
        ("茶叶出口跃居世界第二位", "二", "2", "位"),
    ],
)
def test_a_fact_is_found_with_its_place_and_unit(text: str, figure: str, value: str, unit: str) -> None:
    number = only(text)
    assert (number.text, number.value, number.unit) == (figure, Decimal(value), unit)
    assert text[number.start : number.end] == figure
    assert text[number.end :].startswith(unit)


def test_a_date_is_three_figures() -> None:
    assert [(number.text, number.unit) for number in numbers("2021年6月10日通过")] == [
        ("2021", "年"),
        ("6", "月"),
        ("10", "日"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "实现第二个百年奋斗目标",
        "增强四个意识",
        "拥护两个确立",
        "谋划十四五时期",
        "学习二十大精神",
        "贯彻八项规定",
        "坚持“两条腿走路”",
        "坚持“3个优先”",
        "211高校和985高校",
        "宪法第三十七条规定",
        "纪念五四运动和九一八事变",
        "24小时服务",
        "服务三农",
        "千方百计稳就业",
        "五个坚持",
        "完成率100%",
        "第一产业",
        "把治水放在第一位",
        "作为第一位的任务",
        "八十年代初",
        "第3次会议",
        "落实2030年可持续发展议程",
        "制定规划纲要（2021—2025年）",
    ],
)
def test_a_figure_of_a_name_or_a_formulation_is_no_fact(text: str) -> None:
    assert numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("修建水闸5座", ["4", "6", "3", "7", "2", "8"]),
        ("苹果产量居全国第3位", ["2", "4", "1", "5", "6"]),
        ("茶叶出口跃居世界第三位", ["二", "四", "一", "五", "六"]),
        ("修建水闸10座", ["8", "12", "6", "14", "4", "16"]),
        ("修建水闸1,200座", ["1,000", "1,400", "800", "1,600", "600", "1,800"]),
        ("增长33.5%", ["28.5", "38.5", "23.5", "43.5", "18.5", "48.5"]),
        ("人均预期寿命78.8岁", ["76.8", "80.8", "74.8", "82.8", "72.8", "84.8"]),
        ("率先达到98%", ["97", "99", "96", "95"]),
        ("带动三千户", ["两千", "四千", "一千", "五千", "六千"]),
        ("带动两户", ["一", "三", "四", "五"]),
        ("到2035年", ["2030", "2040", "2025", "2045", "2020", "2050"]),
        ("建于2015年", ["2014", "2016", "2013", "2017", "2012", "2018"]),
        ("建于1987年", ["1984", "1990", "1981", "1993", "1978", "1996"]),
        ("二〇一九年建成", ["二〇一八", "二〇二〇", "二〇一七", "二〇二一", "二〇一六", "二〇二二"]),
    ],
)
def test_other_values_are_near_round_alike_and_in_the_same_style(text: str, expected: list[str]) -> None:
    assert steps(only(text)) == expected


def test_a_year_does_not_step_beyond_the_last_one() -> None:
    assert steps(only("建于2015年"), latest=2016) == ["2014", "2016", "2013", "2012"]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("超过60%", 1),
        ("不低于60%", 1),
        ("60%以上", 1),
        ("60多座", 1),
        ("不超过60%", -1),
        ("低于60%", -1),
        ("60天以内", -1),
    ],
)
def test_of_a_bound_only_values_on_its_false_side_are_given(text: str, side: int) -> None:
    number = only(text)
    assert steps(number)
    assert all((Decimal(step) - number.value) * side > 0 for step in steps(number))


@settings(max_examples=150, deadline=None)
@given(st.integers(1, 99_999_999), st.integers(0, 2))
def test_steps_are_distinct_other_positive_values_with_as_many_decimals(value: int, places: int) -> None:
    figure = f"{Decimal(value).scaleb(-places):.{places}f}"
    [number] = numbers(f"产量为{figure}吨")
    others = steps(number)
    assert len(set(others)) == len(others) > 0
    assert figure not in others
    assert all(Decimal(other) > 0 and len(other.partition(".")[2]) == places for other in others)


@settings(max_examples=100, deadline=None)
@given(st.text("二三四五六七八九", min_size=1, max_size=1), st.sampled_from(["十", "百", "千", "十五"]))
def test_chinese_numerals_step_to_well_formed_ones(digit: str, unit: str) -> None:
    number = only(f"带动{digit}{unit}户村民")
    others = [canonical_numbers(step) for step in steps(number)]
    assert len(others) > 2
    assert all(other.isdecimal() for other in others)
