"""Reading deck files."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quiz.errors import DeckError, Problem
from quiz.files import printable, read_bytes
from quiz.i18n import gettext as _
from quiz.model import Deck

LIMIT = 8_000_000


def read_deck(path: Path, kept: Path | None = None) -> Deck:
    """The deck in the file at `path`; it may be `kept` in another one, from which it is read faster the next time.

    Raises DeckError with every mistake found, QuizError when the file cannot be read or is too large.
    """
    data = read_bytes(path, LIMIT)
    if kept is None:
        return parse_deck(_decoded(path, data), str(path))
    from quiz.deckfile.kept import keep, recall

    with _no_collection():
        deck = recall(kept, data)
    if deck is None:
        deck = parse_deck(_decoded(path, data), str(path))
        keep(kept, data, deck)
    return deck


def read_text(path: Path) -> str:
    """The text of a deck file, as it stands but for its encoding. Raises as `read_deck` does, before any parsing."""
    return _decoded(path, read_bytes(path, LIMIT))


def _decoded(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DeckError([_not_utf8(printable(path), data, error.start)]) from error


def parse_deck(text: str, name: str) -> Deck:
    """The deck that the file text `text` describes; `name` stands for the file in messages.

    Raises DeckError with every mistake found.
    """
    from quiz.deckfile.clean import tidy
    from quiz.deckfile.schema import load  # yaml, 28 ms

    with _no_collection():
        return load(tidy(text), printable(name))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Pause the collector: a deck is a great many objects that all stay, and looking for cycles doubles the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _not_utf8(name: str, data: bytes, at: int) -> Problem:
    line_start = data.rfind(b"\n", 0, at) + 1
    line = data.count(b"\n", 0, at) + 1
    column = len(data[line_start:at].decode("utf-8")) + 1
    return Problem(name, line, column, "", _("is not UTF-8 text from here on; save the file again as UTF-8"))
