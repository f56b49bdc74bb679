"""A web page into tags and text, in time that grows with its length only, whatever it holds.

Written by hand because the parsers can be made to hang (Python 3.11, files of at most 2 MB): html.parser takes more
than 20 s for a million "</", lexbor for 100,000 nested div or 200,000 attributes. Here every alternative of the
pattern takes all that it has looked at, so that nothing is looked at twice.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(
    r"""<!--(?:.*?--!?>|.*)
    | <!\[CDATA\[ | \]\]>
    | <[!?%][^<>]*+>
    | <(?P<raw>script|style|textarea|iframe|noscript|noframes|xmp)(?=[\s/>])[^>]*+>?.*?(?:</(?P=raw)[^>]*+>?|\Z)
    | <(?P<close>/?)(?P<name>[a-z][^\s/>]*+)
      (?P<attributes>(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?+)*+)>?""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(r"""([^\s=/"'>]++)(?:\s*+=\s*+(?:"([^"]*+)"?|'([^']*+)'?|([^\s>]++)))?""")
MAX_ATTRIBUTES = 4_000  # characters of a tag; what is longer is a picture in place
LONG_NUMBER = re.compile(r"&#(?:\d{8,}|x[0-9a-f]{8,});?", re.IGNORECASE)  # no character, and int() refuses it


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag, or an end tag when `closing`; names are in lower case."""

    name: str
    closing: bool = False
    attributes: dict[str, str] = field(default_factory=dict)


def tokens(text: str) -> Iterator[Tag | str]:
    """The tags and texts of a page in order; comments, declarations, scripts and styles are left out."""
    at = 0
    for match in TOKEN.finditer(text):
        if match.start() > at:
            yield unescape(text[at : match.start()])
        at = match.end()
        name = match["name"]
        if name:
            yield Tag(name.lower(), bool(match["close"]), _attributes(match["attributes"]))
    if at < len(text):
        yield unescape(text[at:])


def unescape(text: str) -> str:
    """`text` with its character references resolved."""
    return html.unescape(LONG_NUMBER.sub("\ufffd", text)) if "&" in text else text


def _attributes(text: str) -> dict[str, str]:
    if not text or text == "/":
        return {}
    found: dict[str, str] = {}
    for match in ATTRIBUTE.finditer(text[:MAX_ATTRIBUTES]):
        found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
    return found
