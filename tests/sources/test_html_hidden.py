"""What a page hides and yet shows to a reader who clicks, and what it hides for good."""

import pytest

from quiz.sources.html import read_html

ONE = "清水河发源于北部山区，流经七个乡镇，全长八十六公里。"
TWO = "河长每周巡河一次，巡河情况在村务公开栏里张贴。"
THREE = "到今年年底，主要断面水质要稳定在三类以上。"


def texts(body: str) -> list[str]:
    draft = read_html(
        f"<html><body><div><p>{THREE * 3}</p>{body}<p>{THREE}</p></div></body></html>".encode(), "页.html"
    )
    return [line.text for line in draft.lines][1:-1]


@pytest.mark.parametrize(
    "tabs",
    [
        f"<div data-tab-content=a><p>{ONE}</p></div><div data-tab-content=b hidden><p>{TWO}</p></div>",
        f"<div role=tabpanel><p>{ONE}</p></div><div role=tabpanel style='display:none'><p>{TWO}</p></div>",
        f"<div class='tab-pane on'><p>{ONE}</p></div><div class=tab-pane aria-hidden=true><p>{TWO}</p></div>",
        f"<div id=con_1><p>{ONE}</p></div><div id=con_2 style='display: none'><p>{TWO}</p><p>{TWO}</p></div>",
        f"<div class='con on'><p>{ONE}</p></div><div class=con hidden><p>{TWO}</p><p>{TWO}</p></div>",
        f"<a href=#more>展开</a><div><p>{ONE}</p></div><section id=more hidden>{TWO}<br><br>{TWO}</section>",
        f"<button aria-controls=q1>一问</button><div><p>{ONE}</p></div><div id=q1 hidden>{TWO}{TWO}</div>",
    ],
)
def test_a_tab_that_waits_for_a_click_is_text(tabs: str) -> None:
    found = texts(tabs)
    assert found[0] == ONE
    assert "".join(found[1:]).replace(TWO, "") == "" != "".join(found[1:])


@pytest.mark.parametrize(
    "noise",
    [
        f"<div hidden><p>{TWO}{TWO}</p></div>",  # nothing says that it is a tab
        f"<p hidden>{TWO}{TWO}</p>",
        f"<div class=x><p>{ONE}</p></div><div class=x hidden>{TWO}</div>",  # a single sentence
        f"<div class=x1><p>{ONE}</p></div><div class=x2 hidden>{TWO}{TWO}</div>",
        "<div class=tab-pane hidden>正在加载，请稍候</div>",
        f"<div class=tab-pane hidden><a href=/a>{TWO}</a><a href=/b>{TWO}</a></div>",
        f"<div role=tabpanel><p>{ONE}</p></div><span class=tab-pane style='visibility:hidden'>{TWO}</span>",
    ],
)
def test_what_nobody_can_open_is_not(noise: str) -> None:
    assert TWO not in "".join(texts(noise))


def test_a_tab_shows_its_prose_and_headings_and_no_labels() -> None:
    tab = f"<h3>源头</h3><p>单位：亿元</p><p>{TWO}</p><div>甲 vs 乙</div><ul><li>植树三千亩</li></ul>"
    assert texts(f"<div class=tab-pane><p>{ONE}</p></div><div class=tab-pane hidden>{tab}</div>") == [
        *(ONE, "源头", TWO, "植树三千亩"),
    ]


def test_what_is_hidden_inside_a_box_that_waits_for_a_script_stays_hidden() -> None:
    inside = "<section style='display:none'>样式占位，请勿删除，谢谢。</section>"
    body = f"<body><div id=content style='visibility:hidden'><p>{ONE}</p>{inside}<p>{TWO}</p></div></body>"
    assert [line.text for line in read_html(body.encode(), "页.html").lines] == [ONE, TWO]
