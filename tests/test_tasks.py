"""Where the verbs meet: decks are made, kept, listed and exported where a user expects them."""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz import paths, tasks
from quiz.desk import Desk
from quiz.errors import DeckError, QuizError, UsageError
from quiz.model import Cloze, Verdict

TEXT = """清水润城方略
青禾县把水源保护放在首位，划定一级保护区120处。
村里办起了民宿、茶园和农家书屋，游客络绎不绝。
县图书馆整理出版《青禾水利志》，学生们人手一册。
"""
MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青禾 报告.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_report_run_twice_keeps_one_deck_and_another_folders_report_its_own(report: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / report.name
    other.parent.mkdir()
    other.write_bytes(report.read_bytes())
    kept = tasks.make_kept(report).path
    assert tasks.make_kept(report).path == kept
    assert tasks.make_kept(other).path != kept
    assert {path.parent for path in (kept, tasks.kept_path(other))} == {paths.kept_decks()}
    assert kept.name.startswith("青禾报告-")


def test_a_report_without_a_question_makes_no_deck(report: Path, tmp_path: Path) -> None:
    report.write_text("清水润城方略\n一、守护水源\n水清了。岸绿了。鱼来了。\n", encoding="utf-8")
    with pytest.raises(QuizError, match="nothing in it makes a question"):
        tasks.make(report, tmp_path / "a.yaml")
    assert not (tmp_path / "a.yaml").exists()


def test_a_deck_is_no_report(report: Path, tmp_path: Path) -> None:
    made = tasks.make(report, tmp_path / "a.YML")
    with pytest.raises(UsageError, match="is a deck, not a report"):
        tasks.make(made.path, tmp_path / "b.yaml")


def test_making_again_does_not_touch_a_file_that_stays_the_same(report: Path, tmp_path: Path) -> None:
    path = tasks.make(report, tmp_path / "a.yaml").path
    os.utime(path, ns=(1, 1))
    assert tasks.make(report, path).merged.kept == len(tasks.open_deck(path).questions)
    assert path.stat().st_mtime_ns == 1


def test_an_export_leaves_its_ledger_beside_the_deck(report: Path, tmp_path: Path) -> None:
    deck = tasks.make(report, tmp_path / "a.yaml").path
    done = tasks.export([deck], tmp_path / "out.apkg", moment=MOMENT)
    assert done.questions == len(tasks.open_deck(deck).questions)
    ledger = tmp_path / "a.anki.json"
    assert json.loads(ledger.read_text(encoding="utf-8"))
    before, cards = ledger.read_bytes(), done.path.read_bytes()
    tasks.export([deck], done.path, moment=MOMENT.replace(year=2027))
    assert (ledger.read_bytes(), done.path.read_bytes()) == (before, cards)


def test_the_ledger_of_a_shipped_deck_goes_to_the_users_folder(tmp_path: Path) -> None:
    shipped = sorted(paths.shipped("decks").glob("*.yaml"))[0]
    tasks.export([shipped], tmp_path / "out.apkg", moment=MOMENT)
    assert not list(shipped.parent.glob("*.json"))
    assert [path.parent for path in paths.anki_ledgers().iterdir()] == [paths.anki_ledgers()]


@pytest.mark.parametrize("name", ["collection.apkg", "Backup-2026.apkg"])
def test_a_name_that_anki_takes_for_a_whole_collection_is_refused(name: str, report: Path, tmp_path: Path) -> None:
    deck = tasks.make(report, tmp_path / "a.yaml").path
    with pytest.raises(UsageError, match="choose another name"):
        tasks.export([deck], tmp_path / name)
    assert not (tmp_path / name).exists()


def test_the_desk_lists_shipped_decks_then_kept_ones_with_their_state(report: Path) -> None:
    kept = tasks.make_kept(report).path
    broken = paths.kept_decks() / "zzz.yaml"
    broken.write_text("format: 1\n", encoding="utf-8")
    with Desk() as desk:
        deck = desk.open(kept)
        session = desk.begin(deck)
        first = session.current()
        assert isinstance(first, Cloze)
        session.answer([blank.answer for blank in first.blanks])
        second = session.current()
        assert isinstance(second, Cloze)
        assert session.answer(["不知道"] * len(second.blanks)).verdict is Verdict.WRONG
        rows = {row.path: row for row in desk.decks()}
    shipped = sorted(paths.shipped("decks").glob("*.yaml"))
    assert list(rows) == [*shipped, *sorted([kept, broken])]
    own, bad = rows[kept], rows[broken]
    assert (own.title, own.right, own.wrong, own.unfinished) == ("清水润城方略", 1, 1, True)
    assert (bad.questions, bool(bad.problem)) == (0, True)


def test_a_broken_deck_tells_all_its_mistakes(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("format: 1\nid: d\ntitel: x\nquestions:\n- id: a1\n  txt: 水\n", encoding="utf-8")
    with pytest.raises(DeckError) as caught:
        tasks.open_deck(path)
    assert {problem.field for problem in caught.value.problems} >= {"titel", "questions[0].txt"}


def test_nothing_is_made_by_asking_where_things_are() -> None:
    assert tasks.kept_path(Path("a.txt")).parent == paths.kept_decks()
    assert not paths.home().exists()
