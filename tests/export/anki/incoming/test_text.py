"""A field's HTML as a person sees it."""

import time

import pytest

from quiz.export.anki.escape import escape
from quiz.export.anki.incoming.text import plain, read_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("甲<b>乙</b>丙", "甲乙丙"),
        ("甲<br>乙<div>丙</div><div><br></div>丁", "甲\n乙\n丙\n丁"),
        ("甲&nbsp;&lt;乙&gt; &amp; 丙", "甲 <乙> & 丙"),
        ("<ul><li>一</li><li>二</li></ul>", "一\n二"),
        ("甲<!-- 看不见 <b> -->乙<!-- 没有完", "甲乙"),
        ("甲<script>alert('<b>')</script>乙<style>p{}</style>丙", "甲乙丙"),
        ("<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字", "汉字"),
        ("3 < 5，5 > 3", "3 < 5，5 > 3"),
        ("甲\u202e乙\x1b[31m丙\u200b", "甲乙[31m丙"),
        ("[anki:play:q:0]甲", "甲"),
        ("\\(a+b\\)，[latex]c^2[/latex]，[$]d[/$]", "[公式 a+b]，[公式 c^2]，[公式 d]"),
    ],
)
def test_html_becomes_text(html: str, text: str) -> None:
    assert plain(read_html(html).text) == text


def test_pictures_and_sounds_are_named_and_taken_out() -> None:
    read = read_html("""甲<img class=x src="a b.jpg"><img src='../c.png'>乙[sound:d.mp3]<img alt="e">""")
    assert plain(read.text) == "甲乙"
    assert read.media == ("[图片 a b.jpg]", "[图片 c.png]", "[声音 d.mp3]")


@pytest.mark.parametrize(
    "text", ["[sound:x.mp3] 不是声音", "\\(不是公式\\)", "甲<b>&amp;</b>", "{{c1::甲}}", "<!-- -->"]
)
def test_what_our_export_escaped_is_read_as_it_was(text: str) -> None:
    read = read_html(escape(text))
    assert (plain(read.text), read.media) == (text, ())


@pytest.mark.parametrize("piece", ["<", "<!--", "<script>", "[latex]", "&", "<a ", "[sound:", "\\("])
def test_a_field_that_opens_everything_is_read_in_no_time(piece: str) -> None:
    start = time.perf_counter()
    read_html(piece * (50_000 // len(piece)))
    assert time.perf_counter() - start < 2
