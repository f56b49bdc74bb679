"""Any encoding a Chinese file comes in is read; what is no Chinese text is refused in one sentence."""

import codecs

import pytest

from quiz.errors import QuizError
from quiz.sources.text import decode, read_text

SIMPLIFIED = "一泓清水进了城，两岸的人家都在河边散步。\n今年要把这条河治理得更好。"
TRADITIONAL = "一泓清水進了城，兩岸的人家都在河邊散步。\n今年要把這條河治理得更好。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_simplified_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(SIMPLIFIED.encode(encoding), "a.txt") == (SIMPLIFIED, encoding)


def test_utf16_of_either_byte_order_loses_its_mark() -> None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        assert decode(mark + SIMPLIFIED.encode(encoding), "a.txt") == (SIMPLIFIED, "utf-16")


def test_traditional_text_in_big5_is_not_taken_for_gb18030() -> None:
    assert decode(TRADITIONAL.encode("big5"), "a.txt") == (TRADITIONAL, "big5")


def test_traditional_text_in_gb18030_is_not_taken_for_big5() -> None:
    assert decode(TRADITIONAL.encode("gb18030"), "a.txt") == (TRADITIONAL, "gb18030")


def test_lines_remember_where_they_stood() -> None:
    draft = read_text(f"\n{SIMPLIFIED}".encode(), "a.txt")
    assert [(line.number, line.text[:2]) for line in draft.lines] == [(1, ""), (2, "一泓"), (3, "今年")]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "a.txt: is empty"),
        (b" \n\t\n", "a.txt: is empty"),
        (codecs.BOM_UTF8, "a.txt: is empty"),
        (codecs.BOM_UTF16_LE, "a.txt: is empty"),
        ("\u3000\n".encode(), "a.txt: is empty"),
        (b"\x00\x01\x02\xff" * 100, "a.txt: is a binary file, not text; save the report as .txt and name that"),
        (b"\x7fELF\x02\x01" * 100, "a.txt: is a binary file, not text; save the report as .txt and name that"),
        (b"A river runs through the town.", "a.txt: holds hardly any Chinese text"),
        (
            "河水清了".encode() + b"\xff\xff",
            "a.txt: is neither UTF-8 (byte 12 is wrong) nor GB18030 or Big5; save it as UTF-8 text",
        ),
        (codecs.BOM_UTF16_LE + b"\x00", "a.txt: byte 2 is not valid utf-16; save it as UTF-8 text"),
    ],
    ids=["empty", "blank", "mark", "mark-16", "wide-blank", "nul", "controls", "english", "byte", "half"],
)
def test_what_is_no_chinese_text_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(QuizError) as caught:
        read_text(data, "a.txt")
    assert str(caught.value) == message
