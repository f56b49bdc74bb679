"""The drill in a terminal that others have written: tmux, which types as an input method does, all at once."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from quiz import paths
from quiz.study import Log

TMUX = shutil.which("tmux")
CHILD = Path(__file__).with_name("child.py")
ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(TMUX is None, reason="there is no tmux")


@pytest.fixture
def tmux() -> Iterator[Callable[..., str]]:
    """Gives commands to a tmux of its own that shows the drill."""
    folder = tempfile.TemporaryDirectory(prefix="q")  # the path of a socket must be short

    def command(*arguments: object) -> str:
        words = [str(TMUX), "-u", "-S", f"{folder.name}/socket", "-f", os.devnull, *map(str, arguments)]
        return subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout

    given = [f"{name}={os.environ[name]}" for name in ("QUIZ_HOME", "QUIZ_LANG")]
    program = ["env", *given, f"PYTHONPATH={ROOT}", sys.executable, CHILD]
    command("new-session", "-d", "-x", 80, "-y", 24, *program)
    yield command
    command("kill-server")
    folder.cleanup()


def screen_with(tmux: Callable[..., str], text: str) -> list[str]:
    """The lines of the screen once `text` is on it."""
    deadline = time.monotonic() + 60
    while text not in (shown := tmux("capture-pane", "-p")):
        assert time.monotonic() < deadline, shown
    return shown.splitlines()


def test_a_burst_of_chinese_is_submitted_once_and_the_cursor_is_behind_it(tmux: Callable[..., str]) -> None:
    screen_with(tmux, "0/3")
    tmux("send-keys", "-l", "高质量发展")
    lines = screen_with(tmux, "修好了高质量发展码头")
    row, column = map(int, tmux("display-message", "-p", "#{cursor_y} #{cursor_x}").split())
    before, typed, after = lines[row].partition("高质量发展")
    assert (typed, after.strip()) == ("高质量发展", "")
    assert abs(column - cell_len(before + typed)) <= 1
    tmux("send-keys", "Enter")
    screen_with(tmux, "1/3")
    with Log(paths.home() / "log.sqlite3") as log:
        assert [review.given for review in log.reviews(1)] == [("高质量发展",)]
