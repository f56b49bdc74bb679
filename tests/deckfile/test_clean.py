"""What leaves a text as it is read."""

import pytest

from quiz.deckfile.clean import clean, tidy

# first and last of each run that goes
RUNS = [(0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E),
        (0x2060, 0x206F), (0xFEFF, 0xFEFF), (0xD800, 0xDFFF), (0xFFFE, 0xFFFF)]  # fmt: skip


@pytest.mark.parametrize(("first", "last"), RUNS)
def test_the_run_goes_and_its_neighbours_stay(first: int, last: int) -> None:
    run = "".join(map(chr, range(first, last + 1)))
    around = [chr(code) for code in (first - 1, last + 1) if code > 0x20 and not any(a <= code <= b for a, b in RUNS)]
    assert clean(run + "甲".join(around)) == "甲".join(around)
    assert tidy(run.replace("\r", "") + "甲") == "甲"


def test_line_ends_become_one_kind_and_a_tab_a_blank() -> None:
    assert tidy("甲\r\n乙\r丙\n丁\u2028戊\u2029己") == "甲\n乙\n丙\n丁 戊 己"
    assert clean("甲\t乙\n丙\u2028") == "甲 乙\n丙\u2028"
