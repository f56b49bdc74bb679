"""The order of a drill: the report from start to end with one question a sentence, then again with the next ones.

Asked one after another the questions of a sentence would answer each other, for the stem of each shows what the others
ask.
"""

from collections import Counter
from collections.abc import Iterable

from quiz.model import Question


def reading_order(questions: Iterable[Question]) -> list[Question]:
    """The first question of every sentence, then the second of every sentence that has one, and so on."""
    asked: Counter[str] = Counter()
    turns: list[tuple[int, Question]] = []
    for question in questions:
        turns.append((asked[question.quote], question))
        asked[question.quote] += 1
    return [question for _turn, question in sorted(turns, key=lambda pair: pair[0])]
