"""What the person who makes a deck asks for."""

from dataclasses import dataclass

from quiz.generate.lexicon import NO_WORDS, Lexicon
from quiz.model import KINDS, Kind


@dataclass(frozen=True, slots=True)
class Wishes:
    """`count` questions, or as many as suit the report's length; `density` multiplies how many a sentence may carry and
    that number. `kinds` of questions, only `sections` whose number or heading is named (all when empty). Another `seed`
    gives another paper: other kinds of questions, other places of the right option."""

    count: int | None = None
    density: float = 1.0
    kinds: tuple[Kind, ...] = KINDS
    sections: tuple[str, ...] = ()
    seed: int = 0
    lexicon: Lexicon = NO_WORDS


USUAL = Wishes()
