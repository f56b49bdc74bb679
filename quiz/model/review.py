"""One answered question, as the log keeps it."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How an answer was judged. SKIPPED is no answer: the question comes back later in the same session."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Review:
    """One reply. `at` is milliseconds since 1970 UTC, `offset` the local zone's minutes east of UTC, `seconds` the
    time from question to reply, `rating` as in FSRS (1 again, 2 hard, 3 good, 4 easy; 0 for a skip). `overruled` says
    that the learner counted a wrong verdict right."""

    deck: str
    question: str
    at: int
    offset: int
    mode: str
    given: tuple[str, ...]
    verdict: Verdict
    rating: int
    seconds: float
    session: int
    overruled: bool = False
