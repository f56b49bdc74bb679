"""The program in a poor place: a locale without Chinese, a folder that may not be written, hostile file names."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locales, permissions and file names of Unix")


@pytest.fixture
def ascii_locale(environment: dict[str, str]) -> None:
    """The C locale with everything off that Python does against it."""
    environment |= {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.mark.usefixtures("ascii_locale")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_chinese_comes_through_in_a_locale_without_it(
    language: str, quiz: Quiz, deck: Path, report: Path, environment: dict[str, str]
) -> None:
    environment["QUIZ_LANG"] = language
    drilled = quiz("run", deck.name, "--plain", typed="源头\n:q\n")
    assert drilled.returncode == 0
    assert "✓" in drilled.stdout
    assert "河水要从【源头】治起。" in drilled.stdout
    assert "河水要从【源头】治起。" in quiz("show", deck.name).stdout
    made = quiz("make", report.name, "-o", "新题.yaml")
    assert made.returncode == 0
    assert "新题.yaml" in made.stderr
    missing = quiz("show", "没有.yaml")
    assert missing.returncode == 1
    assert missing.stderr.startswith("quiz: 没有.yaml")
    assert missing.stderr.count("\n") == 1
    for done in (drilled, made, missing, quiz("list"), quiz("stats", deck.name), quiz("qwertz")):
        assert "Traceback" not in done.stderr
        assert "internal error" not in done.stderr
        assert "\\u" not in done.stdout + done.stderr


@pytest.mark.parametrize("used", [False, True], ids=["empty", "used"])
def test_a_read_only_folder_is_named_and_reading_goes_on(
    used: bool, quiz: Quiz, deck: Path, tmp_path: Path, obey_permissions: Callable[[], None]
) -> None:
    home = tmp_path / "home"
    if used:
        assert quiz("run", deck.name, "--plain", typed="源头\n:q\n").returncode == 0
    home.mkdir(exist_ok=True)
    home.chmod(0o555)
    try:
        before = sorted(path.name for path in home.rglob("*"))
        refused = quiz("run", deck.name, "--plain", typed="源头\n", before=obey_permissions)
        if refused.returncode == 0:
            pytest.skip("this user may write everywhere")
        assert refused.returncode == 1
        assert refused.stderr.startswith(f"quiz: {home / 'log.sqlite3'}: cannot be written")
        assert refused.stderr.count("\n") == 1
        for command in (["stats"], ["stats", deck.name], ["due"], ["list"], ["check"], ["check", deck.name]):
            done = quiz(*command, before=obey_permissions)
            assert (command, done.returncode) == (command, 0)
        assert f"answers\t{int(used)}\n" in quiz("stats", before=obey_permissions).stdout
        assert sorted(path.name for path in home.rglob("*")) == before
    finally:
        home.chmod(0o755)


@pytest.mark.parametrize("command", ["make", "run", "inspect", "show", "check", "export", "stats", "import"])
def test_a_file_that_may_not_be_read_gets_one_sentence(
    command: str, quiz: Quiz, deck: Path, obey_permissions: Callable[[], None]
) -> None:
    name = "锁.txt" if command in ("make", "inspect") else deck.name
    path = deck.rename(deck.with_name(name))
    path.chmod(0)
    done = quiz(command, name, *(["--plain"] if command == "run" else []), before=obey_permissions)
    path.chmod(0o600)
    if done.returncode == 0:
        pytest.skip("this user may read everything")
    assert done.returncode == 1
    assert (
        done.stdout + done.stderr.removeprefix("quiz: ")
        == f"{name}: may not be read; change its permissions or copy it\n"
    )


def unprintable(text: str) -> set[str]:
    return {c for c in text if not c.isprintable() and c not in "\n\t"}


def test_hostile_names_are_told_and_never_obeyed(quiz: Quiz, tmp_path: Path, payloads: tuple[str, ...]) -> None:
    """No payload of a file name, of a missing, an empty or a broken file, reaches the terminal."""
    names = [f"坏{payload}题".replace("\0", "").replace("/", "-") for payload in payloads]
    bad = [f"{sign}{name}.yaml" for name in names for sign in "空坏"]
    for file in bad:
        content = b"" if file.startswith("空") else b"format: 1\nquestions: {\n"
        Path(os.fsdecode(bytes(tmp_path) + b"/" + os.fsencode(file))).write_bytes(content)
    for files in (bad, *([f"无{name}.yaml"] for name in names)):
        done = quiz("check", *files)
        told = done.stdout + done.stderr
        assert done.returncode == 1
        assert unprintable(told) == set()
        assert "Traceback" not in done.stderr
        assert [file for file in files if file.isprintable() and file not in told] == []


def test_hostile_decks_are_listed_and_counted_harmlessly(
    quiz: Quiz, tmp_path: Path, deck: Path, payloads: tuple[str, ...]
) -> None:
    """The payloads in the names and titles of kept decks, and in the headings and questions that `stats` shows."""
    kept = tmp_path / "home" / "decks"
    kept.mkdir(parents=True)
    head, _, _ = deck.read_text(encoding="utf-8").partition("- id: one1")
    for number, payload in enumerate(payloads):
        text = payload.replace("\\", "\\\\")  # as the notation of blanks has it
        question = f"- id: q{number}\n  text: {quoted(f'河{text}水要从【源{text}头】治起。')}\n"
        question += f"  section: [{quoted(f'第{number}章{payload}')}]\n"
        content = head.replace("title: 小题", f"title: {quoted(f'题{payload}')}").replace("dsmall", f"d{number}")
        name = f"{number}{payload}.yaml".replace("\0", "").replace("/", "-")
        (kept / name).write_text(content + question, encoding="utf-8")
        with deck.open("a", encoding="utf-8") as file:
            file.write(question)
    listed = quiz("list")
    drilled = quiz("run", deck.name, "--plain", typed="不知道\n" * (len(payloads) + 4))
    counted = quiz("stats", deck.name)
    for done in (listed, drilled, counted, quiz("due"), quiz("show", deck.name), quiz("check", deck.name)):
        assert done.returncode == 0
        assert unprintable(done.stdout + done.stderr) == set()
    for payload in filter(str.isprintable, payloads):
        assert f"题{payload}" in listed.stdout
        assert f"章{payload}" in counted.stdout


def quoted(text: str) -> str:
    """`text` as a string of YAML, whatever is in it; what no file can hold is replaced."""
    safe = text.encode(errors="replace").decode()
    return '"' + "".join(c if c.isalnum() else f"\\U{ord(c):08x}" for c in safe) + '"'
