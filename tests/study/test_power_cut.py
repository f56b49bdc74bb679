"""What the log has acknowledged is on the disk: system calls are counted, and cut off as a power failure would."""

import json
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

# Tells of each reply after it was acknowledged.
WRITER = """
import os, sys
from pathlib import Path
from quiz.model import Review, Verdict
from quiz.study import Log

log = Log(Path(sys.argv[1]))
session = log.start("d", "order", ["q"], 0)
for n in range(int(sys.argv[2])):
    log.add(Review("d", f"q{n % 60}", n * 10**7, 480, "order", (str(n),), Verdict.RIGHT, 3, 1.0, session))
    os.write(1, f"{n}\\n".encode())
"""
TRACED = "trace=write,pwrite64,fsync,fdatasync,ftruncate,unlink"
CALL = re.compile(r'(\w+)\((?:\d+<([^>]*)>|"([^"]*)")(?:, "([^"]*)", \d+(?:, (\d+))?|, (\d+))?\) += \d')


class Call(NamedTuple):
    """A system call: bytes written at a place of a file, a sync, the end of a file cut off, a name taken away."""

    name: str
    file: str
    data: bytes
    at: int


class Disk:
    """Keeps for certain only what was synced; `names` are those that a sync of their folder has made sure of."""

    def __init__(self) -> None:
        self.kept: dict[str, bytearray] = {}
        self.names: set[str] = set()
        self.waiting: list[Call] = []

    def take(self, call: Call) -> None:
        if not call.name.endswith("sync"):
            self.waiting.append(call)
            self.kept.setdefault(call.file, bytearray())
        elif call.file in self.kept:
            self._settle(lambda waiting: waiting.file == call.file and waiting.name != "unlink")
        else:  # the folder
            self._settle(lambda waiting: waiting.name == "unlink")
            self.names = set(self.kept)

    def _settle(self, is_safe: Callable[[Call], bool]) -> None:
        for waiting in self.waiting:
            if is_safe(waiting):
                apply(waiting, self.kept)
        self.waiting = [waiting for waiting in self.waiting if not is_safe(waiting)]

    def after_a_cut(self, random: Random) -> dict[str, bytes]:
        """The files as a power failure now may leave them: of what was not synced, any part."""
        files = {
            name: bytearray(data) for name, data in self.kept.items() if name in self.names or random.random() < 0.5
        }
        for waiting in self.waiting:
            if random.random() < 0.5:
                apply(waiting, files)
        return {name: bytes(data) for name, data in files.items()}


def apply(call: Call, files: dict[str, bytearray]) -> None:
    if call.name == "unlink":
        files.pop(call.file, None)
    elif call.name == "ftruncate" and call.file in files:
        del files[call.file][call.at :]
    elif call.file in files:
        data = files[call.file]
        data.extend(bytes(max(0, call.at - len(data))))
        data[call.at : call.at + len(call.data)] = call.data


def plain(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def trace(path: Path, replies: int) -> list[Call]:
    """What a program that logs so many replies at `path` asks of the system."""
    strace, out = shutil.which("strace"), path.with_name("trace")
    if strace is None:
        pytest.skip("there is no strace")
    options = ["-f", "-y", "-xx", "-s", "70000", "-e", TRACED, "-e", "signal=none", "-o", str(out)]
    command = [strace, *options, sys.executable, "-c", WRITER, str(path), str(replies)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "ptrace" in done.stderr.lower():
        pytest.skip("this system lets no program be traced")
    assert (done.returncode, len(done.stdout.split())) == (0, replies)
    return [
        Call(name, plain(file or name_only).decode(), plain(data), int(at or length or 0))
        for name, file, name_only, data, at, length in CALL.findall(out.read_text(encoding="ascii"))
    ]


def is_of_log(call: Call, path: Path) -> bool:
    """Whether a call is about the files of the log, but for the index that SQLite makes anew after a crash."""
    return call.file == str(path.parent) or (call.file.startswith(str(path)) and not call.file.endswith("-shm"))


def cut_often(path: Path, calls: list[Call], times: int) -> int:
    """Cut the power at so many moments; the most replies that were acknowledged at one of them."""
    random, disk, told = Random(11), Disk(), set[str]()
    cuts = sorted(random.randrange(len(calls)) for _ in range(times))
    for number, call in enumerate(calls):
        if call.name == "write":
            told.add(call.data.decode().strip())
        elif is_of_log(call, path):
            disk.take(call)
        for _ in range(cuts.count(number)):
            assert told <= found_after(disk.after_a_cut(random), path)
    return len(told)


def found_after(files: dict[str, bytes], path: Path) -> set[str]:
    """The replies in the log when the program starts again; its file is whole."""
    folder = path.parent / "after"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / Path(name).name).write_bytes(data)
    with closing(sqlite3.connect(folder / path.name)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'review'").fetchall():
            return set()
        return {json.loads(given)[0] for (given,) in connection.execute("SELECT given FROM review")}


def test_every_reply_is_synced_before_it_is_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    syncs = 0
    for call in trace(path, 60):
        if call.name == "write":
            assert syncs >= 1
            syncs = 0
        syncs += call.name.endswith("sync") and call.file.startswith(str(path))


def test_a_power_cut_takes_no_reply_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    assert cut_often(path, trace(path, 60), 30) == 60


@pytest.mark.sweep
def test_many_power_cuts_also_while_the_log_is_tidied(tmp_path: Path) -> None:
    path = tmp_path / "log.sqlite3"
    calls = trace(path, 600)
    assert sum(call.name == "pwrite64" and call.file == str(path) for call in calls) > 60  # back from the side file
    assert cut_often(path, calls, 150) == 600
