"""Title, date and issuer from the head of a document, and the lines around its text."""

from quiz.sources.draft import Account, Line
from quiz.sources.head import Head, read_head

PROSE = "全县今年新修水渠三十公里，灌溉农田两万亩。"


def _read(*texts: str, known: Head | None = None) -> tuple[Head, list[str], list[tuple[str, str]]]:
    account = Account()
    lines = [Line(number, text) for number, text in enumerate(texts, 1)]
    head, body = read_head(lines, known or Head(), account)
    return head, [line.text for line in body if line.text], [(gone.reason, gone.text) for gone in account.removals]


def test_the_head_of_an_official_report() -> None:
    head, body, gone = _read(
        "下载",
        "打印",
        "2025年青禾县政府工作报告",
        "——2025年1月8日在青禾县第三届人民代表大会第五次会议上",
        "县长王水生",
        "各位代表：",
        PROSE,
    )
    assert (head.title, head.date) == ("2025年青禾县政府工作报告", "2025年1月8日")
    assert body == ["各位代表：", PROSE]
    assert ("head line", "县长王水生") in gone


def test_the_body_that_issues_it() -> None:
    head, _body, _gone = _read("青禾县人民政府关于加强治水的意见", "（2024年3月2日）", PROSE)
    assert (head.issuer, head.date) == ("青禾县人民政府", "2024年3月2日")


def test_a_text_without_a_head_loses_nothing() -> None:
    assert _read(PROSE, PROSE) == (Head(), [PROSE, PROSE], [])


def test_a_known_title_is_not_asked_again_in_the_body() -> None:
    head, body, gone = _read("青禾治水记", PROSE, "青禾治水记", known=Head("青禾治水记"))
    assert (head.title, body) == ("青禾治水记", [PROSE])
    assert gone == [("repeated title", "青禾治水记")]


def test_what_follows_the_last_sentence_is_the_pages() -> None:
    _head, body, gone = _read(PROSE, "打印本页", "Public domain")
    assert body == [PROSE]
    assert {reason for reason, _text in gone} == {"site line"}
