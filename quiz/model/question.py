"""Questions: what is asked, the answer, and where in the report it stands.

The kinds are a closed union: a `match` that ends in `assert_never` makes the type checker list what a new kind needs.
"""

import re
from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass
from typing import Literal, TypeAlias, get_args

Kind: TypeAlias = Literal["cloze", "choice", "multiple", "judge", "order", "short"]
# What may stand between the members of a list; quotation marks round a member do not matter.
_QUOTES = r"[\s\"“”‘’「」『』《》〈〉]*"
_JOINT = rf"{_QUOTES}(?:、|和|与|及|或|以及|[\"”’」』》〉]\s*[\"“‘「『《〈]){_QUOTES}"

KINDS: tuple[Kind, ...] = get_args(Kind)


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
class Item:
    """What questions of every kind have. `sentence` is the text shown, its blanks filled; `lead` stands above it where
    it does not stand on its own; `why` is what spoke for asking; `difficulty` runs from 1 (easy) to 5, 0 unknown;
    `note` is shown with the answer."""

    id: str
    sentence: str
    _: KW_ONLY
    provenance: Provenance = Provenance()
    lead: str = ""
    why: tuple[str, ...] = ()
    difficulty: int = 0
    tags: tuple[str, ...] = ()
    note: str = ""

    @property
    def quote(self) -> str:
        """The words of the report behind the question; for one that a hand wrote, its own."""
        return self.provenance.quote or self.sentence


@dataclass(frozen=True, slots=True)
class Gapped(Item):
    """A sentence with gaps. `blanks` stand in order and do not touch."""

    blanks: tuple[Blank, ...]

    def pieces(self) -> list[str]:
        """The text around the blanks: one piece more than there are blanks."""
        edges = [0, *(edge for blank in self.blanks for edge in (blank.start, blank.end)), len(self.sentence)]
        return [self.sentence[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]

    def fill(self, fillers: Sequence[str]) -> str:
        """The sentence with `fillers`, one a blank, in the gaps."""
        first, *rest = self.pieces()
        return first + "".join(filler + piece for filler, piece in zip(fillers, rest, strict=True))


@dataclass(frozen=True, slots=True)
class Cloze(Gapped):
    """Fill in the blanks, one or more."""

    def lists(self) -> list[int]:
        """The lengths of the runs of blanks that are one list each (A、B和C), in order; a blank on its own is a run of
        one. The members of a list may be given in any order."""
        sizes = [1] if self.blanks else []
        for piece in self.pieces()[1:-1]:
            if re.fullmatch(_JOINT, piece):
                sizes[-1] += 1
            else:
                sizes.append(1)
        return sizes

    @property
    def kind(self) -> Kind:
        return "cloze"


def letter(place: int) -> str:
    """The letter of the option at `place`, counted from 0."""
    return chr(ord("A") + place)


@dataclass(frozen=True, slots=True)
class Choice(Gapped):
    """Choose among `options`; `key` holds the places (from 0) of the right ones, in order.

    Its one blank shows where the answer stands in the sentence; a question in a hand's own words may have none. Two or
    more right options make a multiple choice, whose blank is the whole list.
    """

    options: tuple[str, ...]
    key: tuple[int, ...]

    @property
    def kind(self) -> Kind:
        return "multiple" if len(self.key) > 1 else "choice"

    @property
    def right(self) -> tuple[str, ...]:
        """The right options."""
        return tuple(self.options[place] for place in self.key)

    @property
    def letters(self) -> str:
        """The letters of the right options."""
        return "".join(map(letter, self.key))


@dataclass(frozen=True, slots=True)
class Judge(Item):
    """True or false. `sentence` is the statement; where it is false, `provenance.quote` is what the report says."""

    true: bool

    @property
    def kind(self) -> Kind:
        return "judge"


@dataclass(frozen=True, slots=True)
class Order(Item):
    """Put `items` in order; they are held in the right one. `sentence` is the task."""

    items: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        return "order"


@dataclass(frozen=True, slots=True)
class Short(Item):
    """A short answer in the learner's own words, judged point by point. `sentence` is the task."""

    points: tuple[str, ...]

    @property
    def kind(self) -> Kind:
        return "short"


Question: TypeAlias = Cloze | Choice | Judge | Order | Short
