"""Reading and writing files so that nothing is half-read, half-written or lost."""

import contextlib
import errno
import os
import stat
import tempfile
from pathlib import Path

from quiz.errors import QuizError
from quiz.i18n import gettext as _


def printable(text: object) -> str:
    """`text` with every character that a terminal might obey, or that cannot be printed, written as an escape."""
    text = str(text)
    with contextlib.suppress(UnicodeError):  # a name in UTF-8 that an ASCII locale has as lone surrogates
        text = text.encode(errors="surrogateescape").decode()
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def read_bytes(path: Path, limit: int) -> bytes:
    """The content of a regular file of at most `limit` bytes.

    Opened without blocking, so a named pipe or a device is refused and never waited for.
    """
    name = printable(path)
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise QuizError(_cannot_read(name, error)) from error
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        if stat.S_ISDIR(mode):
            raise QuizError(_("{name}: is a folder; name a file in it").format(name=name))
        raise QuizError(_("{name}: is not a regular file; save its text to a file first").format(name=name))
    with os.fdopen(handle, "rb") as file:
        try:
            data = file.read(limit + 1)
        except OSError as error:
            raise QuizError(_cannot_read(name, error)) from error
    return within(data, limit, name)


def within(data: bytes, limit: int, name: str) -> bytes:
    """`data` when it is no longer than `limit`; `name` is printable. Raises `QuizError`."""
    if len(data) > limit:
        message = _("{name}: is larger than {megabytes} MB; split it into parts")
        raise QuizError(message.format(name=name, megabytes=limit // 1_000_000))
    return data


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` at `path` whole or not at all: a temporary file beside it, synced, then renamed over it."""
    name = printable(path)
    temporary: Path | None = None
    try:
        path = path.resolve()  # a link keeps pointing to the file it names
        if path.exists() and not path.is_file():
            raise QuizError(_("{name}: is not a regular file; choose another name with -o").format(name=name))
        if path.exists() and not (path.stat().st_mode & 0o222 and os.access(path, os.W_OK)):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))  # a rename would not ask
        handle, temporary_name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
        temporary = Path(temporary_name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        raise QuizError(_cannot_write(name, error)) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _cannot_read(name: str, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return _("{name}: there is no such file").format(name=name)
    if error.errno in (errno.EACCES, errno.EPERM):
        return _("{name}: may not be read; change its permissions or copy it").format(name=name)
    return _("{name}: cannot be read: {reason}").format(name=name, reason=error.strerror)


def _cannot_write(name: str, error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return _("{name}: cannot be written: its folder does not exist").format(name=name)
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{name}: cannot be written: permission denied; choose another place with -o").format(name=name)
    if error.errno == errno.ENOSPC:
        return _("{name}: cannot be written: the disk is full; nothing was changed").format(name=name)
    return _("{name}: cannot be written: {reason}").format(name=name, reason=error.strerror)
