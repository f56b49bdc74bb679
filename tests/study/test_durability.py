"""What the log has acknowledged stays, whatever happens to the program or the disk."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import IO, Any

import pytest

from quiz.model import Deck
from quiz.study import Log, Session
from quiz.study.backups import folder
from quiz.study.cards import fold_log
from quiz.study.tables import MIGRATIONS

needs_fork = pytest.mark.skipif(sys.platform == "win32", reason="needs fork")

# Adds replies until no byte more may be written, then gives the disk room and sends the refused reply again.
FILLER = """
import resource, sys
from pathlib import Path
from quiz.errors import QuizError
from quiz.model import Review, Verdict
from quiz.study import Log

log = Log(Path(sys.argv[1]))
session = log.start("d", "order", ["q"], 0)
free = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, free[1]))
n = 0
while True:
    reply = Review("d", f"q{n}", n, 480, "order", ("文明",) * 40, Verdict.RIGHT, 3, 1.0, session)
    try:
        log.add(reply)
    except QuizError as error:
        print(error)
        break
    n += 1
assert len(log.reviews(session)) == n
resource.setrlimit(resource.RLIMIT_FSIZE, free)
log.add(reply)
print(n + 1)
"""


def answer_on(path: Path, course: Deck, clock: Any, name: str, count: int, told: int) -> None:
    """Answer questions, every third reply counted right, and tell each reply after it was acknowledged."""
    names = [question.id for question in course.questions]
    with Log(path) as log:
        session = Session.begin(course, log, clock, only=names)
        for n in range(count):
            if not session.current():
                session = Session.begin(course, log, clock, only=names)
            session.answer([f"{name}-{n}"])
            if n % 3 == 0:
                session.count_right()
            clock.wait(40_000)
            os.write(told, f"{name}-{n}\n".encode())


def in_a_child(work: Callable[[int], None]) -> tuple[int, IO[str]]:
    """Run `work` in a process of its own; its number and what it tells."""
    out, told = os.pipe()
    child = os.fork()
    if not child:
        status = 1
        try:
            os.close(out)
            work(told)
            status = 0
        finally:
            os._exit(status)
    os.close(told)
    return child, os.fdopen(out, encoding="ascii")


def kept(path: Path) -> list[str]:
    """The first reply of each row, or its question where there is none; the file is whole and the cards fit."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        rows = connection.execute("SELECT given, question FROM review ORDER BY id").fetchall()
    with Log(path) as log, log.database.transaction() as connection:
        assert connection.execute("SELECT value FROM setting").fetchall() == [(log.settings.fingerprint,)]
        made = {name: card for _deck, name, card in fold_log(connection, log.schedule)}
    with Log(path) as log:
        deck = log.database.read("SELECT deck FROM review LIMIT 1")[0][0]
        assert log.cards(deck) == made
    return [json.loads(given)[0] for given, _question in rows]


def kill_often(times: int, path: Path, course: Deck, make_clock: Any) -> int:
    """Kill a learner's program over and over while it saves; how many replies it had acknowledged."""
    acknowledged: set[str] = set()
    for run in range(times):
        work = partial(answer_on, path, course, make_clock(), f"run{run}", 1_000_000)
        child, told = in_a_child(work)
        with told:
            for _ in range(1 + run % 9):
                acknowledged.add(told.readline().strip())
            os.kill(child, signal.SIGKILL)
            acknowledged |= set(told.read().split("\n")[:-1])
        assert os.waitpid(child, 0)[1] == signal.SIGKILL  # it was still writing
        assert acknowledged - {""} <= set(kept(path))
    return len(acknowledged)


@needs_fork
def test_a_killed_program_loses_nothing_it_acknowledged(log_path: Path, course: Deck, make_clock: Any) -> None:
    assert kill_often(40, log_path, course, make_clock) > 150
    with Log(log_path) as log:  # goes on
        Session.begin(course, log, make_clock()).answer(["第一"])


@needs_fork
@pytest.mark.sweep
def test_two_hundred_kills(log_path: Path, course: Deck, make_clock: Any) -> None:
    assert kill_often(200, log_path, course, make_clock) > 800


@needs_fork
def test_two_programs_at_once_both_keep_every_reply(log_path: Path, course: Deck, make_clock: Any) -> None:
    """The same questions of the same deck, so that both change the same cards."""
    children = [in_a_child(partial(answer_on, log_path, course, make_clock(), name, 300)) for name in ("left", "right")]
    for child, told in children:
        with told:
            assert len(told.read().split()) == 300
        assert os.waitpid(child, 0)[1] == 0
    assert sorted(kept(log_path)) == sorted(f"{name}-{n}" for name in ("left", "right") for n in range(300))


@needs_fork
def test_programs_that_open_an_old_file_at_once_keep_it_as_it_was(log_path: Path) -> None:
    log_path.parent.mkdir(parents=True)
    with closing(sqlite3.connect(log_path)) as old:
        for statement in (*MIGRATIONS[0], "PRAGMA user_version = 1"):
            old.execute(statement)
        old.commit()
    children = [in_a_child(lambda _told: Log(log_path).close()) for _ in range(4)]
    for child, told in children:
        told.close()
        assert os.waitpid(child, 0)[1] == 0
    assert [path.name for path in folder(log_path).iterdir()] == ["log-version-1.sqlite3"]
    for path, version in ((log_path, len(MIGRATIONS)), (folder(log_path) / "log-version-1.sqlite3", 1)):
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (version,)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_no_room_for_a_reply_loses_none_and_it_can_be_sent_again(log_path: Path) -> None:
    command = [sys.executable, "-c", FILLER, str(log_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    message, count = run.stdout.splitlines()
    assert message.startswith(f"{log_path}: ")
    assert kept(log_path) == ["文明"] * int(count)
    with Log(log_path) as log:
        assert set(log.latest("d")) == {f"q{n}" for n in range(int(count))}
    assert int(count) > 5
