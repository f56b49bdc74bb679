"""The wrong-book (错题本): what was answered wrong and has not been right often enough since."""

from quiz.study.log import Log

STREAK = 2
"""So many right replies in a row take a question out."""

# The newest wrong reply of each question; the right ones after it are counted by the index alone.
_QUERY = """
    SELECT question FROM (
        SELECT question, max(id) AS slip FROM review
        WHERE deck = ? AND verdict IN ('partly', 'wrong') GROUP BY question
    ) AS bad
    WHERE ? > (
        SELECT count(*) FROM review
        WHERE deck = ? AND question = bad.question AND verdict = 'right' AND id > bad.slip
    )
"""


def wrong_book(log: Log, deck: str, streak: int = STREAK) -> frozenset[str]:
    """The ids of the questions in the wrong-book of `deck`; a skip neither puts in nor takes out."""
    return frozenset(question for (question,) in log.database.read(_QUERY, deck, streak, deck))
