"""A question as texts to edit, and back: the deck file's own notation, judged by its own reader. No widget."""

from dataclasses import dataclass, replace

from quiz.controls import clean
from quiz.errors import DeckError, QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Choice, Cloze, Gapped, Judge, Kind, Order, Question, Short


@dataclass(frozen=True, slots=True)
class Field:
    """A key of the deck file and how the user is told of it (an English message id). `many`: a list, a line each."""

    key: str
    label: str
    many: bool = False


_GAPPED = Field("text", mark("Text; what is asked stands in 【】, more answers after |, a hint after ::"))
_TEXT = Field("text", mark("Text"))
_COMMON = (Field("lead", mark("What stands above it")), Field("note", mark("Explanation, shown with the answer")))
_CHOICE = (
    _GAPPED,
    Field("options", mark("Options, a line each"), many=True),
    Field("key", mark("Letters of the right options")),
    *_COMMON,
)
FIELDS: dict[Kind, tuple[Field, ...]] = {
    "cloze": (_GAPPED, *_COMMON),
    "choice": _CHOICE,
    "multiple": _CHOICE,
    "judge": (_TEXT, Field("answer", mark("true or false")), *_COMMON),
    "order": (_TEXT, Field("items", mark("Items in the right order, a line each"), many=True), *_COMMON),
    "short": (_TEXT, Field("points", mark("Points, a line each"), many=True), *_COMMON),
}


def written(question: Question) -> dict[str, str]:
    """The texts of a question by the keys of its fields."""
    from quiz.deckfile import render

    text = render(question.sentence, question.blanks) if isinstance(question, Gapped) else question.sentence
    texts = {"text": text, "lead": question.lead, "note": question.note}
    match question:
        case Choice():
            texts["options"] = "\n".join(question.options)
            texts["key"] = question.letters
        case Judge():
            texts["answer"] = (_("True") if question.true else _("False")).lower()  # the reader knows both languages
        case Order():
            texts["items"] = "\n".join(question.items)
        case Short():
            texts["points"] = "\n".join(question.points)
        case Cloze():
            pass
    return {key: clean(text) for key, text in texts.items()}


def read(question: Question, texts: dict[str, str]) -> Question:
    """`question` with what its fields hold now. Raises QuizError with a sentence on the first mistake."""
    from quiz.deckfile import parse_deck  # yaml, 28 ms

    if not texts["text"].strip():
        raise QuizError(_("The text is empty."))
    try:
        (new,) = parse_deck("\n".join(_lines(question, texts)), "").questions
    except DeckError as error:
        problem = error.problems[0]
        labels = {field.key: field.label for field in FIELDS[question.kind]}
        name = problem.field.rpartition(".")[2].partition("[")[0]
        label = _(labels[name]).partition("；")[0].partition(";")[0] if name in labels else name
        raise QuizError(_("{name}: {value}").format(name=label, value=problem.message)) from error
    about = (question.provenance, question.why, question.difficulty, question.tags)
    return replace(new, provenance=about[0], why=about[1], difficulty=about[2], tags=about[3])


def _lines(question: Question, texts: dict[str, str]) -> list[str]:
    """A deck file of this question alone."""
    from quiz.deckfile.write import scalar

    kind = question.kind
    if isinstance(question, Choice):  # one letter more in the key makes it a multiple choice
        kind = "multiple" if len(set(texts["key"].strip().upper())) > 1 else "choice"
    lines = ["format: 1", "id: d", "title: t", "questions:", f"- id: {scalar(question.id)}", f"  kind: {kind}"]
    for field in FIELDS[question.kind]:
        text = texts[field.key]
        if field.many:
            members = [f"  - {scalar(line.strip())}" for line in text.splitlines() if line.strip()]
            lines += [f"  {field.key}:", *members]
        elif text.strip():  # the reader complains of what is missing
            lines.append(f"  {field.key}: {scalar(text.strip())}")
    return lines
