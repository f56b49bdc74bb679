"""A wrong reply beside the answer: the characters that differ."""

from difflib import SequenceMatcher

from quiz.controls import clean
from quiz.study import difference
from quiz.tui.wrap import Piece

CLOSE = 0.5  # below it so little agrees that marking the rest only clutters


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
