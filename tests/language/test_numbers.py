"""Numbers are written one way, and two numbers never the same way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.language.numbers import canonical_numbers

DIGITS = "零一二三四五六七八九"


def chinese(number: int) -> str:
    """`number` as a person writes it, by the rules of the school book: 10 is 一十, a gap is one 零."""
    if number < 10:
        return DIGITS[number]
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        count, rest = divmod(number, unit)
        if count:
            gap = "零" if 0 < rest < unit // 10 else ""
            return chinese(count) + name + gap + (chinese(rest) if rest else "")
    raise AssertionError


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("增长百分之五", "增长5%"),
        ("增长５％", "增长5%"),
        ("二〇三五年", "2035年"),
        ("二零三五年", "2035年"),
        ("二○三五年", "2035年"),
        ("十五", "15"),
        ("一百二十", "120"),
        ("两千", "2000"),
        ("三分之二", "2/3"),
        ("1.5亿", "150000000"),
        ("15000万", "150000000"),
        ("一亿五千万", "150000000"),
        ("1.5万亿", "1500000000000"),
        ("一点五亿", "150000000"),
        ("9,800", "9800"),
        ("９，８００", "9800"),
        ("第十九届", "第19届"),
        ("三点五", "3.5"),
        ("百分之零点五", "0.5%"),
        ("百分之百", "100%"),
        ("千分之三", "3‰"),
        ("五个百分点", "5个百分点"),
        ("十二月三十一日", "12月31日"),
        ("两千余万", "2000余万"),
    ],
)
def test_number_styles(text: str, canonical: str) -> None:
    assert canonical_numbers(text) == canonical
    assert canonical_numbers(canonical) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("5个百分点", "5%"),
        ("5%", "5‰"),
        ("百分之五", "五"),
        ("十四五", "145"),
        ("十四五", "十五"),
        ("十、五", "十五"),
        ("二三十", "230"),
        ("一百五", "105"),
        ("一百五", "15"),
        ("三五", "35"),
        ("1，234", "1234"),
        ("1,23", "123"),
        ("1,2345", "12345"),
        ("1亿20000万", "3亿"),
        ("1.5", "15"),
        ("4.0", "4"),
        ("2024十大", "20240大"),
        ("三点五十", "3.510"),
        ("三点五万三", "350003"),
        ("10百分之5", "105%"),
        ("百万", "万"),
        ("1.5亿", "1.5万"),
        ("三分之二", "二分之三"),
        ("1" + "0" * 30 + "1万", "1" + "0" * 30 + "2万"),
    ],
)
def test_different_numbers_stay_different(one: str, other: str) -> None:
    assert canonical_numbers(one) != canonical_numbers(other)


@given(st.integers(min_value=0, max_value=10**16 - 1) | st.integers(min_value=0, max_value=200_000))
@settings(max_examples=500, deadline=None)
def test_every_chinese_numeral_reads_as_its_number(number: int) -> None:
    assert canonical_numbers(chinese(number)) == str(number)


def test_the_first_hundred_thousand_numerals() -> None:
    wrong = [n for n in range(0, 100_000, 7) if canonical_numbers(chinese(n)) != str(n)]
    assert wrong == []


@given(st.integers(1, 99_999), st.integers(0, 999), st.sampled_from(["", "万", "亿", "万亿"]))
@settings(max_examples=200, deadline=None)
def test_a_unit_is_the_same_as_its_zeros(whole: int, thousandths: int, unit: str) -> None:
    zeros = {"": 0, "万": 4, "亿": 8, "万亿": 12}[unit]
    if zeros:
        long = str((whole * 1000 + thousandths) * 10**zeros // 1000)
        assert canonical_numbers(f"{whole}.{thousandths:03}{unit}") == long
    assert canonical_numbers(f"{whole:,}{unit}") == canonical_numbers(f"{whole}{unit}") == f"{whole}{'0' * zeros}"


@given(st.text(alphabet="零〇○一两九十百千万亿点分之0123456789.,，％%年、 ", max_size=60) | st.text(max_size=40))
@settings(max_examples=500, deadline=None)
def test_any_text_is_taken(text: str) -> None:
    assert isinstance(canonical_numbers(text), str)


@given(st.text(alphabet="0123456789.-/%年月日个、 ", max_size=30))
@settings(max_examples=200, deadline=None)
def test_arabic_numbers_without_units_stay_as_written(text: str) -> None:
    assert canonical_numbers(text) == text


@pytest.mark.parametrize("piece", ["9", "九", "1,", "百分之", "一百", "三点", "亿", "9."])
def test_a_long_run_takes_no_time(piece: str) -> None:
    canonical_numbers(piece * 50_000)  # a pattern that backtracks would not come back
