"""Every test has a home of its own and English messages."""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

PR_CAPBSET_DROP = 24  # linux/prctl.h
PAYLOADS = (
    "\x1b[2J\x1b[5;7H",
    "\x1b[5;31m红",
    "\x1b]0;owned\x07",
    "\x1b]52;c;b3duZWQ=\x07",
    "\x1b]8;;http://a.b\x1b\\link\x1b]8;;\x1b\\",
    "\x1b[6n\x1b[c",
    "\x1bP+q544e\x1b\\",
    "\x1bc\x1b7\x1b#8",
    "\x9b5;31m红",
    "\x9d52;c;b3duZWQ=\x9c",
    "\x90+q544e\x9c",
    "\x00\x01\x04",
    "\x07\x08\x0b\x0c\x0e",
    "\x7f\x85\x8d",
    "a\u202eb\u202c",
    "a\u2066b\u2069",
    "\u200b\u200f\ufeff\u00ad",
    "\U000e0041\udcff\ufffb",
    "[red]红[/red]",
    "[/]",
    "[@click=app.quit]点[/]",
    "[link=http://a.b]链[/link]",
    "[$accent][a=b]",
    ":smile: [1] [图1-2] [[x]",
)
"""What a hostile report may hold: commands to the terminal, marks that hide or reorder text, markup of the screens."""


@pytest.fixture(scope="session")
def payloads() -> tuple[str, ...]:
    return PAYLOADS


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The file that takes longest first, so that no process waits for it at the end."""
    items.sort(key=lambda item: item.path.name != "test_golden.py")


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("QUIZ_LANG", "en")


@pytest.fixture
def obey_permissions() -> Callable[[], None]:
    """To be called in a child before its program: takes from root, too, what lets it read and write everything."""

    def drop() -> None:
        if sys.platform == "linux":
            for capability in (1, 2):  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
                ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)

    return drop
