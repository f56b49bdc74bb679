"""A document read in a child process: its text comes back whole, and whatever it does to the child is a sentence."""

import contextlib
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.model import Removal
from quiz.sources.draft import Draft, Line
from quiz.sources.isolate import isolated

READERS = """
import ctypes, os, signal, sys
from quiz.errors import QuizError
from quiz.model import Removal
from quiz.sources.draft import Draft, Line

def said(*texts):
    return Draft(tuple(Line(n, t) for n, t in enumerate(texts, 1)), "test")

def whole(data, name):
    lines = (Line(1, "\\x1b[2J一、河水", 2, 3), Line(7, "清了\\ud800。", whole=False))
    return Draft(lines, "test", " 治水\\n记 ", "2026-03-01", (Removal("navigation", "首页\\x07", 4),))

def echo(data, name):
    os.write(1, b"a library prints this")
    return said(data.decode(), name)

def folder(data, name):
    return said(*sorted(os.environ), *sys.path)

def refuse(data, name):
    raise QuizError(f"{name}: \\x1b[31mis nothing\\nto read")

def translated(data, name):
    from quiz.i18n import gettext as _
    return said(_("{name}: is empty"))

def crash(data, name):
    os.abort()

def segfault(data, name):
    ctypes.string_at(0)

def greedy(data, name):
    return said("水" * (2 << 30))

def endless(data, name):
    while True:
        pass

def left_behind(data, name):
    try:
        if os.fork():
            os._exit(0)
    except OSError:
        pass  # for all but root
    signal.pause()

def broken(data, name):
    return {}["no such key"]

def silent(data, name):
    os._exit(0)

def leave(data, name):
    sys.exit("enough")

def lie(data, name):
    for pipe in range(3, 9):
        try:
            os.write(pipe, data)
        except OSError:
            pass
    os._exit(0)

def flood(data, name):
    while True:
        lie_once(bytes(1 << 20))

def lie_once(data):
    for pipe in range(3, 9):
        try:
            os.write(pipe, data)
        except OSError:
            pass

def write(data, name):
    try:
        with open(data.decode(), "wb") as file:
            file.write(b"was here")
    except OSError as error:
        return said(type(error).__name__)
    return said("written")

def inherited(data, name):
    try:
        os.fstat(int(data))
    except OSError:
        return said("closed")
    return said("open")

def much(data, name):
    return said(*["水" * 1000] * int(data))
"""
Run = Callable[..., Draft]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs one of the readers above on some bytes."""
    folder = tmp_path / "读者"
    folder.mkdir()
    (folder / "badreaders.py").write_text(READERS, encoding="utf-8")
    monkeypatch.syspath_prepend(folder)

    def read(reader: str, data: bytes = b"", name: str = "水.docx", seconds: int = 20) -> Draft:
        return isolated(f"badreaders:{reader}", data, name, seconds=seconds)

    return read


def texts(draft: Draft) -> list[str]:
    return [line.text for line in draft.lines]


def test_every_field_comes_back(run: Run) -> None:
    draft = run("whole")
    assert draft.lines == (Line(1, "\x1b[2J一、河水", 2, 3), Line(7, "清了?。", whole=False))
    assert (draft.encoding, draft.title, draft.date) == ("test", "治水 记", "2026-03-01")
    assert draft.removals == (Removal("navigation", "首页", 4),)


def test_what_a_library_prints_is_not_the_answer(run: Run) -> None:
    assert texts(run("echo", "河水清了。".encode(), name="‘水’ \\x1b.docx")) == ["河水清了。", "‘水’ \\x1b.docx"]


def test_large_documents_pass_both_ways(run: Run) -> None:
    text = "水" * 1_900_000
    assert texts(run("echo", text.encode()))[0] == text


def test_it_runs_anywhere_and_takes_no_module_from_the_current_folder(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("SECRET", "1")
    told = texts(run("folder"))
    assert str(tmp_path) not in told
    assert "" not in told
    assert set(told) & {"SECRET", "PYTHONPATH", "HOME", "PATH"} == set()


def test_a_sentence_of_the_reader_is_carried_over_and_made_harmless(run: Run) -> None:
    with pytest.raises(QuizError) as caught:
        run("refuse")
    assert str(caught.value) == "水.docx: \\x1b[31mis nothing\\nto read"


def test_the_child_speaks_the_language_of_the_user(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = texts(run("translated"))
    monkeypatch.setenv("QUIZ_LANG", "zh")
    assert english == ["{name}: is empty"] != texts(run("translated"))


@pytest.mark.parametrize(
    ("reader", "sentence"),
    [
        ("crash", "crashed its reader (SIGABRT)"),
        ("segfault", "crashed its reader (SIGSEGV)"),
        ("greedy", "needs more than 1024 MB of memory"),
        ("broken", "is damaged, or made in a way that is not understood"),
        ("leave", "is damaged, or made in a way that is not understood"),
        ("silent", "its reader gave no answer to trust"),
        ("flood", "its reader gave no answer to trust"),
    ],
)
def test_a_child_that_fails_is_a_sentence(run: Run, reader: str, sentence: str) -> None:
    started = time.monotonic()
    with pytest.raises(QuizError) as caught:
        run(reader)
    assert str(caught.value).startswith(f"水.docx: {sentence}")
    assert "\n" not in str(caught.value)
    assert time.monotonic() - started < 10


@pytest.mark.parametrize("reader", ["endless", "left_behind"])
def test_a_child_without_end_is_killed_with_all_it_started(run: Run, reader: str, tmp_path: Path) -> None:
    started = time.monotonic()
    with pytest.raises(QuizError) as caught:
        run(reader, seconds=1)
    assert str(caught.value).startswith("水.docx: could not be read in 1 seconds")
    while _processes_that_know(tmp_path):
        assert time.monotonic() - started < 5


def _processes_that_know(folder: Path) -> list[Path]:
    """The processes, where the system lists them, that were told to import from a folder below this one."""
    found = []
    for command in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if str(folder).encode() in command.read_bytes():
                found.append(command)
    return found


def test_an_answer_that_the_child_made_up_is_not_trusted(run: Run) -> None:
    with pytest.raises(QuizError, match="gave no answer to trust"):
        run("lie", '[1,0,"x","",""]\n[1,"水",0,0,true]\n[2,"水",0,0,true]\n'.encode())


def test_the_child_cannot_write(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out"
    assert texts(run("write", str(target).encode())) == ["OSError"]
    assert not target.exists() or not target.read_bytes()


def test_the_child_inherits_no_open_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x", encoding="utf-8")
    handle = os.open(tmp_path / "secret", os.O_RDONLY)
    os.dup2(handle, 200, inheritable=True)
    try:
        assert texts(run("inherited", b"200")) == ["closed"]
    finally:
        os.close(handle)
        os.close(200)


def test_more_text_than_is_taken_is_refused(run: Run) -> None:
    assert len(run("much", b"2000").lines) == 2000
    with pytest.raises(QuizError) as caught:
        run("much", b"2001")
    assert str(caught.value) == "水.docx: holds more than 2,000,000 characters; split it into parts"


def test_without_python_to_start_it_says_so(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    with pytest.raises(QuizError, match="cannot start Python to read documents: No such file or directory"):
        run("whole")
