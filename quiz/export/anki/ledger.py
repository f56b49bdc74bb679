"""What was exported before: a digest and a time of change for every note, note type and deck.

Anki replaces what it holds when the file's time is later. So a time moves only with the content, and what the learner
changed in Anki since then stays. And what must not change once Anki has it: names of decks, numbers of blanks.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from quiz.errors import QuizError
from quiz.export.anki.clozes import History, Numbered
from quiz.files import printable, read_bytes, write_bytes
from quiz.i18n import gettext as _

LIMIT = 64_000_000  # bytes; an entry takes about 60
Stamp: TypeAlias = tuple[str, int]
_FORMATS = (1, 2)  # the first had only the stamps
_STAMPS = ("decks", "models", "notes")
_TEXTS = ("names", "questions", "options")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Digest and time of change (seconds since 1970) of all that was ever exported of one deck.

    `crt` is the time of the first export, 0 before it; `notes` is keyed by guid, `models` and `decks` by id. `names`
    holds the name every deck began with, by id; `clozes` by guid the blanks of notes with a card a blank; `questions`
    by guid the questions of the last export and `options` how that was done.
    """

    crt: int = 0
    models: Mapping[str, Stamp] = field(default_factory=dict)
    decks: Mapping[str, Stamp] = field(default_factory=dict)
    notes: Mapping[str, Stamp] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    clozes: Mapping[str, History] = field(default_factory=dict)
    questions: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=dict)


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
    tables: dict[str, object] = {name: dict(getattr(ledger, name)) for name in _TEXTS}
    for name in _STAMPS:
        tables[name] = {key: f"{d} {mod}" for key, (d, mod) in getattr(ledger, name).items()}
    tables["clozes"] = {guid: "\n".join(map(_blank_text, history)) for guid, history in ledger.clozes.items()}
    text = json.dumps({"format": _FORMATS[-1], "crt": ledger.crt, **tables}, indent=1, sort_keys=True)
    write_bytes(path, f"{text}\n".encode())


def _parse(content: dict[str, object]) -> Ledger:
    if content["format"] not in _FORMATS:
        raise ValueError(content["format"])
    decks, models, notes = ({k: _stamp(entry) for k, entry in _table(content[name]).items()} for name in _STAMPS)
    names, questions, options = (_table(content.get(name, {})) for name in _TEXTS)
    clozes = {guid: tuple(map(_blank, text.split("\n"))) for guid, text in _table(content.get("clozes", {})).items()}
    return Ledger(_time(content["crt"]), models, decks, notes, names, clozes, questions, options)


def _table(content: object) -> dict[str, str]:
    if not isinstance(content, dict) or not all(isinstance(entry, str) for entry in content.values()):
        raise TypeError(content)
    return content


def _stamp(entry: str) -> Stamp:
    found, mod = entry.split(" ")
    return found, _time(int(mod))


def _blank_text(blank: Numbered) -> str:
    return f"{-blank.number if blank.gone else blank.number} {blank.answer}"


def _blank(line: str) -> Numbered:
    number, _blank, answer = line.partition(" ")
    return Numbered(abs(int(number)), answer, gone=int(number) < 0)


def _time(value: object) -> int:
    if not isinstance(value, int) or not 0 <= value < 1 << 40:
        raise ValueError(value)
    return value
