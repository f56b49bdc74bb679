"""Text into Anki's fields, names and tags, so that it shows as it is written and never acts.

A field is HTML in which Anki also obeys {{c1::…::…}}, [sound:…], [latex] and \\(…\\). Entities would stop those, but
Anki's editor turns &#125; back into } when the note is edited; a comment between the characters outlives the editor.
"""

import html
import re
from collections.abc import Callable
from unicodedata import normalize

from quiz import controls

_PLAIN = re.compile(r"[\w\u4e00-\u9fff !\"#%'()*+,./;=?@^`|~\-·—‘’“”…、-】！-～]*", re.ASCII)
_ACTIVE = re.compile(r"[{}:](?=[{}:]|\Z)|[\\\[]")
_IN_NAMES = str.maketrans({":": "：", "<": "＜", ">": "＞", "&": "＆", '"': "＂"})
_NAME_LIMIT = 60


def clean(text: str) -> str:
    """`text` as NFC without control, bidirectional and zero-width characters; line ends become \\n.

    Anki composes its fields itself, and refuses a whole package for one \\x1f.
    """
    text = normalize("NFC", controls.clean(text))
    if "\u0338" in text:  # a stroke that joined nothing would join the > of a tag before it to ≯ and undo the tag
        text = normalize("NFC", text.replace("\u0338", ""))
    return text


def escape(text: str) -> str:
    """`text` as HTML that may stand anywhere in a field, also inside a cloze."""
    if _PLAIN.fullmatch(text):  # nearly all text, and quicker than finding nothing to do below
        return text
    safe = html.escape(clean(text), quote=False)
    return _ACTIVE.sub(r"\g<0><!-- -->", safe).replace("\n", "<br>")


def escaper(text: str) -> Callable[[str], str]:
    """What `escape` comes to for parts of `text`: for plain text, which is nearly all, nothing."""
    return str if _PLAIN.fullmatch(text) else escape


def deck_part(text: str) -> str:
    """`text` as one level of a deck's name; empty when nothing is left.

    :: would begin a level, and some of Anki's screens show names as HTML: such characters turn full width.
    """
    words = " ".join(clean(text).translate(_IN_NAMES).split())
    return words if len(words) <= _NAME_LIMIT else words[: _NAME_LIMIT - 1].rstrip() + "…"


def tag_part(text: str) -> str:
    """`text` as one level of a tag: as `deck_part`, without white space (U+3000 too), at which Anki ends a tag."""
    return "_".join(deck_part(text).split())
