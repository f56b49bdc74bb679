"""What a command does not need is not loaded: a fresh interpreter each, and what it has in sys.modules at the end."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

HEAVY = {"textual", "rich", "yaml", "rjieba", "genanki", "opencc", "sqlite3", "anki"}


@pytest.fixture
def loaded(tmp_path: Path, environment: dict[str, str]) -> Callable[..., set[str]]:
    """The top-level modules that are loaded when `code` has run, or `quiz` with these arguments."""

    def run(*arguments: str, code: str = "from quiz.cli import main\nmain()") -> set[str]:
        watch = f"import atexit, sys\natexit.register(lambda: print('MODULES', *sys.modules))\n{code}"
        command = [sys.executable, "-c", watch, *arguments]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env=environment,
            input="源头\n:q\n",
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        names = done.stdout.rpartition("MODULES")[2].split()
        return {name.partition(".")[0] for name in names if not name.startswith("quiz.")} | {
            name for name in names if name.startswith("quiz.")
        }

    return run


def test_help_loads_nothing_heavy(loaded: Callable[..., set[str]]) -> None:
    modules = loaded("--help")
    assert "click" in modules
    assert not modules & HEAVY


def test_a_plain_drill_loads_neither_segmenter_nor_screens_nor_export(
    loaded: Callable[..., set[str]], deck: Path
) -> None:
    modules = loaded("run", deck.name, "--plain")
    assert {"yaml", "sqlite3", "quiz.study"} <= modules
    assert not modules & {"rjieba", "genanki", "textual", "rich", "opencc"}


def test_a_deck_that_was_read_before_is_drilled_without_yaml(loaded: Callable[..., set[str]], deck: Path) -> None:
    assert "yaml" in loaded("run", deck.name, "--plain")
    assert "yaml" not in loaded("run", deck.name, "--plain")


def test_the_first_screen_loads_no_other(loaded: Callable[..., set[str]]) -> None:
    modules = loaded(code="import quiz.cli.run, quiz.tui.app")
    assert {"quiz.tui.home", "quiz.tui.page"} <= modules
    others = {"quiz.tui.drill", "quiz.tui.exam", "quiz.tui.menu", "quiz.tui.picker", "quiz.tui.help"}
    assert not modules & {*others, "quiz.study.session", "quiz.study.exam", "yaml"}


def test_a_traditional_reply_loads_the_converter_and_nothing_more(loaded: Callable[..., set[str]], deck: Path) -> None:
    code = "import io, sys\nsys.stdin = io.StringIO('源頭\\n:q\\n')\nfrom quiz.cli import main\nmain()"
    modules = loaded("run", deck.name, "--plain", code=code)
    assert not modules & {"rjieba", "genanki", "textual", "rich"}


def test_check_and_show_load_neither_segmenter_nor_log(loaded: Callable[..., set[str]], deck: Path) -> None:
    for command in ("check", "show"):
        assert not loaded(command, deck.name) & {"rjieba", "genanki", "textual", "opencc", "sqlite3"}


def test_making_a_simplified_report_loads_no_converter(loaded: Callable[..., set[str]], report: Path) -> None:
    modules = loaded("make", report.name)
    assert "rjieba" in modules
    assert not modules & {"opencc", "genanki", "textual", "sqlite3"}


@pytest.mark.parametrize(
    "package", ["quiz.tui", "quiz.tasks", "quiz.study", "quiz.generate", "quiz.sources", "quiz.export"]
)
def test_importing_a_package_loads_nothing_heavy(package: str, loaded: Callable[..., set[str]]) -> None:
    modules = loaded(code=f"import {package}")
    assert package in modules
    assert not modules & (HEAVY - {"sqlite3"})
    assert "sqlite3" not in modules or package in ("quiz.study", "quiz.tui")
