"""A program on a pseudo-terminal: when a text is on the screen, and how much processor it uses meanwhile. Unix only."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path
from typing import Self

from quiz.errors import QuizError

_ESCAPES = re.compile(r"\x1b(\[[0-9;?=>]*[ -/]*[@-~]|[@-Z\\-_])")
_PATIENCE = 60.0  # seconds


class Terminal:
    """Python with some arguments on a terminal of 80x24, killed at the end; a context manager."""

    def __init__(self, *arguments: str) -> None:
        self.began = time.perf_counter()
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        environment = {**os.environ, "TERM": "xterm-256color"}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a program that is installed is compiled once, not each time
        self._process = subprocess.Popen(
            [sys.executable, *arguments], stdin=slave, stdout=slave, stderr=slave, env=environment
        )
        os.close(slave)
        self._output = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._master)

    def seconds_until(self, text: str, sent: bytes = b"") -> float:
        """The time from sending bytes, or without any from the start of the program, until `text` is drawn."""
        since = time.perf_counter() if sent else self.began
        if sent:
            self._output = b""
            os.write(self._master, sent)
        while text not in (drawn := _ESCAPES.sub("", self._output.decode(errors="ignore"))):
            ready, _, _ = select.select([self._master], [], [], _PATIENCE)
            if not ready:
                raise QuizError(f"{text} was not drawn, but {drawn[-400:]}")
            self._output += os.read(self._master, 65536)
        return time.perf_counter() - since

    def processor_share(self, seconds: float) -> float:
        """The processor time that the program uses from now on, per second."""
        before, began = self._processor_time(), time.perf_counter()
        while (left := began + seconds - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                os.read(self._master, 65536)
        return (self._processor_time() - before) / (time.perf_counter() - began)

    def _processor_time(self) -> float:
        """Seconds, by /proc, which only Linux has."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
