"""Decks that were read, kept as JSON beside the log: reading their YAML again takes several times as long.

What is kept begins with the version of the program and the content of the deck file that it holds for, and has a
checksum; anything else is as good as nothing kept. Decks with mistakes are not kept.
"""

import json
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import Any
from zlib import crc32

from quiz import __version__
from quiz.errors import QuizError
from quiz.files import read_bytes
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Provenance, Short

LIMIT = 50_000_000
_CHECK = 4  # bytes
_KINDS = (Deck, Origin, Cloze, Choice, Judge, Order, Short, Blank, Provenance)
_FIELDS = {kind.__name__: (kind, [field.name for field in fields(kind)]) for kind in _KINDS}
_READING = 1
"""To be raised when the same file is read to another deck from now on."""


def recall(kept: Path, source: bytes) -> Deck | None:
    """The deck that was read from `source`, None when it is not the one in the file `kept`."""
    try:
        data = read_bytes(kept, LIMIT)
    except QuizError:
        return None
    start = _start(source)
    found, body = data[: len(start) + _CHECK], data[len(start) + _CHECK :]
    if found != start + _checksum(body):
        return None
    deck: Deck = json.loads(body, object_hook=_built)
    return deck


def keep(kept: Path, source: bytes, deck: Deck) -> None:
    """Keep the deck that was read from `source`; where nothing can be written it is read again each time."""
    body = json.dumps(deck, default=_parts, ensure_ascii=False).encode()
    with suppress(OSError):
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(_start(source) + _checksum(body) + body)  # half of it, after a crash, has another checksum


def _start(source: bytes) -> bytes:
    return f"{_READING} {__version__} {list(_FIELDS.items())} {len(source)}\n".encode() + source


def _checksum(body: bytes) -> bytes:
    return crc32(body).to_bytes(_CHECK, "big")


def _parts(item: Any) -> dict[str, list[Any]]:
    name = type(item).__name__
    return {name: [getattr(item, field) for field in _FIELDS[name][1]]}


def _built(found: dict[str, list[Any]]) -> Any:
    ((name, values),) = found.items()
    kind, names = _FIELDS[name]
    return kind(**{field: _tuple(value) for field, value in zip(names, values, strict=True)})


def _tuple(value: Any) -> Any:
    """`value` with tuples in place of the lists that JSON makes of them."""
    return tuple(map(_tuple, value)) if type(value) is list else value
