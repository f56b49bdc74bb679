"""Word documents built here by hand: what a reader of the printed page would read, in order, and nothing else."""

import contextlib
import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.sources.clean import clean
from quiz.sources.docx import read_docx
from quiz.sources.draft import Draft
from quiz.sources.isolate import isolated

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{i}"{extra}><w:name w:val="{name}"/>{inside}</w:style>'
    for i, name, extra, inside in (
        ("a", "Normal", ' w:default="1"', ""),
        ("1", "heading 1", "", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("2", "标题 2", "", ""),
        ("3", "我的标题", "", '<w:basedOn w:val="2"/>'),
        ("4", "三级标题", "", ""),
        ("t", "Title", "", ""),
        ("c1", "toc 1", "", ""),
        ("c", "TOC Heading", "", '<w:basedOn w:val="1"/>'),
        ("r1", "Ring", "", '<w:basedOn w:val="r2"/>'),
        ("r2", "Ring 2", "", '<w:basedOn w:val="r1"/>'),
    )
)


def part(root: str, inside: str, before: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>{before}<w:{root} xmlns:w="{NAMESPACE}">{inside}</w:{root}>'


def docx(body: str, numbering: str = "", core: str = "", before: str = "", **parts: str) -> bytes:
    """A Word file; `before` stands before the root of its document."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>", before))
        package.writestr("word/styles.xml", part("styles", STYLES))
        if numbering:
            package.writestr("word/numbering.xml", part("numbering", numbering))
        if core:
            package.writestr("docProps/core.xml", core)
        for name, text in parts.items():
            package.writestr(f"word/{name}.xml", text)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of one text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside if '<' in inside else run(inside)}</w:p>"


def table(*rows: str) -> str:
    """Cells are separated by |; ^ is one merged with the cell above, a leading * spans two columns."""
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{_cells(row)}</w:tr>' for row in rows)}</w:tbl>"


def _cells(row: str) -> str:
    cells = ""
    for text in row.split("|"):
        span = '<w:gridSpan w:val="2"/>' if text.startswith("*") else ""
        merge = "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>'
        cells += f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{p(text.strip('*^'))}</w:tc>"
    return cells


def read(body: str, **parts: str) -> Draft:
    return read_docx(docx(body, **parts), "治水.docx")


def said(body: str, **parts: str) -> list[str]:
    """The lines, a heading after as many # as its level."""
    return [("#" * line.level + " " + line.text).strip() for line in read(body, **parts).lines]


def test_paragraphs_and_tables_come_in_order() -> None:
    body = p("河水清了。") + p("") + table("项目|上年|今年", "水质|三类|二类") + p("岸也绿了。")
    assert said(body) == ["河水清了。", "项目：水质；上年：三类；今年：二类。", "岸也绿了。"]
    assert [line.number for line in read(body).lines] == [1, 3, 4]


@pytest.mark.parametrize(
    ("style", "properties", "expected"),
    [
        ("1", "", "# 治水"),
        ("2", "", "## 治水"),
        ("3", "", "## 治水"),
        ("4", "", "### 治水"),
        ("a", '<w:outlineLvl w:val="2"/>', "### 治水"),
        ("1", '<w:outlineLvl w:val="9"/>', "治水"),
        ("none", "", "治水"),
        ("r1", "", "治水"),
        ("1", '<w:outlineLvl w:val="99999999"/>', "治水"),
    ],
)
def test_heading_levels(style: str, properties: str, expected: str) -> None:
    assert said(p("河水清了。") + p("治水", style, properties))[1] == expected


def test_a_long_paragraph_in_a_heading_style_is_text() -> None:
    assert said(p("河水清了。") + p("水清了。" * 30, "1"))[1] == "水清了。" * 30


def test_the_title_is_the_style_title_or_the_one_heading_over_all() -> None:
    assert read(p("关于治水", "t") + p("的意见", "t") + p("河水清了。")).title == "关于治水的意见"
    assert said(p("治水意见", "t") + p("河水清了。") + p("附则", "t")) == ["河水清了。", "# 附则"]
    one = p("治水意见", "1") + p("源头", "2") + p("河水清了。")
    assert (read(one).title, said(one)) == ("治水意见", ["", "## 源头", "河水清了。"])
    assert read(p("一、源头", "1") + p("河水清了。")).title == ""
    assert read(p("源头", "1") + p("河水清了。") + p("两岸", "1")).title == ""


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (("让清水河流过千家万户", "为建设水清岸绿的家园而奋斗", "——在青禾县水利工作会议上的讲话"), 2),
        (("让清水河流过千家万户", "——在青禾县水利工作会议上的讲话", "（2024年3月5日）"), 1),
        (("青禾县水利工作报告", "老田与各乡镇的乡亲们", "——在青禾县水利工作会议上的讲话"), 1),
    ],
)
def test_a_title_of_two_lines_is_one(head: tuple[str, ...], title: int) -> None:
    draft = read("".join(map(p, head)) + p("河水清了，岸也绿了。"))
    cleaned, _account = clean(draft)
    assert cleaned.head.title == " ".join(head[:title])
    assert [line.text for line in cleaned.lines if line.text] == ["河水清了，岸也绿了。"]


def test_who_signs_and_when_stands_at_the_end() -> None:
    body = p("关于护河的通知") + p("河水清了，岸也绿了。") + p("国务院办公厅") + p("2022年5月5日")
    title = p("国务院办公厅关于护河的通知") + body
    cleaned, _account = clean(read(title))
    assert (cleaned.head.issuer, cleaned.head.date) == ("国务院办公厅", "2022年5月5日")


CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>{title}</dc:title>'
    "<dcterms:created>2026-03-01T08:00:00Z</dcterms:created></cp:coreProperties>"
)


@pytest.mark.parametrize(
    ("title", "expected"),
    [("治水 意见", "治水意见"), ("修路意见", ""), ("Microsoft Word - 治水意见", ""), ("文档1", ""), ("", "")],
)
def test_the_title_of_the_properties_counts_when_the_page_has_it_too(title: str, expected: str) -> None:
    body = p("某县文件") + p("治水意见") + p("河水清了。")
    assert read(body, core=CORE.format(title=title)).title == expected


def test_the_day_of_creation_is_not_the_date_of_the_document() -> None:
    assert read(p("河水清了。"), core=CORE.format(title="")).date == ""


LEVELS = (
    '<w:abstractNum w:abstractNumId="7">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="japaneseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3."/><w:pStyle w:val="2"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def item(text: str, level: int | None, number: int = 1, style: str = "") -> str:
    depth = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return p(text, style, f'<w:numPr>{depth}<w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_are_printed() -> None:
    outline = [(0, "甲"), (1, "乙"), (1, "丙"), (2, "丁"), (2, "戊"), (3, "己"), (0, "庚"), (1, "辛"), (2, "壬")]
    body = "".join(item(text, level) for level, text in outline)
    lines = ["一、甲", "（一）乙", "（二）丙", "1.1. 丁", "1.2. 戊", "己", "二、庚", "（一）辛", "2.1. 壬"]
    assert said(body, numbering=LEVELS) == lines


def test_lists_restart_go_on_and_end() -> None:
    body = item("甲", 0) + p("河水清了。") + item("乙", 0) + item("丙", 0, 2) + item("丁", 0, 2) + item("戊", 0, 0)
    lines = ["一、甲", "河水清了。", "二、乙", "九、丙", "十、丁", "戊"]
    assert said(body, numbering=LEVELS) == lines
    assert said(item("己", None, style="2") + p("河水清了。"), numbering=LEVELS)[0] == "## 1.1. 己"
    assert said(item("庚河水", 8) + item("辛河水", 0, 5), numbering=LEVELS) == ["庚河水", "辛河水"]


BOX = f"<w:r><w:pict><w:txbxContent>{p('框里的水')}</w:txbxContent></w:pict></w:r>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f'<w:ins w:id="1">{run("清")}</w:ins>{run("水")}', "清水"),
        ('<w:del w:id="1"><w:r><w:t>浊</w:t><w:delText>黄</w:delText></w:r></w:del>' + run("水"), "水"),
        (f"<w:moveFrom>{run('浊')}</w:moveFrom><w:moveTo>{run('清')}</w:moveTo>{run('水')}", "清水"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{run('清')}</w:sdtContent></w:sdt>{run('水')}", "清水"),
        (f'<w:smartTag>{run("北河")}</w:smartTag><w:hyperlink w:anchor="x">{run("水")}</w:hyperlink>', "北河水"),
        (run("暗", "<w:vanish/>") + run("水", '<w:vanish w:val="0"/>'), "水"),
        (f"<w:r><w:ruby><w:rt>{run('qīng')}</w:rt><w:rubyBase>{run('清')}</w:rubyBase></w:ruby></w:r>", "清"),
        (run("清") + "<w:r><w:tab/><w:noBreakHyphen/><w:footnoteReference w:id='2'/></w:r>" + run("水"), "清 -水"),
        ("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>" + run("水"), "水"),
        (run("清") + "<w:r><w:br/></w:r>" + run("水"), "清|水"),
        (run("水") + BOX, "水|框里的水"),
        (
            f"<w:r><w:AlternateContent><w:Choice>{BOX}</w:Choice><w:Fallback>{BOX}</w:Fallback></w:AlternateContent></w:r>",
            "框里的水",
        ),
        ("<w:r><w:lastRenderedPageBreak/><w:t>水 &amp; 土</w:t></w:r>", "水 & 土"),
    ],
)
def test_what_a_paragraph_says(inside: str, text: str) -> None:
    assert "|".join(said(f"<w:p>{inside}</w:p>")) == text


def test_lines_of_one_paragraph_may_go_on_in_the_next() -> None:
    lines = read(p(run("河水清了，") + "<w:r><w:br/></w:r>" + run("岸也绿了。")) + p("树多了。")).lines
    assert [(line.text, line.whole) for line in lines] == [
        ("河水清了，", False),
        ("岸也绿了。", False),
        ("树多了。", True),
    ]
    assert said(p("河水清了。") + p(run("治") + "<w:r><w:br/></w:r>" + run("水"), "1"))[1] == "# 治水"


def test_contents_are_dropped_and_accounted_for() -> None:
    link = f'<w:hyperlink w:anchor="_Toc1">{run("源头 3")}</w:hyperlink>'
    gallery = '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    control = f"<w:sdt>{gallery}<w:sdtContent>{p('目次')}{p('两岸 5')}</w:sdtContent></w:sdt>"
    draft = read(p("目录", "c") + p("总则 1", "c1") + p(link) + control + p("河水清了。"))
    assert [line.text for line in draft.lines] == ["河水清了。"]
    assert [(r.reason, r.text) for r in draft.removals] == [
        ("table of contents", text) for text in ("目录", "总则 1", "源头 3", "目次", "两岸 5")
    ]


def test_merged_cells_stand_in_every_row_and_names_over_every_column() -> None:
    rows = table("县|*水库", "^|座数|库容", "东县|3|9", "^|4|8").replace(
        "<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 2
    )
    assert said(p("河水清了。") + rows)[1:] == [
        "县：东县；水库座数：3；水库库容：9。",
        "县：东县；水库座数：4；水库库容：8。",
    ]


def test_a_table_that_lays_out_the_page_is_read_cell_by_cell() -> None:
    prose = f"<w:tbl><w:tr><w:tc>{p('导航')}</w:tc><w:tc>{p('河水清了。')}{p('岸也绿了。')}</w:tc></w:tr></w:tbl>"
    assert said(prose) == ["导航", "河水清了。", "岸也绿了。"]
    nested = f"<w:tbl><w:tr><w:tc>{p('左边')}</w:tc><w:tc>{table('水库|5座', '泵站|8座')}</w:tc></w:tr></w:tbl>"
    assert said(nested) == ["左边", "水库：5座。", "泵站：8座。"]
    assert said(table("河水清了。", "岸也绿了。")) == ["河水清了。", "岸也绿了。"]
    deleted = table("水库|5座", "泵站|8座", "河闸|2座").replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    assert said(deleted) == ["泵站：8座。", "河闸：2座。"]


def test_headers_footers_notes_and_comments_are_not_the_text() -> None:
    others = {name: part(name, p("不是正文")) for name in ("header1", "footer1", "footnotes", "comments")}
    assert said(p("河水清了。"), **others) == ["河水清了。"]


def test_the_document_may_have_another_name_and_the_strict_namespace() -> None:
    out = io.BytesIO()
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    relation = f'<Relationship Type="{strict}/officeDocument" Target="/word/document2.xml"/>'
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("_rels/.rels", f"<Relationships>{relation}</Relationships>")
        package.writestr(
            "word/document2.xml", part("document", f"<w:body>{p('河水清了。')}</w:body>").replace(NAMESPACE, strict)
        )
    assert [line.text for line in read_docx(out.getvalue(), "x").lines] == ["河水清了。"]


def test_a_document_as_a_report(outline: Callable[..., str], tmp_path: Path) -> None:
    from quiz.sources import read_report

    body = (
        p("清水润城：一县之策", "t")
        + item("抓好源头", 0)
        + item("护林", 1)
        + p("林子密了，水就清了。")
        + item("管住两岸", 0)
    )
    path = tmp_path / "治水.docx"
    path.write_bytes(docx(body + p("岸上的树绿了。"), numbering=LEVELS))
    assert outline(read_report(path)[0]) == (
        "清水润城：一县之策\n# 一 抓好源头\n## 一 护林\n[] 林子密了，水就清了。\n# 二 管住两岸\n[] 岸上的树绿了。\n"
    )


GOOD = docx(p("河水清了，岸上的树也绿了。"))


def packed(write: Callable[[zipfile.ZipFile], object], data: bytes = GOOD) -> bytes:
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as package:
        write(package)
    return out.getvalue()


def _huge_document() -> bytes:
    """60 MB of XML in a few kB."""
    return docx(p("水" * 1000) * 19_000)


def _huge_picture(package: zipfile.ZipFile) -> None:
    with package.open("word/media/image1.png", "w") as file:
        for _megabyte in range(200):
            file.write(bytes(1_000_000))


def _many_entries(package: zipfile.ZipFile) -> None:
    for number in range(6_000):
        package.writestr(f"word/{number}", "")


SECRET = "不可外传的话"
LAUGH = "".join(f'<!ENTITY {b} "{f"&{a};" * 50}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
READ = "河水清了，岸上的树也绿了。"
HOSTILE: dict[str, tuple[Callable[[Path], bytes], str]] = {
    "document of 60 MB": (lambda _: _huge_document(), "unpacks to more than 50 MB of text"),
    "picture of 200 MB": (lambda _: packed(_huge_picture), READ),
    "external entity": (
        lambda secret: docx(p("前&e;后"), before=f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'),
        "declares a document type",
    ),
    "entity bomb": (lambda _: docx(p("&i;"), before=f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGH}]>'), "declares a document"),
    "DTD in the properties": (lambda _: docx(p(READ), core="<!DOCTYPE x []><x/>"), "declares a document type"),
    "50,000 deep": (lambda _: docx("<w:sdt>" * 50_000 + p(READ) + "</w:sdt>" * 50_000), "more, deeper or longer"),
    "6,000 entries": (lambda _: packed(_many_entries), "holds more parts than any document"),
    "truncated": (lambda _: GOOD[: len(GOOD) // 2], "is damaged"),
    "empty": (lambda _: b"", "is not a Word document"),
    "without a document": (lambda _: GOOD.replace(b"word/document.xml", b"word/dokument.xml"), "is damaged"),
    "outside the folder": (lambda secret: packed(lambda z: z.writestr(f"../../{secret.name}", "x")), READ),
    "encrypted": (lambda _: GOOD.replace(b"\x14\0\0\0\x08\0", b"\x14\0\1\0\x08\0"), "is protected by a password"),
    "elements without end": (lambda _: docx("<w:p/>" * 1_300_000), "more, deeper or longer"),
    "one paragraph of runs": (
        lambda _: docx("<w:p>" + '<w:r w:val="10"/>' * 1_050_000 + "</w:p>"),
        "more, deeper or longer",
    ),
    "a row without end": (lambda _: docx(f"<w:tbl><w:tr>{f'<w:tc>{p(READ)}</w:tc>' * 20_000}</w:tr></w:tbl>"), READ),
    "one long attribute": (lambda _: docx(f'<w:p w:x="{"x" * 40_000_000}"/>'), "more, deeper or longer"),
    "long text": (lambda _: docx(p("水" * 1000) * 2001), "holds more than 2,000,000 characters"),
    "English": (lambda _: docx(p("The water is clear. ")), "holds hardly any Chinese text"),
    "pictures only": (lambda _: docx("<w:p><w:r><w:drawing/></w:r></w:p>"), "holds no text"),
}
MEASURED = """
from quiz.errors import QuizError
from quiz.sources.docx import read_docx

def megabytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1000 for line in status if line.startswith("VmHWM"))

def read_measured(data, name):
    try:
        said = " ".join(line.text for line in read_docx(data, name).lines)
    except QuizError as error:
        said = str(error)
    raise QuizError(f"{megabytes()} {said}")
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured through /proc")
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_document_is_a_sentence_within_its_bounds(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "measured.py").write_text(MEASURED, encoding="utf-8")
    (tmp_path / "secret").write_text(SECRET, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    build, sentence = HOSTILE[case]
    data = build(tmp_path / "secret")
    started = time.monotonic()
    with pytest.raises(QuizError) as caught:
        isolated("measured:read_measured", data, "治水.docx")
    megabytes, _blank, message = str(caught.value).partition(" ")
    assert message.removeprefix("治水.docx: ").startswith(sentence) or sentence in message
    assert SECRET not in message
    assert int(megabytes) < 300
    assert time.monotonic() - started < 5
    assert (tmp_path / "secret").read_text(encoding="utf-8") == SECRET


TAGS = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "tcPr", "gridSpan", "vMerge", "sdt", "sdtContent", "pPr"])
MORE_TAGS = st.sampled_from(["numPr", "numId", "ilvl", "pStyle", "outlineLvl", "AlternateContent", "txbxContent", "br"])
TREES = st.recursive(
    st.sampled_from(["水", "清。", ""]),
    lambda inner: st.builds(
        lambda tag, value, inside: f'<w:{tag} w:val="{value}">{"".join(inside)}</w:{tag}>',
        TAGS | MORE_TAGS,
        st.sampled_from(["", "0", "1", "2", "-1", "x", "99999999999"]),
        st.lists(inner, max_size=4),
    ),
    max_leaves=30,
)


@given(trees=st.lists(TREES, max_size=5))
@settings(max_examples=100, deadline=None)
def test_any_tree_of_elements_is_read(trees: list[str]) -> None:
    draft = read("".join(trees) + p("河水清了。"), numbering=LEVELS)
    assert draft.lines[-1].text.endswith("河水清了。")


@given(cut=st.integers(0, len(GOOD) - 1), byte=st.integers(0, 255))
@settings(max_examples=100, deadline=None)
def test_a_damaged_file_is_read_or_refused(cut: int, byte: int) -> None:
    damaged = GOOD[:cut] + bytes([byte]) + GOOD[cut + 1 :]
    with contextlib.suppress(QuizError):
        assert read_docx(damaged, "x").lines[0].text == READ
