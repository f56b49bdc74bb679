"""A page with every kind of dirt on it becomes a clean report, and the account names each piece taken out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.model import DOUBTS, REASONS, Report
from quiz.sources import read_report

GOLDEN = Path(__file__).with_name("golden")
DIRTY = GOLDEN / "dirty.txt"
PAGE = ("小編", "範文", "青禾范文网", "隱藏", "下載", "下载", "責任", "希望")
Read = Callable[..., Report]


def test_the_dirty_page_reads_as_its_golden_outline(outline: Callable[[Report], str]) -> None:
    report, _account = read_report(DIRTY)
    assert outline(report) == (GOLDEN / "dirty.outline.txt").read_text(encoding="utf-8")


def test_the_account_names_every_piece_with_line_and_reason() -> None:
    report, account = read_report(DIRTY)
    removals = [f"{removal.line}\t{removal.reason}\t{removal.text}" for removal in account.removals]
    doubts = [f"{doubt.line}\t{doubt.kind}\t{doubt.text}" for doubt in account.doubts]
    assert [*removals, *doubts] == (GOLDEN / "dirty.account.txt").read_text(encoding="utf-8").splitlines()
    assert {removal.reason for removal in account.removals} <= set(REASONS)
    assert {doubt.kind for doubt in account.doubts} < set(DOUBTS)
    assert (account.source, account.encoding) == ("dirty.txt", "utf-8")
    assert account.characters > account.kept == len("".join(report.text.split()))
    assert [name for name, _count in account.changes] == ["traditional to simplified", "width"]


@pytest.mark.parametrize("keep_script", [False, True])
def test_offsets_point_at_the_sentences_and_headings(keep_script: bool) -> None:
    report, _account = read_report(DIRTY, keep_script=keep_script)
    for section, sentence in report.sentences():
        assert report.text[sentence.start : sentence.end] == sentence.text
        assert report.text[section.start :].startswith(section.heading)
        assert section.path[-1:] == ((section.heading,) if section.level else ())


def test_keep_script_keeps_traditional_characters_and_still_finds_the_page() -> None:
    report, account = read_report(DIRTY, keep_script=True)
    simplified, _account = read_report(DIRTY)
    assert "著力推進河湖治理，顯著改善了水質" in report.text
    assert len(report.text) == len(simplified.text)
    assert not any(word in report.text for word in PAGE)
    assert "traditional to simplified" not in dict(account.changes)
    assert account.dropped() == _account.dropped()


@pytest.mark.parametrize("keep_script", [False, True])
def test_reading_a_cleaned_report_again_changes_nothing(keep_script: bool, read: Read) -> None:
    once, _account = read_report(DIRTY, keep_script=keep_script)
    again = read(f"{once.title}\n{once.text}", keep_script=keep_script)
    assert (again.title, again.text, again.sections) == (once.title, once.text, once.sections)
    assert again.id == once.id


def test_the_same_page_in_another_encoding_is_the_same_report(tmp_path: Path) -> None:
    report, _account = read_report(DIRTY)
    other = tmp_path / "other.txt"
    other.write_bytes(DIRTY.read_text(encoding="utf-8").encode("utf-16"))
    assert read_report(other)[0].id == report.id


def test_line_ends_and_controls_do_not_reach_the_report(read: Read) -> None:
    rest = "一、抓源头\r\n全县划定保护区三处，看护员都住在河边，每天早晚各巡查一次。\r\n"
    report = read(f"清水润城方略\r\n河水\x1b[31m清了，岸\u202e上的树也绿了。\r\n{rest}")
    assert report.text == f"河水[31m清了，岸上的树也绿了。\r\n{rest}".replace("\r", "").strip()
    assert report.title == "清水润城方略"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.wps", "河水清了。", "files of this kind are not read; save its text as .txt in UTF-8 and name that"),
        ("a.txt", "小编为大家整理了多篇治水体会。", "holds no sentence to ask"),
        ("a.txt", "", "is empty"),
    ],
)
def test_a_file_that_is_no_report_is_refused(name: str, content: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        read_report(path)
    assert str(caught.value) == f"{path}: {message}"


def test_a_hostile_name_is_printed_without_obeying_it(tmp_path: Path) -> None:
    with pytest.raises(QuizError) as caught:
        read_report(tmp_path / "\x1b[2J\u202e.txt")
    assert str(caught.value).isprintable()
