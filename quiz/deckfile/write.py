"""A deck as file text: one order of keys, one line a value, each plain where every YAML reader takes it for text."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import assert_never

from quiz.deckfile.notation import render
from quiz.files import write_bytes
from quiz.model import FORMAT, Choice, Cloze, Deck, Judge, Order, Origin, Question, Short

HEADER = (
    "# 本题库由 quiz make 从报告生成，可以直接修改；再次生成时会保留手工修改。",
    r"# 【】里是要填的词，| 后面是也算对的答案，:: 后面是提示；正文里的这些符号前面加 \ 。",
)
_SPECIAL_START = "-?:,[]{}#&*!|>'\"%@`=<"
BREAKS_BLOCK = re.compile(r": | #|:\Z")
BREAKS_FLOW = re.compile(r"[,\[\]{}:#?]")
_WORDS = frozenset(["~", "null", "true", "false", "yes", "no", "on", "off", "y", "n"])
_NUMBER = re.compile(r"[-+]?(0[xob][0-9a-f_]+|[0-9._:,\-+ tz]+(e[-+]?[0-9.]*)?|\.(inf|nan))", re.IGNORECASE | re.ASCII)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_deck(path: Path, deck: Deck) -> None:
    """Write `deck` to `path` as a new file. Raises QuizError when that cannot be done."""
    write_bytes(path, render_deck(deck).encode("utf-8"))


def render_deck(deck: Deck) -> str:
    """The text of a deck file that reads as `deck`."""
    sections = render_sections(deck).values()
    return "\n".join([*HEADER, *(line for lines in sections for line in lines), ""])


def render_sections(deck: Deck) -> dict[str, list[str]]:
    """The lines of each top-level key that has something to say, in the order of the file."""
    sections = {
        "format": [f"format: {FORMAT}"],
        "id": [f"id: {scalar(deck.id)}"],
        "title": [f"title: {scalar(deck.title)}"],
        "report": ["report:", *_origin(deck.report)],
        "questions": ["questions: []"],
    }
    if deck.questions:
        sections["questions"] = ["questions:", *(line for q in deck.questions for line in render_question(q))]
    if deck.made:
        sections["made"] = ["made:", *(f"  {scalar(key)}: {scalar(digest)}" for key, digest in deck.made)]
    return sections


def render_question(question: Question) -> list[str]:
    """The lines of one question as a member of a list that is not indented."""
    provenance = question.provenance
    lines = [f"id: {scalar(question.id)}"]
    if question.kind != "cloze":
        lines.append(f"kind: {question.kind}")
    if question.lead:
        lines.append(f"lead: {scalar(question.lead)}")
    lines += _asked(question)
    if provenance.section:
        lines.append(f"section: {_flow(provenance.section)}")
    if provenance.sentence:
        lines.append(f"sentence: {provenance.sentence}")
    if provenance.page:
        lines.append(f"page: {provenance.page}")
    if question.why:
        lines.append(f"why: {_flow(question.why)}")
    if question.difficulty:
        lines.append(f"difficulty: {question.difficulty}")
    if question.tags:
        lines.append(f"tags: {_flow(question.tags)}")
    if question.note:
        lines.append(f"note: {scalar(question.note)}")
    return [("  " if number else "- ") + line for number, line in enumerate(lines)]


def _asked(question: Question) -> list[str]:
    """The lines that only questions of its kind have, and the report's words where they are not the text."""
    quote = question.provenance.quote
    text, quoted = f"text: {scalar(question.sentence)}", [f"quote: {scalar(quote)}"]
    match question:
        case Cloze() | Choice():
            lines = [f"text: {scalar(render(question.sentence, question.blanks))}"]
            if isinstance(question, Choice):
                lines += [*_block("options", question.options), f"key: {question.letters}"]
            return lines + quoted * (quote != question.sentence)
        case Judge():
            lines = [text, f"answer: {str(question.true).lower()}"]
            return lines + quoted * (quote != (question.sentence if question.true else ""))
        case Order():
            return [text, *_block("items", question.items), *quoted * bool(quote)]
        case Short():
            return [text, *_block("points", question.points), *quoted * bool(quote)]
        case _:
            assert_never(question)


def _block(key: str, texts: Iterable[str]) -> list[str]:
    """A list with a member a line, for people to edit."""
    return [f"{key}:", *(f"- {scalar(text)}" for text in texts)]


def _origin(origin: Origin) -> list[str]:
    fields = {"title": origin.title, "source": origin.source, "date": origin.date}
    return [f"  {key}: {scalar(value)}" for key, value in fields.items() if value or key == "title"]


def _flow(texts: Iterable[str]) -> str:
    return f"[{', '.join(scalar(text, BREAKS_FLOW) for text in texts)}]"


def scalar(text: str, breaks: re.Pattern[str] = BREAKS_BLOCK) -> str:
    """`text` as a YAML scalar on one line: plain, unless it holds what `breaks` finds or may be taken for no text."""
    if (
        text.strip() == text != ""
        and text[0] not in _SPECIAL_START
        and all(map(_is_readable, text))
        and not breaks.search(text)
        and text.lower() not in _WORDS
        and not _NUMBER.fullmatch(text)
    ):
        return text
    return f'"{"".join(map(_escape, text))}"'


def _is_readable(character: str) -> bool:
    return character.isprintable() or character == "\u3000"


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if _is_readable(character):
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
