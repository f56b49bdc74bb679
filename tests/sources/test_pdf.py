"""PDF files: rows of print become the paragraphs that were set, and what only pages need is gone and accounted for."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.sources.clean import clean
from quiz.sources.draft import Draft
from quiz.sources.pdf import read_pdf

Paper = Callable[..., Any]

LONG = "河水要从源头治起，不能只看表面，更不能等到水面发黑了才想起岸上的工厂和地里的肥料，这个道理沿河的人家都懂。"
SHORT = "看护员都住在河边，每天早晚各走一遍。"
FIGURES = "2024年全县划定保护区12处，面积共4200公顷，占全县的30.5%，由县、乡、村三级一起看护。"
LATIN = "县里用上了Remote Sensing的图像，也用上了GIS平台，谁家门前多了一堆垃圾，当天就能从屏幕上看得一清二楚。"
# Lengths differ, so that pages break in ever other places.
PARAGRAPHS = [LONG, FIGURES, SHORT + LONG, LATIN, SHORT, FIGURES + SHORT + LONG]


def texts(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


def dropped(draft: Draft, reason: str) -> list[str]:
    return [removal.text for removal in draft.removals if removal.reason == reason]


def read(paper: Any, **options: str) -> Draft:
    return read_pdf(paper.build(**options), "治水.pdf")


@pytest.mark.parametrize("indent", [0, 2])
def test_paragraphs_come_back_whole_over_rows_and_pages(paper: Paper, indent: int) -> None:
    source = PARAGRAPHS * 8
    made = paper().flow(source, indent=indent, gap=0 if indent else 10)
    draft = read(made)
    assert texts(draft) == source
    assert {line.page for line in draft.lines} == set(range(1, len(made.contents) + 1))
    assert [line.number for line in draft.lines] == sorted({line.number for line in draft.lines})


def test_headers_and_page_numbers_go_and_are_accounted_for(paper: Paper) -> None:
    source = PARAGRAPHS * 6
    draft = read(paper().flow(source, header="清水县志", footer="— {page} —"))
    assert texts(draft) == source
    assert dropped(draft, "page header or footer") == ["清水县志"] * 3
    assert dropped(draft, "page number") == ["—1—", "—2—", "—3—"]


def test_a_header_with_the_page_in_it(paper: Paper) -> None:
    draft = read(paper().flow(PARAGRAPHS * 6, header="清水县志", footer="第{page}页 共3页"))
    assert texts(draft) == PARAGRAPHS * 6
    assert len(draft.removals) == 6


def test_a_row_of_the_body_that_begins_every_page_stays(paper: Paper) -> None:
    made = paper()
    for _page in range(4):
        made.page().text(100, 790, "清水县志", 9)
        for at in range(32):
            made.text(
                124 if at % 2 == 0 else 100,
                740 - 20 * at,
                "清水河边的人家每天都要到河边去看一看水色" if at % 2 == 0 else "才放心。",
            )
    draft = read(made)
    assert texts(draft) == ["清水河边的人家每天都要到河边去看一看水色才放心。"] * 64


def test_numbered_rows_that_do_not_count_the_pages_stay(paper: Paper) -> None:
    made = paper()
    for number in (1, 5, 9):
        made.page().text(100, 760, f"第{number}讲").text(124, 700, LONG[:28]).text(100, 680, LONG[28:])
    assert texts(read(made)) == [text for number in (1, 5, 9) for text in (f"第{number}讲", LONG)]


def test_a_watermark_is_no_text(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS * 6).text(150, 300, "内部资料", 60, angle=45)
    draft = read(made)
    assert texts(draft) == PARAGRAPHS * 6
    assert dropped(draft, "page header or footer") == ["内部资料"]


def test_a_page_that_was_laid_askew_is_text(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS)
    made.contents[0] = f"0.9994 0.0349 -0.0349 0.9994 20 -10 cm\n{made.contents[0]}"
    assert "".join(texts(read(made))) == "".join(PARAGRAPHS)


@pytest.mark.parametrize("pages", [3, 4])
def test_odd_and_even_pages_may_have_margins_of_their_own(paper: Paper, pages: int) -> None:
    source = PARAGRAPHS * (2 * pages - 1)
    made = paper().flow(source)
    assert len(made.contents) == pages
    for at in range(1, pages, 2):
        made.contents[at] = f"1 0 0 1 -45 0 cm\n{made.contents[at]}"
    assert texts(read(made)) == source


def test_paragraphs_that_end_at_the_edge_are_told_apart(paper: Paper) -> None:
    full = [LONG * 3, LONG[:29] + "。", "一、" + LONG[:27] + "。", "二、" + LONG[:27] + "。"]
    assert texts(read(paper().flow(full[:1] + full[2:], indent=0))) == full[:1] + full[2:]
    spaced = [LONG[:29] + "。", FIGURES, LONG[29:] + LONG[: 30 - len(LONG[29:]) - 1] + "。"]
    assert texts(read(paper().flow(spaced * 4, indent=0, gap=12))) == spaced * 4


def test_a_table_of_contents_is_no_text(paper: Paper) -> None:
    made = paper().page().text(250, 740, "目  录", 18)
    made.text(100, 700, "一、源头保护区的划定和看护以及沿河人家的日常巡查制").text(100, 680, "度" + "." * 40 + " 1")
    made.text(100, 660, "二、涵养林" + "·" * 40 + "12").text(100, 640, "三、附则" + "…" * 20 + "（13）")
    draft = read(made.flow(PARAGRAPHS))
    assert texts(draft) == PARAGRAPHS
    assert [text[:2] for text in dropped(draft, "table of contents")] == ["目录", "一、", "度.", "二、", "三、"]


def test_dots_in_the_text_are_no_table_of_contents(paper: Paper) -> None:
    source = ["水清了，岸绿了，鱼回来了……", "他数着：1、2、3……10", SHORT]
    assert texts(read(paper().flow(source))) == source


def test_headings_by_the_size_of_type_and_the_title(paper: Paper) -> None:
    made = paper().page().centred(760, "清水润城", 24).centred(728, "一县之策", 24)
    made.text(100, 690, "源头", 16).text(124, 660, SHORT)
    made.centred(620, "看护员的一天", 12, bold=True).text(124, 600, SHORT)
    made.text(124, 580, "一、早晨", bold=True).text(124, 560, SHORT)
    made.text(100, 520, "涵养林", 16).text(124, 490, SHORT)
    draft = read(made)
    assert draft.title == "清水润城一县之策"
    headings = [(line.text, line.level) for line in draft.lines if line.text != SHORT]
    assert headings == [("源头", 2), ("看护员的一天", 3), ("一、早晨", 0), ("涵养林", 2)]


def test_larger_prose_and_dates_are_no_headings(paper: Paper) -> None:
    made = paper().page().centred(760, "清水润城", 24).centred(730, "（2024年3月5日）", 15)
    made.text(100, 700, SHORT, 15).flow(PARAGRAPHS)
    assert {line.level for line in read(made).lines} == {0}


def test_two_headings_of_one_size_make_no_title(paper: Paper) -> None:
    made = paper().page().text(100, 760, "源头", 16).text(124, 730, SHORT).text(100, 700, "涵养林", 16)
    draft = read(made.text(124, 670, SHORT + SHORT[:8]))
    assert draft.title == ""
    assert [line.level for line in draft.lines] == [1, 0, 1, 0]


def test_a_signature_stands_by_itself(paper: Paper) -> None:
    draft = read(paper().flow(PARAGRAPHS).text(388, 200, "清水县水利局").text(388, 180, "2024年5月5日"))
    assert texts(draft)[-2:] == ["清水县水利局", "2024年5月5日"]


def test_compatibility_ideographs_become_plain(paper: Paper) -> None:
    draft = read(paper().flow(["⽔⼒要⻓流，⺠⽣為本，⻛⽓清朗。\uf98a量\uf9e4\uf9dd，（全角）的標點，照舊。"]))
    assert texts(draft) == ["水力要长流，民生為本，风气清朗。力量理利，（全角）的標點，照舊。"]


def test_blanks_inside_chinese_go(paper: Paper) -> None:
    made = (
        paper().page().text(124, 700, "看 护 员　都 住 在 河 边，").text(330, 700, "每天走2 遍，用 Remote Sensing 看。")
    )
    assert texts(read(made)) == ["看护员都住在河边，每天走2遍，用Remote Sensing看。"]


def test_words_and_figures_broken_over_rows(paper: Paper) -> None:
    filling = LONG * 2
    rows = [filling[:25] + "moni-", "tor，" + filling[:27] + "2", "024天，" + filling[:24] + "Clear", "Water，30."]
    rows[3] += filling[: 30 - 6] + "5."
    made = paper().flow([LONG])
    for at, row in enumerate([*rows, "5%。"]):
        made.text(124 if at == 0 else 100, 600 - 20 * at, row)
    text = texts(read(made))[1]
    assert re.findall(r"[A-Za-z]+(?: [A-Za-z]+)*|[\d.%]+", text) == ["monitor", "2024", "Clear Water", "30.", "5.5%"]


def test_a_word_broken_over_pages(paper: Paper) -> None:
    made = paper().page().text(124, 120, LONG[:25] + "moni-").page().text(100, 740, "tor，" + LONG[25:])
    assert "moni-" not in "".join(texts(read(made)))
    assert "monitor" in "".join(texts(read(made)))


def test_footnotes_and_their_marks_go_but_powers_stay(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS)
    made.text(124, 300, "涵养林在山上").text(196, 305, "1", 6).text(199, 300, "，占地30m")
    made.text(253, 305, "2", 6).text(256, 300, "，2024年种下。")
    made.text(100, 105, "1", 5).text(103, 100, "涵养林：保持水土的林子。", 9).text(100, 88, "由县里统一看护。", 9)
    draft = read(made)
    assert texts(draft) == [*PARAGRAPHS, "涵养林在山上，占地30m2，2024年种下。"]
    assert dropped(draft, "footnote mark") == ["1"]
    assert dropped(draft, "footnote") == ["1涵养林：保持水土的林子。", "由县里统一看护。"]


def test_characters_drawn_one_by_one_or_twice_are_there_without_a_font(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS)
    for at, c in enumerate("水清岸绿水清岸绿。"):
        made.text(124 + 12 * at, 300, c)
    made.text(124, 260, "鱼回来了").text(124, 240, "鱼回来了").text(124, 220, "鱼回来了")
    assert texts(read(made)) == [*PARAGRAPHS, "水清岸绿水清岸绿。", *["鱼回来了"] * 3]


def test_columns_are_read_one_after_the_other(paper: Paper) -> None:
    made = paper().page().centred(780, "清水润城", 22)
    left, right = LONG * 6, FIGURES * 6
    for x, text, shift in ((60, left, 0), (320, right, 7)):
        for at in range(0, len(text), 18):
            made.text(x, 740 - shift - 16 * (at // 18), text[at : at + 18])
    draft = read(made)
    assert draft.title == "清水润城"
    assert "".join(texts(draft)) == left + right


def test_the_cells_of_a_table_stay_whole(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS)
    for x, cell in ((100, ["保护", "区"]), (160, ["3处"]), (220, ["由县、乡、村三级", "一起看护。"])):
        for at, row in enumerate(cell):
            made.text(x, 300 - 16 * at, row)
    made.text(124, 240, SHORT)
    assert texts(read(made)) == [*PARAGRAPHS, "保护区", "3处", "由县、乡、村三级一起看护。", SHORT]


def test_a_quotation_set_in_on_both_sides_is_one_paragraph(paper: Paper) -> None:
    made = paper().flow(PARAGRAPHS)
    for at in range(0, len(LONG), 22):
        made.text(148, 300 - 20 * (at // 22), LONG[at : at + 22])
    assert texts(read(made)) == [*PARAGRAPHS, LONG]


def test_the_order_of_drawing_does_not_matter_in_one_column(paper: Paper) -> None:
    made = paper().flow([SHORT]).text(100, 560, LONG[28:]).text(124, 580, LONG[:28]).text(124, 620, FIGURES[:10])
    assert texts(read(made)) == [SHORT, FIGURES[:10], LONG]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_upright(paper: Paper, turn: int) -> None:
    source = [FIGURES + FIGURES, FIGURES]
    made = paper().page(turn)
    rows = [(124, FIGURES[:37]), (100, FIGURES[37:] + FIGURES[:25]), (100, FIGURES[25:]), (124, FIGURES)]
    for at, (x, row) in enumerate(rows):
        y = 500 - 20 * at
        made.text(*{90: (595 - y, x), 180: (595 - x, 842 - y), 270: (y, 842 - x)}[turn], row, angle=turn)
    assert texts(read(made)) == source


def test_a_password_of_the_owner_only_is_no_hindrance(paper: Paper) -> None:
    assert texts(read(paper().flow(PARAGRAPHS), user="", owner="秘密")) == PARAGRAPHS


def test_a_picture_among_pages_of_text_is_a_warning_with_its_page(paper: Paper) -> None:
    draft = read(paper().flow(PARAGRAPHS * 3).page().picture())
    assert texts(draft) == PARAGRAPHS * 3
    cleaned, account = clean(draft, keep=["picture page"])
    assert [doubt.text for doubt in account.doubts] == ["page 3 is a picture without text"]
    assert [line.text for line in cleaned.lines] == PARAGRAPHS * 3


def test_a_date_torn_at_the_edge_is_whole(paper: Paper) -> None:
    made = paper().page().centred(760, "清水治理汇编", 24).text(100, 700, "清水县水利局编")
    made.text(100 + 30 * 12 - 4.5 * 12, 700, "2024年11").text(100, 680, "月")
    assert "2024年11月" in texts(read(made.flow(PARAGRAPHS)))[0]


def refusals() -> dict[str, tuple[Callable[..., bytes], str]]:
    """Files that cannot be read, and words of the sentence that says why."""
    return {
        "empty": (lambda _paper: b"", "is empty"),
        "web page": (lambda _paper: b"<!DOCTYPE html>\n<html><body>%PDF</body></html>", "is a web page"),
        "Word file": (lambda _paper: b"PK\x03\x04" + bytes(40), "is a Word file or an archive"),
        "plain text": (lambda _paper: SHORT.encode(), "is not a PDF"),
        "garbage": (lambda _paper: b"%PDF-1.7\n" + bytes(range(256)) * 20, "is damaged or cut off"),
        "half": (lambda paper: (data := paper().flow(PARAGRAPHS).build())[: len(data) // 2], "is damaged or cut off"),
        "nine tenths": (lambda paper: (data := paper().flow(PARAGRAPHS).build())[: len(data) * 9 // 10], "is damaged"),
        "no pages": (lambda paper: paper().build(), "is damaged or cut off"),
        "password": (lambda paper: paper().flow(PARAGRAPHS).build(user="开门"), "is encrypted"),
        "scan": (lambda paper: paper().page().picture().page().picture().build(), "is a scan"),
        "stamped scan": (
            lambda paper: paper().page().picture().text(50, 20, "扫描").page().picture().text(50, 20, "扫描").build(),
            "2 of its 2 pages are pictures with hardly any text",
        ),
        "blank": (lambda paper: paper().page().page().build(), "holds no text"),
        "English": (lambda paper: paper().flow(["Only English words stand here."] * 3).build(), "hardly any Chinese"),
        "glyph codes": (lambda paper: paper().flow(["\ue001\ue002\ue003\ue004"] * 3).build(), "its fonts do not say"),
        "wrong ideographs": (
            lambda paper: paper().flow(["".join(map(chr, range(0x9A00, 0x9A80)))]).build(),
            "its fonts do not say",
        ),
    }


@pytest.mark.parametrize("kind", refusals())
def test_what_cannot_be_read_is_told_apart_in_one_sentence(paper: Paper, kind: str) -> None:
    make, words = refusals()[kind]
    with pytest.raises(QuizError, match=f"^治水.pdf: .*{re.escape(words)}") as refused:
        read_pdf(make(paper), "治水.pdf")
    assert "\n" not in str(refused.value)
