"""Nothing in a deck, a file name or a message commands the terminal or the program: judged by the bytes that arrive."""

import json
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from quiz.controls import UNWANTED, clean
from quiz.model import Cloze

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are for Unix", allow_module_level=True)

import fcntl
import pty
import termios

CHILD = Path(__file__).with_name("hostile.py")
ROOT = Path(__file__).parents[2]
SEQUENCE = re.compile(r"\x1b\[[0-9;:?<>=]*[ $]?[A-Za-z]|\x1b\]22;default\x07")  # the last is the shape of the pointer
WALKS = ("home", "menu", "fill", "kinds", "read", "curate", "exam", "stats")
SOME = ("home", "kinds")


def walk(out: Path, payload: str, names: tuple[str, ...]) -> tuple[str, dict[str, tuple[str, list[str]]]]:
    """Every byte that the walks send to a terminal, and the screens that the child tells of."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    command = [sys.executable, str(CHILD), str(out), json.dumps(payload), *names]
    environment = {**os.environ, "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}
    output = b""
    with subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment) as child:
        os.close(slave)
        while data := read(master):
            output += data
    os.close(master)
    assert child.returncode == 0, output[-2000:].decode(errors="replace")
    return output.decode(), json.loads(out.read_text(encoding="utf-8"))


def read(master: int) -> bytes:
    try:
        return os.read(master, 65536)
    except OSError:  # Linux says so when the child is gone
        return b""


def judge(output: str, payloads: tuple[str, ...]) -> None:
    """No sequence of a payload was sent, and no control character that is not part of a sequence of Textual's."""
    sent = set(SEQUENCE.findall(output))
    assert sent & {sequence for payload in payloads for sequence in SEQUENCE.findall(payload)} == set()
    rest = SEQUENCE.sub("", output)
    assert set(re.findall(f"[{UNWANTED}]", rest)) <= {"\r"}
    assert "\x1b" not in rest


def squeezed(text: str) -> str:
    return "".join(clean(text).split())


def test_no_payload_reaches_the_terminal(tmp_path: Path, payloads: tuple[str, ...]) -> None:
    """All of them in every text at once, on a part of the screens; the sweep has each on all."""
    output, screens = walk(tmp_path / "screens.json", "".join(payloads), SOME)
    judge(output, payloads)
    assert len(screens) > 30
    assert [name for name, (_text, actions) in screens.items() if actions] == []


@pytest.mark.sweep
@pytest.mark.parametrize("number", range(24))
def test_no_screen_lets_a_payload_through(tmp_path: Path, payloads: tuple[str, ...], number: int) -> None:
    payload = payloads[number]
    output, screens = walk(tmp_path / "screens.json", payload, WALKS)
    judge(output, (payload,))
    assert [name for name, (_text, actions) in screens.items() if actions] == []
    if squeezed(payload):
        showing = [name for name, (text, _actions) in screens.items() if squeezed(payload) in squeezed(text)]
        assert len(showing) > len(screens) / 2


def test_a_click_on_markup_of_a_report_does_nothing(
    play: Callable[..., list[str]], desk: Any, make_cloze: Callable[..., Cloze], screen_text: Any
) -> None:
    desk.deck = replace(desk.deck, questions=(make_cloze(1, "河[@click=app.quit]点这里[/]水。", "水"),))

    async def click(pilot: Pilot[None]) -> None:
        lines = screen_text(pilot.app)
        row = next(number for number, line in enumerate(lines) if "点这里" in line)
        start = cell_len(lines[row].partition("点这里")[0])
        for column in range(start, start + 6):
            await pilot.click(offset=(column, row))
        assert not pilot.app._exit

    assert "[@click=app.quit]点这里[/]" in "".join(play(then=click))
