"""What the fields of a note hold, by the kind of question. Texts are escaped here; what else is in a field is ours."""

from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import assert_never

from quiz.errors import QuizError
from quiz.export.anki.clozes import TOGETHER
from quiz.export.anki.escape import escape, escaper
from quiz.export.anki.ledger import digest
from quiz.export.anki.notetypes import KIND_NAMES, TYPING
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Blank, Choice, Cloze, Gapped, Judge, Order, Question, Short

_GAP = '<span class="gap">（　　）</span>'
_MOST_TYPED = 8  # characters that one types without a slip


def field_texts(question: Question, numbers: Sequence[int], empty: dict[str, str], *, typing: bool) -> dict[str, str]:
    """`empty`, which has all fields in their order, with the question's own texts.

    `numbers` are those of a cloze's blanks, none when they are all on one card. Raises QuizError for a question that
    Anki would make no card of, or one with nothing on it.
    """
    texts = {**empty, "编号": escape(question.id), "前文": escape(question.lead)}
    match question:
        case Cloze():
            texts["题文"] = _cloze_text(question, numbers)
            texts["补充"] = "<br>".join(_extras(question))
            texts[TYPING] = "1" if typing and _is_typed(question.blanks) else ""
            return texts
        case Choice():
            texts |= {"选项": _items(question.options), "答案": question.letters, "题型": KIND_NAMES[question.kind]}
            texts["提示"] = _lines(*(escape(blank.hint) for blank in question.blanks))
        case Judge():
            texts["答案"] = "正确" if question.true else "错误"
        case Order():
            texts |= {"乱序": _items(_shuffled(question)), "条目": _items(question.items)}
        case Short():
            texts["要点"] = _items(question.points)
        case _:
            assert_never(question)
    return texts | {"题干": _stem(question), "解析": _lines(_whole(question), escape(question.note))}


def _cloze_text(question: Cloze, numbers: Sequence[int]) -> str:
    if not question.blanks:
        message = _("question {question} has no blank, so Anki can make no card of it; give it one")
        raise QuizError(message.format(question=printable(question.id)))
    html, done, write = "", 0, escaper(question.sentence)
    for blank, number in zip(question.blanks, numbers or repeat(TOGETHER, len(question.blanks)), strict=True):
        hint = f"::{escape(blank.hint)}" if blank.hint else ""
        answer = _seen(write(question.sentence[blank.start : blank.end]), question)
        html += f"{write(question.sentence[done : blank.start])}{{{{c{number}::{answer}{hint}}}}}"
        done = blank.end
    return html + write(question.sentence[done:])


def _seen(html: str, question: Question) -> str:
    """`html` itself. Raises QuizError when nothing of it would be seen."""
    if not html or html.isspace():
        message = _(
            "question {question} has no visible text, or an answer without any; write it or delete the question"
        )
        raise QuizError(message.format(question=printable(question.id)))
    return html


def _around(question: Gapped, fillers: Iterable[str]) -> str:
    """The sentence as HTML with `fillers`, which are HTML, in its gaps."""
    first, *rest = question.pieces()
    return escape(first) + "".join([filler + escape(piece) for filler, piece in zip(fillers, rest, strict=True)])


def _is_typed(blanks: Sequence[Blank]) -> bool:
    """Anki compares letter by letter and joins several answers its own way: one short word, without punctuation."""
    return len(blanks) == 1 and len(blanks[0].answer) <= _MOST_TYPED and blanks[0].answer.isalnum()


def _extras(question: Cloze) -> list[str]:
    """What else counts as right, a line a blank, and the note."""
    lines = []
    for blank in question.blanks:
        if blank.accepted:
            lines.append(f"{escape(blank.answer)}　也可答：{'、'.join(map(escape, blank.accepted))}")
    return [*lines, escape(question.note)] if question.note else lines


def _stem(question: Question) -> str:
    whole = _seen(escape(question.sentence), question)
    return _around(question, [_GAP] * len(question.blanks)) if isinstance(question, Choice) else whole


def _whole(question: Question) -> str:
    """The full sentence of a choice; else what the report says, where that is not on the card already."""
    if isinstance(question, Choice) and question.blanks:
        return _around(question, [f"<b>{escape(blank.answer)}</b>" for blank in question.blanks])
    return escape(question.quote) if question.quote != question.sentence else ""


def _shuffled(question: Order) -> list[str]:
    """The items in an order that hangs on the question alone, and is never the right one."""
    places = sorted(range(len(question.items)), key=lambda place: digest(question.id, str(place)))
    if places == sorted(places):
        places = [*places[1:], places[0]]
    return [question.items[place] for place in places]


def _items(texts: Iterable[str]) -> str:
    return "".join(f"<li>{escape(text)}</li>" for text in texts)


def _lines(*lines: str) -> str:
    return "<br>".join(filter(None, lines))
