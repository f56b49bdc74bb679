"""What is wrong with the file under the log is said in a sentence, and a file that is not ours is left alone."""

import os
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz.errors import QuizError
from quiz.model import Review
from quiz.study import Log, database
from quiz.study.tables import MIGRATIONS

MakeReview: TypeAlias = Callable[..., Review]


def add_many(log: Log, replies: list[Review]) -> None:
    for reply in replies:
        log.add(reply)


def complaint(path: Path) -> str:
    with pytest.raises(QuizError) as caught:
        Log(path)
    assert caught.value.exit_code == 1
    message = str(caught.value)
    assert "\n" not in message
    return message


def test_every_commit_waits_for_the_disk(log: Log) -> None:
    def ask(name: str) -> object:
        return log.database.read(f"PRAGMA {name}")[0][0]

    assert (ask("journal_mode"), ask("synchronous"), ask("foreign_keys")) == ("wal", 2, 1)


def test_a_full_disk_is_named(log: Log, log_path: Path, review: MakeReview) -> None:
    session = log.start("d1", "order", [], 0)
    pages = log.database.read("PRAGMA page_count")[0][0]
    log.database.read(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(QuizError, match="the disk is full; every earlier answer is kept") as caught:
        add_many(log, [review(session)] * 1000)
    assert str(caught.value).startswith(str(log_path))
    kept = log.reviews(session)
    log.database.read("PRAGMA max_page_count = 100000")
    log.add(review(session))
    assert log.reviews(session) == [*kept, review(session)]


def test_another_program_that_holds_the_log_is_named(
    log_path: Path, log: Log, monkeypatch: pytest.MonkeyPatch, review: MakeReview
) -> None:
    monkeypatch.setattr(database, "_PATIENCE", 0.05)
    session = log.start("d1", "order", [], 0)
    holder = sqlite3.connect(log_path, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with Log(log_path) as waiting:
        with pytest.raises(QuizError, match="another program is using the log of answers; close it and try again"):
            waiting.add(review(session))
        assert waiting.reviews(session) == []  # reading never waits
        holder.execute("ROLLBACK")
        holder.close()
        waiting.add(review(session))
    assert log.reviews(session) == [review(session)]


def test_what_is_no_log_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    path.write_text("日记：今天天气好。\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    assert "not a log of answers; move it away" in complaint(path)
    assert path.read_bytes() == before


def test_a_damaged_log_is_named(log_path: Path, review: MakeReview) -> None:
    with Log(log_path) as log:
        session = log.start("d1", "order", [], 0)
        for _ in range(300):
            log.add(review(session))
    data = bytearray(log_path.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    log_path.write_bytes(data)
    with Log(log_path) as log, pytest.raises(QuizError, match="is damaged"):
        log.reviews(session)


def test_a_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mail (text)")
    other.commit()
    other.close()
    before = path.read_bytes()
    assert "a database of another program" in complaint(path)
    assert path.read_bytes() == before


def test_a_log_of_a_newer_version_is_left_alone(log_path: Path, review: MakeReview) -> None:
    with Log(log_path) as log:
        log.add(review(log.start("d1", "order", [], 0)))
    newer = sqlite3.connect(log_path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = log_path.read_bytes()
    assert "newer version of quiz; update quiz" in complaint(log_path)
    assert log_path.read_bytes() == before


def test_an_older_log_is_brought_up_to_date_with_its_replies(
    log_path: Path, monkeypatch: pytest.MonkeyPatch, review: MakeReview
) -> None:
    with Log(log_path) as log:
        log.add(review(log.start("d1", "order", [], 0)))
    step = ("ALTER TABLE session ADD COLUMN note TEXT", "UPDATE session SET note = 'old'")
    monkeypatch.setattr(database, "MIGRATIONS", (*MIGRATIONS, step))
    for _ in range(2):  # the second time there is nothing to do
        with Log(log_path) as log:
            assert log.reviews(1) == [review()]
            assert log.database.read("SELECT note FROM session") == [("old",)]


def test_a_step_that_fails_changes_nothing(log_path: Path, monkeypatch: pytest.MonkeyPatch, review: MakeReview) -> None:
    with Log(log_path) as log:
        log.add(review(log.start("d1", "order", [], 0)))
    with monkeypatch.context() as patch:
        broken = ("DROP TABLE review", "DELETE FROM missing")
        patch.setattr(database, "MIGRATIONS", (*MIGRATIONS, broken))
        assert "cannot be read or written: no such table" in complaint(log_path)
    with Log(log_path) as log:
        assert log.reviews(1) == [review()]


def test_a_folder_or_a_pipe_in_its_place_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert "is in the place of the log" in complaint(folder)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        assert "is in the place of the log" in complaint(tmp_path / "pipe")


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    assert f"{tmp_path / 'home'}: the folder for the answers cannot be made" in complaint(tmp_path / "home" / "log")


def test_a_hostile_file_name_is_escaped(tmp_path: Path) -> None:
    path = tmp_path / "\x1b[2Jlog\u202e"
    path.mkdir()
    assert complaint(path).isprintable()


@pytest.mark.skipif(sys.platform == "win32", reason="needs permissions")
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    if os.access(folder, os.W_OK):
        pytest.skip("root may write everywhere")
    assert "change the permissions of its folder" in complaint(folder / "log.sqlite3")


def test_a_log_that_may_only_be_read_can_be_read(log_path: Path, review: MakeReview) -> None:
    with Log(log_path) as log:
        log.add(review(log.start("d1", "order", [], 0)))
        log.database.read("PRAGMA query_only = ON")
        assert log.reviews(1) == [review()]
        with pytest.raises(QuizError, match="change the permissions of its folder"):
            log.add(review())
