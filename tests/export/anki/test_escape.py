"""Text into Anki: what shows stays, what would act does not."""

import re
from html import unescape
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.export.anki.escape import clean, deck_part, escape, tag_part

MARKS = st.text("{}:[]\\()<>&;c1!-甲乙，e\u0301\u0338\n ", max_size=12)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("甲\x1f乙\x1b[2J\x00\x9b", "甲乙[2J"),
        ("一\u202e二\u200b三\ufeff", "一二三"),
        ("上\r\n下\u2028尾\t末", "上\n下\n尾 末"),
        ("坏\ud800字", "坏\ufffd字"),
        ("cafe\u0301", "caf\u00e9"),
        ("[\u0338", "["),
    ],
)
def test_clean_keeps_what_shows(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("“引文”，9:30，（一）", "“引文”，9:30，（一）"),
        ("<b> & \n", "&lt;b&gt; &amp; <br>"),
        ("{{c1::甲}}", "{<!-- -->{c1:<!-- -->:甲}<!-- -->}<!-- -->"),
        ("[sound:a] \\(x\\)", "[<!-- -->sound:a] \\<!-- -->(x\\<!-- -->)"),
    ],
)
def test_escape(text: str, html: str) -> None:
    assert escape(text) == html


@settings(max_examples=300, deadline=None)
@given(MARKS, MARKS)
def test_nothing_acts_wherever_the_text_stands(first: str, second: str) -> None:
    field = f"{escape(first)}{{{{c1::{escape(second)}}}}}"
    shown, cloze = field.split("{{c1::")
    assert not re.search(r"\{\{|\}\}|::|\[[a-z$]|\\[(\[]", shown)
    assert cloze.index("}}") == len(cloze) - 2
    assert not re.search(r"\{\{|\}\}|::|\[[a-z$]|\\[(\[]", cloze[:-2])


@settings(max_examples=300, deadline=None)
@given(MARKS)
def test_the_html_shows_the_cleaned_text_and_is_composed(text: str) -> None:
    html = escape(text)
    assert unescape(html.replace("<!-- -->", "").replace("<br>", "\n")) == clean(text)
    assert normalize("NFC", html) == html


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=90))
def test_a_name_is_one_level_and_a_tag_has_no_blank(text: str) -> None:
    name, tag = deck_part(text), tag_part(text)
    assert ":" not in name
    assert "<" not in name
    assert name == name.strip()
    assert len(name) <= 60
    assert tag.split() == ([tag] if tag else [])


def test_names_are_cut_with_a_sign_that_they_were() -> None:
    assert deck_part("长" * 61) == "长" * 59 + "…"
    assert deck_part(" 服务::\u3000开放 ") == "服务：： 开放"
    assert tag_part("读书\u3000看报 听戏") == "读书_看报_听戏"


def test_every_character_shows_as_itself() -> None:
    """The short way past plain text knows ranges of characters; none in them may need the long way."""
    for code in range(0x10000):
        character = chr(code)
        shown = unescape(escape(character).replace("<!-- -->", "").replace("<br>", "\n"))
        assert shown == clean(character), hex(code)
