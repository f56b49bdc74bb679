"""One text in every format and encoding reads as the same sentences under the same headings."""

import html
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.model import Report
from quiz.sources import read_report

TITLE = "青禾县水利工作报告"
PARAGRAPHS = [
    "一、兴修水利",
    "全县今年新修水渠三十公里，灌溉农田两万亩，受益农户一千二百户。县里印发了《青禾县治水规划》，提出“清水润城”的目标。",
    "二、改善交通",
    "村村通了公路，班车开进每个山村。一是修好乡道八十公里，方便村民出行。二是改造危桥十二座，消除安全隐患。",
]


def _docx() -> bytes:
    body = "".join(
        f"<w:p>{style}<w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>"
        for text, style in [
            (TITLE, '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'),
            *((text, "") for text in PARAGRAPHS),
        ]
    )
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    style = '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    styles = f'<w:styles xmlns:w="{namespace}">{style}</w:styles>'
    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    with zipfile.ZipFile(out := io.BytesIO(), "w") as archive:
        archive.writestr("[Content_Types].xml", types)
        archive.writestr("word/document.xml", document)
        archive.writestr("word/styles.xml", styles)
    return out.getvalue()


def _html() -> bytes:
    prose = "".join(f"<p>{html.escape(text)}</p>" for text in PARAGRAPHS)
    menu = "".join(f'<li><a href="/{n}">栏目{n}</a></li>' for n in range(12))
    head = f"<head><meta charset=utf-8><title>{TITLE}</title></head>"
    return f"<html>{head}<body><ul>{menu}</ul><h1>{TITLE}</h1>{prose}</body></html>".encode()


def _text(encoding: str) -> Callable[[], bytes]:
    return lambda: "\n".join([TITLE, *PARAGRAPHS]).encode(encoding)


FORMATS: dict[str, Callable[[], bytes]] = {
    "utf-8.txt": _text("utf-8"),
    "bom.txt": _text("utf-8-sig"),
    "gb18030.txt": _text("gb18030"),
    "utf-16.txt": _text("utf-16"),
    "a.md": lambda: f"# {TITLE}\n\n".encode() + "\n\n".join(PARAGRAPHS).encode(),
    "a.html": _html,
    "a.docx": _docx,
}


def _outline(report: Report) -> list[tuple[str, str, list[str]]]:
    return [(s.number, s.heading, [sentence.text for sentence in s.sentences]) for s in report.sections]


@pytest.fixture
def expected(tmp_path: Path) -> list[tuple[str, str, list[str]]]:
    (tmp_path / "expected.txt").write_bytes(FORMATS["utf-8.txt"]())
    return _outline(read_report(tmp_path / "expected.txt")[0])


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_text_reads_the_same(name: str, expected: list[tuple[str, str, list[str]]], tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(FORMATS[name]())
    report, _account = read_report(tmp_path / name)
    assert report.title == TITLE
    assert _outline(report) == expected
    assert len(expected) == 2


def test_a_pdf_reads_the_same(expected: list[tuple[str, str, list[str]]], paper: type[Any], tmp_path: Path) -> None:
    made = paper().page().centred(780, TITLE, 20, bold=True)
    y = 740
    for paragraph in PARAGRAPHS:
        heading = paragraph.startswith(("一、", "二、"))
        for at in range(0, len(paragraph) + 2, 30):
            start = 0 if at == 0 else at - 2
            row = paragraph[start : at + 28]
            if row:
                made.text(100 + (24 if at == 0 else 0), y, row, bold=heading)
                y -= 20
    (tmp_path / "a.pdf").write_bytes(made.build())
    report, _account = read_report(tmp_path / "a.pdf")
    assert report.title == TITLE
    assert _outline(report) == expected
