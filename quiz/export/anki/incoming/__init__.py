"""Anki packages read back: notes as questions, and the replies to their cards."""

from quiz.export.anki.incoming.collection import Incoming, Reply, open_package
from quiz.export.anki.incoming.decks import Gathered, make_deck
from quiz.export.anki.incoming.ours import is_ours
from quiz.export.anki.incoming.returned import Returned, replies, returned
from quiz.export.anki.incoming.strangers import REASONS, Reason

__all__ = [
    "REASONS",
    "Gathered",
    "Incoming",
    "Reason",
    "Reply",
    "Returned",
    "is_ours",
    "make_deck",
    "open_package",
    "replies",
    "returned",
]
