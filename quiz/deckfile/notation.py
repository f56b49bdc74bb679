"""The inline notation of blanks: ``全市有【三|3::数字】个区。``

A blank holds the answer, after ``|`` further answers that count as right, after ``::`` a hint. A backslash takes the
meaning from the character after it.
"""

import re
from collections.abc import Sequence

from quiz.i18n import gettext as _
from quiz.model import Blank

_TOKEN = re.compile(r"(\\.?)|(::)|([|｜])|(【)|(】)", re.DOTALL)
_ESCAPABLE = "\\【】|｜:"
_OUTSIDE = re.compile(r"[\\【】]")
_INSIDE = re.compile(r"[\\【】|｜]|:(?=:|\Z)")  # a colon where it would make a `::`


class NotationError(ValueError):
    """A mistake at character `offset` (from 0) of the text."""

    def __init__(self, offset: int, message: str) -> None:
        self.offset = offset
        super().__init__(message)


def parse(text: str, least: int = 1) -> tuple[str, tuple[Blank, ...]]:
    """The sentence without its notation, and its blanks, which must be `least` in number (0 or 1).

    Raises NotationError at the first mistake.
    """
    sentence: list[str] = []
    blanks: list[Blank] = []
    length = position = 0
    while token := _TOKEN.search(text, position):
        piece, position = text[position : token.start()], token.end()
        if token[4]:
            parts, hint, position = _parse_blank(text, token.start())
            sentence += piece, parts[0]
            start = length + len(piece)
            length = start + len(parts[0])
            if blanks and blanks[-1].end == start:
                raise NotationError(token.start(), _("touches the blank before it; join the two into one 【】"))
            blanks.append(Blank(start, length, parts[0], tuple(parts[1:]), hint))
            continue
        if token[5]:
            raise NotationError(token.start(), _(r"】 has no 【 before it; write \】 for the character itself"))
        piece += _unescape(token) if token[1] else token[0]
        sentence.append(piece)
        length += len(piece)
    if len(blanks) < least:
        raise NotationError(0, _("has no blank; put the words to ask for between 【 and 】"))
    return "".join(sentence) + text[position:], tuple(blanks)


def _parse_blank(text: str, start: int) -> tuple[list[str], str, int]:
    """The answers and the hint of the blank whose 【 is at `start`, and the offset behind its 】."""
    parts, hinted, position = [""], False, start + 1
    while token := _TOKEN.search(text, position):
        parts[-1] += text[position : token.start()]
        position = token.end()
        if token[5]:
            return *_checked(parts, hinted, start), position
        if token[4]:
            raise NotationError(token.start(), _(r"【 inside a blank; close the blank first or write \【"))
        if token[1]:
            parts[-1] += _unescape(token)
        elif not hinted:
            parts.append("")
            hinted = bool(token[2])
        elif token[2]:
            raise NotationError(token.start(), _(r"a blank has one hint; write \:\: for the characters themselves"))
        else:
            raise NotationError(token.start(), _(r"accepted answers stand before the hint; write \| for the character"))
    raise NotationError(start, _(r"【 is never closed; write 】 after the answer, or \【 for the character itself"))


def _checked(parts: list[str], hinted: bool, start: int) -> tuple[list[str], str]:
    if not all(part.strip() for part in parts):
        raise NotationError(start, _("holds an empty answer or hint; write its words or take its | or :: or 【】 out"))
    return (parts[:-1], parts[-1]) if hinted else (parts, "")


def _unescape(token: re.Match[str]) -> str:
    character = token[1][1:]
    if not character or character not in _ESCAPABLE:
        raise NotationError(token.start(), _(r"a lone \ means nothing here; write \\ for the character itself"))
    return character


def render(sentence: str, blanks: Sequence[Blank]) -> str:
    """`sentence` with its blanks written into it; `parse` gives both back."""
    edges = [0, *(edge for blank in blanks for edge in (blank.start, blank.end)), len(sentence)]
    around = [_escape(_OUTSIDE, sentence[a:b]) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return around[0] + "".join(_render_blank(blank) + after for blank, after in zip(blanks, around[1:], strict=True))


def _render_blank(blank: Blank) -> str:
    answers = "|".join(_escape(_INSIDE, answer) for answer in (blank.answer, *blank.accepted))
    hint = "::" + _escape(_INSIDE, blank.hint) if blank.hint else ""
    return f"【{answers}{hint}】"


def _escape(special: re.Pattern[str], text: str) -> str:
    return special.sub(r"\\\g<0>", text)
