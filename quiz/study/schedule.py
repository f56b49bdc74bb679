"""When a question is asked again: FSRS, through the library `fsrs`, which only this module knows.

A card is what the replies to one question come to. It is a fold over the log, so it can always be computed anew:
the same replies and the same settings give the same card, its due date included.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import fsrs

_VERSION = "fsrs-6.1"  # another one makes every card be computed anew: raise it when the rules below change
_DAY = timedelta(days=1)
_EPOCH = datetime.fromtimestamp(0, UTC)
_LATEST = 253_370_764_800_000 - 250 * 365 * 86_400_000  # a mad clock must not push a due date past the year 9999

# As py-fsrs spreads due dates, by its seeds and not by chance: (from day, to day, share of the days between).
_SPREAD = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


class Settings(NamedTuple):
    """What a learner may choose. `retention` is the share of due questions he wants to know, `parameters` are the 21
    of FSRS (none: its defaults), `fuzz` spreads due dates so that what was learned together is not due together,
    `new` and `reviews` are the most of a study day, `bury` keeps questions of one sentence on different days."""

    retention: float = 0.9
    parameters: tuple[float, ...] = ()
    fuzz: bool = True
    new: int = 20
    reviews: int = 200
    bury: bool = True

    @property
    def fingerprint(self) -> str:
        """What the cards depend on, as a short text."""
        return f"{_VERSION} {self.retention!r} {self.parameters!r} {self.fuzz}"


DEFAULTS = Settings()


class State(IntEnum):
    """As in FSRS; a question without a card is new."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


class Card(NamedTuple):
    """The memory of one question. `due` and `last` are milliseconds since 1970 UTC, `stability` the days after which
    nine of ten are still known, `step` the learning step or None, `lapses` how often it was forgotten once known."""

    state: State
    step: int | None
    stability: float
    difficulty: float
    due: int
    last: int
    reps: int
    lapses: int


class Schedule:
    """FSRS under some settings. The library is loaded when the first card is computed."""

    def __init__(self, settings: Settings = DEFAULTS) -> None:
        """ValueError, on the first use, for settings that FSRS cannot work with."""
        self.settings = settings

    def next(self, card: Card | None, question: str, at: int, rating: int) -> Card:
        """The card after a reply at `at` (milliseconds) with `rating` 1 to 4; `card` is None for the first one.

        A clock that was set back counts as no time between two replies.
        """
        import fsrs

        moment = _moment(at)
        before = _to_fsrs(card, moment)
        after, _log = self._scheduler.review_card(before, fsrs.Rating(rating), moment)
        interval = after.due - moment
        reps = card.reps + 1 if card else 1
        if self.settings.fuzz and after.state is fsrs.State.Review:
            interval = _fuzzed(interval, f"{question}:{reps}", self._scheduler.maximum_interval)
        lapsed = card is not None and card.state is State.REVIEW and rating == 1
        return Card(
            state=State(after.state.value),
            step=after.step,
            stability=after.stability or 0.0,
            difficulty=after.difficulty or 0.0,
            due=_milliseconds(moment + interval),
            last=_milliseconds(moment),
            reps=reps,
            lapses=(card.lapses if card else 0) + lapsed,
        )

    def fold(self, question: str, replies: Iterable[tuple[int, int]]) -> Card | None:
        """The card after all replies (time, rating) to a question, in the order of the log; None without any."""
        card = None
        for at, rating in replies:
            card = self.next(card, question, at, rating)
        return card

    def recall(self, card: Card, at: int) -> float:
        """The chance, 0 to 1, that the question of `card` is known at `at`: the forgetting curve of FSRS."""
        return self.forgetting(card.stability, max(0, (at - card.last) // 86_400_000))

    def forgetting(self, stability: float, days: int) -> float:
        """The share that is known after so many whole days."""
        decay, factor = self._curve
        return float((1 + factor * days / stability) ** decay)

    @cached_property
    def _scheduler(self) -> "fsrs.Scheduler":
        import fsrs  # 50 ms

        retention, parameters = self.settings.retention, self.settings.parameters
        if not 0 < retention < 1:
            raise ValueError(f"the retention must lie between 0 and 1, not at {retention}")
        if parameters:
            return fsrs.Scheduler(parameters=parameters, desired_retention=retention, enable_fuzzing=False)
        return fsrs.Scheduler(desired_retention=retention, enable_fuzzing=False)

    @cached_property
    def _curve(self) -> tuple[float, float]:
        decay = -self._scheduler.parameters[20]
        return decay, 0.9 ** (1 / decay) - 1


def _to_fsrs(card: Card | None, moment: datetime) -> "fsrs.Card":
    import fsrs

    if card is None:  # with a number: without one the library sleeps to find a free one
        return fsrs.Card(card_id=0, due=moment)
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(card.state.value),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=moment,  # what it was does not matter
        last_review=_moment(card.last),
    )


def _fuzzed(interval: timedelta, seed: str, longest: int) -> timedelta:
    """`interval` of whole days, moved by at most the days that py-fsrs would move it, the same way for one seed."""
    from hashlib import blake2b  # 4 ms

    days = interval.days
    if days < _SPREAD[0][0]:
        return interval
    reach = 1.0 + sum(share * max(min(float(days), end) - start, 0.0) for start, end, share in _SPREAD)
    low, high = max(2, round(days - reach)), min(round(days + reach), longest)
    low = min(low, high)
    chance = int.from_bytes(blake2b(seed.encode(errors="surrogatepass"), digest_size=8).digest(), "big")
    return (low + chance % (high - low + 1)) * _DAY


def _moment(at: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=min(max(at, 0), _LATEST))


def _milliseconds(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(milliseconds=1)
