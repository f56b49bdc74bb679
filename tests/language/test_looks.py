"""Characters that look alike are known, and the table of them is well-formed."""

from itertools import combinations

import pytest

from quiz.language.looks import groups, look_alike

ALIKE = (
    "己已未末戍戌辨辩辩辫即既幕慕慕墓侯候拔拨睛晴析折折拆薄簿赢羸籍藉竟竞徒徙贯惯粟栗冶治密蜜崇祟度渡炙灸盲肓"
    "亨享茶荼遂逐陕峡部陪搏博抱饱"
)
APART = "质值发展三五布部品高己己Oo人民"


def pairs(text: str) -> list[str]:
    return [text[at : at + 2] for at in range(0, len(text), 2)]


@pytest.mark.parametrize("pair", pairs(ALIKE))
def test_two_that_look_alike(pair: str) -> None:
    assert look_alike(pair[0], pair[1])
    assert look_alike(pair[1], pair[0])


@pytest.mark.parametrize("pair", pairs(APART))
def test_two_that_do_not(pair: str) -> None:
    assert not look_alike(pair[0], pair[1])
    assert not look_alike(pair[1], pair[0])


def test_every_group_has_two_to_six_chinese_characters_each_once() -> None:
    wrong = [
        group
        for group in groups()
        if not 2 <= len(group) <= 6
        or len(set(group)) != len(group)
        or not all("\u4e00" <= character <= "\u9fff" for character in group)
    ]
    assert wrong == []


def test_no_group_is_a_part_of_another() -> None:
    """A line that adds nothing is a mistake of the hand that wrote it."""
    sets = [frozenset(group) for group in groups()]
    assert [one | other for one, other in combinations(sets, 2) if one <= other or other <= one] == []
