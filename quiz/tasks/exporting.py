"""Decks for another program, and the record of what it was given."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from quiz import paths
from quiz.errors import UsageError
from quiz.files import printable, write_bytes
from quiz.i18n import gettext as _
from quiz.model import Deck
from quiz.tasks.clock import now
from quiz.tasks.keeping import make_folder, open_deck

LEDGER_SUFFIX = ".anki.json"


@dataclass(frozen=True, slots=True)
class Exported:
    """Where an export went and how many questions it holds. Of an earlier export: the ids of questions `removed`
    since, of those with `emptied` cards, and how many keep one card for all blanks though `cards` asks for more."""

    path: Path
    questions: int
    removed: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    whole: int = 0


def _whole(deck: Deck) -> Deck:
    return deck


def export(
    deck_paths: Sequence[Path],
    target: Path,
    kind: str = "apkg",
    *,
    moment: datetime | None = None,
    cards: str = "",
    typing: str = "",
    script: str = "",
    look: str = "",
    pick: Callable[[Deck], Deck] = _whole,
    partial: bool = False,
) -> Exported:
    """Write decks for another program, in the order of study; `pick` may change a deck before, and `partial` says that
    it leaves questions out which are not to count as removed. The ledger beside a deck file remembers what was
    exported and how (an option left empty stays so), so that the next export updates it; for a deck in a folder that
    cannot be written the user's data folder holds it."""
    from quiz.export import exporter
    from quiz.export.anki import Options, read_ledger, write_ledger
    from quiz.study.order import reading_order

    if target.name.lower() == "collection.apkg" or target.name.lower().startswith("backup-"):
        message = _("{name}: Anki takes a file of this name for a whole collection; choose another name")
        raise UsageError(message.format(name=printable(target)))
    decks = [pick(open_deck(path)) for path in deck_paths]
    ledger_paths = [ledger_path(path, deck) for path, deck in zip(deck_paths, decks, strict=True)]
    ledgers = [read_ledger(path) for path in ledger_paths]
    ordered = [replace(deck, questions=tuple(reading_order(deck.questions))) for deck in decks]
    moment = moment or now()
    package = exporter(kind)(
        list(zip(ordered, ledgers, strict=True)),
        int(moment.timestamp()),
        Options(cards, typing, script, look),
        partial=partial,
    )
    for path, old, new in zip(ledger_paths, ledgers, package.ledgers, strict=True):
        if new != old:  # first: a time stamp that was never delivered does no harm, one that was forgotten does
            make_folder(path.parent)
            write_ledger(path, new)
    write_bytes(target, package.data)
    count = sum(len(deck.questions) for deck in decks)
    return Exported(target, count, package.removed, package.emptied, package.whole)


def ledger_path(deck_path: Path, deck: Deck) -> Path:
    """Where the record of what was exported of a deck is kept."""
    beside = deck_path.with_name(f"{deck_path.stem}{LEDGER_SUFFIX}")
    folder = deck_path.resolve().parent
    if folder == paths.shipped("decks").resolve() or not os.access(folder, os.W_OK):
        return paths.anki_ledgers() / f"{deck.id}.json"
    return beside
