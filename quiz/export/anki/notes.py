"""Questions as Anki notes: the text of every field, the tags, the deck, the guid."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from quiz.errors import QuizError
from quiz.export.anki.decks import SECTION_LEVELS, Levels, subdeck
from quiz.export.anki.escape import clean, escape, tag_part
from quiz.export.anki.ledger import digest
from quiz.export.anki.notetype import SPARE_FIELDS
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Blank, Cloze, Deck, Question


@dataclass(frozen=True, slots=True)
class Note:
    """One note as Anki stores it: `fields` joined by \\x1f, `tags` by blanks; `subdeck` names the levels."""

    guid: str
    subdeck: Levels
    tags: str
    sort: str
    fields: str


def make_notes(deck: Deck) -> list[Note]:
    """A note for every question, in the deck's order.

    Raises QuizError for a question Anki would make no card of.
    """
    places: dict[tuple[str, ...], tuple[Levels, str, str]] = {}
    notes = []
    for question in deck.questions:
        section = question.provenance.section
        if section not in places:
            places[section] = subdeck(deck, section), _tags(deck, section), _source(deck, section)
        path, tags, source = places[section]
        fields = _fields(deck, question, source)
        notes.append(Note(_guid(deck, question), path, tags, fields[0], "\x1f".join(fields)))
    return notes


def _guid(deck: Deck, question: Question) -> str:
    """What Anki knows the note by: of the two ids only, so that a corrected text stays the same note."""
    return digest(deck.id, question.id)


def _fields(deck: Deck, question: Question, source: str) -> tuple[str, ...]:
    """The fields in the order of the note type."""
    match question:
        case Cloze():
            if not question.blanks:
                raise _no_card(deck, question)
            number, lead, others = escape(question.id), escape(question.lead), _others(question.blanks)
            return number, _stem(question), lead, "", "", others, source, *[""] * SPARE_FIELDS
        case _:
            assert_never(question)


def _stem(question: Cloze) -> str:
    """The sentence with its clozes. All carry number 1: the blanks of one question are asked together, on one card."""
    text, done = "", 0
    for blank in question.blanks:
        text += escape(question.sentence[done : blank.start]) + _cloze(blank)
        done = blank.end
    return text + escape(question.sentence[done:])


def _cloze(blank: Blank) -> str:
    answer, hint = escape(blank.answer), escape(blank.hint)
    return f"{{{{c1::{answer}::{hint}}}}}" if hint else f"{{{{c1::{answer}}}}}"


def _others(blanks: Iterable[Blank]) -> str:
    """What else counts as right, a line a blank."""
    lines = []
    for blank in blanks:
        if blank.accepted:
            lines.append(f"{escape(blank.answer)}　也可答：{'、'.join(map(escape, blank.accepted))}")
    return "<br>".join(lines)


def _no_card(deck: Deck, question: Question) -> QuizError:
    message = _("{deck}: question {question} has no blank, so Anki can make no card of it; give it one")
    return QuizError(message.format(deck=printable(deck.title), question=printable(question.id)))


def _source(deck: Deck, section: Iterable[str]) -> str:
    """Report, headings and date in one line."""
    parts = [deck.report.title or deck.title, *section, deck.report.date]
    return " · ".join(escape(part) for part in parts if clean(part).strip())


def _tags(deck: Deck, section: Iterable[str]) -> str:
    """The report's tag and below it the section's; a blank at both ends, as Anki stores them."""
    title = deck.report.title or deck.title
    levels = [part for part in map(tag_part, (title, *section)) if part][: 1 + SECTION_LEVELS]
    tags = dict.fromkeys("::".join(levels[:count]) for count in (1, len(levels)))
    return f" {' '.join(tags)} " if levels else ""
