"""A deck in the other script."""

from dataclasses import replace
from typing import assert_never

from quiz.language.script import to_traditional
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Question, Short


def traditional(deck: Deck) -> Deck:
    """`deck` in Traditional characters; ids stay, and so do offsets, as no word gets longer."""
    report = Origin(to_traditional(deck.report.title), deck.report.source, to_traditional(deck.report.date))
    questions = tuple(map(_question, deck.questions))
    return replace(deck, title=to_traditional(deck.title), report=report, questions=questions)


def _question(question: Question) -> Question:
    sentence = to_traditional(question.sentence)
    question = replace(
        question,
        sentence=sentence,
        provenance=replace(
            question.provenance,
            section=_each(question.provenance.section),
            quote=sentence if question.quote == question.sentence else to_traditional(question.quote),
        ),
        lead=to_traditional(question.lead),
        tags=_each(question.tags),
        note=to_traditional(question.note),
    )
    match question:
        case Cloze():
            return replace(question, blanks=_blanks(question.blanks, sentence))
        case Choice():
            return replace(question, blanks=_blanks(question.blanks, sentence), options=_each(question.options))
        case Judge():
            return question
        case Order():
            return replace(question, items=_each(question.items))
        case Short():
            return replace(question, points=_each(question.points))
        case _:
            assert_never(question)


def _blanks(blanks: tuple[Blank, ...], sentence: str) -> tuple[Blank, ...]:
    return tuple(
        Blank(b.start, b.end, sentence[b.start : b.end], _each(b.accepted), to_traditional(b.hint)) for b in blanks
    )


def _each(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(to_traditional, texts))
