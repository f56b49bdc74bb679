"""The order of a drill: as the report reads, but with the questions of one sentence apart.

Asked one after another they would answer each other, for the stem of each shows what the others ask.
"""

from collections.abc import Iterable
from itertools import groupby

from quiz.model import Question


def reading_order(questions: Iterable[Question]) -> list[Question]:
    """Section by section: the first question of every sentence, then the second of every sentence, and so on."""
    ordered: list[Question] = []
    for _section, group in groupby(questions, key=lambda question: question.provenance.section):
        rounds: dict[int, list[Question]] = {}
        asked: dict[str, int] = {}
        for question in group:
            turn = asked.get(question.sentence, 0)
            asked[question.sentence] = turn + 1
            rounds.setdefault(turn, []).append(question)
        ordered += [question for turn in sorted(rounds) for question in rounds[turn]]
    return ordered
