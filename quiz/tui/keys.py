"""Keys by name: how they are bound, and how a reader is told of them."""

from collections.abc import Iterable
from typing import NamedTuple

from quiz.i18n import gettext as _
from quiz.i18n import mark

_NAMES = {
    "enter": mark("Enter"),
    "space": mark("Space"),
    "escape": mark("Esc"),
    "left": "←",
    "right": "→",
    "up": mark("Up"),
    "down": mark("Down"),
    "backspace": mark("Backspace"),
    "shift+tab": mark("Shift+Tab"),
    "pageup": mark("PageUp"),
    "pagedown": mark("PageDown"),
    "question_mark": "?",
    "slash": "/",
    "minus": "-",
    "plus": "+",
}


class KeyHint(NamedTuple):
    """What the user is told of one binding; `show` says whether the key bar tells of it too, or help alone. A hint of a
    whole range of keys has no `action`."""

    keys: tuple[str, ...]
    description: str
    action: str
    show: bool


def letter(character: str) -> str:
    """A letter key for a `Binding`, in both cases and as an input method in full width sends it."""
    forms = [character, character.upper()]
    return ",".join(forms + [chr(ord(form) + 0xFEE0) for form in forms])


def labels(keys: str, *, typing: bool) -> list[str]:
    """The keys of a binding as a reader knows them, each once; `typing`: without those that now give a letter."""
    return list(dict.fromkeys(_label(key) for key in keys.split(",") if _worth_telling(key, typing=typing)))


def _worth_telling(key: str, *, typing: bool) -> bool:
    if len(key) == 1 or key in ("space", "question_mark", "slash"):
        return not typing and key.isascii() and not key.isupper()
    return not key.startswith(("fullwidth_", "ideographic_"))


def _label(key: str) -> str:
    if key in _NAMES:
        return _(_NAMES[key])
    return key if len(key) == 1 else "+".join(part.capitalize() for part in key.split("+"))


def fitting(lengths: Iterable[int], width: int) -> int:
    """How many items of these lengths, from the first on, fit into `width`."""
    count = used = 0
    for length in lengths:
        used += length
        if used > width:
            break
        count += 1
    return count
