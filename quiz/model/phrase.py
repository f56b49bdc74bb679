"""Phrases of a sentence that may become blanks."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A phrase worth asking: `start` and `end` count characters of its sentence, `weight` is higher for a better blank.

    `why` names what spoke for it (quoted, title, number, set member, repeated, heading ...), strongest first; `half`
    says that it seems to be a part of a longer term.
    """

    text: str
    start: int
    end: int
    weight: float
    why: tuple[str, ...] = ()
    half: bool = False
