"""How a deck is exported. What is not asked for is done as at the last export, so that no note flips by accident."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass

CARDS = ("question", "set", "blank")
SCRIPTS = ("sc", "tc")
LOOKS = ("plain", "paper")


@dataclass(frozen=True, slots=True)
class Options:
    """Choices by name; an empty one is left as it was.

    `cards`: the blanks of a question on one card together, one card a list of blanks (甲、乙和丙), or one card a blank.
    `typing`: "yes" for a box to type into where there is one short blank. `script`: "tc" writes Traditional characters.
    `look`: "paper" is black on white like a printed paper; note types are shared, so it is that of all decks.
    """

    cards: str = ""
    typing: str = ""
    script: str = ""
    look: str = ""

    def since(self, before: Mapping[str, str]) -> "Options":
        """These options, those of the last export where they are silent, the usual ones where both are."""
        known = {name: value for name, value in before.items() if name in _USUAL}
        return Options(**{**_USUAL, **known, **{name: value for name, value in asdict(self).items() if value}})

    def chosen(self) -> dict[str, str]:
        """The options that are not the usual ones, as the ledger keeps them."""
        return {name: value for name, value in asdict(self).items() if value != _USUAL[name]}


_USUAL = {"cards": "question", "typing": "no", "script": "sc", "look": "plain"}
AS_BEFORE = Options()
