"""The collection inside an Anki package, unpacked into a private folder for as long as it is read.

A package comes from anywhere: nothing of it is unpacked but the database, under a name of ours, up to a size.
"""

import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import IO, Any

from quiz.errors import QuizError
from quiz.files import printable, read_bytes
from quiz.i18n import gettext as _

MAX_ENTRIES = 200_000  # media files of the largest collections
MAX_BYTES = 1_000_000_000  # of the unpacked database
_NEWEST_FIRST = ("collection.anki21b", "collection.anki21", "collection.anki2")  # the older ones say "please update"
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 1 << 20
_ZSTD = ("compression.zstd", "backports.zstd")  # in Python itself from 3.14 on


@contextmanager
def collection_file(package: Path) -> Iterator[Path]:
    """The SQLite file of the package, gone again afterwards. Raises QuizError when there is none to be had."""
    with tempfile.TemporaryDirectory(prefix="quiz-", ignore_cleanup_errors=True) as folder:
        target = Path(folder, "collection.sqlite")
        with _regular(package) as file:
            _unpack(file, printable(package), target)
        yield target


def _regular(path: Path) -> IO[bytes]:
    """The file, opened for reading; one that is none, or is a pipe, is refused as everywhere."""
    with suppress(OSError):
        if path.is_file():
            return path.open("rb")
    read_bytes(path, 0)
    raise QuizError(_damaged(printable(path)))


def _unpack(file: IO[bytes], name: str, target: Path) -> None:
    errors = [zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, NotImplementedError]
    try:
        with zipfile.ZipFile(file) as archive:
            entries = {entry.filename: entry for entry in archive.infolist()}
            found = next((entries[inner] for inner in _NEWEST_FIRST if inner in entries), None)
            if found is None or found.compress_type not in _PACKED or len(entries) > MAX_ENTRIES:
                raise QuizError(_damaged(name))
            with archive.open(found) as packed:
                if found.filename == _NEWEST_FIRST[0]:
                    zstd = _zstd(name)
                    errors.append(zstd.ZstdError)
                    with closing(zstd.ZstdFile(packed)) as plain:
                        _copy(plain, target, name)
                else:
                    _copy(packed, target, name)
    except tuple(errors) as error:
        raise QuizError(_damaged(name)) from error
    except OSError as error:
        message = _("{name}: cannot be unpacked: {reason}")
        raise QuizError(message.format(name=name, reason=error.strerror or error)) from error


def _copy(source: Any, target: Path, name: str) -> None:
    left = MAX_BYTES
    with target.open("wb") as file:
        while chunk := source.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                message = _("{name}: unpacks to more than {megabytes} MB; export a single deck from Anki")
                raise QuizError(message.format(name=name, megabytes=MAX_BYTES // 1_000_000))
            file.write(chunk)


def _zstd(name: str) -> Any:
    """The module that unpacks the newest layout, where there is one."""
    for module in _ZSTD:
        with suppress(ImportError):
            return import_module(module)
    message = _(
        "{name}: is packed as only Anki 2.1.50 and newer do it; export it again with 'Support older Anki versions' "
        "ticked, or install the Python package backports.zstd"
    )
    raise QuizError(message.format(name=name))


def _damaged(name: str) -> str:
    return _("{name}: is not an Anki package, or is damaged; export it from Anki again (File > Export)").format(
        name=name
    )
