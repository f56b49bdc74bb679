"""The nouns of the program; standard library only."""

from quiz.model.deck import FORMAT, Deck, Origin
from quiz.model.ingest import CHANGES, DOUBTS, REASONS, Doubt, IngestReport, Removal
from quiz.model.question import Blank, Cloze, KeyPhrase, Kind, Provenance, Question
from quiz.model.report import Report, Section, Sentence
from quiz.model.review import Review, Verdict

__all__ = [
    "CHANGES",
    "DOUBTS",
    "FORMAT",
    "REASONS",
    "Blank",
    "Cloze",
    "Deck",
    "Doubt",
    "IngestReport",
    "KeyPhrase",
    "Kind",
    "Origin",
    "Provenance",
    "Question",
    "Removal",
    "Report",
    "Review",
    "Section",
    "Sentence",
    "Verdict",
]
