"""What the plain drill says of a question: while it is asked, and of a reply that differs from the answer."""

from collections.abc import Iterator, Sequence
from typing import assert_never

from quiz import telling
from quiz.cli.lines import numbered, options, truth
from quiz.i18n import gettext as _
from quiz.model import Choice, Cloze, Judge, Order, Question, Short, letter
from quiz.study import TRUE, Outcome
from quiz.study.asking import KINDS, shuffled

BLANK = "＿＿＿＿"


def kind(question: Question) -> str:
    """The name of the kind, where it cannot be told by the gaps."""
    return "" if isinstance(question, Cloze) else f" {_(KINDS[question.kind])}"


def asked(question: Choice | Judge | Order) -> Iterator[str]:
    match question:
        case Choice():
            yield question.fill([BLANK] * len(question.blanks))
            yield from options(question)
        case Judge():
            yield question.sentence
            yield "  ".join(numbered([truth(true=True), truth(true=False)]))
        case Order():
            yield question.sentence
            yield from numbered([question.items[place] for place in shuffled(question)])
        case _:
            assert_never(question)


def differences(outcome: Outcome) -> Iterator[str]:
    """What was given and what is right, where they differ."""
    message = _("  your answer: {given}  right: {answer}")
    question, parts = outcome.question, outcome.grade.parts
    given, answers = [part.given for part in parts if part.given], [part.answer for part in parts if part.answer]
    match question:
        case Cloze():
            names = telling.slips_of(question, outcome.grade)
            for place, part in enumerate(parts):
                if not part.right:
                    name = f"  ({names[place]})" if place in names else ""
                    yield message.format(given=part.given, answer=part.answer) + name
        case Choice():
            if given != answers:
                yield message.format(given=_letters(question, given), answer=_letters(question, answers))
        case Judge():
            if given != answers:
                yield message.format(
                    given="".join(truth(true=text == TRUE) for text in given), answer=truth(question.true)
                )
        case Order():
            if given != answers:
                shown = [question.items[place] for place in shuffled(question)]
                numbers = [" ".join(str(shown.index(item) + 1) for item in items) for items in (given, answers)]
                yield message.format(given=numbers[0], answer=numbers[1])
        case Short():
            had = [number for number, part in enumerate(parts, 1) if part.right]
            yield _("  you had: {numbers}").format(numbers=" ".join(map(str, had)) or "0")
        case _:
            assert_never(question)


def _letters(question: Choice, texts: Sequence[str]) -> str:
    """Options by their letters, in the order of the question."""
    return " ".join(letter(place) for place, option in enumerate(question.options) if option in texts)


def gaps(question: Cloze) -> Iterator[str]:
    """What stands in the blanks: a gap, numbered when there are several."""
    for number, _blank in enumerate(question.blanks, 1):
        yield f"（{number}）{BLANK}" if len(question.blanks) > 1 else BLANK
