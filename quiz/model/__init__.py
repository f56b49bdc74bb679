"""The nouns of the program; standard library only."""

from typing import TYPE_CHECKING

from quiz.lazy import lazily

if TYPE_CHECKING:
    from quiz.model.deck import FORMAT, Deck, Origin
    from quiz.model.ingest import CHANGES, DOUBTS, REASONS, Doubt, IngestReport, Removal
    from quiz.model.phrase import KeyPhrase
    from quiz.model.question import (
        KINDS,
        Blank,
        Choice,
        Cloze,
        Gapped,
        Item,
        Judge,
        Kind,
        Order,
        Provenance,
        Question,
        Short,
        letter,
    )
    from quiz.model.report import Report, Section, Sentence
    from quiz.model.review import Review, Verdict

__all__ = [
    "CHANGES",
    "DOUBTS",
    "FORMAT",
    "KINDS",
    "REASONS",
    "Blank",
    "Choice",
    "Cloze",
    "Deck",
    "Doubt",
    "Gapped",
    "IngestReport",
    "Item",
    "Judge",
    "KeyPhrase",
    "Kind",
    "Order",
    "Origin",
    "Provenance",
    "Question",
    "Removal",
    "Report",
    "Review",
    "Section",
    "Sentence",
    "Short",
    "Verdict",
    "letter",
]

__getattr__ = lazily(
    __name__,
    {
        "deck": "FORMAT Deck Origin",
        "ingest": "CHANGES DOUBTS REASONS Doubt IngestReport Removal",
        "phrase": "KeyPhrase",
        "question": "KINDS Blank Choice Cloze Gapped Item Judge Kind Order Provenance Question Short letter",
        "report": "Report Section Sentence",
        "review": "Review Verdict",
    },
)
