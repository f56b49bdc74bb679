"""One question of several blanks into a question for each."""

from dataclasses import replace

from quiz.generate.cloze import question_id
from quiz.model import Cloze


def split(question: Cloze) -> tuple[Cloze, ...]:
    """One question for each blank, with the others filled in and all else the same; a single blank is a step easier."""
    difficulty = max(question.difficulty - 1, min(question.difficulty, 1))
    return tuple(
        replace(
            question,
            id=question_id(question.kind, question.sentence, (blank,)),
            blanks=(blank,),
            difficulty=difficulty,
        )
        for blank in question.blanks
    )
