"""`quiz stats`: zeros without a log, the figures of a log, and nothing written."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import TypeAlias

import pytest

Quiz: TypeAlias = "Callable[..., CompletedProcess[str]]"


def home() -> Path:
    return Path(os.environ["QUIZ_HOME"])


def test_no_log_gives_zeros_and_is_not_made(quiz: Quiz, deck: Path) -> None:
    done = quiz("stats", deck, "--json")
    data = json.loads(done.stdout)
    assert (done.returncode, data["reviews"], data["seconds"], data["days"]) == (0, 0, 0, [])
    assert data["streak"] == {"current": 0, "longest": 0}
    assert (len(data["forecast"]), sum(data["forecast"])) == (30, 0)
    assert data["mastery"][0]["questions"] == 1
    table = quiz("stats")
    assert (table.returncode, table.stderr) == (0, "")
    assert "answers\t0" in table.stdout
    assert not home().exists()


@pytest.fixture
def studied(quiz: Quiz, deck: Path) -> Path:
    """One answer right, one wrong."""
    assert quiz("run", deck, "--plain", typed="源头\n渔场\n茶馆\n:q\n").returncode == 0
    return deck


def test_the_figures_of_what_was_answered(quiz: Quiz, studied: Path) -> None:
    data = json.loads(quiz("stats", studied, "--json").stdout)
    assert data["deck"]["id"] == "dsmall"
    assert data["reviews"] == 2
    assert [(day["replies"], day["right"]) for day in data["days"]] == [(2, 1)]
    assert data["streak"] == {"current": 1, "longest": 1}
    assert [hard["question"] for hard in data["hardest"]] == ["two2"]
    table = quiz("stats", studied).stdout
    assert "小题" in table
    assert "answers\t2" in table
    assert "守护水源\t1\t1\t1\t" in table
    assert "村里有【民宿】、【茶园】。" in table
    assert json.loads(quiz("stats", "--json").stdout)["reviews"] == 2


def test_a_folder_that_cannot_be_written_is_read(quiz: Quiz, studied: Path) -> None:
    before = sorted((path, path.stat().st_mtime_ns) for path in home().rglob("*"))
    home().chmod(0o555)
    try:
        assert json.loads(quiz("stats", studied, "--json").stdout)["reviews"] == 2
    finally:
        home().chmod(0o755)
    assert sorted((path, path.stat().st_mtime_ns) for path in home().rglob("*")) == before
