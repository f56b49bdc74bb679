"""What has to be done within a number of seconds, one line each; exit code 1 when something takes longer. Linux.

python -m benchmarks.limits
"""

import ctypes
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.screens import SMALLEST, made_up
from benchmarks.terminal import Terminal
from quiz.deckfile import write_deck
from quiz.desk import Desk

RUNS = 5
QUIZ = ("-m", "quiz")
PR_CAPBSET_DROP = 24  # linux/prctl.h
# The program with a fault in it, which shows when a deck is chosen.
BROKEN = """
import sys
from quiz import desk
desk.Desk.begin = lambda *_, **__: 1 / 0
from quiz.cli import main
sys.argv = ["quiz", "run"]
main()
"""
HOLDER = """
import sqlite3, sys
log = sqlite3.connect(sys.argv[1], isolation_level=None)
log.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""
Check = Callable[[Path], Iterator[tuple[str, float, float]]]  # what is measured, the number, its limit


def ended(*arguments: str, code: int, **streams: int) -> float:
    """The seconds a run of the program takes that ends with this exit code and says one thing."""
    began = time.perf_counter()
    settings = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **streams}
    command = [sys.executable, *QUIZ, *arguments]
    with subprocess.Popen(command, preexec_fn=obey_permissions, **settings) as child:  # type: ignore[call-overload]
        _out, said = child.communicate(timeout=60)
    taken = time.perf_counter() - began
    if child.returncode != code or (code and said is not None and said.count(b"\n") != 1):
        sys.exit(f"quiz {' '.join(arguments)}: ended with {child.returncode} and {said!r}")
    return taken


def obey_permissions() -> None:
    """Take from root what lets it read every file."""
    for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
        ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)


def refusals(deck: Path) -> Iterator[tuple[str, float, float]]:
    yield "quiz run DECK </dev/null", ended("run", str(deck), code=2), 1
    master, slave = os.openpty()
    yield "quiz run DECK 2>FILE", ended("run", str(deck), code=2, stdin=slave, stdout=slave), 1
    os.close(master)
    os.close(slave)


def bad_files(deck: Path) -> Iterator[tuple[str, float, float]]:
    folder = deck.parent
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "folder.txt").mkdir()
    (folder / "locked.txt").write_text("锁住的文字。", encoding="utf-8")
    (folder / "locked.txt").chmod(0)
    with (folder / "large.txt").open("w", encoding="utf-8") as file:
        file.writelines("全县种下水源涵养林一百二十亩。\n" for _line in range(2_300_000))
    for name in ("pipe", "zero", "folder", "loop", "locked", "large"):
        yield f"quiz make, {name}.txt", ended("make", str(folder / f"{name}.txt"), code=1), 1


def starts(deck: Path) -> Iterator[tuple[str, float, float]]:
    yield "quiz --help", statistics.median(ended("--help", code=0) for _run in range(RUNS)), 0.3
    title = Desk().decks()[0].title[:4]
    for name, arguments, text in (
        ("home", ("run",), title),
        ("a question", ("run", str(deck)), "<00000>"),
    ):
        times = []
        for _run in range(RUNS):
            with Terminal(*QUIZ, *arguments) as terminal:
                times.append(terminal.seconds_until(text))
        yield f"first paint, {name}", statistics.median(times), 1.5
    with Terminal("-c", SMALLEST) as terminal:
        yield "first paint, the smallest Textual app", terminal.seconds_until("ready"), 1.5


def idle(deck: Path) -> Iterator[tuple[str, float, float]]:
    for name, mode, text, key in (
        ("a question", "order", "<00000>", b""),
        ("a race and its clock", "race", "<", b""),
        ("an exam and its clock", "exam", "Begin", b"\r"),
    ):
        with Terminal(*QUIZ, "run", str(deck), "--fresh", "--mode", mode) as terminal:
            terminal.seconds_until(text)
            if key:
                terminal.seconds_until("<", key)
            terminal.processor_share(1.0)
            yield f"idle, {name}, % of a processor", 100 * terminal.processor_share(10.0), 3


def pastes(deck: Path) -> Iterator[tuple[str, float, float]]:
    for name, text in (("three lines", "三座\n两座\n一座"), ("100,000 characters", "长" * 100_000)):
        with Terminal(*QUIZ, "run", str(deck), "--fresh") as terminal:
            terminal.seconds_until("<00000>")
            pasted = b"\x1b[200~" + text.encode() + b"\x1b[201~"
            yield f"a paste of {name}, to the notice", terminal.seconds_until("200 characters", pasted), 1
            yield f"a paste of {name}, to the next key", terminal.seconds_until("Keys", b"\x1bOP"), 1


def fault(_deck: Path) -> Iterator[tuple[str, float, float]]:
    with Terminal("-c", BROKEN) as terminal:
        terminal.seconds_until(Desk().decks()[0].title[:4])
        yield "a fault of the program, to its note", terminal.seconds_until("error.log", b"\r"), 1


@contextmanager
def stopped(log: Path) -> Iterator[None]:
    """A program that holds the log and was stopped."""
    command = [sys.executable, "-c", HOLDER, str(log)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        if holder.stdout is not None:
            holder.stdout.readline()
        holder.send_signal(signal.SIGSTOP)
        yield
        holder.kill()


def held(deck: Path) -> Iterator[tuple[str, float, float]]:
    with Terminal(*QUIZ, "run", str(deck), "--fresh") as terminal:
        terminal.seconds_until("<00000>")
        with stopped(Path(os.environ["QUIZ_HOME"]) / "log.sqlite3"):
            said = terminal.seconds_until("another program", "三座\r".encode())
    yield "a stopped program holds the log, to the sentence", said, 6


CHECKS: tuple[Check, ...] = (refusals, bad_files, starts, idle, pastes, fault, held)


def main() -> int:
    slow = 0
    with tempfile.TemporaryDirectory() as name:
        os.environ |= {"QUIZ_HOME": str(Path(name) / "home"), "QUIZ_LANG": "en"}
        deck = Path(name) / "deck.yaml"
        write_deck(deck, made_up(60))
        for check in CHECKS:
            for what, number, limit in check(deck):
                slow += number > limit
                sys.stdout.write(f"{'ok  ' if number <= limit else 'SLOW'} {what}: {number:.2f} (limit {limit})\n")
                sys.stdout.flush()
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
