"""Questions as lines of text, with their answers: what `show` lists and the plain drill says after a reply."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from quiz.i18n import gettext as _
from quiz.model import Choice, Cloze, Judge, Order, Question, Short, letter


def truth(true: bool) -> str:
    return _("True") if true else _("False")


def headline(question: Question) -> str:
    """The words of a question with its answer in 【】, where that can be said in a word."""
    match question:
        case Cloze() | Choice():
            return question.fill([f"【{blank.answer}】" for blank in question.blanks])
        case Judge():
            return f"{question.sentence}【{truth(question.true)}】"
        case Order() | Short():
            return question.sentence
        case _:
            assert_never(question)


def below(question: Question) -> Iterator[str]:
    """What the headline does not say of the answer."""
    match question:
        case Cloze():
            return
        case Choice():
            if not question.blanks:
                yield from (f"{letter(place)}. {question.options[place]}" for place in question.key)
        case Judge():
            if not question.true and question.provenance.quote:
                yield _("The report says: ") + question.provenance.quote
        case Order():
            yield from numbered(question.items)
        case Short():
            yield from numbered(question.points)
        case _:
            assert_never(question)


def options(question: Choice, *, marked: bool = False) -> Iterator[str]:
    """The options, one a line; the right ones `marked` with a sign."""
    for place, option in enumerate(question.options):
        sign = ("✓ " if place in question.key else "  ") if marked else ""
        yield f"{sign}{letter(place)}. {option}"


def numbered(texts: Sequence[str]) -> Iterator[str]:
    return (f"{number}. {text}" for number, text in enumerate(texts, 1))
