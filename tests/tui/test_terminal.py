"""The screens in a real terminal (a pseudo-terminal): bytes in, bytes out, signals, exit codes."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

import pytest

from quiz import paths
from quiz.study import Log

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are for Unix", allow_module_level=True)

import fcntl
import pty
import termios

CHILD = Path(__file__).with_name("child.py")
ROOT = Path(__file__).parents[2]


class Terminal:
    """A child that draws on a pseudo-terminal of 80x24; `before` is called in it, before its program."""

    def __init__(
        self, command: Sequence[str | Path] = (CHILD,), before: Callable[[], object] = bool, /, **environment: str
    ) -> None:
        self.master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        variables = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), **environment}
        if "NO_COLOR" not in environment:
            variables.pop("NO_COLOR", None)

        def begin() -> None:
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)  # its own, so that the system tells it of changes
            before()

        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=variables,
            start_new_session=True,
            preexec_fn=begin,
        )
        os.close(slave)
        self.output = b""

    def send(self, data: bytes) -> None:
        os.write(self.master, data)

    def resize(self, width: int, height: int) -> None:
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def hang_up(self) -> int:
        """Close the window and return the exit code."""
        os.close(self.master)
        self.master = -1
        return self.process.wait(timeout=60)

    def wait_for(self, text: str, seconds: float = 60) -> None:
        """Read until `text` has been drawn since the last wait."""
        start, deadline = len(self.output), time.monotonic() + seconds
        while text not in _plain(self.output[start:]):
            assert time.monotonic() < deadline, _plain(self.output[start:])[-2000:]
            assert self._read(), _plain(self.output[start:])[-2000:]

    def end(self) -> int:
        """Read to the end and return the exit code."""
        while self._read():
            pass
        return self.process.wait(timeout=60)

    def drain(self) -> None:
        """Read what has been drawn by now."""
        while select.select([self.master], [], [], 0)[0]:
            self._read()

    def _read(self) -> bool:
        ready, _, _ = select.select([self.master], [], [], 60)
        try:
            data = os.read(self.master, 65536) if ready else b""
        except OSError:  # Linux says so when the child is gone
            data = b""
        self.output += data
        return bool(data)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self.master >= 0:
            os.close(self.master)


def _plain(output: bytes) -> str:
    """What was written, without the escape sequences."""
    return re.sub(r"\x1b(\[[0-9;?=>]*[ -/]*[@-~]|[@-Z\\-_])", "", output.decode(errors="ignore"))


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.close()


def was_restored(terminal: Terminal) -> bool:
    """Whether the other screen, the mouse and the cursor were given back."""
    return all(mark in terminal.output for mark in (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h"))


def test_bytes_that_are_not_utf8_do_no_harm(terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    terminal.send(b"\xb8\xdf\xff")
    terminal.wait_for("\ufffd")
    terminal.send("\x15三座\r".encode())
    terminal.wait_for("1/3")
    terminal.send(b"\r\x03")
    assert terminal.end() == 0
    assert was_restored(terminal)
    assert b"\x1b[>25u" not in terminal.output


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_and_loses_nothing(terminals: list[Terminal], number: signal.Signals) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    terminal.send("三座\r".encode())
    terminal.wait_for("1/3")
    terminal.process.send_signal(number)
    assert terminal.end() == 128 + number
    assert was_restored(terminal)
    with Log(paths.home() / "log.sqlite3") as log:
        assert [str(verdict) for verdict in log.latest("harbour").values()] == ["right"]


def test_closing_the_window_loses_nothing(terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    terminal.send("三座\r".encode())
    terminal.wait_for("1/3")
    assert terminal.hang_up() == 128 + signal.SIGHUP
    with Log(paths.home() / "log.sqlite3") as log:
        assert [str(verdict) for verdict in log.latest("harbour").values()] == ["right"]


def test_text_that_an_input_method_sends_as_one_key_is_typed(terminals: list[Terminal]) -> None:
    """Three characters in one sequence of Kitty's protocol, which is not asked for."""
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    terminal.send("三".encode() + b"\x1b[0;;39640:36136:37327u" + "座\r".encode())
    terminal.wait_for("1/3")
    with Log(paths.home() / "log.sqlite3") as log:
        assert [review.given for review in log.reviews(1)] == [("三高质量座",)]
    assert b"\x1b[>25u" not in terminal.output


def test_sixty_sizes_of_the_window_keep_what_was_typed(terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    terminal.send("三".encode())
    terminal.wait_for("三")
    random = Random(60)
    for width, height in [(1, 1), *((random.randint(1, 200), random.randint(1, 60)) for _ in range(60)), (1, 1)]:
        terminal.resize(width, height)
        terminal.drain()
    terminal.resize(80, 24)
    terminal.send("座".encode())
    terminal.wait_for("三座")
    terminal.send(b"\r")
    terminal.wait_for("Right")
    with Log(paths.home() / "log.sqlite3") as log:
        assert [review.given for review in log.reviews(1)] == [("三座",)]


PALE = {"no colour": {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "old terminal": {"TERM": "vt100"}}


@pytest.mark.parametrize("environment", PALE.values(), ids=PALE)
def test_right_and_wrong_are_told_apart_without_colour(terminals: list[Terminal], environment: dict[str, str]) -> None:
    terminals.append(terminal := Terminal(**environment))
    terminal.wait_for("0/3")
    terminal.send("三座\r".encode())
    terminal.wait_for("✓ Right")
    terminal.send(b"\r")
    terminal.wait_for("blank 1 of 3")
    terminal.send("水泥\r\r\r".encode())
    terminal.wait_for("✗ Wrong")
    colours = re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)", terminal.output)
    if "NO_COLOR" in environment:
        assert colours
        assert all(len(set(colour)) == 1 for colour in colours)


HOLDER = """
import sqlite3, sys
log = sqlite3.connect(sys.argv[1], isolation_level=None)
log.execute("BEGIN IMMEDIATE")
print("held", flush=True)
sys.stdin.read()
"""


@pytest.mark.sweep
def test_a_program_that_stopped_while_it_held_the_log_is_named_within_six_seconds(terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal())
    terminal.wait_for("0/3")
    command = [sys.executable, "-c", HOLDER, str(paths.home() / "log.sqlite3")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        holder.send_signal(signal.SIGSTOP)
        terminal.send("三座\r".encode())
        began = time.monotonic()
        terminal.wait_for("another program is using the log of answers")
        assert time.monotonic() - began < 6
        holder.kill()
    terminal.resize(81, 24)  # all is drawn again
    terminal.wait_for("三座")
    terminal.send(b"\r")
    terminal.wait_for("1/3")
    with Log(paths.home() / "log.sqlite3") as log:
        assert [review.given for review in log.reviews(1)] == [("三座",)]


def test_a_fault_of_the_program_is_told_in_few_words(
    terminals: list[Terminal], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    folder = tempfile.TemporaryDirectory(prefix="q")  # a short path, as that of a home folder: it is told too
    request.addfinalizer(folder.cleanup)
    monkeypatch.setenv("QUIZ_HOME", folder.name)
    terminals.append(terminal := Terminal(BREAK="1"))
    terminal.wait_for("Enter Go on")
    terminal.send(b"\r")
    assert terminal.end() == 1
    assert was_restored(terminal)
    said = _plain(terminal.output).split("internal error")[1]
    assert len(said.splitlines()) <= 3
    assert "Traceback" not in said
    assert "Traceback" in paths.crash_log().read_text(encoding="utf-8")


@pytest.mark.parametrize("used", [False, True], ids=["empty", "used"])
def test_statistics_show_where_no_answer_can_be_kept(
    used: bool, terminals: list[Terminal], obey_permissions: Callable[[], None]
) -> None:
    """Those of all decks, from the home screen, and those of a deck, from its menu; a drill is refused."""
    home = paths.home()
    home.mkdir()
    if used:
        terminals.append(first := Terminal(["-m", "quiz"]))
        first.wait_for("Statistics")
        first.send(b"\r")
        first.wait_for("0/")
        first.send(b"\r\r")
        first.wait_for("1/")
        first.send(b"\x03")
        assert first.end() == 0
    home.chmod(0o555)
    try:
        terminals.append(terminal := Terminal(["-m", "quiz"], obey_permissions))
        terminal.wait_for("log.sqlite3: cannot be written")
        terminal.send(b"s")
        terminal.wait_for(f"Today   {'1 answer' if used else '0 answers'}")
        terminal.send(b"q")
        terminal.wait_for("new")
        terminal.send(b"m")
        terminal.wait_for("Plan the exam")
        terminal.send(b"s")
        terminal.wait_for("Tab All decks")
        terminal.send(b"q")
        terminal.wait_for("new")
        terminal.send(b"\r")
        terminal.wait_for("log.sqlite3: cannot be written")
        terminal.send(b"\x03")
    finally:
        home.chmod(0o755)


def test_a_dumb_terminal_is_refused(terminals: list[Terminal]) -> None:
    terminals.append(terminal := Terminal(TERM="dumb"))
    assert terminal.end() == 2
    assert b"--plain" in terminal.output
    assert b"\x1b" not in terminal.output


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
def test_a_redirected_stream_is_refused_at_once(stream: str) -> None:
    """In one sentence, wherever errors go: to the terminal, or into the file that they were sent to."""
    master, slave = pty.openpty()
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), slave) | {stream: subprocess.DEVNULL}
    streams |= {"stderr": subprocess.PIPE} if stream == "stderr" else {}
    try:
        child = subprocess.Popen([sys.executable, CHILD], env={**os.environ, "PYTHONPATH": str(ROOT)}, **streams)  # type: ignore[call-overload]  # the names are the parameters
        said = child.communicate(timeout=60)[1] if stream == "stderr" else os.read(master, 4096)
        assert child.wait(timeout=60) == 2
        assert b"the quiz needs a terminal for its screens; use --plain, or do not redirect it" in said
        assert said.count(b"\n") == 1
        assert b"\x1b" not in said
    finally:
        os.close(master)
        os.close(slave)


def test_neither_textual_nor_heavy_libraries_are_loaded_too_early() -> None:
    code = "import sys, quiz.tui; print(*sys.modules)"
    loaded = set(_python(code).split())
    assert not loaded & {"textual", "rjieba", "genanki", "yaml", "opencc"}
    loaded = set(_python("import sys, quiz.tui.app; print(*sys.modules)").split())
    assert "textual" in loaded
    assert not loaded & {"rjieba", "genanki", "yaml", "opencc"}


def _python(code: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return done.stdout
