"""Cleaning: what a terminal would obey is dropped, what a reader sees is kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.tui.text import circled, clean, cut, one_line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("山\x1b[2J水", "山[2J水"),
        ("山\x9b31m水", "山31m水"),
        ("山\u202e水\u202c", "山水"),
        ("\ufeff山\u200b\u00ad\u2066水\U000e0041", "山水"),
        ("山\r\n水\x85木\u2028土\r火", "山\n水\n木\n土\n火"),
        ("山\t水\x00\x07\x7f", "山 水"),
        ("山\ud800水", "山\ufffd水"),
        ("[red]山[/] [@click=app.quit]水", "[red]山[/] [@click=app.quit]水"),
    ],
)
def test_clean(text: str, expected: str) -> None:
    assert clean(text) == expected


@settings(max_examples=200, deadline=None)
@given(st.text(), st.integers(0, 30))
def test_clean_text_is_printable_and_cut_text_fits(text: str, width: int) -> None:
    line = one_line(text)
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or 0x202A <= ord(c) <= 0x202E for c in line)
    assert clean(line) == line
    assert cell_len(cut(line, width)) <= max(width, 0) or cell_len(line) <= width


def test_cut_says_that_something_is_missing() -> None:
    assert cut("青山绿水", 8) == "青山绿水"
    assert cut("青山绿水", 7) == "青山绿…"
    assert cut("青山绿水", 6) == "青山…"


def test_numbers_of_blanks() -> None:
    assert [circled(n) for n in (1, 20, 21)] == ["①", "⑳", "(21)"]
