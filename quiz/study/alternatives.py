"""What a deck would have to accept so that a reply the learner counted right is right by itself."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from quiz.model import Cloze, Question
from quiz.study.alike import same_answer
from quiz.study.grade import Grade


@dataclass(frozen=True, slots=True)
class Alternative:
    """`text` as a further answer to blank number `blank` (from 0)."""

    blank: int
    text: str


def alternatives(question: Question, grade: Grade) -> tuple[Alternative, ...]:
    """One for each blank that was filled, but not with an answer that the deck knows. None for other kinds: their
    answers are chosen, not written."""
    if not isinstance(question, Cloze):
        return ()
    return tuple(
        Alternative(blank, part.given.strip())
        for blank, part in enumerate(grade.parts)
        if not part.right and part.given.strip()
    )


def accept(question: Question, found: Iterable[Alternative]) -> Question:
    """`question` with these answers accepted too; one it knows already, but for the way it is written, is left out."""
    if not isinstance(question, Cloze):
        return question
    blanks = list(question.blanks)
    for new in found:
        blank = blanks[new.blank]
        if not any(same_answer(new.text, answer) for answer in (blank.answer, *blank.accepted)):
            blanks[new.blank] = replace(blank, accepted=(*blank.accepted, new.text))
    return replace(question, blanks=tuple(blanks))
