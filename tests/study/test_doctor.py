"""The check finds what is wrong in the log and changes nothing; the repair keeps the file as it was first."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from quiz.model import Deck
from quiz.study import Log, Session
from quiz.study.backups import back_up_daily
from quiz.study.doctor import examine, repair
from quiz.study.planning import Goal, set_goal
from quiz.study.schedule import Settings


@pytest.fixture
def used(course: Deck, log_path: Path, clock: Any) -> Path:
    """A log with some replies, a goal, and an open session."""
    with Log(log_path) as log:
        session = Session.begin(course, log, clock)
        for _ in range(12):
            session.answer(["第一"])
        set_goal(log, "course", Goal(clock().date()))
    return log_path


def spoil(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def content(path: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in path.parent.iterdir() if file.is_file()}


def test_a_good_log_has_no_problems(used: Path) -> None:
    before = content(used)
    assert examine(used) == []
    assert examine(used, Settings(retention=0.8)) == []  # cards of other settings are not wrong
    assert examine(used.with_name("none.sqlite3")) == []
    assert content(used) == before


@pytest.mark.parametrize(
    ("statement", "field", "said"),
    [
        ("UPDATE card SET question = 'x y' WHERE question = 's03-0'", "card course x y", "without replies"),
        ("UPDATE card SET due = due + 1 WHERE question = 's03-0'", "card course s03-0", "does not fit"),
        ("DELETE FROM card WHERE question = 's04-0'", "card course s04-0", "does not fit"),
        ("UPDATE review SET given = '[1' WHERE id = 3", "review 3", "makes no sense"),
        ("UPDATE review SET given = '[1]' WHERE id = 4", "review 4", "makes no sense"),
        ("UPDATE review SET rating = 0 WHERE id = 5", "review 5", "makes no sense"),
        ("UPDATE review SET at = -5 WHERE id = 5", "review 5", "makes no sense"),
        ('UPDATE review SET "offset" = 5000 WHERE id = 5', "review 5", "makes no sense"),
        ("UPDATE review SET session = 77 WHERE id = 6", "review 6", "makes no sense"),
        ("UPDATE session SET queue = 'null'", "session 1", "cannot be read"),
        ("UPDATE session SET options = '[]'", "session 1", "cannot be read"),
        ("UPDATE goal SET date = '2026-02-31'", "goal course", "an exam date that is none"),
        ("INSERT INTO held VALUES (9, 'q', '[]', 0, 0, 0)", "held 9 q", "an exam reply"),
    ],
)
def test_what_is_wrong_is_found_and_repaired(
    used: Path, course: Deck, clock: Any, statement: str, field: str, said: str
) -> None:
    spoil(used, statement)
    before = content(used)
    found = {problem.field: problem.message for problem in examine(used)}
    assert said in found[field]
    assert all(str(problem).startswith(f"{used}: ") for problem in examine(used))
    assert content(used) == before
    done = repair(used, clock())
    assert {problem.field for problem in done.problems} == set(found)
    assert examine(used) == []
    assert {problem.field for problem in examine(done.kept)} == set(found)  # the file as it was
    with Log(used) as log:  # and it can be used
        assert len(log.latest("course")) >= 11
        Session.begin(course, log, clock).answer(["第一"])


def test_a_question_id_that_is_hostile_is_escaped(used: Path) -> None:
    spoil(used, "UPDATE card SET question = char(27) || '[2J' WHERE question = 's03-0'")
    assert all(str(problem).isprintable() for problem in examine(used))


def overwrite(start: int, stop: int | None = None) -> Callable[[Path], None]:
    def work(path: Path) -> None:
        data = bytearray(path.read_bytes())
        end = len(data) if stop is None else stop
        data[start:end] = b"\xff" * (end - start)
        path.write_bytes(data)

    return work


@pytest.mark.parametrize("damage", [overwrite(0), overwrite(4096), overwrite(0, 100)])
def test_a_log_that_cannot_be_read_is_put_aside_for_the_newest_copy(
    used: Path, clock: Any, damage: Callable[[Path], None]
) -> None:
    back_up_daily(used, clock())
    clock.wait(86400)
    copy = back_up_daily(used, clock())
    clock.wait(86400)
    later = back_up_daily(used, clock())
    assert later is not None
    overwrite(4096)(later)  # the newest copy is spoilt too
    damage(used)
    before = content(used)
    assert any("damaged" in problem.message for problem in examine(used))
    assert content(used) == before
    done = repair(used, clock())
    assert done.restored == copy
    assert done.kept.read_bytes() == before[used.name]
    assert examine(used) == []
    with Log(used) as log:
        assert len(log.latest("course")) == 12


def test_without_a_copy_a_new_log_is_begun(used: Path, clock: Any) -> None:
    used.write_text("不是数据库。\n" * 999, encoding="utf-8")
    done = repair(used, clock())
    assert (done.restored, used.exists()) == (None, False)
    assert done.kept.read_text(encoding="utf-8").startswith("不是")
    with Log(used) as log:
        assert log.latest("course") == {}


def test_a_spoilt_index_is_made_anew(used: Path, clock: Any) -> None:
    with closing(sqlite3.connect(used)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'review_session'").fetchone()
    data = bytearray(used.read_bytes())
    data[page * 4096 - 8 : page * 4096] = b"\x00" * 8
    used.write_bytes(data)
    assert any("damaged" in problem.message for problem in examine(used))
    repair(used, clock())
    assert examine(used) == []
    with Log(used) as log:
        assert len(log.reviews(1)) == 12
