"""Line breaking: nothing lost, nothing too wide, blanks whole, marks where they belong."""

from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.tui.wrap import NOT_FIRST, NOT_LAST, Piece, wrap

BLANK = Piece("＿＿＿＿", "blank", whole=True)
UNITS = (
    [Piece(text) for text in ["山河湖海", "，", "。", "”", "》", "（", "《", "“", "35%", "4.5亿", "R&D", "——", "……"]]
    + [Piece(c) for c in "田林"]
    + [BLANK]
)


def lines(pieces: list[Piece], width: int) -> list[str]:
    return ["".join(piece.text for piece in line) for line in wrap(pieces, width)]


@st.composite
def texts(draw: st.DrawFn) -> list[Piece]:
    """Units of which no two of a kind are neighbours, so that each is one unit of the text too."""
    units = draw(st.lists(st.sampled_from(UNITS), max_size=30))
    return [unit for unit, _run in groupby(units)]


def best(pieces: list[Piece], width: int) -> bool:
    """Whether some way to break between units keeps every rule."""
    reached = {0}
    for start in range(len(pieces)):
        for end in range(start + 1, len(pieces) + 1) if start in reached else ():
            text = "".join(piece.text for piece in pieces[start:end])
            starts_well = start == 0 or text[0] not in NOT_FIRST
            ends_well = end == len(pieces) or text[-1] not in NOT_LAST
            if cell_len(text) <= width and starts_well and ends_well:
                reached.add(end)
    return len(pieces) in reached


@settings(max_examples=150, deadline=None)
@given(texts(), st.integers(2, 40))
def test_nothing_is_lost_or_too_wide(pieces: list[Piece], width: int) -> None:
    result = lines(pieces, width)
    assert "".join(result) == "".join(piece.text for piece in pieces)
    assert all(cell_len(line) <= width for line in result)


@settings(max_examples=150, deadline=None)
@given(texts(), st.integers(8, 40))
def test_a_blank_is_never_split(pieces: list[Piece], width: int) -> None:
    kept = [piece for line in wrap(pieces, width) for piece in line if piece.style == "blank"]
    assert "".join(piece.text for piece in kept) == BLANK.text * pieces.count(BLANK)
    assert all(len(piece.text) % len(BLANK.text) == 0 for piece in kept)


@settings(max_examples=150, deadline=None)
@given(texts(), st.integers(6, 40))
def test_marks_stand_where_they_may_whenever_that_is_possible(pieces: list[Piece], width: int) -> None:
    if best(pieces, width):
        result = lines(pieces, width)
        assert not any(line[0] in NOT_FIRST for line in result[1:])
        assert not any(line[-1] in NOT_LAST for line in result[:-1])


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="a\u0301é👍山\n 　\u200d\ufe0f☎%", max_size=40), st.integers(0, 30))
def test_any_text_keeps_its_characters(text: str, width: int) -> None:
    assert "".join(lines([Piece(text)], width)) == text.replace("\n", "")


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("春天里，花开了。", 6, ["春天", "里，花", "开了。"]),
        ("他说：“好。”又走了", 10, ["他说：", "“好。”又走", "了"]),
        ("读《山海经》吧", 8, ["读《山海", "经》吧"]),
        ("大约占12.5%左右", 10, ["大约占", "12.5%左右"]),
        ("增长 5 % 以上", 8, ["增长 ", "5 % 以上"]),
        ("一二三四——五六", 9, ["一二三", "四——五六"]),
        ("甲\n乙", 20, ["甲", "乙"]),
        ("", 20, [""]),
    ],
)
def test_examples(text: str, width: int, expected: list[str]) -> None:
    assert lines([Piece(text)], width) == expected


def test_a_blank_stays_with_its_brackets() -> None:
    pieces = [Piece("小河边有（"), BLANK, Piece("）和树")]
    assert lines(pieces, 12) == ["小河边有", "（＿＿＿＿）", "和树"]


def test_a_blank_wider_than_the_screen_is_cut() -> None:
    assert lines([BLANK], 6) == ["＿＿＿", "＿"]


def test_styles_stay_with_their_text() -> None:
    first, second = wrap([Piece("红花", "right"), Piece("绿叶")], 6)
    assert first == [Piece("红花", "right"), Piece("绿")]
    assert second == [Piece("叶")]
