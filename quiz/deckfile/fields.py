"""The values of one mapping by key; what is wrong with them is collected, so that a file is corrected in one go."""

import difflib
import re
from collections.abc import Iterable, Mapping

from quiz.deckfile import nodes
from quiz.deckfile.clean import clean
from quiz.deckfile.nodes import Complaints, Node, Refused, Scalar, Sequence
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import letter

# Text as people write it; YAML takes some of these for more than text, and this program does not.
_TRUE, _FALSE = ("true", "yes", "对", "正确", "√"), ("false", "no", "错", "错误", "×")
_TRUTHS = dict.fromkeys(_TRUE, True) | dict.fromkeys(_FALSE, False)
_WHOLE = re.compile(r"[0-9]{1,9}", re.ASCII)


def nearest(word: str, known: Iterable[str]) -> str:
    """The one of `known` that `word` resembles, else nothing."""
    return next(iter(difflib.get_close_matches(word, list(known), n=1, cutoff=0.7)), "")


def advise(word: str, known: Iterable[str]) -> str:
    """What to write in place of an unknown `word`."""
    if close := nearest(word, known):
        return _("did you mean '{word}'?").format(word=close)
    return _("use one of: {words}").format(words=", ".join(known))


class Fields:
    """Typed access to the mapping `node` at `path`; `examples` gives for every known key a line to write."""

    __slots__ = ("complaints", "examples", "mistyped", "node", "path", "sound", "values")

    def __init__(self, node: Node, path: str, examples: Mapping[str, str], complaints: Complaints) -> None:
        self.node = node
        self.path = path
        self.examples = examples
        self.complaints = complaints
        self.values: dict[str, Node] = {}
        self.mistyped: set[str] = set()  # known keys that an unknown one resembles
        self.sound = isinstance(node, nodes.Mapping)
        if isinstance(node, nodes.Mapping):
            self.values = node.values
            self._check_keys(node)
        else:
            self._refuse(
                node, path, _("must hold 'key: value' lines such as '{example}'"), next(iter(examples.values()))
            )

    def text(self, key: str, default: str | None = None) -> str:
        """The text under `key`; without a `default` it must be there."""
        node = self._get(key, required=default is None)
        if isinstance(node, Scalar):
            return clean(node.value)
        if node is not None:
            self._refuse(node, self._at(key), _("must be one text such as '{example}'"), self.examples[key])
        return default or ""

    def whole(self, key: str) -> int:
        """The whole number under `key`, 0 when there is none."""
        node = self._get(key)
        if isinstance(node, Scalar) and _WHOLE.fullmatch(node.value):
            return int(node.value)
        if node is not None:
            self._refuse(node, self._at(key), _("must be a whole number such as '{example}'"), self.examples[key])
        return 0

    def letters(self, key: str, count: int) -> tuple[int, ...]:
        """The places (from 0) that capital letters under `key` name among `count` options, in order."""
        node = self._get(key, required=True)
        if isinstance(node, Scalar):
            places = sorted({ord(sign) - ord("A") for sign in node.value.strip().upper()})
            if places and places[0] >= 0 and places[-1] < count:
                return tuple(places)
            message = _("must name options by their letters, A to {last}, such as '{example}'")
            last = letter(max(count - 1, 0))
            self._refuse(node, self._at(key), message.replace("{last}", last), self.examples[key])
        elif node is not None:
            self._refuse(node, self._at(key), _("must be one text such as '{example}'"), self.examples[key])
        return (0,)

    def truth(self, key: str) -> bool:
        """Whether the statement is true; the words of both languages are understood."""
        word = self.text(key).lower()
        if isinstance(self.values.get(key), Scalar) and word not in _TRUTHS:
            self.complain(key, _("must be true or false, such as '{example}'").format(example=self.examples[key]))
        return _TRUTHS.get(word, True)

    def items(self, key: str, *, required: bool = False) -> list[Node]:
        """The members of the list under `key`; a key with nothing after it is an empty list."""
        node = self._get(key, required=required)
        if isinstance(node, Sequence):
            return node.items
        if node is not None and not _is_nothing(node):
            self._refuse(node, self._at(key), _("must be a list such as '{example}'"), self.examples[key])
        return []

    def texts(self, key: str, least: int = 0) -> tuple[str, ...]:
        """The list of texts under `key`; with a `least` number of members it must be there."""
        members = self.items(key, required=least > 0)
        if len(members) < least and key in self.values:
            message = _("must have {least} members or more, as in '{example}'")
            self.complain(key, message.format(least=least, example=self.examples[key]))
        for number, member in enumerate(members):
            if not isinstance(member, Scalar):
                place = f"{self._at(key)}[{number}]"
                self._refuse(member, place, _("must be one text, as in '{example}'"), self.examples[key])
        return tuple(clean(member.value) for member in members if isinstance(member, Scalar))

    def mapping(self, key: str) -> Node | None:
        """The node under `key`, None when there is none."""
        node = self._get(key)
        return None if node is None or _is_nothing(node) else node

    def complain(self, key: str, message: str, offset: int = 0) -> None:
        """Complain of the value under `key`, `offset` columns into it."""
        node = self.values.get(key, self.node)
        self.complaints.add(node.start, self._at(key), message, offset)

    def complain_missing(self, key: str, example: str) -> None:
        """Complain that `key` is not there, unless that follows from something already complained of."""
        if self.sound and key not in self.mistyped:
            self.complain(key, _("is missing; write for example '{example}'").format(example=example))

    def _get(self, key: str, *, required: bool = False) -> Node | None:
        node = self.values.get(key)
        if node is None and required:
            self.complain_missing(key, self.examples[key])
        return node

    def _check_keys(self, node: nodes.Mapping) -> None:
        if not node.keys.keys() <= self.examples.keys():
            for name, key in node.keys.items():
                if name not in self.examples:
                    self.mistyped.add(nearest(name, self.examples))
                    message = _("unknown key; {advice}").format(advice=advise(name, self.examples))
                    self.complaints.add(key.start, self._at(name), message)
        for key in node.repeated:
            line = node.keys[key.value].start.line + 1
            message = _("is already given on line {line}; keep one of the two").format(line=line)
            self.complaints.add(key.start, self._at(key.value), message)

    def _refuse(self, node: Node, path: str, message: str, example: str) -> None:
        if not isinstance(node, Refused):
            self.complaints.add(node.start, path, message.format(example=example))

    def _at(self, key: str) -> str:
        return f"{self.path}.{printable(key)}" if self.path else printable(key)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.start.index == node.end.index
