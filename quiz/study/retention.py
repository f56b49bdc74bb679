"""How much of what was known was remembered, by the log: for one deck, or for all when none is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from quiz.study.days import day_date
from quiz.study.history import span
from quiz.study.log import Log

MATURE = 21
"""From so many days since the reply before, a question counts as mature."""

# The first reply of a day to a question known from an earlier day: whether it was remembered, and after how long.
_RECALLED = """
    SELECT day, sum(rating > 1 AND NOT old), sum(NOT old), sum(rating > 1 AND old), sum(old) FROM (
        SELECT day, rating, day - before >= :mature AS old FROM (
            SELECT review.day, review.rating, (
                SELECT max(older.day) FROM review AS older
                WHERE older.deck = review.deck AND older.question = review.question
                AND older.verdict <> 'skipped' AND older.day < review.day
            ) AS before
            FROM review JOIN (
                SELECT min(id) AS id FROM review
                WHERE day BETWEEN :from AND :to AND verdict <> 'skipped' AND (:deck = '' OR deck = :deck)
                GROUP BY day, deck, question
            ) USING (id)
        ) WHERE before IS NOT NULL
    ) GROUP BY day ORDER BY day"""


@dataclass(frozen=True, slots=True)
class Recalled:
    """How much of what was known before was remembered: `right` of so many, young and mature (see `MATURE`) apart."""

    date: date | None
    young_right: int
    young: int
    mature_right: int
    mature: int

    @property
    def share(self) -> float | None:
        """The true retention, None when nothing was repeated."""
        asked = self.young + self.mature
        return (self.young_right + self.mature_right) / asked if asked else None


def retention(log: Log, now: datetime, deck: str = "", days: int = 30) -> tuple[Recalled, ...]:
    """The retention of each of the last `days` on which something known was repeated, oldest first."""
    rows = log.database.read_named(_RECALLED, {**span(now, days), "deck": deck, "mature": MATURE})
    return tuple(Recalled(day_date(day), *figures) for day, *figures in rows)


def overall(days: Sequence[Recalled]) -> Recalled:
    """The retention of several days in one; `date` is None."""
    return Recalled(
        None,
        young_right=sum(day.young_right for day in days),
        young=sum(day.young for day in days),
        mature_right=sum(day.mature_right for day in days),
        mature=sum(day.mature for day in days),
    )
