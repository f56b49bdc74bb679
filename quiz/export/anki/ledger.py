"""What was exported before: a digest and a time of change for every note, note type and deck.

Anki replaces what it holds when the file's time is later. So a time moves only with the content, and what the learner
changed in Anki since then stays.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from quiz.errors import QuizError
from quiz.files import printable, read_bytes, write_bytes
from quiz.i18n import gettext as _

LIMIT = 64_000_000  # bytes; an entry takes about 60
Stamp: TypeAlias = tuple[str, int]
_FORMAT = 1
_PARTS = ("decks", "models", "notes")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Digest and time of change (seconds since 1970) of all that was ever exported of one deck.

    `crt` is the time of the first export, 0 before it; `notes` is keyed by guid, `models` and `decks` by id.
    """

    crt: int = 0
    models: Mapping[str, Stamp] = field(default_factory=dict)
    decks: Mapping[str, Stamp] = field(default_factory=dict)
    notes: Mapping[str, Stamp] = field(default_factory=dict)


def digest(*texts: str, size: int = 8) -> str:
    """2 * `size` hexadecimal characters that stand for `texts`, in their order."""
    whole = "\x1f".join(texts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(whole, digest_size=size).hexdigest()


def stamped(old: Mapping[str, Stamp], digests: Mapping[str, str], now: int, first: int) -> dict[str, Stamp]:
    """`old` with `digests`: the new gets the time `first`, the changed `now`, the rest keeps its time.

    A change is always later than what it replaces, also when the clock went back. What is exported no more stays
    listed, as it may come back.
    """
    new = dict(old)
    for key, found in digests.items():
        before = old.get(key)
        if before is None:
            new[key] = found, first
        elif before[0] != found:
            new[key] = found, max(now, before[1] + 1)
    return new


def read_ledger(path: Path) -> Ledger:
    """The ledger in the file, an empty one when there is no file.

    Raises QuizError when the file holds anything else.
    """
    try:
        data = read_bytes(path, LIMIT)
    except QuizError as error:
        if isinstance(error.__cause__, FileNotFoundError):
            return Ledger()
        raise
    try:
        return _parse(json.loads(data))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        message = _(
            "{name}: is not a record of earlier exports to Anki; delete it and export again: "
            "the next import into Anki then overwrites what you changed there in this deck's notes"
        )
        raise QuizError(message.format(name=printable(path))) from error


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Put the ledger into the file, one entry a line."""
    tables = {name: {key: f"{d} {mod}" for key, (d, mod) in getattr(ledger, name).items()} for name in _PARTS}
    text = json.dumps({"format": _FORMAT, "crt": ledger.crt, **tables}, indent=1, sort_keys=True)
    write_bytes(path, f"{text}\n".encode())


def _parse(content: dict[str, object]) -> Ledger:
    if content["format"] != _FORMAT:
        raise ValueError(content["format"])
    decks, models, notes = (_table(content[name]) for name in _PARTS)
    return Ledger(_time(content["crt"]), models, decks, notes)


def _table(content: object) -> dict[str, Stamp]:
    if not isinstance(content, dict):
        raise TypeError(content)
    table = {}
    for key, entry in content.items():
        digest, mod = entry.split(" ")
        table[key] = (digest, _time(int(mod)))
    return table


def _time(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value < 1 << 40:
        raise ValueError(value)
    return value
