"""Decks and what was exported of them before into a package, and the record of this export."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.errors import QuizError
from quiz.export.anki.collection import Part, Table, write_package
from quiz.export.anki.decks import deck_id, deck_json, deck_names, describe, subdeck
from quiz.export.anki.ledger import Ledger, Stamp, digest, stamped
from quiz.export.anki.notes import make_notes
from quiz.export.anki.notetypes import REVISED, model_json
from quiz.export.anki.options import AS_BEFORE, Options
from quiz.export.script import traditional
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.language.script import to_traditional
from quiz.model import Deck


@dataclass(frozen=True, slots=True)
class Package:
    """The bytes of an .apkg file, and the ledgers to keep for the next export, one a deck.

    `removed` holds the ids of the questions that were in the last export and are no more: Anki keeps their notes.
    `emptied` holds those that lost a blank with a card of its own, `whole` counts those that keep one card for all
    blanks, against the options, as they were exported so before.
    """

    data: bytes
    ledgers: tuple[Ledger, ...]
    removed: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    whole: int = 0


def export(
    decks: Sequence[tuple[Deck, Ledger]], now: int, options: Options = AS_BEFORE, *, partial: bool = False
) -> Package:
    """`decks`, each with the ledger of its last export, as one package; `now` is in seconds since 1970.

    `partial` says that these are chosen questions of their decks, so that none of the others counts as removed. Raises
    QuizError for a deck without questions, two decks of one id, and a question that would get no card.
    """
    if len({deck.id for deck, _ledger in decks}) < len(decks):
        raise QuizError(_("two of these decks have the same id, so Anki would mix them; give one another id"))
    parts = [_part(deck, ledger, now, options, partial=partial) for deck, ledger in decks]
    emptied = [name for part, (_deck, ledger) in zip(parts, decks, strict=True) for name in _emptied(part, ledger)]
    return Package(
        write_package(parts),
        tuple(part.ledger for part in parts),
        tuple(name for part, (_deck, old) in zip(parts, decks, strict=True) for name in _removed(part, old)),
        tuple(emptied),
        sum(map(_whole, parts)),
    )


def _part(deck: Deck, ledger: Ledger, now: int, options: Options, *, partial: bool) -> Part:
    if not deck.questions:
        message = _("{deck}: has no questions, and Anki imports no empty deck; add questions first")
        raise QuizError(message.format(deck=printable(deck.title)))
    options = options.since(ledger.options)
    shown, write = (traditional(deck), to_traditional) if options.script == "tc" else (deck, str)
    try:
        notes = make_notes(deck, shown, ledger, options)
    except QuizError as error:
        raise QuizError(f"{printable(deck.title)}: {error}") from error
    names = deck_names(deck, ledger, write)
    models = {
        str(kind.id): model_json(kind, options.look) for kind in {note.type.id: note.type for note in notes}.values()
    }
    description = write(describe(deck, siblings=any(len(note.cards) > 1 for note in notes)))
    decks = deck_json(deck, names, description)
    digests = {note.guid: digest(note.tags, note.fields) for note in notes}
    new = Ledger(
        ledger.crt or now,
        stamped(ledger.models, _digests(models), now, REVISED),
        stamped(ledger.decks, _digests(decks), now, now),
        stamped(ledger.notes, digests, now, now),
        {**ledger.names, **names},
        {**ledger.clozes, **{note.guid: note.history for note in notes if note.history}},
        (dict(ledger.questions) if partial else {}) | {note.guid: note.question for note in notes},
        options.chosen(),
    )
    return Part(notes, _timed(models, new.models), _timed(decks, new.decks), _places(deck), new)


def _places(deck: Deck) -> list[int]:
    """For each question the id of its Anki deck."""
    sections = {question.provenance.section for question in deck.questions}
    ids = {section: deck_id(deck, subdeck(deck, section)) for section in sections}
    return [ids[question.provenance.section] for question in deck.questions]


def _removed(part: Part, old: Ledger) -> list[str]:
    """Questions whose notes are no longer in the file."""
    return [name for guid, name in old.questions.items() if guid not in part.ledger.questions]


def _emptied(part: Part, old: Ledger) -> list[str]:
    """Questions with a card whose number no blank has any more."""
    shared = old.clozes.keys() & part.ledger.questions.keys()
    lost = {guid for guid in shared if _numbers(old, guid) - _numbers(part.ledger, guid)}
    return [note.question for note in part.notes if note.guid in lost]


def _numbers(ledger: Ledger, guid: str) -> set[int]:
    return {blank.number for blank in ledger.clozes.get(guid, ()) if not blank.gone}


def _whole(part: Part) -> int:
    """How many notes with several blanks have no card a blank though the options ask for it."""
    if part.ledger.options.get("cards", "question") == "question":
        return 0
    return sum(not note.history and note.fields.count("{{c1::") > 1 for note in part.notes)


def _digests(table: Table) -> dict[str, str]:
    return {key: digest(json.dumps(content, sort_keys=True)) for key, content in table.items()}


def _timed(table: Table, stamps: Mapping[str, Stamp]) -> Table:
    return {key: {**content, "mod": stamps[key][1]} for key, content in table.items()}
