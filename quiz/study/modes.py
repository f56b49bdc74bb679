"""The modes of a drill: each is a way to make the queue and a rule for when a session ends."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from json import dumps, loads
from random import Random
from typing import Literal, NamedTuple, TypeAlias, assert_never, get_args

from quiz.model import Question
from quiz.study.days import milliseconds
from quiz.study.log import Log
from quiz.study.order import reading_order
from quiz.study.reviewing import review_queue
from quiz.study.spacing import APART, shuffled, spread
from quiz.study.wrongbook import STREAK, wrong_book

Mode: TypeAlias = Literal["order", "random", "review", "wrong", "challenge", "race", "browse"]
MODES: tuple[Mode, ...] = get_args(Mode)


@dataclass(frozen=True, slots=True)
class Options:
    """What a session is begun with; each mode looks at its own. `seed` makes the random order (none: by the clock),
    `lives` are the wrong replies that end a challenge, `target` the right ones that win a race, `limit` its seconds (0:
    none), `streak` the right replies in a row that take a question out of the wrong-book."""

    seed: int | None = None
    lives: int = 1
    target: int = 5
    limit: float = 100.0
    streak: int = STREAK

    def to_json(self) -> str:
        return dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Options":
        """As `to_json` wrote it, by this version of the program or another; what is not known is left out."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in loads(text).items() if name in known})


DEFAULTS = Options()


class Rule(NamedTuple):
    """How a session goes on. A reply rated "again" brings its question back after `back` others (0: not), `lives`
    wrong replies or `target` right ones end it, or `limit` seconds (0 each: they do not), `graded` is False where
    questions are only looked at."""

    back: int = 0
    lives: int = 0
    target: int = 0
    limit: float = 0.0
    graded: bool = True


def rule_of(mode: str, options: Options) -> Rule:
    """The rule of a mode; sessions of any other name go once through their queue."""
    match mode:
        case "review":
            return Rule(back=APART)
        case "challenge":
            return Rule(lives=max(1, options.lives))
        case "race":
            return Rule(target=max(1, options.target), limit=options.limit)
        case "browse":
            return Rule(graded=False)
        case _:
            return Rule()


def make_queue(
    mode: Mode, log: Log, deck: str, questions: Sequence[Question], now: datetime, options: Options
) -> list[Question]:
    """The questions of a new session in the order they are asked."""
    match mode:
        case "order" | "browse":
            return reading_order(questions)
        case "random" | "challenge" | "race":
            return shuffled(questions, Random(milliseconds(now) if options.seed is None else options.seed))
        case "review":
            return review_queue(log, deck, questions, now)
        case "wrong":
            bad = wrong_book(log, deck, options.streak)
            return spread(question for question in reading_order(questions) if question.id in bad)
        case _:
            assert_never(mode)
