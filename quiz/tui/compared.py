"""A wrong reply beside the answer: the characters that differ, and the name of the slip."""

from difflib import SequenceMatcher

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Cloze, Question
from quiz.study import Grade, difference, nearest, slip
from quiz.tui.wrap import Piece

CLOSE = 0.5  # below it so little agrees that marking the rest only clutters
SLIPS = {
    "homophone": mark("sounds the same, written otherwise"),
    "transposed": mark("the right characters in another order"),
    "missing": mark("characters are missing"),
    "extra": mark("characters too many"),
}


def compared(given: str, answer: str) -> list[Piece]:
    """The reply as it was typed, and where it comes close with what is wrong in brackets: ``[instead→answer]``,
    ``[+missing]``, ``[-extra]``, so that no colour is needed to read it."""
    if SequenceMatcher(None, given, answer, autojunk=False).ratio() < CLOSE:
        return [Piece(clean(given), "wrong")]
    pieces: list[Piece] = []
    for run in difference(given, answer):
        old, new = clean(run.given), clean(run.answer)
        match run.change:
            case "same":
                pieces.append(Piece(old))
            case "missing":
                pieces.append(Piece(f"[+{new}]", "missed", whole=True))
            case "extra":
                pieces.append(Piece(f"[-{old}]", "wrong", whole=True))
            case "instead":
                pieces.append(Piece(f"[{old}→{new}]", "wrong", whole=True))
    return pieces


def closest(question: Question, place: int, given: str) -> str:
    """The accepted answer of a blank that the reply comes closest to."""
    if not isinstance(question, Cloze):
        return ""
    blank = question.blanks[place]
    return nearest(given, (blank.answer, *blank.accepted))


def slips(question: Question, grade: Grade) -> dict[int, str]:
    """The names of slips by the number of the blank (from 0), as far as they have one, in the user's language.

    The first that needs the pinyin table takes a quarter of a second.
    """
    names: dict[int, str] = {}
    for place, part in enumerate(grade.parts if isinstance(question, Cloze) else ()):
        given = part.given.strip()
        if not part.right and given:
            name = slip(given, closest(question, place, given)) or ""
            if name in SLIPS:
                names[place] = _(SLIPS[name])
    return names
