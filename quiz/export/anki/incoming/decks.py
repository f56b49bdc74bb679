"""The notes of a package as one deck: its Anki decks are the sections."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from quiz.export.anki.incoming.collection import Card, Incoming, Row
from quiz.export.anki.incoming.ours import is_ours, read_skeleton
from quiz.export.anki.incoming.strangers import Made, Unusable, make_questions
from quiz.export.anki.incoming.text import plain
from quiz.export.anki.ledger import digest
from quiz.model import Deck, Gapped, Judge, Origin, Provenance, Question

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_NUMBER = re.compile(r"[0-9]{2,} ")  # as our export numbers the decks of sections


@dataclass(frozen=True, slots=True)
class Gathered:
    """A deck of what a package holds, the question that each Anki card asks, by the card's id, and how many notes
    could not be used, by reason."""

    deck: Deck
    cards: Mapping[int, str]
    unused: Mapping[str, int]


def make_deck(incoming: Incoming, notes: Sequence[Row], stem: str) -> Gathered:
    """A deck of these notes; `stem`, the name of the file without its ending, is the title where they share no deck.

    The same notes get the same ids again.
    """
    cards: dict[int, list[Card]] = {}
    for card in incoming.cards:
        cards.setdefault(card.note, []).append(card)
    levels = {note.id: _levels(incoming, cards.get(note.id, [])) for note in notes}
    shared = [level[0] for level in takewhile(lambda same: len(set(same)) == 1, zip(*levels.values(), strict=False))]
    title = " ".join(shared) or plain(stem) or "Anki"
    questions: dict[str, Question] = {}
    asked: dict[int, str] = {}
    unused: Counter[str] = Counter()
    for note in notes:
        held = cards.get(note.id, [])
        section = tuple(_NUMBER.sub("", level) for level in levels[note.id][len(shared) :])
        try:
            made = _made(incoming, note, section, {card.place for card in held})
        except Unusable as reason:
            unused[reason.reason] += 1
            continue
        names = {question.id: _free(question.id, note, questions) for question in made.questions}
        questions |= {names[question.id]: replace(question, id=names[question.id]) for question in made.questions}
        asked |= {card.id: names[made.cards[card.place]] for card in held if card.place in made.cards}
    deck = Deck(f"a{digest('anki', title)}", title, Origin(title, incoming.name), tuple(questions.values()))
    return Gathered(deck, asked, unused)


def _levels(incoming: Incoming, cards: Sequence[Card]) -> list[str]:
    """The levels of the deck that the note's first card lies in."""
    name = incoming.decks.get(min(cards, key=lambda card: card.place).deck, "") if cards else ""
    return [level for level in map(plain, name.split("::")) if level]


def _made(incoming: Incoming, note: Row, section: tuple[str, ...], places: set[int]) -> Made:
    kind = incoming.kinds.get(note.kind)
    if kind is None:
        raise Unusable("unknown type")
    if not is_ours(note):
        return make_questions(note, kind, section, places)
    question = read_skeleton(note, kind)
    if question is None:
        raise Unusable("no answer")
    own_words = isinstance(question, Gapped) or (isinstance(question, Judge) and question.true)
    quote = question.sentence if own_words else question.provenance.quote
    question = replace(question, provenance=Provenance(section, quote=quote))
    return Made((question,), dict.fromkeys(places, question.id))


def _free(name: str, note: Row, taken: Mapping[str, Question]) -> str:
    """`name`, unless it cannot be an id or another note has it."""
    return name if _ID.fullmatch(name) and name not in taken else digest("anki", note.guid, str(note.id), name)
