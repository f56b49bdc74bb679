"""Questions as Anki notes: the text of every field, the tags, the deck, the guid."""

import re
from functools import lru_cache
from typing import NamedTuple

from quiz.export.anki.clozes import History, number_blanks
from quiz.export.anki.decks import SECTION_LEVELS
from quiz.export.anki.escape import clean, escape, tag_part
from quiz.export.anki.fields import field_texts
from quiz.export.anki.ledger import Ledger, digest
from quiz.export.anki.notetypes import CLOZE, KIND_NAMES, NOTE_TYPES, NoteType
from quiz.export.anki.options import Options
from quiz.model import Cloze, Deck, Kind, Question

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Note(NamedTuple):  # a tuple, as there may be ten thousand
    """One note as Anki stores it: `fields` joined by \\x1f, `tags` by blanks; `cards` are the numbers of its
    cards from 0, `history` its blanks where these have cards of their own."""

    guid: str
    question: str
    type: NoteType
    tags: str
    sort: str
    fields: str
    cards: tuple[int, ...] = (0,)
    history: History = ()


def make_notes(deck: Deck, shown: Deck, ledger: Ledger, options: Options) -> list[Note]:
    """A note for every question, in the deck's order; `shown` is the deck in the script of the cards.

    Raises QuizError for a question Anki would make no card of.
    """
    places: dict[tuple[tuple[str, ...], str], _Place] = {}
    notes = []
    for question, written in zip(deck.questions, shown.questions, strict=True):
        section, kind = written.provenance.section, written.kind
        if (section, kind) not in places:
            places[section, kind] = _Place(_tags(shown, section, kind), _empty(shown, section, NOTE_TYPES[kind]))
        guid = note_guid(deck.id, question.id, NOTE_TYPES[kind])
        history = _history(question, guid, ledger, options) if isinstance(question, Cloze) else ()
        notes.append(_note(written, guid, history, places[section, kind], options))
    return notes


class _Place(NamedTuple):
    """What the notes of one kind have in common in a section: tags, and the fields with no more than their source."""

    tags: tuple[str, ...]
    fields: dict[str, str]


def _note(question: Question, guid: str, history: History, place: _Place, options: Options) -> Note:
    numbers = [blank.number for blank in history if not blank.gone]
    cards = tuple(sorted({number - 1 for number in numbers})) if numbers else (0,)
    fields = field_texts(question, numbers, place.fields, typing=options.typing == "yes")
    tags = _tag_text(place.tags, question.difficulty, question.tags)
    kind = NOTE_TYPES[question.kind]
    return Note(guid, question.id, kind, tags, fields["编号"], "\x1f".join(fields.values()), cards, history)


def note_guid(deck: str, question: str, kind: NoteType) -> str:
    """What Anki knows the note by: of the ids only, so that a corrected text stays the same note.

    A note cannot change its type, so a question that became one of another kind is another note.
    """
    return digest(deck, question) if kind is CLOZE else digest(deck, question, str(kind.id))


def _history(question: Cloze, guid: str, ledger: Ledger, options: Options) -> History:
    """The numbers of blanks with cards of their own; none for a question that began as one card, and so stays one.

    Blanks are known by their answers, so these are the deck's own, whatever script is shown.
    """
    before = ledger.clozes.get(guid, ())
    if not before and (options.cards == "question" or guid in ledger.notes):
        return ()
    return number_blanks(question, before, options.cards)


def _empty(deck: Deck, section: tuple[str, ...], kind: NoteType) -> dict[str, str]:
    """All fields in their order. The source stands in one line for a cloze, whose fields are older, else in three."""
    title, date = escape(clean(deck.report.title or deck.title).strip()), escape(clean(deck.report.date).strip())
    headings = [escape(heading) for heading in section if clean(heading).strip()]
    if kind is CLOZE:
        source = {"出处": " · ".join(filter(None, (title, *headings, date)))}
    else:
        source = {"报告": title, "出处": " · ".join(headings), "日期": date}
    return dict.fromkeys(kind.fields, "") | source


def _tags(deck: Deck, section: tuple[str, ...], kind: Kind) -> tuple[str, ...]:
    """The report's tag, below it the section's, then the year's and the kind's."""
    title = deck.report.title or deck.title
    levels = [part for part in map(tag_part, (title, *section)) if part][: 1 + SECTION_LEVELS]
    year = [f"年份::{found}" for found in _YEAR.findall(deck.report.date.translate(_DIGITS))[:1]]
    return (*("::".join(levels[:count]) for count in (1, len(levels)) if levels), *year, f"题型::{KIND_NAMES[kind]}")


@lru_cache(1000)
def _tag_text(common: tuple[str, ...], difficulty: int, own: tuple[str, ...]) -> str:
    """All tags, with a blank at both ends, as Anki stores them. A tag of the learner's may have levels (甲::乙)."""
    levels = [f"难度::{difficulty}"] if difficulty else []
    learners = ("::".join(filter(None, map(tag_part, tag.split("::")))) for tag in own)
    return f" {' '.join(dict.fromkeys(filter(None, (*common, *levels, *learners))))} "
