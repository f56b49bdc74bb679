"""What the child process that reads a document says to its parent: a head, then lines and removals, one JSON a line.

The document may have taken the child over, so the parent trusts nothing: each field is checked for its type and size,
and each line is decoded on its own, so that no nest of empty lists can fill the parent's memory.
"""

import json
from collections.abc import Iterator
from typing import Any

from quiz.controls import clean
from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import REASONS, Removal
from quiz.sources.draft import Draft, Line

MAX_RECORD = 8_000_000  # bytes of one line of the answer
MAX_CHARACTERS = 2_000_000  # of text in one document, with what its reader took out
MAX_LINES = 200_000
MAX_PAGES = 2_000
MAX_LEVEL = 9
MAX_NAME = 300  # characters of a title, an encoding, a date, a reason
MAX_MESSAGE = 1_000

MEMORY = {"fault": "memory"}


def encode(draft: Draft, name: str) -> Iterator[bytes]:
    """The answer that carries `draft`. Raises `QuizError` when the document `name` holds more text than is taken."""
    if not _fits(draft):
        message = _("{name}: holds more than {count} characters; split it into parts")
        raise QuizError(message.format(name=name, count=f"{MAX_CHARACTERS:,}"))
    yield _record([len(draft.lines), len(draft.removals), *map(_name, (draft.encoding, draft.title, draft.date))])
    for line in draft.lines:
        yield _record([line.number, _one_line(line.text), line.level, line.page, line.whole])
    for removal in draft.removals:
        yield _record([_name(removal.reason), _one_line(clean(removal.text)), removal.line])


def encode_error(message: str) -> bytes:
    """The answer that carries the sentence of a `QuizError`."""
    return _record({"error": message})


def encode_exhausted() -> bytes:
    """The answer of a child that ran out of memory."""
    return _record(MEMORY)


def decode(answer: bytes) -> Draft:
    """The draft in `answer`. Raises the `QuizError` or `MemoryError` it carries, `ValueError` for what no honest child
    says."""
    records = _records(answer)
    head = next(records, None)
    if isinstance(head, dict):
        _raise(head)
    line_count, removal_count, encoding, title, date = _fields(head, int, int, str, str, str)
    _check(0 <= line_count <= MAX_LINES and 0 <= removal_count <= MAX_LINES)
    _check(all(text.isprintable() and len(text) <= MAX_NAME for text in (encoding, title, date)))
    lines = tuple(_line(next(records, None)) for _each in range(line_count))
    removals = tuple(_removal(next(records, None)) for _each in range(removal_count))
    draft = Draft(lines, encoding, title, date, removals)
    _check(next(records, None) is None and _fits(draft))
    return draft


def _fits(draft: Draft) -> bool:
    texts = [*(line.text for line in draft.lines), *(removal.text for removal in draft.removals)]
    return len(texts) <= MAX_LINES and sum(map(len, texts)) <= MAX_CHARACTERS


def _record(fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _name(text: str) -> str:
    return "".join(filter(str.isprintable, " ".join(text.split())))[:MAX_NAME]


def _records(answer: bytes) -> Iterator[Any]:
    start = 0
    while start < len(answer):
        end = answer.find(b"\n", start)
        _check(start < end <= start + MAX_RECORD)
        try:
            yield json.loads(answer[start:end].decode())
        except RecursionError as error:
            raise ValueError from error
        start = end + 1


def _raise(head: dict[Any, Any]) -> None:
    if head == MEMORY:
        raise MemoryError
    message = head.get("error")
    _check(type(message) is str and len(head) == 1)
    raise QuizError(printable(message)[:MAX_MESSAGE])


def _line(record: object) -> Line:
    number, text, level, page, whole = _fields(record, int, str, int, int, bool)
    _check(0 <= number < 10**9 and 0 <= level <= MAX_LEVEL and 0 <= page <= MAX_PAGES and "\n" not in text)
    return Line(number, text, level, page, whole)


def _removal(record: object) -> Removal:
    reason, text, line = _fields(record, str, str, int)
    _check(reason in REASONS and clean(text) == text and "\n" not in text and 0 <= line < 10**9)
    return Removal(reason, text, line)


def _fields(record: object, *kinds: type) -> list[Any]:
    """The fields of a record, each exactly of its type: a bool is no number here, and a lone surrogate no text."""
    if not isinstance(record, list) or [type(field) for field in record] != list(kinds):
        raise ValueError
    for field in record:
        if isinstance(field, str):
            field.encode()
    return record


def _check(holds: bool) -> None:
    if not holds:
        raise ValueError
