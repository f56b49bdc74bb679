"""The HTML of Anki's fields as text, with the pictures and sounds that it names."""

import re
from dataclasses import dataclass
from html import unescape

from quiz.export.anki.escape import clean

MAX_FIELD = 50_000  # characters; more is a pasted page and not a question
MARK = "\x00"
"""Where a tag or a comment stood: what it parts is neither }} nor :: to Anki."""

_UNSEEN = re.compile(f"[{MARK}\ufffe\uffff]")
_TOKEN = re.compile(r"(<[^<>]*>)")
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)")
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_ENTITY = re.compile(r"&#?\w{1,32};?")
_BLOCKS = re.compile(
    "address|article|blockquote|br|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section|table|tr|ul"
)
_SILENT = ("script", "style", "head", "title", "template", "rt", "rp")
_PICTURES = ("img", "image", "video", "audio", "embed", "source")
_SPACE = re.compile(r"[ \t\n\r\f\xa0]+")
_BREAK = re.compile(r"[ \xa0]*\n\s*")
_SOUND = re.compile(r"\[sound:([^\[\]]{1,200})\]")
_SPOKEN = re.compile(r"\[anki:(?:play|tts)[^\[\]]{0,200}\]")
_FORMULA = re.compile(
    r"\[latex\](.{1,2000}?)\[/latex\]|\[\$\$?\](.{1,2000}?)\[/\$\$?\]|\\\((.{1,2000}?)\\\)|\\\[(.{1,2000}?)\\\]",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Marked:
    """Text that still holds `MARK`s, and what is shown or played with it."""

    text: str
    media: tuple[str, ...] = ()


def read_html(html: str) -> Marked:
    """The text of a field. A block is a line of its own; what is not shown is left out."""
    parts: list[str] = []
    media: list[str] = []
    silent = ""
    for number, token in enumerate(_TOKEN.split(_without_comments(html))):
        tag = _TAG.match(token) if number % 2 else None
        name = tag[2].lower() if tag else ""
        if silent:
            silent = "" if tag and tag[1] and name == silent else silent
        elif tag is None:
            parts.append(_SPACE.sub(" ", _ENTITY.sub(_character, token)))
        else:
            silent = name if name in _SILENT and not tag[1] and not token.endswith("/>") else ""
            parts.append("\n" if _BLOCKS.fullmatch(name) else MARK)
            if name in _PICTURES and (source := _SOURCE.search(token)):
                media.append(f"[图片 {_name(unescape(source[1] or source[2] or source[3]))}]")
    text = _SPOKEN.sub("", "".join(parts))
    media += [f"[声音 {_name(found)}]" for found in _SOUND.findall(text)]
    return Marked(_FORMULA.sub(_formula, _SOUND.sub(MARK, text)), tuple(media))


def plain(text: str) -> str:
    """Marked text as a person reads it, without blanks at either end."""
    return tidy(text).strip()


def tidy(text: str) -> str:
    """Marked text without its marks; what stood at its ends stays."""
    return _BREAK.sub("\n", clean(text.replace(MARK, "")))


def lines(html: str) -> list[str]:
    """The lines of a field that have text."""
    return [line for line in plain(read_html(html).text).split("\n") if line]


def _without_comments(html: str) -> str:
    """`html` with a mark for every comment; one that is never closed swallows the rest, as in a browser."""
    first, *rest = _UNSEEN.sub("", html).split("<!--")
    return first + "".join(MARK + piece.partition("-->")[2] for piece in rest)


def _character(entity: re.Match[str]) -> str:
    """What an entity stands for; a brace or a colon written so does not act."""
    found = unescape(entity[0])
    return f"{MARK}{found}{MARK}" if found in "{}:[\\" else found


def _formula(found: re.Match[str]) -> str:
    return f"[公式 {_SPACE.sub(' ', next(filter(None, found.groups()))).strip()}]"


def _name(path: str) -> str:
    return plain(path).rpartition("/")[2][:80]
