"""Pages made to hang or swell their reader: each is text or one sentence within 5 seconds and 300 MB."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.sources.isolate import isolated

SENTENCE = "河长每周巡河一次，巡河情况在村务公开栏里张贴。"
P = f"<p>{SENTENCE}</p>"
LARGE = "is too large a page for a report"
HOSTILE: dict[str, tuple[Callable[[], str], str]] = {
    "nested div": (lambda: "<div>" * 100_000 + P, SENTENCE),
    "nested tables": (lambda: P + "<table><tr><td>水" * 20_000, SENTENCE),
    "nested in tables": (lambda: "<div><table><tr><td></div></table>" * 20_000 + P, SENTENCE),
    "unclosed bold": (lambda: P + "<p><b>水" * 30_000, SENTENCE),
    "unclosed links": (lambda: P + "<p><a href=x>字" * 30_000, SENTENCE),
    "unclosed notes": (lambda: P * 5_000 + "<sup>1" * 60_000, SENTENCE),
    "200,000 attributes": (lambda: f"<div {' '.join(f'a{at}=1' for at in range(200_000))}>{P}", SENTENCE),
    "10 MB picture in place": (lambda: f"<img src='data:image/png;base64,{'A' * 10_000_000}'>{P}", SENTENCE),
    "10 MB style": (lambda: f"<style>{'a{b:c}' * 1_600_000}</style>{P}", SENTENCE),
    "open comments": (lambda: P + "<!--" * 500_000, SENTENCE),
    "nothing but comments": (lambda: "<!--" * 500_000, "holds no text"),
    "open script": (lambda: P + "<script>" * 250_000, SENTENCE),
    "open quotes": (lambda: P + "<a b='" * 300_000, SENTENCE),
    "open ends": (lambda: P + "</" * 900_000, "hardly any Chinese"),
    "open declarations": (lambda: P + "<!" * 900_000, "hardly any Chinese"),
    "open sections": (lambda: P + "<![CDATA[" * 200_000, SENTENCE),
    "endless paragraphs": (lambda: P * 170_000, LARGE),
    "endless lines": (lambda: f"<pre>{SENTENCE}" + "水\n" * 800_000, LARGE),
    "endless text": (lambda: SENTENCE * 200_000, LARGE),
    "a swollen number": (lambda: f"{P}<p>水&#{'9' * 100_000};水", "has a broken character"),
    "swollen cells": (lambda: f"{P}<table>" + ("<tr>" + "<td rowspan=999 colspan=999>水" * 10) * 1_500, SENTENCE),
    "a swollen cell": (lambda: f"{P}<table><tr><td>" + "<p>水" * 30_000, SENTENCE),
    "a swollen title": (lambda: f"<title>{'甲 - ' * 400_000}</title>{P}", SENTENCE),
    "labels in boxes": (lambda: P * 9 + "<div><div>相关阅读</div>" * 30_000, SENTENCE),
    "boxes of navigation": (lambda: P * 9 + "<div class=nav>水" * 30_000, SENTENCE),
    "hidden boxes": (lambda: P * 9 + "<div hidden>" * 30_000 + P, SENTENCE),
}
MEASURED = """
from quiz.errors import QuizError
from quiz.sources.html import read_html

def megabytes():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) // 1000 for line in status if line.startswith("VmHWM"))

def read_measured(data, name):
    try:
        said = " ".join(line.text for line in read_html(data, name).lines)[:400]
    except QuizError as error:
        said = str(error)
    raise QuizError(f"{megabytes()} {said}")
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured through /proc")
@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_page_ends_soon_as_text_or_sentence(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "measured.py").write_text(MEASURED, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    build, expected = HOSTILE[case]
    data = build().encode()
    started = time.monotonic()
    with pytest.raises(QuizError) as caught:
        isolated("measured:read_measured", data, "页.html")
    seconds = time.monotonic() - started
    megabytes, _blank, said = str(caught.value).partition(" ")
    assert expected in said
    assert int(megabytes) < 300
    assert seconds < 5
