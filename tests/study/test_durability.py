"""What the log has acknowledged stays, whatever happens to the program or the disk."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from quiz.model import Review
from quiz.study import Log

MakeReview: TypeAlias = Callable[..., Review]

# Adds replies for ever, or as many as asked, and prints the number of each after it was acknowledged.
WRITER = """
import sys
from pathlib import Path
from quiz.model import Review, Verdict
from quiz.study import Log

path, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
with Log(path) as log:
    session = log.start("d", "order", ["q"], 0)
    for n in range(count):
        log.add(Review("d", f"{name}-{n}", n, 480, "order", ("文明",) * 40, Verdict.RIGHT, 3, 1.0, session))
        print(f"{name}-{n}", flush=True)
"""

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


def writer(path: Path, name: str, count: int) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def kept(path: Path) -> list[str]:
    """The questions in the file as another program reads them; the file is whole."""
    connection = sqlite3.connect(path)
    try:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        return [row[0] for row in connection.execute("SELECT question FROM review ORDER BY id")]
    finally:
        connection.close()


def test_a_killed_program_loses_nothing_it_acknowledged(log_path: Path, review: MakeReview) -> None:
    acknowledged = []
    for run in range(10):
        child = writer(log_path, f"run{run}", 1_000_000)
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("go\n")
        child.stdin.flush()
        acknowledged += [child.stdout.readline().strip() for _ in range(1 + run * 7)]
        child.kill()
        acknowledged += child.communicate()[0].split()
        assert child.returncode != 0  # it was still writing
        assert set(acknowledged) <= set(kept(log_path))
    assert len(acknowledged) > 300
    with Log(log_path) as log:  # goes on
        log.add(review(log.start("d1", "order", [], 0)))


def test_two_programs_at_once_both_keep_every_reply(log_path: Path) -> None:
    children = [writer(log_path, name, 100) for name in ("left", "right")]
    for child in children:  # both make the file, if they can
        assert child.stdin is not None
        child.stdin.write("go\n")
        child.stdin.flush()
    for child in children:
        child.communicate()
        assert child.returncode == 0
    assert sorted(kept(log_path)) == sorted(f"{name}-{n}" for name in ("left", "right") for n in range(100))


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_no_room_for_a_reply_loses_none_and_it_can_be_sent_again(log_path: Path) -> None:
    command = [sys.executable, "-c", FILLER, str(log_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    message, count = run.stdout.splitlines()
    assert message.startswith(f"{log_path}: ")
    assert kept(log_path) == [*(f"q{n}" for n in range(int(count)))]
    assert int(count) > 5
