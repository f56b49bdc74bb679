"""A drill copies the log aside once a day."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

Quiz = Callable[..., "CompletedProcess[str]"]


def test_the_log_is_copied_once_a_day(quiz: Quiz, deck: Path, environment: dict[str, str]) -> None:
    for _run in range(3):
        assert quiz("run", deck.name, "--plain", typed="不知道\n:q\n").returncode == 0
    copies = [path for path in Path(environment["QUIZ_HOME"]).rglob("*.sqlite3") if path.name != "log.sqlite3"]
    assert len(copies) == 1
