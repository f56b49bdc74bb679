"""What a learner says of a question for good: suspended, starred, rejected, accepted."""

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from quiz.model import Deck
from quiz.study.log import Log

Mark: TypeAlias = Literal["suspended", "starred", "rejected", "accepted"]
MARKS: tuple[Mark, ...] = get_args(Mark)

HIDDEN: tuple[Mark, ...] = ("suspended", "rejected")
"""Questions with one of these are asked in no mode."""


def mark(log: Log, deck: str, question: str, name: Mark, at: int, wording: str = "") -> bool:
    """Mark a question at `at` (milliseconds); False when it was marked so already, in this `wording`."""
    insert = """INSERT INTO mark (deck, question, mark, at, wording) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET at = excluded.at, wording = excluded.wording WHERE wording <> excluded.wording
        RETURNING mark"""
    rows, _ = log.database.write(insert, deck, question, name, at, wording)
    return bool(rows)


def unmark(log: Log, deck: str, question: str, name: Mark) -> bool:
    """Take a mark away; False when there was none."""
    delete = "DELETE FROM mark WHERE deck = ? AND question = ? AND mark = ? RETURNING mark"
    rows, _ = log.database.write(delete, deck, question, name)
    return bool(rows)


def marked(log: Log, deck: str, names: Iterable[Mark] = HIDDEN) -> frozenset[str]:
    """The ids of the questions of `deck` that carry one of these marks."""
    rows = log.database.read("SELECT question, mark FROM mark WHERE deck = ?", deck)
    wanted = set(names)
    return frozenset(question for question, name in rows if name in wanted)


def accepted(log: Log, deck: Deck) -> frozenset[str]:
    """The ids of the questions that were accepted and say the same as then."""
    from quiz.model.digest import wording

    rows = log.database.read("SELECT question, wording FROM mark WHERE deck = ? AND mark = 'accepted'", deck.id)
    then = dict(rows)
    return frozenset(question.id for question in deck.questions if then.get(question.id) == wording(question))
