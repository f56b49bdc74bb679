"""What is weak about a finished question, by name; read from the deck alone, so hand-written ones are checked too."""

from collections.abc import Callable

from quiz.i18n import mark
from quiz.model import Question

MAX_ANSWER, MAX_BLANKS, MAX_BLANKED = 30, 3, 0.5
MAX_STEM = 260


def answer_visible(question: Question) -> bool:
    """The answer of a blank can be read in the rest of the stem or in the lead."""
    rest = "\n".join([*question.pieces(), question.lead])
    return any(blank.answer in rest for blank in question.blanks)


def censored(question: Question) -> bool:
    return any("××" in blank.answer for blank in question.blanks)


def long_answer(question: Question) -> bool:
    return any(len(blank.answer) > MAX_ANSWER for blank in question.blanks)


def many_blanks(question: Question) -> bool:
    blanked = sum(len(blank.answer) for blank in question.blanks)
    return len(question.blanks) > MAX_BLANKS or blanked > MAX_BLANKED * len(question.sentence)


def long_stem(question: Question) -> bool:
    return len(question.sentence) > MAX_STEM


def edited(question: Question) -> bool:
    """The text is no longer what the report says."""
    return bool(question.provenance.quote) and question.sentence != question.provenance.quote


CHECKS: dict[str, Callable[[Question], bool]] = {
    mark("the answer can be read elsewhere in the question"): answer_visible,
    mark("asks for a figure that was blotted out"): censored,
    mark("an answer is longer than one remembers"): long_answer,
    mark("so much is blank that nothing leads to the answer"): many_blanks,
    mark("the sentence is too long to take in"): long_stem,
    mark("differs from the words of the report"): edited,
}


def flags(question: Question) -> tuple[str, ...]:
    """The names (English message ids) of the checks that a question fails."""
    return tuple(name for name, fails in CHECKS.items() if fails(question))
