"""A question as pieces of text: while it is asked, and with its answers."""

from collections.abc import Sequence
from typing import assert_never

from rich.cells import cell_len

from quiz.i18n import gettext as _
from quiz.model import Cloze, Question, Verdict
from quiz.study import Grade
from quiz.tui.text import circled, clean
from quiz.tui.wrap import Piece

GAP = "＿" * 4
MARKS = {Verdict.RIGHT: "✓", Verdict.PARTLY: "◐", Verdict.WRONG: "✗"}


def answer_count(question: Question) -> int:
    """How many answers the question wants."""
    match question:
        case Cloze():
            return len(question.blanks)
        case _:
            assert_never(question)


def hint(question: Question, number: int) -> str:
    """The hint for answer `number`, counted from 0; empty when there is none."""
    match question:
        case Cloze():
            return clean(question.blanks[number].hint)
        case _:
            assert_never(question)


def asked(question: Question, typed: Sequence[str], current: int) -> list[Piece]:
    """The question with its blanks open and what is `typed` so far in them; blank `current` stands out."""
    match question:
        case Cloze():
            gaps = [
                Piece(_number(question, place) + _gap(text), "current" if place == current else "blank", whole=True)
                for place, text in enumerate(typed)
            ]
            return _fill(question, gaps)
        case _:
            assert_never(question)


def solved(question: Question, grade: Grade | None = None) -> list[Piece]:
    """The question with its answers in place, told apart by `grade` when there is one."""
    match question:
        case Cloze():
            rights = [blank.right for blank in grade.blanks] if grade else [True] * len(question.blanks)
            gaps = [
                Piece(f"{_number(question, place)}【{clean(blank.answer)}】", _style(right))
                for place, (blank, right) in enumerate(zip(question.blanks, rights, strict=True))
            ]
            return _fill(question, gaps)
        case _:
            assert_never(question)


def replies(question: Question, grade: Grade) -> list[Piece]:
    """What was typed where it was wrong, a line each."""
    pieces: list[Piece] = []
    for place, blank in enumerate(grade.blanks):
        if not blank.right and blank.given.strip():
            label = f"{_number(question, place)} {_('Your answer: ')}".lstrip()
            pieces += [Piece("\n" if pieces else ""), Piece(label, "dim"), Piece(clean(blank.given), "wrong")]
    return pieces


def verdict(grade: Grade, *, overruled: bool) -> Piece:
    """The verdict in a sign, a word and a colour."""
    if overruled:
        return Piece(MARKS[Verdict.RIGHT] + " " + _("Counted as right"), "right")
    words = {Verdict.RIGHT: _("Right"), Verdict.PARTLY: _("Partly right"), Verdict.WRONG: _("Wrong")}
    return Piece(f"{MARKS[grade.verdict]} {words[grade.verdict]}", grade.verdict.value)


def section(question: Question) -> str:
    """The headings above the question, outermost first."""
    return clean(" › ".join(question.provenance.section))


def _fill(question: Cloze, gaps: Sequence[Piece]) -> list[Piece]:
    first, *rest = question.pieces()
    pieces = [Piece(clean(first))]
    for gap, text in zip(gaps, rest, strict=True):
        pieces += [gap, Piece(clean(text))]
    return pieces


def _gap(typed: str) -> str:
    """A blank: every one equally wide, so that its width does not give the answer away."""
    missing = cell_len(GAP) - cell_len(typed)
    return clean(typed) + "＿" * max(0, (missing + 1) // 2)


def _number(question: Question, place: int) -> str:
    return circled(place + 1) if answer_count(question) > 1 else ""


def _style(right: bool) -> str:
    return "right" if right else "missed"
