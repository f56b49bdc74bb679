"""What the user sets, in one TOML file with a comment on each line; a file that is missing sets nothing.

`ENTRIES` is the one list of settings: the file is checked against it and its first form is written from it.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from quiz.errors import QuizError
from quiz.files import printable, read_bytes, write_bytes
from quiz.i18n import gettext as _
from quiz.i18n import mark

_LIMIT = 1_000_000
_NAMED = "enter|space|tab|escape|up|down|left|right|home|end|pageup|pagedown|insert|delete|backspace|comma"
_KEY = re.compile(rf"((ctrl|alt|shift)\+)*([^\s,]|f([1-9]|1\d|2[0-4])|{_NAMED})")


class Preferences(NamedTuple):
    """The settings by name, see `ENTRIES`; `keys` are pairs of an action and its keys, with commas between them."""

    new: int = 20
    reviews: int = 200
    retention: float = 0.9
    streak: int = 2
    lives: int = 3
    target: int = 5
    limit: int = 100
    theme: str = "dark"
    language: str = ""
    keys: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """One line of the file: a number from `low` to `high`, or one of the words `among`."""

    section: str
    name: str
    about: str
    low: float = 0
    high: float = 0
    among: tuple[str, ...] = ()


SECTIONS = ("review", "modes", "look", "keys")
ENTRIES = (
    Entry("review", "new", mark("New questions a study day, at most."), 0, 9999),
    Entry("review", "reviews", mark("Repeated questions a study day, at most."), 0, 9999),
    Entry(
        "review", "retention", mark("The share of what is asked again that you want to know: 0.7 to 0.97."), 0.7, 0.97
    ),
    Entry("modes", "streak", mark("Right answers in a row that take a question out of the wrong-book."), 1, 20),
    Entry("modes", "lives", mark("Lives of the longer challenge; the short one has one."), 2, 99),
    Entry("modes", "target", mark("Right answers that win a race."), 1, 999),
    Entry("modes", "limit", mark("Seconds of a race; 0 for no limit."), 0, 86_400),
    Entry("look", "theme", mark("dark or light"), among=("dark", "light")),
    Entry("look", "language", mark("zh or en; without it, the language of the system"), among=("", "zh", "en")),
)
ACTIONS: Mapping[str, str] = {
    "menu": "m",
    "filter": "/",
    "open": "o",
    "start_over": "n",
    "leave": "q,escape",
    "help": "?,f1",
    "overview": "s",
    "palette": "ctrl+p",
    "look": "ctrl+t",
    "next": "enter,space",
    "skip": "ctrl+n",
    "undo": "u,ctrl+z",
    "count_right": "c",
    "hint": "f2",
    "star": "s",
    "suspend": "x",
    "edit": "e",
}
"""The actions whose keys can be changed, with their usual keys."""


def read_settings(path: Path) -> Preferences:
    """The settings in a file. Raises QuizError, naming the line, for anything in it that means nothing."""
    if not path.exists():
        return Preferences()
    import tomllib  # 2 ms

    name = printable(path)
    try:
        text = read_bytes(path, _LIMIT).decode("utf-8-sig")
        data = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise QuizError(_("{name}: is not UTF-8 text; save it as UTF-8").format(name=name)) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise QuizError(_not_toml(name, str(error))) from error
    found: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for section, key, value in _lines(data):
        try:
            if section == "keys":
                keys[key] = _keys(key, value)
            else:
                found[key] = _value(section, key, value)
        except ValueError as error:
            place = f"{name}:{_line_of(text, section, key)}"
            raise QuizError(f"{place}: {printable(key or section)}: {error}") from error
    return Preferences(**found, keys=tuple(keys.items()))


def write_settings(path: Path) -> bool:
    """Write the file as it is before anything is set, every line with its comment; False when there is one already."""
    if path.exists():
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{name}: cannot be written: {reason}")
        raise QuizError(message.format(name=printable(path), reason=error.strerror)) from error
    write_bytes(path, "\n".join(_template()).encode())
    return True


def _template() -> Iterator[str]:
    usual = Preferences()
    yield "# " + _("Settings of quiz. To change one, take away the # in front of its line and write another value.")
    for section in SECTIONS:
        yield from ("", f"[{section}]")
        for entry in ENTRIES:
            if entry.section == section:
                yield "# " + _(entry.about)
                yield f"# {entry.name} = {_toml(getattr(usual, entry.name) or next(iter(entry.among[1:]), 0))}"
    yield "# " + _("Keys of an action, with commas between them: letters, f1 to f12, enter, ctrl+d and the like.")
    yield from (f'# {action} = "{keys}"' for action, keys in ACTIONS.items())
    yield ""


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _lines(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every setting with its section; one that stands in none has an empty one, an unknown section has no key."""
    for section, content in data.items():
        if not isinstance(content, dict):
            yield "", section, content
        elif section not in SECTIONS:
            yield section, "", None
        else:
            yield from ((section, key, value) for key, value in content.items())


def _value(section: str, key: str, value: object) -> object:
    """What a line sets; ValueError with a sentence when it sets nothing."""
    if section not in SECTIONS and not key:
        raise ValueError(_("there is no such section; there are {names}").format(names=", ".join(SECTIONS)))
    entry = next((entry for entry in ENTRIES if entry.name == key), None)
    if entry is None:
        raise ValueError(_unknown(key, [entry.name for entry in ENTRIES]))
    if entry.section != section:
        raise ValueError(_("belongs under [{section}]").format(section=entry.section))
    if entry.among:
        if value not in entry.among:
            words = ", ".join(f'"{word}"' for word in entry.among if word)
            raise ValueError(_("write one of {words}").format(words=words))
        return value
    wanted = (int,) if isinstance(getattr(Preferences(), key), int) else (int, float)
    if type(value) not in wanted or not isinstance(value, int | float) or not entry.low <= value <= entry.high:
        message = _("write a number from {low} to {high}")
        raise ValueError(message.format(low=entry.low, high=entry.high))
    return value


def _keys(action: str, value: object) -> str:
    """The keys of an action, without blanks."""
    if action not in ACTIONS:
        raise ValueError(_unknown(action, list(ACTIONS)))
    names = [name.strip() for name in value.split(",")] if isinstance(value, str) else []
    if not names:
        raise ValueError(_('write its keys as "u,ctrl+z"'))
    for name in names:
        if not _KEY.fullmatch(name):
            message = _("'{key}' is no key; write a letter, f2, enter, ctrl+d or the like")
            raise ValueError(message.format(key=printable(name)))
    return ",".join(names)


def _unknown(name: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    if near:
        return _("there is no such setting; did you mean {near}?").format(near=near[0])
    return _("there is no such setting; there are {names}").format(names=", ".join(known))


def _line_of(text: str, section: str, key: str) -> int:
    """The line, counted from 1, of a setting, or without a key of its section."""
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := re.match(r"\s*\[\s*\"?([^\]\"]+?)\"?\s*\]", line):
            here = head[1]
            if not key and here == section:
                return number
        elif key and here == section and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return 1


def _not_toml(name: str, error: str) -> str:
    found = re.search(r"line (\d+), column (\d+)", error)
    place = f"{name}:{found[1]}:{found[2]}" if found else name
    return f"{place}: " + _('cannot be understood; write name = value, texts in "quotes", and each name once')
