"""A file is written whole or not at all, and read only when it is a file."""

import os
import stat
import sys
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.files import printable, read_bytes, write_bytes

unix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of Unix")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "题.yaml"
    for data in (b"one", b"", b"three" * 100):
        write_bytes(path, data)
        assert read_bytes(path, 1000) == data
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_over_the_limit_is_refused_and_one_at_it_is_not(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 1_000_001)
    assert len(read_bytes(path, 1_000_001)) == 1_000_001
    with pytest.raises(QuizError, match=r"a\.txt: is larger than 1 MB; split it into parts$"):
        read_bytes(path, 1_000_000)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    write_bytes(path, b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(QuizError, match=r"a\.txt: cannot be written: the disk is full; nothing was changed"):
        write_bytes(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@unix
def test_a_new_file_gets_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    usual, old = tmp_path / "usual", tmp_path / "old"
    old.touch(mode=0o600)
    mask = os.umask(0o027)
    try:
        write_bytes(usual, b"x")
        write_bytes(old, b"x")
    finally:
        os.umask(mask)
    assert stat.S_IMODE(usual.stat().st_mode) == 0o640
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


@unix
def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "题.yaml"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(QuizError, match="permission denied"):
        write_bytes(path, b"two")
    assert path.read_bytes() == b"one"
    assert list(tmp_path.iterdir()) == [path]


@unix
def test_a_link_keeps_pointing_at_the_file_it_names(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target, link = tmp_path / "there" / "a.txt", tmp_path / "link"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_bytes(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_name_is_printed_without_obeying_it() -> None:
    assert printable("题 a.txt") == "题 a.txt"
    assert printable("\x1b[2J\u202e\udcff\n") == r"\x1b[2J\u202e\udcff\n"


def test_a_name_of_an_ascii_locale_is_printed_as_what_it_means() -> None:
    assert printable("题\u202e.txt".encode().decode("ascii", "surrogateescape")) == r"题\u202e.txt"
