"""Characters that no deck needs: controls, and marks that hide or reorder the text around them.

They leave the text as it is read, so that nothing behind the reader can pass them on to a terminal or to YAML.
"""

import re

from quiz.controls import UNWANTED

# Surrogates and non-characters are refused by YAML itself.
_UNWANTED = re.compile(f"[{UNWANTED}\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    r"""The text of a file as the YAML parser wants it: lines end in ``\n``, unwanted characters are gone.

    A raw U+2028 or U+2029 becomes a blank, as YAML would end the line there and no editor shows that.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", " ").replace("\u2029", " ")
    return _UNWANTED.sub("", text)


def clean(value: str) -> str:
    """One value of a file without unwanted characters, which YAML's escapes may bring in; a tab becomes a blank."""
    return _UNWANTED.sub("", value.replace("\t", " "))
