"""What is shown with the answer: the verdict, the rows with their signs, and what the report says."""

from collections.abc import Iterator, Mapping
from typing import assert_never

from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.model import Choice, Cloze, Judge, Order, Question, Short, Verdict
from quiz.study import FALSE, TRUE, Grade, PartGrade, closest
from quiz.study.grade import grade
from quiz.tui import stem
from quiz.tui.compared import compared
from quiz.tui.rows import Row
from quiz.tui.stem import MARKS
from quiz.tui.wrap import Piece

RIGHT, WRONG = MARKS[Verdict.RIGHT], MARKS[Verdict.WRONG]
HARDEST = 5


def perfect(question: Question) -> Grade:
    """The grade of one who knows, for showing a question with its answers."""
    match question:
        case Cloze():
            return grade(question, [blank.answer for blank in question.blanks])
        case Choice():
            return grade(question, question.right)
        case Judge():
            return grade(question, [TRUE if question.true else FALSE])
        case Order():
            return grade(question, question.items)
        case Short():
            return grade(question, question.points)
        case _:
            assert_never(question)


def verdict(grade: Grade, *, overruled: bool) -> Piece:
    """The verdict in a sign, a word and a colour."""
    if overruled:
        return Piece(RIGHT + " " + _("Counted as right"), "right")
    words = {Verdict.RIGHT: _("Right"), Verdict.PARTLY: _("Partly right"), Verdict.WRONG: _("Wrong")}
    return Piece(f"{MARKS[grade.verdict]} {words[grade.verdict]}", grade.verdict.value)


def rows(question: Question, grade: Grade) -> list[Row]:
    """Options, items or points with a sign each, so that no colour is needed to tell them apart."""
    match question:
        case Cloze():
            return []
        case Choice() | Judge():
            return list(_options(question, grade))
        case Order():
            return [_item(number, part, given=part.given) for number, part in enumerate(grade.parts, 1)]
        case Short():
            return [_item(number, part) for number, part in enumerate(grade.parts, 1)]
        case _:
            assert_never(question)


def _options(question: Choice | Judge, grade: Grade) -> Iterator[Row]:
    options = question.options if isinstance(question, Choice) else (TRUE, FALSE)
    right = {part.answer for part in grade.parts if part.answer}
    chosen = {part.given for part in grade.parts if part.given}
    for place, text in enumerate(options):
        label, words = stem.option(question, place)
        box = stem.box("x" if text in chosen else "") if question.kind == "multiple" else ""
        sign, style = " ", "dim"
        if text in right:
            sign, style = RIGHT, "missed" if box and text not in chosen else "right"
        elif text in chosen:
            sign, style = WRONG, "wrong"
        yield Row(Piece(f"{sign} {box}{label}", style), (Piece(words, style),))


def _item(number: int, part: PartGrade, given: str = "") -> Row:
    style = "right" if part.right else "missed"
    pieces = [Piece(clean(part.answer), style)]
    if given and not part.right:
        pieces += [Piece("  " + _("Your answer: "), "dim"), Piece(clean(given), "wrong")]
    return Row(Piece(f"{RIGHT if part.right else WRONG} {number}. ", style), tuple(pieces))


def replies(question: Question, grade: Grade, slips: Mapping[int, str] = {}) -> list[Piece]:
    """What was typed into blanks where it was wrong, a line each, with the names of `slips` by the blank's number."""
    pieces: list[Piece] = []
    if not isinstance(question, Cloze):
        return pieces
    for place, part in enumerate(grade.parts):
        if not part.right and part.given.strip():
            label = f"{stem.number(question, place)} {_('Your answer: ')}".lstrip()
            given = part.given.strip()
            pieces += [Piece("\n" if pieces else ""), Piece(label, "dim")]
            pieces += compared(given, closest(question, place, given))
            pieces += [Piece(f"  {slips[place]}", "dim")] if place in slips else []
    return pieces


def truth(question: Question) -> list[Piece]:
    """What the report says where the statement is false, with 【】 round what was changed in it."""
    if not isinstance(question, Judge) or question.true or not question.provenance.quote:
        return []
    pairs = stem.compared(question)
    words = [Piece(f"【{new}】", "right") if old != new else Piece(new) for old, new in pairs if new]
    if len(pairs) == 1:
        words = [Piece(clean(question.provenance.quote))]
    return [Piece(_("The report says: "), "dim"), *words]


def source(question: Question) -> list[Piece]:
    """The sentence of the report that a question was made of, and where it stands there."""
    quote, place = question.provenance.quote, question.provenance
    numbers = [_("sentence {n}").format(n=place.sentence)] if place.sentence else []
    numbers += [_("page {n}").format(n=place.page)] if place.page else []
    where = _(", ").join(numbers)
    text = _("the same sentence") if quote == question.sentence else clean(quote)
    if not quote:
        text = _("not said; a hand wrote this question")
    return [
        Piece(_("The report says: "), "dim"),
        Piece(text, "" if quote and quote != question.sentence else "dim"),
        Piece("  "),
        Piece(where, "dim", whole=True),
    ]


def note(question: Question) -> list[Piece]:
    return [Piece(_("Explanation: "), "dim"), Piece(clean(question.note))] if question.note else []


def origin(question: Question) -> list[Piece]:
    """The headings above the question, and how hard it is in dots."""
    parts = [stem.section(question)]
    if question.difficulty:
        dots = "•" * question.difficulty + "·" * (HARDEST - question.difficulty)
        parts.append(_("difficulty {dots}").format(dots=dots))
    text = "  ".join(part for part in parts if part)
    return [Piece(text, "dim")] if text else []


def review(question: Question) -> list[Row]:
    """A question with its answers, for a list: its headings, its words, what they do not show."""
    section = stem.section(question)
    heads = [Row(Piece(""), (Piece(section, "dim"),))] if section else []
    return [*heads, Row(Piece(""), tuple(_words(question))), *_answers(question)]


def _words(question: Question) -> list[Piece]:
    words = stem.solved(question)
    if isinstance(question, Judge):
        words.append(Piece(f"【{stem.option(question, 0 if question.true else 1)[1]}】", "right"))
    return words


def _answers(question: Question) -> Iterator[Row]:
    match question:
        case Cloze():
            return
        case Choice():
            for place in () if question.blanks else question.key:
                label, text = stem.option(question, place)
                yield Row(Piece(label, "right"), (Piece(text, "right"),))
        case Judge():
            if pieces := truth(question):
                yield Row(Piece(""), tuple(pieces))
        case Order():
            yield from _numbered(question.items)
        case Short():
            yield from _numbered(question.points)
        case _:
            assert_never(question)


def _numbered(texts: tuple[str, ...]) -> Iterator[Row]:
    for number, text in enumerate(texts, 1):
        yield Row(Piece(f"{number}. ", "right"), (Piece(clean(text), "right"),))
