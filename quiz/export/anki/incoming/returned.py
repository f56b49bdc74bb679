"""What a package brings back of decks at hand, and what of others."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quiz.export.anki.incoming.collection import Incoming, Reply, Row
from quiz.export.anki.incoming.ours import edited, find_ours
from quiz.export.anki.ledger import Ledger
from quiz.model import Deck, Question


@dataclass(frozen=True, slots=True)
class Returned:
    """`notes` is the number of notes that come from the decks; `asked` names deck and question of each card of
    theirs, by the card's id. `edits` are, by deck id, the questions that say something else in Anki. `others` are the
    notes that come from none."""

    notes: int
    asked: Mapping[int, tuple[str, str]]
    edits: Mapping[str, list[Question]]
    others: Sequence[Row]


def returned(incoming: Incoming, decks: Sequence[Deck], ledger: Callable[[Deck], Ledger]) -> Returned:
    """What comes back of `decks`; `ledger` is asked for the record of a deck's last export."""
    ours = find_ours(incoming, decks)
    names = {owned.note.id: (owned.deck.id, owned.question.id) for owned in ours}
    ledgers = {owned.deck.id: ledger(owned.deck) for owned in {owned.deck.id: owned for owned in ours}.values()}
    edits: dict[str, list[Question]] = {}
    for owned in ours:
        changed = edited(owned, incoming, ledgers[owned.deck.id])
        if changed is not None:
            edits.setdefault(owned.deck.id, []).append(changed)
    asked = {card.id: names[card.note] for card in incoming.cards if card.note in names}
    return Returned(len(ours), asked, edits, [note for note in incoming.notes if note.id not in names])


def replies(incoming: Incoming, asked: Mapping[int, tuple[str, str]]) -> dict[str, list[tuple[str, Reply]]]:
    """By deck id the replies to its questions, oldest first."""
    found: dict[str, list[tuple[str, Reply]]] = {}
    for reply in incoming.replies(asked.keys()):
        deck, question = asked[reply.card]
        found.setdefault(deck, []).append((question, reply))
    return found
