"""Whatever is wrong gets one clear sentence and its exit code, and leaves nothing half-written."""

import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess, Popen

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits and signals of Unix")


def files(folder: Path) -> dict[str, bytes]:
    """Every file under `folder` but the user's home, with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and (folder / "home") not in path.parents
    }


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["make", "none.txt"], "none.txt: there is no such file"),
        (["run", "none.yaml", "--plain"], "none.yaml: there is no such file"),
        (["run", "none.txt", "--plain"], "none.txt: there is no such file"),
        (["check", "none.yaml"], "none.yaml: there is no such file"),
        (["show", "none.yaml"], "none.yaml: there is no such file"),
        (["export", "none.yaml"], "none.yaml: there is no such file"),
        (["make", "empty.txt"], "empty.txt: is empty"),
        (["make", "binary.txt"], "binary.txt: is a binary file, not text; save the report as .txt and name that"),
        (["make", "english.txt"], "english.txt: holds hardly any Chinese text"),
        (
            ["make", "青禾.wps"],
            "青禾.wps: files of this kind are not read; save its text as .txt in UTF-8 and name that",
        ),
        (["make", "青禾.txt", "-o", "none/x.yaml"], "none/x.yaml: cannot be written: its folder does not exist"),
        (["make", "青禾.txt", "-o", "empty.txt/x.yaml"], "empty.txt/x.yaml: cannot be written: Not a directory"),
        (["export", "小题.yaml", "-o", "none/x.apkg"], "none/x.apkg: cannot be written: its folder does not exist"),
        (["make", "\x1b[31m\u202e.txt"], r"\x1b[31m\u202e.txt: there is no such file"),
    ],
)
def test_material_at_fault_gets_one_sentence_and_exit_code_1(
    arguments: list[str], message: str, quiz: Quiz, report: Path, deck: Path, tmp_path: Path
) -> None:
    assert report.exists()
    assert deck.exists()
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "english.txt").write_text("A river runs through the town.")
    (tmp_path / "青禾.wps").write_text("河水清了。", encoding="utf-8")
    before = files(tmp_path)
    done = quiz(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"quiz: {message}\n")
    ledger = {"小题.anki.json"}  # written first, by design
    assert {name: data for name, data in files(tmp_path).items() if name not in ledger} == before


@pytest.mark.parametrize(
    "arguments",
    [["run", ".", "--plain"], ["check", "folder.yaml"], ["show", "folder.yaml"], ["export", "folder.yaml"]],
)
def test_a_folder_gets_one_sentence(arguments: list[str], quiz: Quiz, report: Path, tmp_path: Path) -> None:
    assert report.exists()
    (tmp_path / "folder.yaml").mkdir()
    done = quiz(*arguments)
    assert done.returncode == 1
    assert done.stderr.endswith(": is a folder; name a file in it\n")


def test_a_named_pipe_is_refused_and_never_waited_for(quiz: Quiz, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    done = quiz("make", "pipe.txt")
    assert (done.returncode, done.stderr) == (
        1,
        "quiz: pipe.txt: is not a regular file; save its text to a file first\n",
    )


def test_a_device_as_a_target_is_not_replaced(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.apkg"
    os.mkfifo(pipe)
    assert quiz("export", deck.name, "-o", pipe.name).returncode == 1
    assert pipe.is_fifo()


def test_a_broken_deck_is_told_with_line_and_column_and_left_alone(quiz: Quiz, deck: Path, report: Path) -> None:
    deck.write_text(deck.read_text(encoding="utf-8").replace("  text: 河", "  txt: 河"), encoding="utf-8")
    broken = deck.read_bytes()
    problem = "小题.yaml:8:3: questions[0].txt: unknown key; did you mean 'text'?"
    checked = quiz("check", deck.name)
    assert (checked.returncode, checked.stdout.splitlines()[0]) == (1, problem)
    for arguments in (["run", deck.name, "--plain"], ["export", deck.name], ["make", report.name, "-o", deck.name]):
        done = quiz(*arguments)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith(f"quiz: {problem}\n")
    assert deck.read_bytes() == broken


def no_room() -> None:
    """Let the child write no file longer than a kilobyte, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


@pytest.mark.parametrize("is_new", [True, False], ids=["new", "existing"])
def test_no_room_leaves_the_old_file_or_none(is_new: bool, quiz: Quiz, report: Path, tmp_path: Path) -> None:
    if not is_new:
        assert quiz("make", report.name, "-o", "甲.yaml", "-n", "3").returncode == 0
    before = files(tmp_path)
    done = quiz("make", report.name, "-o", "甲.yaml", before=no_room)
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith("quiz: 甲.yaml: cannot be written: ")
    assert files(tmp_path) == before


def test_no_room_for_an_export_leaves_none(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    done = quiz("export", deck.name, "-o", "甲.apkg", before=no_room)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.count("\n") == 1
    assert "cannot be written" in done.stderr
    assert not list(tmp_path.glob("*.apkg"))
    assert not list(tmp_path.glob("*.tmp"))
    assert not list(tmp_path.glob(".*"))


def test_a_folder_that_may_not_be_written_gets_one_sentence(
    quiz: Quiz, report: Path, tmp_path: Path, obey_permissions: Callable[[], None]
) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = quiz("make", report.name, "-o", "locked/x.yaml", before=obey_permissions)
    if done.returncode == 0:
        pytest.skip("this user may write everywhere")
    assert done.returncode == 1
    assert "permission denied; choose another place with -o" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "did you mean check?"),
        (["青禾.txt"], "quiz run 青禾.txt"),
        (["qwertz"], "quiz --help"),
        (["make"], "Missing argument"),
        (["make", "青禾.txt", "-n", "0"], "Invalid value for '-n'"),
        (["make", "--nonsense"], "No such option"),
        (["make", "青禾.txt", "青禾.txt", "-o", "x.yaml"], "-o must name a folder for several decks"),
        (["make", "小题.yaml"], "小题.yaml: is a deck, not a report"),
        (["export", "小题.yaml", "-o", "collection.apkg"], "choose another name"),
        (["run", "--plain"], "--plain needs a deck or a report"),
        (["run", "小题.yaml"], "use --plain"),
        (["run", "青禾.txt"], "use --plain"),
        (["run"], "use --plain"),
    ],
)
def test_a_command_line_at_fault_gets_exit_code_2(
    arguments: list[str], words: str, quiz: Quiz, report: Path, deck: Path, tmp_path: Path
) -> None:
    assert report.exists()
    assert deck.exists()
    before = files(tmp_path)
    done = quiz(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert files(tmp_path) == before
    assert not (tmp_path / "home").exists()


def test_without_a_terminal_the_help_is_printed_and_the_exit_code_is_2(quiz: Quiz) -> None:
    done = quiz()
    assert (done.returncode, done.stdout) == (2, "")
    assert "Commands:" in done.stderr


def test_an_interrupt_ends_with_130_and_keeps_the_answers(
    start: Callable[..., "Popen[str]"], quiz: Quiz, deck: Path
) -> None:
    child = start("run", deck.name, "--plain")
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("源头\n")
    child.stdin.flush()
    while "[2/3]" not in child.stdout.readline():
        assert child.poll() is None
    child.send_signal(signal.SIGINT)
    _out, talk = child.communicate()
    assert (child.returncode, talk.strip()) == (130, "")
    assert "Resumed: 1 of 3 answered." in quiz("run", deck.name, "--plain").stdout


def test_a_reader_that_leaves_early_is_no_fault(start: Callable[..., "Popen[str]"], deck: Path) -> None:
    big = deck.read_text(encoding="utf-8").partition("- id: one1")[0]
    big += "".join(f"- id: q{n:05}\n  text: 河水要从【源头{n}】治起。\n" for n in range(5000))
    deck.write_text(big, encoding="utf-8")
    child = start("show", deck.name)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    assert (child.stderr.read(), child.wait()) == ("", 0)


def test_a_fault_of_the_program_is_a_short_note_and_a_log(
    environment: dict[str, str], quiz: Quiz, deck: Path, tmp_path: Path
) -> None:
    """An exception nobody foresaw, planted by a module that Python imports at its start."""
    plant = (
        "import quiz.tasks\ndef broken(*_a): raise RuntimeError('planted \\x1b[2J')\nquiz.tasks.open_deck = broken\n"
    )
    (tmp_path / "plant").mkdir()
    (tmp_path / "plant" / "sitecustomize.py").write_text(plant)
    environment["PYTHONPATH"] += os.pathsep + str(tmp_path / "plant")
    done = quiz("show", deck.name)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) <= 3
    assert "\x1b" not in done.stderr
    assert "internal error" in done.stderr
    assert "planted" in (tmp_path / "home" / "error.log").read_text(encoding="utf-8")
