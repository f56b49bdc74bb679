"""Where a deck stands: how many of its questions are new, due, learned, wrong. What was done when is in history.py."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from quiz.model import Deck
from quiz.study.days import day_end, milliseconds
from quiz.study.log import Log
from quiz.study.marks import marked
from quiz.study.schedule import State
from quiz.study.wrongbook import STREAK, wrong_book

# Due by now; a card from the future, by a clock that was wrong, always is (see reviewing.is_due).
_DUE = f"(last >= :end OR due < CASE state WHEN {State.REVIEW:d} THEN :end ELSE :moment END)"


class Counts(NamedTuple):
    """The questions of a deck. Suspended and rejected ones are in `suspended` only. `due` are to be asked now, `today`
    by the end of the study day, caps aside; `learning` are not known for a whole day yet; `reviews` are all replies."""

    questions: int
    new: int
    learning: int
    due: int
    today: int
    suspended: int
    starred: int
    wrong: int
    reviews: int


def counts(log: Log, deck: Deck, now: datetime, streak: int = STREAK) -> Counts:
    """The counts of a deck at `now`; `streak` as in the wrong-book."""
    log.refresh()
    present = {question.id for question in deck.questions}
    hidden = marked(log, deck.id) & present
    asked = present - hidden
    query = f"""
        SELECT count(*), count(*) FILTER (WHERE state <> {State.REVIEW:d}),
               count(*) FILTER (WHERE {_DUE}), count(*) FILTER (WHERE due < :end OR last >= :end)
        FROM card WHERE deck = :deck AND question IN (SELECT value FROM json_each(:ids))"""
    end, moment = milliseconds(day_end(now)), milliseconds(now) + 1
    values: dict[str, str | int] = {"end": end, "moment": moment, "deck": deck.id, "ids": ids(asked)}
    seen, learning, due, today = log.database.read_named(query, values)[0]
    reviews = log.database.read("SELECT count(*) FROM review WHERE deck = ? AND verdict <> 'skipped'", deck.id)
    return Counts(
        questions=len(present),
        new=len(asked) - seen,
        learning=learning,
        due=due,
        today=today,
        suspended=len(hidden),
        starred=len(marked(log, deck.id, ["starred"]) & asked),
        wrong=len(wrong_book(log, deck.id, streak) & asked),
        reviews=reviews[0][0],
    )


def ids(names: Iterable[str]) -> str:
    """The ids of questions as a query takes them."""
    return json.dumps(list(names))
