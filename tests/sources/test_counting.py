"""Numbers as Word prints them."""

import pytest

from quiz.sources.docx.counting import count_as

NUMBERS = (1, 2, 10, 11, 20, 21, 100, 101, 110, 111)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("decimal", "1 2 10 11 20 21 100 101 110 111"),
        ("chineseCounting", "一 二 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一"),
        ("japaneseCounting", "一 二 十 十一 二十 二十一 一百 一百零一 一百一十 一百一十一"),
        ("ideographDigital", "一 二 一〇 一一 二〇 二一 一〇〇 一〇一 一一〇 一一一"),
        ("chineseLegalSimplified", "壹 贰 壹拾 壹拾壹 贰拾 贰拾壹 壹佰 壹佰零壹 壹佰壹拾 壹佰壹拾壹"),
        ("ideographTraditional", "甲 乙 癸 11 20 21 100 101 110 111"),
        ("decimalEnclosedCircleChinese", "① ② ⑩ ⑪ ⑳ 21 100 101 110 111"),
        ("decimalEnclosedParen", "（1） （2） （10） （11） （20） （21） （100） （101） （110） （111）"),
        ("decimalZero", "01 02 10 11 20 21 100 101 110 111"),
        ("upperRoman", "I II X XI XX XXI C CI CX CXI"),
        ("lowerLetter", "a b j k t u vvvv wwww fffff ggggg"),
        ("somethingNew", "1 2 10 11 20 21 100 101 110 111"),
    ],
)
def test_numbers_are_counted_as_the_format_says(kind: str, expected: str) -> None:
    assert [count_as(number, kind) for number in NUMBERS] == expected.split()


@pytest.mark.parametrize("number", [0, -5, 10**9])
@pytest.mark.parametrize("kind", ["chineseCounting", "upperLetter", "upperRoman", "decimalEnclosedCircle"])
def test_a_number_beyond_all_lists_stays_short(number: int, kind: str) -> None:
    assert count_as(number, kind) == str(number)
