"""What a deck file may hold: the tree of its YAML into a Deck, or every mistake found on the way."""

import base64
import hashlib
import re

from quiz.deckfile import nodes
from quiz.deckfile.fields import Fields, advise
from quiz.deckfile.nodes import Complaints, Node, Scalar
from quiz.deckfile.notation import NotationError, parse
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import FORMAT, Blank, Cloze, Deck, Origin, Provenance, Question

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_KINDS = ("cloze",)
_DECK = {
    "format": f"format: {FORMAT}",
    "id": "id: my-deck-1",
    "title": "title: 我的题库",
    "report": "report: {title: 报告标题}",
    "questions": "questions: [{id: q001, text: 答案写在【括号】里}]",
    "made": "made: {q001: 8f3a2b1c}",
}
_REPORT = {"title": "title: 报告标题", "source": "source: 报告.txt", "date": "date: 2024年"}
_QUESTION = {
    "id": "id: q001",
    "text": "text: 答案写在【括号】里",
    "kind": "kind: cloze",
    "lead": "lead: 上文",
    "quote": "quote: 报告原句",
    "section": "section: [一级标题, 二级标题]",
    "sentence": "sentence: 17",
    "page": "page: 3",
    "why": "why: [quoted, number]",
}


def load(text: str, name: str) -> Deck:
    """The deck in a tidy `text`; `name` is printable. Raises DeckError with every mistake found."""
    complaints = Complaints(name)
    root = nodes.compose(text, complaints)
    _check_format(root, complaints)
    deck = _deck(Fields(root, "", _DECK, complaints), complaints)
    complaints.check()
    return deck


def propose_id(text: str) -> str:
    """An id to write for `text`, the same at each run so that a message can be followed twice."""
    return base64.b32encode(hashlib.sha256(text.encode()).digest()).decode().lower()[:11]


def _check_format(root: Node, complaints: Complaints) -> None:
    """Stop at the file of another program version: the rest of it would be misunderstood."""
    node = root.values.get("format") if isinstance(root, nodes.Mapping) else None
    if isinstance(node, Scalar) and node.value != str(FORMAT):
        message = _("this program reads format {format}; write 'format: {format}', or update quiz if the file is newer")
        complaints.add(node.start, "format", message.format(format=FORMAT))
        complaints.check()


def _deck(fields: Fields, complaints: Complaints) -> Deck:
    fields.text("format")
    title = fields.text("title")
    return Deck(
        id=_id(fields, title),
        title=title,
        report=_origin(fields.mapping("report"), title, complaints),
        questions=_questions(fields, complaints),
        made=_made(fields.mapping("made"), complaints),
    )


def _origin(node: Node | None, title: str, complaints: Complaints) -> Origin:
    if node is None:
        return Origin(title)
    fields = Fields(node, "report", _REPORT, complaints)
    return Origin(fields.text("title"), fields.text("source", ""), fields.text("date", ""))


def _made(node: Node | None, complaints: Complaints) -> tuple[tuple[str, str], ...]:
    if node is None:
        return ()
    keys = list(node.keys) if isinstance(node, nodes.Mapping) else []
    fields = Fields(node, "made", dict.fromkeys(keys or ["q001"], "q001: 8f3a2b1c"), complaints)
    return tuple((key, fields.text(key)) for key in keys)


def _questions(fields: Fields, complaints: Complaints) -> tuple[Question, ...]:
    questions = []
    lines: dict[str, int] = {}
    for number, node in enumerate(fields.items("questions", required=True)):
        question = Fields(node, f"questions[{number}]", _QUESTION, complaints)
        questions.append(_question(question))
        question_id = questions[-1].id
        if question_id and question_id in lines:
            message = _("'{id}' is already the id of the question on line {line}; write another, such as '{other}'")
            other = propose_id(f"{number} {question_id}")
            question.complain("id", message.format(id=question_id, line=lines[question_id], other=other))
        lines.setdefault(question_id, node.start.line + 1)
    return tuple(questions)


def _question(fields: Fields) -> Question:
    kind = fields.text("kind", "cloze")
    if kind not in _KINDS:
        message = _("unknown kind '{kind}'; {advice}").format(kind=printable(kind), advice=advise(kind, _KINDS))
        fields.complain("kind", message)
    text = fields.text("text")
    sentence, blanks = _notation(fields, text)
    quote, page = fields.text("quote", sentence), fields.whole("page")
    provenance = Provenance(fields.texts("section"), fields.whole("sentence"), quote, page)
    return Cloze(_id(fields, text), sentence, blanks, provenance, fields.text("lead", ""), fields.texts("why"))


def _id(fields: Fields, text: str) -> str:
    """The id; where there is none, the complaint proposes one made of `text`."""
    if "id" not in fields.values:
        fields.complain_missing("id", f"id: {propose_id(text)}")
        return ""
    value = fields.text("id")
    if isinstance(fields.values.get("id"), Scalar) and not _ID.fullmatch(value):
        message = _("'{id}' cannot be an id; use 1 to 64 of the characters a-z A-Z 0-9 _ . - such as 'id: {other}'")
        fields.complain("id", message.format(id=printable(value), other=propose_id(text)))
        return ""
    return value


def _notation(fields: Fields, text: str) -> tuple[str, tuple[Blank, ...]]:
    node = fields.values.get("text")
    if isinstance(node, Scalar):
        try:
            return parse(text)
        except NotationError as error:
            fields.complain("text", str(error), _column(node, error.offset))
    return "", ()


def _column(node: Scalar, offset: int) -> int:
    """How far from the start of `node` character `offset` of its text stands; 0 when escapes or line ends hide it."""
    quotes = node.end.index - node.start.index - len(node.value)
    return offset + quotes // 2 if quotes in (0, 2) and node.start.line == node.end.line else 0
