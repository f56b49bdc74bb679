"""Characters that no report, deck or screen needs: controls, and marks that hide or reorder the text around them.

Dropped at the door and again at every sink, for a terminal, a browser or Anki may obey them.
"""

import re

UNWANTED = (
    "\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
_UNWANTED = re.compile(f"[{UNWANTED}]")
_BREAKS = re.compile("\r\n?|[\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    r"""`text` without unwanted characters; every line end is ``\n``, a tab is a space, a lone surrogate is U+FFFD."""
    if text.isprintable():
        return text
    text = _UNWANTED.sub("", _BREAKS.sub("\n", text).replace("\t", " "))
    return _SURROGATES.sub("\ufffd", text)
