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


def test_the_day_of_the_occasion_goes_before_the_day_of_the_page() -> None:
    head, _body, _gone = _read(
        "2025年青禾县政府工作报告",
        "发布时间2025-02-10",
        "——2025年1月8日在青禾县第三届人民代表大会第五次会议上",
        PROSE,
    )
    assert (head.date, head.issuer) == ("2025年1月8日", "青禾县政府")


def test_a_person_who_speaks_for_a_body_does_not_issue_it() -> None:
    head, _body, _gone = _read("青禾治水总结", "县长王水生代表县人民政府作报告", PROSE)
    assert head.issuer == ""


def test_a_salutation_opens_the_text_and_a_request_is_no_title() -> None:
    request = "现在，我代表县人民政府，向大会报告工作，请予审议"
    assert _read("各位代表：", request, PROSE) == (Head(), ["各位代表：", request, PROSE], [])
    assert _read("同志们：", "我代表县委向大会报告工作，请大会审议", PROSE)[0].title == ""


def test_a_caption_above_the_salutation_is_no_text() -> None:
    caption = "王水生作县政府工作报告。"
    head, body, gone = _read("2025年青禾县政府工作报告", "县长王水生", caption, "各位代表：", PROSE)
    assert (head.title, body) == ("2025年青禾县政府工作报告", ["各位代表：", PROSE])
    assert ("head line", caption) in gone
    assert _read("青禾治水记", "水渠通了。", "树也绿了。", "路也修好了。", "同志们：", PROSE)[1][0] == "水渠通了。"
    assert _read("水渠通了。", "同志们：", PROSE)[1][0] == "水渠通了。"
