"""`quiz due`, `quiz list` and `quiz where`: where the decks stand, and where the files are."""

import json
from collections.abc import Callable
from pathlib import Path
from shutil import rmtree
from subprocess import CompletedProcess

import pytest

Run = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def kept(environment: dict[str, str], deck: Path) -> Path:
    """The small deck among the user's own."""
    folder = Path(environment["QUIZ_HOME"]) / "decks"
    folder.mkdir(parents=True)
    return deck.rename(folder / deck.name)


def own(done: "CompletedProcess[str]", path: Path) -> dict[str, object]:
    return next(row for row in json.loads(done.stdout) if row["path"] == str(path))


def test_due_before_and_after_a_drill(quiz: Run, kept: Path) -> None:
    assert own(quiz("due", "--json"), kept) == {"path": str(kept), "title": "小题", "due": 0, "new": 3, "wrong": 0}
    quiz("run", kept, "--plain", typed="错了\n")
    row = own(quiz("due", "--json"), kept)
    assert (row["new"], row["wrong"]) == (2, 1)
    assert "2 new, 1 in the wrong-book" in quiz("due").stdout


def test_due_leaves_no_log_behind(quiz: Run, environment: dict[str, str]) -> None:
    assert quiz("due").returncode == 0
    assert not (Path(environment["QUIZ_HOME"]) / "log.sqlite3").exists()


def test_list_has_the_counts(quiz: Run, kept: Path) -> None:
    counts = own(quiz("list", "--json"), kept)["counts"]
    assert isinstance(counts, dict)
    assert (counts["questions"], counts["new"], counts["due"]) == (3, 3, 0)


def test_where_names_the_settings_and_writes_them_when_asked(quiz: Run, environment: dict[str, str]) -> None:
    settings = Path(environment["QUIZ_HOME"]) / "settings.toml"
    assert f"settings\t{settings}" in quiz("where").stdout
    assert not settings.exists()
    assert quiz("where", "--init").returncode == 0
    assert "[review]" in settings.read_text(encoding="utf-8")
    settings.write_text("# mine\n", encoding="utf-8")
    assert "left as it is" in quiz("where", "--init").stderr
    assert settings.read_text(encoding="utf-8") == "# mine\n"


def test_where_names_the_cache_which_may_be_deleted(quiz: Run, kept: Path) -> None:
    assert quiz("run", kept, "--plain", typed="错了\n").returncode == 0
    (line,) = [line for line in quiz("where").stdout.splitlines() if "may be deleted at any time" in line]
    cache = Path(line.split("\t")[1])
    assert list(cache.iterdir())
    rmtree(cache)
    assert quiz("run", kept, "--plain", typed=":q\n").returncode == 0


def test_the_language_of_the_settings(quiz: Run, environment: dict[str, str]) -> None:
    settings = Path(environment["QUIZ_HOME"]) / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text('[look]\nlanguage = "zh"\n', encoding="utf-8")
    assert "answers\t" in quiz("where").stdout  # QUIZ_LANG=en, which comes first
    environment.pop("QUIZ_LANG")
    assert "answers\t" not in quiz("where").stdout


def test_a_mistake_in_the_settings_is_a_sentence(quiz: Run, environment: dict[str, str]) -> None:
    settings = Path(environment["QUIZ_HOME"]) / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("[review]\nnew = -1\n", encoding="utf-8")
    done = quiz("due")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"quiz: {settings}:2: new: write a number from 0 to 9999\n"
    assert quiz("where").returncode == 0
