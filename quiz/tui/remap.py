"""Keys that the user has given to actions, in place of the usual ones.

Textual's own keymap forgets every other action of a key that is taken away, and one key does several things here.
"""

from collections.abc import Mapping

from textual.actions import parse
from textual.binding import Binding, BindingsMap
from textual.keys import _character_to_key

from quiz.tui.keys import letter


class Remapped:
    """An app that knows which keys the user wants for which action."""

    keys: Mapping[str, str]


def wanted_keys(chosen: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """The keys of the settings file as Textual names them, a letter in all its forms."""
    return {action: ",".join(map(_key, keys.split(","))) for action, keys in chosen}


def _key(name: str) -> str:
    if len(name) > 1:
        return name
    return letter(name.lower()) if name.isascii() and name.isalpha() else _character_to_key(name)


def keys_of(binding: Binding, app: object) -> str:
    """The keys of a binding, the user's own where he has set some."""
    return _wanted(app).get(parse(binding.action)[1], binding.key)


def rebind(bindings: BindingsMap, app: object) -> None:
    """Give the actions of a screen or app the keys that the user wants; other actions of these keys come after."""
    for action, wanted in _wanted(app).items():
        moved: list[Binding] = []
        for key, held in list(bindings.key_to_bindings.items()):
            moved += [binding for binding in held if parse(binding.action)[1] == action]
            bindings.key_to_bindings[key] = [binding for binding in held if parse(binding.action)[1] != action]
        for key in wanted.split(",") if moved else []:
            first = moved[0].with_key(key)
            bindings.key_to_bindings[key] = [first, *bindings.key_to_bindings.get(key, [])]


def _wanted(app: object) -> Mapping[str, str]:
    return app.keys if isinstance(app, Remapped) else {}
