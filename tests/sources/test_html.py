"""What of a web page is text, and how: encodings, title, date, headings, lines, tables, lists, hidden pieces."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.sources import read_report
from quiz.sources.draft import Draft
from quiz.sources.html import read_html

ONE = "清水河发源于北部山区，流经七个乡镇，全长八十六公里。"
TWO = "河长每周巡河一次，巡河情况在村务公开栏里张贴。"
LINKS = "".join(f"<li><a href='/{at}'>栏目第{at}号</a></li>" for at in range(9))


def read(body: str, head: str = "") -> Draft:
    return read_html(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "页.html")


def texts(body: str, head: str = "") -> list[str]:
    return [line.text for line in read(body, head).lines]


def with_charset(name: str) -> str:
    return f"<html><head><meta charset={name}></head><body><p>{ONE}<p>{TWO}"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (with_charset("utf-8"), "utf-8", "utf-8"),
        (with_charset("utf-8"), "utf-8-sig", "utf-8-sig"),
        (with_charset("utf-16"), "utf-16", "utf-16"),
        (with_charset("gb2312"), "gb18030", "gb18030"),
        (with_charset("GBK"), "gb18030", "gb18030"),
        (with_charset("'x-gbk'"), "gb18030", "gb18030"),
        (f"<?xml version='1.0' encoding='gb2312'?><p>{ONE}<p>{TWO}", "gb18030", "gb18030"),
        (f"<p>{ONE}<p>{TWO}", "gb18030", "gb18030"),
        (f"<p>{ONE}<p>{TWO}", "utf-8", "utf-8"),
        (with_charset("gb2312"), "utf-8", "utf-8"),  # saved anew, its head left as it was
        (with_charset("utf-8"), "gb18030", "gb18030"),
        (with_charset("klingon"), "gb18030", "gb18030"),
    ],
)
def test_every_encoding_gives_the_same_text(text: str, codec: str, encoding: str) -> None:
    draft = read_html(text.encode(codec), "页.html")
    assert [line.text for line in draft.lines] == [ONE, TWO]
    assert draft.encoding == encoding


def test_big5_is_read_as_the_page_says() -> None:
    text = "<meta http-equiv='Content-Type' content='text/html; charset=Big5'><p>這條河的水質經過治理，已經恢復清澈。"
    draft = read_html(text.encode("big5"), "頁.html")
    assert draft.lines[0].text == "這條河的水質經過治理，已經恢復清澈。"


def test_character_references_are_characters() -> None:
    numbers = "".join(f"&#{ord(c)};" for c in ONE)
    assert texts(f"<p>{numbers}</p><p>“&ldquo;甲&amp;乙&nbsp;&lt;丙&gt;，都是好的人家&#x4E86;。</p>") == [
        ONE,
        "““甲&乙 <丙>，都是好的人家了。",
    ]


def test_a_broken_byte_matters_only_in_the_article() -> None:
    text = f"<meta charset=gbk><script>x='@@'</script>{f'<p>{ONE}</p>' * 20}"
    assert len(read_html(text.encode("gbk").replace(b"@@", b"\xff"), "页.html").lines) == 20
    with pytest.raises(QuizError, match=r"页\.html: has a broken character in its text, behind “.*北部山区”"):
        read_html(text.encode("gbk").replace("，".encode("gbk"), b"\xff,", 1), "页.html")


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ("<div id=app></div><script>render('河水清了')</script>", "holds no text; if a script fills it in, copy it"),
        (f"<ul>{LINKS}</ul>", "holds no running text, only links and buttons"),
        ("<p>The water of the river is clear again, and people swim in it.", "holds hardly any Chinese text"),
    ],
)
def test_a_page_without_an_article_is_refused(body: str, message: str) -> None:
    with pytest.raises(QuizError) as caught:
        read(body)
    assert str(caught.value).startswith(f"页.html: {message}")


TITLE = "关于清水河治理的意见"


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1>", TITLE),
        (f"<title>{TITLE} - 青禾网</title>", f"<h1>{TITLE}</h1>", TITLE),
        (f"<title>{TITLE}_政策_青禾县人民政府</title>", f"<div>{TITLE}</div>", TITLE),
        (f"<title>青禾县政府网|{TITLE}</title>", f"<p>青禾县政府网</p><p>{TITLE}</p>", TITLE),
        (f"<title>青禾网</title><meta property=og:title content={TITLE}>", "", TITLE),
        (f"<title>青禾网</title><meta name=ArticleTitle content={TITLE}>", f"<h2>{TITLE}</h2>", TITLE),
        ("<title>清水-治理-2024-青禾网</title>", "<h1>清水-治理-2024</h1>", "清水-治理-2024"),
        ("<title>青禾网</title>", f"<h1>{TITLE}</h1>", TITLE),
        ("<title>新闻中心-青禾网</title>", f"<h1>{TITLE}</h1><div><a href=/>新闻中心</a></div>", TITLE),
        ("<title>青禾网</title>", f"<h1>{TITLE}</h1><nav><h1><a href=/>青禾网首页</a></h1></nav>", TITLE),
        ("<title>关于清水河治理的意见</title>", "<p>关于清水河<br>治理的意见</p>", "关于清水河 治理的意见"),
        (f"<title>{TITLE}_青禾网</title>", "", TITLE),
        (f"<title>{TITLE}——在会上的发言</title>", "", f"{TITLE}——在会上的发言"),
    ],
)
def test_the_title_is_what_the_page_confirms(head: str, body: str, title: str) -> None:
    draft = read(f"{body}<p>{ONE}</p><p>{TWO}</p>", head)
    assert draft.title == title
    assert [line.text for line in draft.lines] == [ONE, TWO]


@pytest.mark.parametrize(
    ("head", "line", "date"),
    [
        ("<meta name=PubDate content='2023-05-06 10:00'>", "", "2023-05-06"),
        ("<meta property='article:published_time' content='2023-05-06T02:00:00Z'>", "", "2023-05-06"),
        ("", "<p>来源：县水务局 发布时间：2023年5月6日 10:00</p>", "2023年5月6日"),
        ("", "<p>2023/05/06 青禾网</p>", "2023/05/06"),
        ("", "<p>青禾网</p>", ""),
    ],
)
def test_the_date_stands_in_the_head_or_beside_the_title(head: str, line: str, date: str) -> None:
    above = "<p>今天是2026年1月1日，<a href=/>星期四</a></p>"
    draft = read(f"{above}<h1>{TITLE}</h1>{line}<p>{ONE}</p><p>2022-01-01开工，{TWO}</p>{f'<p>{TWO}</p>' * 4}", head)
    assert draft.date == date
    assert "今天是" not in draft.lines[0].text


def test_headings_have_levels_and_large_print_has_none() -> None:
    draft = read(f"<h1>{TITLE}</h1><h2>现状</h2><p>{ONE}</p><h3>措<br>施</h3><p>{TWO}</p><h2>{ONE}{TWO}</h2>")
    assert [(line.level, line.text) for line in draft.lines] == [
        (2, "现状"),
        (0, ONE),
        (3, "措 施"),
        (0, TWO),
        (0, ONE + TWO),
    ]


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("<p><strong>把责任压实</strong></p>", 7),
        ("<p><span style='font-weight:700'>把责任</span><b>压实</b></p>", 7),
        ("<p><b>把责任压实。</b></p>", 0),
        ("<p><b>把责任</b>压实</p>", 0),
        ("<p><b>图为把责任压实</b></p>", 0),
        ("<p><b>把责任压实</b></p><p>一、分工</p>", 0),
        ("<p><b>把责任压实</b></p><p>老田</p>", 0),
    ],
)
def test_a_bold_line_over_a_paragraph_is_a_subhead(line: str, level: int) -> None:
    draft = read(f"<p>{ONE}</p><p>{TWO}</p>{line}<p>{ONE}</p><p>{TWO}</p>")
    assert [found.level for found in draft.lines if found.text.startswith(("把责任", "图为"))] == [level]


def test_a_blank_between_the_halves_of_a_title_stays(tmp_path: Path) -> None:
    path = tmp_path / "页.html"
    path.write_text(
        f"<h1>清水河治理 一年见成效</h1><p>{ONE}</p><h2>河清岸绿 鱼虾归来</h2><p>{TWO}</p>", encoding="utf-8"
    )
    report, _account = read_report(path)
    assert report.title == "清水河治理 一年见成效"
    assert report.sections[-1].heading == "河清岸绿 鱼虾归来"


def test_a_single_break_may_stand_inside_a_sentence() -> None:
    draft = read(f"<div>清水河发源于北部，<br>流经七个乡镇。<br><br>{ONE}<br>　　{TWO}</div><p>{ONE}</p>")
    assert [(line.whole, line.text) for line in draft.lines] == [
        (False, "清水河发源于北部，"),
        (False, "流经七个乡镇。"),
        (True, ONE),
        (True, TWO),
        (True, ONE),
    ]


def test_a_text_file_shown_in_a_browser_keeps_its_lines() -> None:
    draft = read(f"<pre>清水河发源于北部，\n流经七个乡镇。\n\n　　{TWO}\n</pre>")
    assert [(line.whole, line.text) for line in draft.lines] == [
        (False, "清水河发源于北部，"),
        (False, "流经七个乡镇。"),
        (True, TWO),
    ]


def test_tags_inside_a_sentence_leave_it_whole() -> None:
    first, second = (
        "清水<b>河发<i>源于</b></i><font>北部<o:p>山</o:p>区，</font>",
        "流经<a href=/x>七个乡镇</a>\n，全长",
    )
    assert texts(f"<p>{first}{second}<span>八十六</span>公里。</p>{TWO}") == [ONE.replace("，全", " ，全"), TWO]


def test_paragraphs_that_nothing_closes_are_told_apart() -> None:
    assert texts(f"<p class=tags>河水，治理，都在这里了，点一点。<p>{ONE}<p>{TWO}") == [ONE, TWO]
    assert texts(f"<p>{ONE}<p><p>{TWO}</p>{ONE}</p><ul><li>{TWO}<li>{ONE}</ul><dl><dt>名称<dd>{TWO}</dl>") == [
        *(ONE, TWO, ONE, TWO, ONE),
        *("名称", TWO),
    ]


ROWS = ["项目：粮食产量；去年：三十万吨；今年：三十二万吨。", "项目：蔬菜产量；去年：八万吨；今年：九万吨。"]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><th>项目<th>去年<th>今年<tr><td>粮食产量<td>三十万吨<td>三十二万吨<tr><td>蔬菜产量<td>八万吨<td>九万吨",
        "<thead><tr><td>项目</td><td>去年</td><td>今年</td></tr></thead><tbody><tr><td>粮食产量</td><td>三十万吨</td>"
        "<td><p>三十二万吨</p></td></tr><tr><td>蔬菜产量</td><td>八万吨</td><td>九万吨</td></tr></tbody>",
    ],
)
def test_a_table_becomes_a_sentence_a_row(rows: str) -> None:
    assert texts(f"<p>{ONE}</p><table><caption>表一</caption>{rows}</table><p>{TWO}</p>") == [ONE, "表一", *ROWS, TWO]


def test_cells_that_span_rows_and_columns_stay_in_their_columns() -> None:
    rows = (
        "<tr><th>类别<th>名称<th>产量<tr><td rowspan=2>粮食<td>水稻<td>二十万吨<tr><td>小麦<td>十万吨"
        "<tr><td>蔬菜<td colspan=2>八万吨"
    )
    assert texts(f"<p>{ONE}</p><table>{rows}</table><p>{TWO}</p>")[1:-1] == [
        "类别：粮食；名称：水稻；产量：二十万吨。",
        "类别：粮食；名称：小麦；产量：十万吨。",
        "类别：蔬菜；名称：八万吨。",
    ]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    form = "<table><tr><td>索引号：<td>000123<tr><td>分类：<td>水利</table>"
    prose = f"<table><tr><td>左<td>{ONE}<p>{TWO}<tr><td>右<td>{TWO}</table>"
    nested = "<table><tr><td>上<td><table><tr><td>中</table><tr><td>下<td>底</table>"
    assert texts(form + nested + prose) == [
        *("索引号：", "000123", "分类：", "水利"),
        *("上", "中", "下", "底"),
        *("左", ONE, TWO, "右", TWO),
    ]
    links = "<tr><td><a href=/>甲</a><td><a href=/>乙</a>" * 3
    assert texts(f"<p>{ONE}</p><table>{links}</table>") == [ONE]


def test_reading_aids_and_marks_of_notes_are_no_text() -> None:
    assert texts(
        f"<p><ruby>清<rp>（</rp><rt>qīng</rt><rp>）</rp>水<rt>shuǐ</rt></ruby>河治理面积八平方公里<sup>[3]</sup>。</p><p>{ONE}</p>"
        "<p>林地<a href=/l>共有</a>六km<sup>2</sup>，草地四km<sup>2</sup><sup><a href=#n4>4</a></sup>。</p>"
    ) == ["清水河治理面积八平方公里[3]。", ONE, "林地共有六km2，草地四km2[4]。"]


@pytest.mark.parametrize(
    "mark", ["hidden", "aria-hidden=true", "style='display:none'", "style='color:red;DISPLAY : none'"]
)
def test_what_the_page_hides_is_left_out_and_recorded(mark: str) -> None:
    draft = read(
        f"<p>{ONE[:8]}<span {mark}>水<b>印</b></span>{ONE[8:]}</p><div {mark}><p>暗处的一句话，很短。</p></div>{TWO}"
    )
    assert [line.text for line in draft.lines] == [ONE, TWO]
    assert [(removal.line, removal.text) for removal in draft.removals] == [
        (1, "水"),
        (1, "印"),
        (2, "暗处的一句话，很短。"),
    ]
    assert draft.lines[-1].number == 3


@pytest.mark.parametrize(
    "chrome",
    [
        "<nav>首页，要闻，公告，互动，都在这里了。</nav>",
        "<aside>今天的天气很好，适合出门走一走。</aside>",
        "<div class='page-footer'>本站由信息中心维护，电话一二三四五。</div>",
        "<div id=comment-list>说得真好，我们村也要这样做。</div>",
        f"<ul>{LINKS}</ul>",
        "<select><option>选择一个年份，再点查询。</select><button>提交，谢谢。</button>",
        "<div><h3>相关阅读</h3><p>邻县的河也清了，大家都去看。</p></div>",
        "<p><a href=/x>下一篇文章的题目，也很长很长。</a></p>",
        "<svg><title>图标，好看的图标</title><text>图，标，文，字。</text></svg>",
        "<!-- 注释里的话，不该出来。 -->",
        "<%@ include file='页眉，不该出来。' %>",
        "<p class=tags>河水，治理，都在这里了，点一点。",
        "<div>【打印】 【关闭】</div>",
        "<style>p:after{content:'样式里的话，不该出来。'}</style>",
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_the_page_s_own_parts_are_no_text(chrome: str, inside: bool) -> None:
    article = f"<p>{ONE}</p><p>{TWO}</p><p>{ONE}</p><p>{TWO}</p>"
    body = f"<div>{article}{chrome}</div>" if inside else f"<div><div>{article}</div>{chrome}</div>"
    assert texts(body) == [ONE, TWO, ONE, TWO]


@pytest.mark.parametrize("name", ["nav", "comment", "sidebar content", "related", "ad hot share"])
def test_what_a_box_is_called_does_not_lose_the_article(name: str) -> None:
    assert texts(f"<div class='{name}'><p>{ONE}</p><p>{TWO}</p></div><div>版权所有</div>") == [ONE, TWO]


def test_an_imprint_beside_the_article_is_no_prose() -> None:
    imprint = "<p>版权所有：青禾县信息中心，电话一二三，传真四五六。</p>"
    assert texts(f"<div><p>{ONE}</p><p>{TWO}</p></div>{imprint}") == [ONE, TWO]


def test_an_anchor_is_no_link() -> None:
    assert texts(f"<p><a name=top>{ONE}</a></p><p><a href=/x>{TWO}</a></p>") == [ONE]


@pytest.mark.parametrize(
    ("name", "own", "beside", "kept"),
    [("x", 10, 2, False), ("x", 10, 4, True), ("content", 10, 4, False), ("content", 10, 9, True)],
)
def test_prose_beside_the_article_is_the_site_s_when_there_is_little(
    name: str, own: int, beside: int, kept: bool
) -> None:
    boxes = f"<div class={name}>{f'<p>{ONE}</p>' * own}</div><div class=y>{f'<p>{TWO}</p>' * beside}</div>"
    assert (TWO in texts(boxes)) is kept


def test_nothing_of_an_article_in_several_boxes_is_lost() -> None:
    long = (ONE + TWO) * 5
    parts = f"<section><p>{ONE}</p></section><section><p>{long}</p></section><section><p>{TWO}</p></section>"
    assert texts(f"<ul>{LINKS}</ul><div>{parts}</div>") == [ONE, long, TWO]
    assert texts(f"<div><p>{ONE}</p><div>{long}</div><p>{TWO}</p></div>") == [ONE, long, TWO]
    assert texts(f"<div>{ONE}<div>{long}</div>{TWO}</div>") == [ONE, long, TWO]
    assert texts(f"<h1>{TITLE}</h1><div class=lead><p>{ONE}</p></div><div class=body><p>{long}</p></div>") == [
        ONE,
        long,
    ]


def test_a_page_is_read_through_its_reader(tmp_path: Path) -> None:
    path = tmp_path / "页.htm"
    path.write_bytes(with_charset("gb2312").encode("gb18030"))
    report, account = read_report(path)
    assert [sentence.text for _section, sentence in report.sentences()] == [ONE, TWO]
    assert account.encoding == "gb18030"


TAGS = st.sampled_from(
    [
        f"<{slash}{name}>"
        for name in ("p", "div", "table", "tr", "td", "ul", "li", "a", "sup", "pre")
        for slash in ("", "/")
    ]
    + ["<br>", "<", ">", "</", "<!--", "-->", "&#", "<a href='", '"', "<td rowspan=9>", "<p hidden>", "<ruby>", "<rt>"]
)


@given(st.lists(TAGS | st.sampled_from([ONE, "水", " "]), max_size=30).map("".join))
@settings(max_examples=300, deadline=None)
def test_any_soup_of_tags_is_read_or_refused(soup: str) -> None:
    try:
        draft = read_html((soup + f"--></script><p>{ONE}</p>").encode(), "页.html")
    except QuizError:
        return
    numbers = [line.number for line in draft.lines]
    assert numbers == sorted(set(numbers))
    assert all(line.text.strip() == line.text != "" for line in draft.lines)
