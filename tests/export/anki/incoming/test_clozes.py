"""Clozes as Anki understands them."""

import pytest

from quiz.export.anki.incoming.clozes import numbers, parse_clozes, sentence
from quiz.export.anki.incoming.text import read_html


def read(html: str, *wanted: int) -> tuple[str, list[str], list[str]]:
    """The sentence, its answers and hints; every blank is where it says."""
    content = parse_clozes(read_html(html).text)
    text, blanks = sentence(content, wanted or numbers(content))
    assert all(text[blank.start : blank.end] == blank.answer for blank in blanks)
    return text, [blank.answer for blank in blanks], [blank.hint for blank in blanks]


@pytest.mark.parametrize(
    ("html", "wanted", "expected"),
    [
        ("城有{{c1::东门}}。", (1,), ("城有东门。", ["东门"], [""])),
        ("城有{{c1::东门::哪门}}和{{c2::西门}}。", (1,), ("城有东门和西门。", ["东门"], ["哪门"])),
        ("{{c1::甲{{c2::乙}}丙}}丁", (1,), ("甲乙丙丁", ["甲乙丙"], [""])),
        ("{{c1::甲{{c2::乙::小}}丙::大}}丁", (2,), ("甲乙丙丁", ["乙"], ["小"])),
        ("{{c1,3::甲}}乙{{c2::丙}}", (3,), ("甲乙丙", ["甲"], [""])),
        ("{{c1::甲}}{{c1::乙}}丙", (1,), ("甲乙丙", ["甲乙"], [""])),
        ("甲{{c1:: 乙 }}丙", (1,), ("甲乙丙", ["乙"], [""])),
        ("甲{{c1::<img src=x>}}乙", (1,), ("甲乙", [], [])),
        ("甲{{c1::乙", (1,), ("甲乙", [], [])),
        ("甲}}乙{{c1::丙}}", (1,), ("甲}}乙丙", ["丙"], [""])),
        ("甲{{c1::<b>乙</b>}}", (1,), ("甲乙", ["乙"], [""])),
        ("甲{{c1::乙}<!-- -->}丙:<!-- -->:丁}}", (1,), ("甲乙}}丙::丁", ["乙}}丙::丁"], [""])),
        ("甲&#123;{c1::乙}}{{c1::丙}}", (1,), ("甲{{c1::乙}}丙", ["丙"], [""])),
        ("<div>甲</div><div>{{c1::乙<br>丙}}</div>", (1,), ("甲\n乙 丙", ["乙 丙"], [""])),
    ],
)
def test_a_number_asks_its_clozes(html: str, wanted: tuple[int, ...], expected: object) -> None:
    assert read(html, *wanted) == expected


def test_a_pit_of_clozes_has_a_bottom() -> None:
    _text, answers, _hints = read("{{c1::" * 3000 + "甲" + "}}" * 3000)
    assert len(answers) == 1
