"""What a learner says of a question for good: suspended, starred, rejected."""

from collections.abc import Iterable
from typing import Literal, TypeAlias, get_args

from quiz.study.log import Log

Mark: TypeAlias = Literal["suspended", "starred", "rejected"]
MARKS: tuple[Mark, ...] = get_args(Mark)

HIDDEN: tuple[Mark, ...] = ("suspended", "rejected")
"""Questions with one of these are asked in no mode."""


def mark(log: Log, deck: str, question: str, name: Mark, at: int) -> bool:
    """Mark a question at `at` (milliseconds); False when it was marked so already."""
    insert = "INSERT OR IGNORE INTO mark (deck, question, mark, at) VALUES (?, ?, ?, ?) RETURNING mark"
    rows, _ = log.database.write(insert, deck, question, name, at)
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
