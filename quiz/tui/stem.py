"""The words of a question as pieces of text: while it is asked, and with its answers."""

from collections.abc import Sequence
from typing import assert_never

from rich.cells import cell_len

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.model import Choice, Cloze, Gapped, Judge, Order, Question, Short, Verdict, letter
from quiz.study import Grade
from quiz.study.asking import changes
from quiz.tui.text import circled
from quiz.tui.wrap import Piece

GAP = "＿" * 4
MARKS = {Verdict.RIGHT: "✓", Verdict.PARTLY: "◐", Verdict.WRONG: "✗"}


def asked(question: Question, typed: Sequence[str] = (), current: int = -1) -> list[Piece]:
    """The question with its blanks open and what is `typed` so far in them; blank `current` stands out."""
    match question:
        case Cloze():
            gaps = [
                Piece(number(question, place) + _gap(text), "current" if place == current else "blank", whole=True)
                for place, text in enumerate(typed)
            ]
            return _fill(question, gaps)
        case Choice():
            return _fill(question, [Piece(GAP, "blank", whole=True) for _blank in question.blanks])
        case Judge() | Order() | Short():
            return [Piece(clean(question.sentence))]
        case _:
            assert_never(question)


def solved(question: Question, grade: Grade | None = None) -> list[Piece]:
    """The question with its answers in place, told apart by `grade` when there is one; what is wrong in a statement
    that is not true is marked."""
    match question:
        case Cloze():
            rights = [blank.right for blank in grade.parts] if grade else [True] * len(question.blanks)
            gaps = [
                Piece(f"{number(question, place)}【{clean(blank.answer)}】", _style(right))
                for place, (blank, right) in enumerate(zip(question.blanks, rights, strict=True))
            ]
            return _fill(question, gaps)
        case Choice():
            style = _style(grade is None or grade.verdict is Verdict.RIGHT)
            return _fill(question, [Piece(f"【{clean(blank.answer)}】", style) for blank in question.blanks])
        case Judge():
            pairs = compared(question)
            return [Piece(old, "swapped" if old != new else "") for old, new in pairs]
        case Order() | Short():
            return [Piece(clean(question.sentence))]
        case _:
            assert_never(question)


def compared(question: Judge) -> list[tuple[str, str]]:
    """A statement beside the words of the report, in pieces that are the same or differ."""
    statement, quote = clean(question.sentence), clean(question.provenance.quote)
    if question.true or not quote:
        return [(statement, statement)]
    pairs = changes(statement, quote)
    return pairs if len(pairs) > 1 else [(statement, statement)]


def option(question: Choice | Judge, place: int) -> tuple[str, str]:
    """The label and the text of an option."""
    if isinstance(question, Choice):
        return f"{letter(place)}. ", clean(question.options[place])
    return f"{place + 1}. ", _("True") if place == 0 else _("False")


def box(text: str = "") -> str:
    """A box to tick, with what is in it."""
    return f"[{text or ' '}] "


def section(question: Question) -> str:
    """The headings above the question, outermost first."""
    return clean(" › ".join(question.provenance.section))


def number(question: Cloze, place: int) -> str:
    """The number of a blank, where there are several."""
    return circled(place + 1) if len(question.blanks) > 1 else ""


def _fill(question: Gapped, gaps: Sequence[Piece]) -> list[Piece]:
    first, *rest = question.pieces()
    pieces = [Piece(clean(first))]
    for gap, text in zip(gaps, rest, strict=True):
        pieces += [gap, Piece(clean(text))]
    return pieces


def _gap(typed: str) -> str:
    """A blank: every one equally wide, so that its width does not give the answer away."""
    missing = cell_len(GAP) - cell_len(typed)
    return clean(typed) + "＿" * max(0, (missing + 1) // 2)


def _style(right: bool) -> str:
    return "right" if right else "missed"
