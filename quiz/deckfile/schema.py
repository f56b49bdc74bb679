"""What a deck file may hold: the tree of its YAML into a Deck, or every mistake found on the way."""

import base64
import hashlib
import re
from typing import NamedTuple, TypedDict, assert_never

from quiz.deckfile import nodes
from quiz.deckfile.fields import Fields, advise
from quiz.deckfile.nodes import Complaints, Node, Scalar
from quiz.deckfile.notation import NotationError, parse
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import FORMAT, Blank, Choice, Cloze, Deck, Judge, Kind, Order, Origin, Provenance, Question, Short

_ID = re.compile(r"[A-Za-z0-9_.-]{1,64}", re.ASCII)
_DECK = {
    "format": f"format: {FORMAT}",
    "id": "id: my-deck-1",
    "title": "title: 我的题库",
    "report": "report: {title: 报告标题}",
    "questions": "questions: [{id: q001, text: 答案写在【括号】里}]",
    "made": "made: {q001: 8f3a2b1c}",
}
_REPORT = {"title": "title: 报告标题", "source": "source: 报告.txt", "date": "date: 2024年"}
_ITEM = {
    "id": "id: q001",
    "text": "text: 答案写在【括号】里",
    "kind": "kind: cloze",
    "lead": "lead: 上文",
    "quote": "quote: 报告原句",
    "section": "section: [一级标题, 二级标题]",
    "sentence": "sentence: 17",
    "page": "page: 3",
    "why": "why: [quoted, number]",
    "difficulty": "difficulty: 3",
    "tags": "tags: [易错]",
    "note": "note: 解析",
}
_OPTIONS = {"options": "options: [山, 水, 林]", "key": "key: B"}
# What questions of each kind may hold beside what all may.
_KINDS: dict[Kind, dict[str, str]] = {
    "cloze": {},
    "choice": _OPTIONS,
    "multiple": {**_OPTIONS, "key": "key: AC"},
    "judge": {"text": "text: 全县有三条河。", "answer": "answer: true"},
    "order": {"text": "text: 按报告的先后排列", "items": "items: [先, 后]"},
    "short": {"text": "text: 报告提出了哪些要求？", "points": "points: [要点一, 要点二]"},
}
MAX_OPTIONS = 26  # letters
MAX_DIFFICULTY = 5


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
        kind = _kind(node)
        question = Fields(node, f"questions[{number}]", {**_ITEM, **_KINDS.get(kind, {})}, complaints)
        questions.append(_question(question, kind))
        question_id = questions[-1].id
        if question_id and question_id in lines:
            message = _("'{id}' is already the id of the question on line {line}; write another, such as '{other}'")
            other = propose_id(f"{number} {question_id}")
            question.complain("id", message.format(id=question_id, line=lines[question_id], other=other))
        lines.setdefault(question_id, node.start.line + 1)
    return tuple(questions)


def _kind(node: Node) -> Kind:
    """The kind of the question at `node`; a cloze where it is not said or not known, which `_question` complains of."""
    named = node.values.get("kind") if isinstance(node, nodes.Mapping) else None
    return next((kind for kind in _KINDS if isinstance(named, Scalar) and named.value.strip() == kind), "cloze")


def _question(fields: Fields, kind: Kind) -> Question:
    written = fields.text("kind", "cloze")
    if written.strip() != kind:
        message = _("unknown kind '{kind}'; {advice}").format(kind=printable(written), advice=advise(written, _KINDS))
        fields.complain("kind", message)
    text = fields.text("text")
    about = _About(fields, _id(fields, text))
    match kind:
        case "cloze":
            sentence, blanks = _notation(fields, text)
            return Cloze(about.id, sentence, blanks, **about.rest(sentence))
        case "choice" | "multiple":
            return _choice(fields, text, about, several=kind == "multiple")
        case "judge":
            true = fields.truth("answer")
            return Judge(about.id, text, true, **about.rest(text if true else ""))
        case "order":
            return Order(about.id, text, fields.texts("items", 2), **about.rest(""))
        case "short":
            return Short(about.id, text, fields.texts("points", 1), **about.rest(""))
        case _:
            assert_never(kind)


class _About(NamedTuple):
    """What questions of every kind say."""

    fields: Fields
    id: str

    def rest(self, quote: str) -> "_Rest":
        """The fields with defaults; `quote` is the report's sentence where the file does not give it."""
        fields = self.fields
        place = fields.texts("section"), fields.whole("sentence"), fields.text("quote", quote), fields.whole("page")
        difficulty = fields.whole("difficulty")
        if difficulty > MAX_DIFFICULTY:
            fields.complain("difficulty", _("must be 1 (easy) to 5 (hard)"))
        return {
            "provenance": Provenance(*place),
            "lead": fields.text("lead", ""),
            "why": fields.texts("why"),
            "difficulty": difficulty,
            "tags": fields.texts("tags"),
            "note": fields.text("note", ""),
        }


class _Rest(TypedDict):
    provenance: Provenance
    lead: str
    why: tuple[str, ...]
    difficulty: int
    tags: tuple[str, ...]
    note: str


def _choice(fields: Fields, text: str, about: _About, *, several: bool) -> Choice:
    sentence, blanks = _notation(fields, text, least=0)
    options = fields.texts("options", 2)
    key = fields.letters("key", len(options))
    if len(options) > MAX_OPTIONS:
        fields.complain("options", _("are more than there are letters; keep {most}").format(most=MAX_OPTIONS))
    if len(set(options)) < len(options):
        fields.complain("options", _("holds one option twice; keep one of the two"))
    if len(blanks) > 1:
        fields.complain("text", _("a choice has one blank; the options are what may stand in it"))
    if several and len(key) == 1:
        fields.complain("key", _("a multiple choice has two right options or more; write 'kind: choice' for one"))
    if not several and len(key) > 1:
        fields.complain("key", _("a choice has one right option; write 'kind: multiple' for more"))
    return Choice(about.id, sentence, blanks, options, key, **about.rest(sentence))


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


def _notation(fields: Fields, text: str, least: int = 1) -> tuple[str, tuple[Blank, ...]]:
    node = fields.values.get("text")
    if isinstance(node, Scalar):
        try:
            return parse(text, least)
        except NotationError as error:
            fields.complain("text", str(error), _column(node, error.offset))
    return "", ()


def _column(node: Scalar, offset: int) -> int:
    """How far from the start of `node` character `offset` of its text stands; 0 when escapes or line ends hide it."""
    quotes = node.end.index - node.start.index - len(node.value)
    return offset + quotes // 2 if quotes in (0, 2) and node.start.line == node.end.line else 0
