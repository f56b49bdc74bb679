"""`quiz check` of the log of answers: what is wrong is told, and repaired only when asked, after a copy."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

Quiz = Callable[..., "CompletedProcess[str]"]


def test_a_sound_log_or_none_has_no_mistakes(quiz: Quiz, deck: Path) -> None:
    assert quiz("check").returncode == 0
    quiz("run", deck.name, "--plain", typed="不知道\n:q\n")
    done = quiz("check")
    assert (done.returncode, done.stdout) == (0, "")
    assert "log.sqlite3: no mistakes" in done.stderr


def test_a_bad_row_is_told_and_only_fix_takes_it_out(quiz: Quiz, deck: Path, environment: dict[str, str]) -> None:
    quiz("run", deck.name, "--plain", typed="不知道\n:q\n")
    path = Path(environment["QUIZ_HOME"]) / "log.sqlite3"
    with closing(sqlite3.connect(path)) as log:
        log.execute("UPDATE review SET given = 'no json'")
        log.commit()
    found = quiz("check")
    assert found.returncode == 1
    assert "makes no sense" in found.stdout
    assert quiz("check").returncode == 1
    fixed = quiz("check", "--fix")
    assert fixed.returncode == 0
    assert "is kept at" in fixed.stderr
    assert quiz("check").returncode == 0


def test_garbage_is_put_aside(quiz: Quiz, environment: dict[str, str]) -> None:
    path = Path(environment["QUIZ_HOME"]) / "log.sqlite3"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"garbage" * 1000)
    assert quiz("check").returncode == 1
    assert path.read_bytes().startswith(b"garbage")
    assert quiz("check", "--fix").returncode == 0
    assert not path.exists() or not path.read_bytes().startswith(b"garbage")


def test_an_id_that_is_there_twice_is_told_and_the_deck_left_alone(quiz: Quiz, deck: Path) -> None:
    deck.write_text(deck.read_text(encoding="utf-8").replace("id: two2", "id: one1"), encoding="utf-8")
    before = deck.read_bytes()
    for arguments in (["check", deck.name], ["check", "--fix", deck.name]):
        done = quiz(*arguments)
        assert done.returncode == 1
        assert done.stdout.startswith("小题.yaml:10:7: questions[1].id: 'one1' is already the id")
    assert deck.read_bytes() == before
