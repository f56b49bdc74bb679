"""A foreign format is parsed in a child process, so that a crash, a bomb or a hang becomes one sentence.

The only cure for parsers that abort, or that need quadratic time or memory, on a document made to do so.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from io import BufferedReader
from pathlib import Path
from threading import Thread
from typing import IO

import quiz
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import languages
from quiz.sources.answer import decode
from quiz.sources.draft import Draft

SECONDS = 30
MEGABYTES = 1024  # of address space; the libraries alone take a part of it
MAX_OUTPUT = 60_000_000  # bytes of its answer
# The child may not look for modules where this process did not: no current folder, no PYTHON* variables (-I). But it
# must find the same package, be that installed, editable or in a zip, so the parent's own path goes with it.
START = "import sys; sys.path[:] = sys.argv[5:]; from quiz.sources.worker import main; main()"
# Without these, some builds of Python do not start.
NEEDED = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def isolated(reader: str, data: bytes, name: str, *, seconds: int = SECONDS) -> Draft:
    """The draft that `reader` ("module:function") makes of `data` in a child process.

    `name` is the printable name of the document, for messages. Raises `QuizError` with the reader's sentence, or with
    one that says how the child failed.
    """
    code, answer = _run(_command(reader, name, seconds), data, seconds)
    if code is None:
        message = _("{name}: could not be read in {seconds} seconds; save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=name, seconds=seconds))
    if code < 0:
        message = _("{name}: crashed its reader ({signal}); save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=name, signal=_signal(-code)))
    if code > 0:
        message = _("{name}: is damaged, or made in a way that is not understood; save its text as .txt in UTF-8")
        raise QuizError(message.format(name=name))
    try:
        return decode(answer)
    except MemoryError:
        message = _("{name}: needs more than {megabytes} MB of memory; save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=name, megabytes=MEGABYTES)) from None
    except ValueError as error:
        message = _("{name}: its reader gave no answer to trust; save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=name)) from error


def _command(reader: str, name: str, seconds: int) -> list[str]:
    package = Path(quiz.__file__).resolve().parent.parent
    folders = [*filter(None, sys.path), str(package)]  # an empty entry means the current folder
    options = ["-I", "-B", "-c", START]
    return [sys.executable or "", *options, reader, str(seconds), str(MEGABYTES), json.dumps(name), *folders]


def _run(command: list[str], data: bytes, seconds: int) -> tuple[int | None, bytes]:
    """The exit code, None when time ran out, and what the child printed; of that, a little too much is enough."""
    deadline = time.monotonic() + seconds
    process = _start(command)
    output = bytearray()
    feed = Thread(target=_feed, args=(process.stdin, data), daemon=True)
    drain = Thread(target=_drain, args=(process.stdout, output), daemon=True)
    code = None
    try:
        feed.start()
        drain.start()
        drain.join(seconds)
        if len(output) > MAX_OUTPUT:
            code = 0
        elif not drain.is_alive():
            with contextlib.suppress(subprocess.TimeoutExpired):
                code = process.wait(max(deadline - time.monotonic(), 0.1))
    finally:
        _kill(process)
        feed.join(1)  # a process that has left the group may hold the pipes for ever
        drain.join(1)
    return code, bytes(output)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in NEEDED if name in os.environ}
    environment["QUIZ_LANG"] = languages()[0]  # its sentences are the user's, too
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        raise QuizError(_("cannot start Python to read documents: {reason}").format(reason=error.strerror)) from error


def _feed(pipe: IO[bytes], data: bytes) -> None:
    """Write on a thread of its own, for a child that answers before it has read all would wait for ever."""
    with contextlib.suppress(OSError), pipe:  # or it ends before it has read all
        pipe.write(data)


def _drain(pipe: BufferedReader, output: bytearray) -> None:
    with pipe:
        while len(output) <= MAX_OUTPUT and (chunk := pipe.read1(1 << 16)):
            output += chunk


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the child and what it started, unless it has ended by itself."""
    if process.returncode is not None:
        return
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _signal(number: int) -> str:
    with contextlib.suppress(ValueError):
        return signal.Signals(number).name
    return str(number)
