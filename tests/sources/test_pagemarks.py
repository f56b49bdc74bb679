"""What a printed page or a transcript puts between and into the paragraphs."""

import pytest

from quiz.sources.draft import Account, Line
from quiz.sources.pagemarks import without_page_marks

PROSE = "全县今年新修水渠三十公里，灌溉农田两万亩。"


def _read(*texts: str) -> tuple[list[str], list[tuple[str, str]]]:
    account = Account()
    lines = without_page_marks([Line(number, text) for number, text in enumerate(texts, 1)], account)
    return [line.text for line in lines if line.text], [(gone.reason, gone.text) for gone in account.removals]


@pytest.mark.parametrize("number", ["3", "- 12 -", "—12—", "第3页", "第 3 页 共 12 页", "3/12"])
def test_a_page_number_goes(number: str) -> None:
    assert _read(PROSE, number, PROSE) == ([PROSE, PROSE], [("page number", number)])


@pytest.mark.parametrize("text", ["2024年", "1949", "三、", "100万吨钢。"])
def test_other_numbers_stay_when_they_are_more_than_a_page(text: str) -> None:
    kept, _gone = _read(PROSE, text, PROSE)
    assert (text in kept) is (text != "1949")  # a bare number on a line of its own cannot be told from a page


def test_a_line_on_every_page_goes_and_a_heading_that_stands_twice_stays() -> None:
    kept, gone = _read("青禾县学习资料", PROSE, "青禾县学习资料", "治水", PROSE, "青禾县学习资料", "治水")
    assert kept == [PROSE, "治水", PROSE, "治水"]
    assert {reason for reason, _text in gone} == {"page header or footer"}


def test_a_table_of_contents_goes_and_its_headings_stay_in_the_text() -> None:
    kept, gone = _read("目录", "一、治水", "二、修路", "一、治水", PROSE, "二、修路", PROSE)
    assert kept == ["一、治水", PROSE, "二、修路", PROSE]
    assert [text for _reason, text in gone] == ["目录", "一、治水", "二、修路"]


def test_contents_with_dots_and_page_numbers_go() -> None:
    kept, gone = _read("一、治水……3", "二、修路……5", "三、植树……9", "一、治水", PROSE)
    assert kept == ["一、治水", PROSE]
    assert len(gone) == 3


def test_applause_and_note_marks_leave_the_sentence_whole() -> None:
    kept, gone = _read("水渠修好了！（热烈掌声）村民[12]都来看水。（见附图）")
    assert kept == ["水渠修好了！村民都来看水。（见附图）"]
    assert gone == [("applause", "（热烈掌声）"), ("footnote mark", "[12]")]


def test_the_notes_behind_the_text_go() -> None:
    kept, gone = _read(PROSE, "注：", "①《水利志》第3页。", "②《县志》第8页。")
    assert kept == [PROSE]
    assert {reason for reason, _text in gone} == {"footnote"}


@pytest.mark.parametrize(
    "direction",
    [
        "（掌声）",
        "（笑声、掌声）",
        "（全场起立，长时间热烈鼓掌）",
        "（长时间的、雷鸣般的、经久不息的掌声，全体起立）",
        "（众笑）",
        "（全场大笑）",
        "〔热烈鼓掌〕",
        "【掌声】",
        "[笑声]",
    ],
)
def test_every_stage_direction_goes_wherever_it_stands(direction: str) -> None:
    kept, gone = _read(f"水渠{direction}修好了！{direction}", direction, f"（一）{direction}治水")
    assert kept == ["水渠修好了！", "（一）治水"]
    assert {reason for reason, _text in gone} == {"applause"}


@pytest.mark.parametrize("text", ["议案（以鼓掌通过）生效。", "他（爱说爱笑的老支书）来了。", "渠（见第2版图）通了。"])
def test_other_brackets_stay(text: str) -> None:
    assert _read(text) == ([text], [])


@pytest.mark.parametrize("jump", ["（下转第四版）", "（紧接第一版）", "（上接A1版）", "（转第2版）"])
def test_where_a_newspaper_goes_on_goes(jump: str) -> None:
    assert _read(f"渠通了。{jump}树绿了。") == (["渠通了。树绿了。"], [("page header or footer", jump)])


def test_note_marks_behind_letters_and_enclosed_ones_go() -> None:
    kept, gone = _read("渠首装了AI［5］水闸。（⑴⑵）水清了（①）。", "（①）植树")
    assert kept == ["渠首装了AI水闸。水清了。", "（①）植树"]
    assert [text for _reason, text in gone] == ["［5］", "（⑴⑵）", "（①）"]


def test_circled_marks_go_only_where_notes_with_such_marks_follow() -> None:
    text = "水渠修好了。①村民都来看水，②都说好。要做：①清淤；②植树。"
    kept, _gone = _read(text, "注：", "①《水利志》第3页。", "②《县志》第8页。")
    assert kept == ["水渠修好了。村民都来看水，都说好。要做：①清淤；②植树。"]
    assert _read(text) == ([text], [])


def test_notes_of_two_lines_each_go_to_the_last() -> None:
    notes = ["注释", "［1］一渠：", "青禾大渠。", "［2］两闸：", "上河闸、下河闸。"]
    kept, gone = _read(PROSE, *notes)
    assert kept == [PROSE]
    assert gone == [("footnote", text) for text in notes]
    assert _read("字库未存字注释：", "＠①原字水加口", PROSE)[0] == [PROSE]


def test_what_follows_the_notes_stays() -> None:
    assert _read(PROSE, "注：", "①《水利志》第3页。", "②《县志》第8页。", PROSE)[0] == [PROSE, PROSE]


def test_where_and_when_it_was_printed_goes() -> None:
    assert _read("2024年3月5日青禾新闻网", PROSE) == ([PROSE], [("site line", "2024年3月5日青禾新闻网")])
    assert _read("2024年3月5日水渠通水。")[1] == []


def test_what_the_user_keeps_is_kept() -> None:
    account = Account(kept=frozenset({"page number"}))
    lines = without_page_marks([Line(1, PROSE), Line(2, "- 3 -")], account)
    assert [line.text for line in lines] == [PROSE, "- 3 -"]
    assert not account.removals
