"""Questions: what is asked, the answer, and where in the report it stands.

The kinds are a closed union: a `match` that ends in `assert_never` makes the type checker list what a new kind needs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["cloze"]


@dataclass(frozen=True, slots=True)
class KeyPhrase:
    """A phrase worth asking: `start` and `end` count characters of its sentence, `weight` is higher for a better blank.

    `why` names what spoke for it (quoted, title, number, set member, repeated, heading ...), strongest first.
    """

    text: str
    start: int
    end: int
    weight: float
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Blank:
    """A gap in a sentence: `sentence[start:end] == answer`. `accepted` are further answers that count as right."""

    start: int
    end: int
    answer: str
    accepted: tuple[str, ...] = ()
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a question comes from: the headings above it, the running number of its sentence (from 1, 0 when unknown),
    the words of the report, which stay as they were when a hand edits the question, the page (from 1, 0 for none)."""

    section: tuple[str, ...] = ()
    sentence: int = 0
    quote: str = ""
    page: int = 0


@dataclass(frozen=True, slots=True)
class Cloze:
    """Fill in the blanks. `blanks` stand in order and do not touch; `lead` is shown above the stem when the sentence
    does not stand on its own. `why` is what spoke for the blanks."""

    id: str
    sentence: str
    blanks: tuple[Blank, ...]
    provenance: Provenance = Provenance()
    lead: str = ""
    why: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        return "cloze"

    def pieces(self) -> list[str]:
        """The text around the blanks: one piece more than there are blanks."""
        edges = [0, *(edge for blank in self.blanks for edge in (blank.start, blank.end)), len(self.sentence)]
        return [self.sentence[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def fill(self, fillers: Sequence[str]) -> str:
        """The sentence with `fillers`, one a blank, in the gaps."""
        first, *rest = self.pieces()
        return first + "".join(filler + piece for filler, piece in zip(fillers, rest, strict=True))


Question: TypeAlias = Cloze
