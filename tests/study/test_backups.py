"""The log is copied once a study day without holding a drill up, and old copies are thinned."""

import sqlite3
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.model import Deck
from quiz.study import Log, Session
from quiz.study.backups import back_up, back_up_daily, back_up_in_background, daily_copies, folder, kept


def questions(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [name for (name,) in connection.execute("SELECT question FROM review ORDER BY id")]
    finally:
        connection.close()


def test_one_copy_a_study_day(deck: Deck, log: Log, log_path: Path, clock: Any) -> None:
    session = Session.begin(deck, log, clock)
    session.answer(["山"])
    copy = back_up_daily(log_path, clock())
    assert copy == log_path.parent / "backups" / "log-2026-03-01.sqlite3"
    session.answer(["水"])
    clock.wait(19 * 3600)  # half past three in the night
    assert back_up_daily(log_path, clock()) is None
    clock.wait(3600)
    second = back_up_daily(log_path, clock())
    assert copy is not None
    assert second is not None
    assert (questions(copy), questions(second)) == (["q1"], ["q1", "q2"])
    assert sorted(path.name for path in folder(log_path).iterdir()) == [copy.name, second.name]
    with Log(copy) as restored:  # it is a log like any other
        assert restored.cards("d1")["q1"] == log.cards("d1")["q1"]


def test_a_year_of_copies_is_thinned() -> None:
    held: set[date] = set()
    for n in range(800):
        held = kept({*held, date(2024, 1, 1) + timedelta(days=n)})
    last = date(2024, 1, 1) + timedelta(days=799)
    assert {last - timedelta(days=n) for n in range(7)} <= held
    assert len({day.isocalendar()[:2] for day in held if day > last - timedelta(days=28)}) >= 4
    assert len({(day.year, day.month) for day in held}) == 12
    assert 12 + 4 <= len(held) <= 7 + 4 + 12
    assert kept(held) == held


def test_thinning_deletes_only_its_own_copies(deck: Deck, log: Log, log_path: Path, clock: Any) -> None:
    Session.begin(deck, log, clock)
    for _ in range(20):
        back_up_daily(log_path, clock())
        (folder(log_path) / "log-my-own.sqlite3").touch()
        (folder(log_path) / "log-2020-13-99.sqlite3").touch()
        clock.wait(86400)
    copies = daily_copies(log_path)
    assert copies.keys() == kept(copies)
    assert len(copies) < 14
    assert max(copies) == date(2026, 3, 20)
    assert (folder(log_path) / "log-my-own.sqlite3").exists()
    assert (folder(log_path) / "log-2020-13-99.sqlite3").exists()


def test_a_damaged_log_does_not_replace_a_copy(deck: Deck, log_path: Path, clock: Any) -> None:
    with Log(log_path) as log:
        Session.begin(deck, log, clock).answer(["山"])
    target = log_path.with_name("copy.sqlite3")
    back_up(log_path, target)
    before = target.read_bytes()
    data = bytearray(log_path.read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)
    log_path.write_bytes(data)
    with pytest.raises(QuizError, match="cannot be backed up"):
        back_up(log_path, target)
    assert target.read_bytes() == before
    assert not list(log_path.parent.glob(".*.tmp"))


def test_what_goes_wrong_is_told(deck: Deck, log: Log, log_path: Path, clock: Any) -> None:
    Session.begin(deck, log, clock)
    folder(log_path).write_text("in the way")
    told: list[QuizError] = []
    back_up_in_background(log_path, clock(), told.append).join()
    assert "the log of answers cannot be backed up" in str(told[0])
    assert back_up_daily(log_path.with_name("none.sqlite3"), clock()) is None


def test_a_copy_in_the_background_holds_no_reply_up(deck: Deck, log: Log, log_path: Path, clock: Any) -> None:
    """A log of 10 MB; while it is copied replies go on. The best of three, for the disk has other work."""
    session = Session.begin(deck, log, clock)
    session.answer(["山"])
    other = log.start("other", "order", [], 0)
    with log.database.transaction() as connection:
        columns = 'deck, at, "offset", mode, verdict, rating, seconds, overruled'
        for _ in range(8_000):
            connection.execute(
                f"""INSERT INTO review (session, question, given, {columns})
                SELECT ?, hex(randomblob(8)), '["' || hex(randomblob(550)) || '"]', {columns} FROM review LIMIT 1""",
                (other,),
            )
    assert log_path.stat().st_size + log_path.with_name("log.sqlite3-wal").stat().st_size > 10_000_000
    longest = []
    for turn in range(3):
        told: list[QuizError] = []
        thread = back_up_in_background(log_path, clock() + timedelta(days=turn), told.append)
        waits = []
        while thread.is_alive():
            begun = time.perf_counter()
            session.answer(["水"]) if not session.answered % 2 else session.undo()
            waits.append(time.perf_counter() - begun)
        thread.join()
        assert told == []
        longest.append(max(waits, default=0.0))
    assert len(daily_copies(log_path)) == 3
    assert min(longest) < 0.05
