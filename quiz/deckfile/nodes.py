"""YAML text into a tree of nodes that know their places.

Built from libyaml's events and not from its data: every scalar stays the text that stands in the file (`no`, `010`,
`9:30`), a repeated key is seen, and an alias bomb or a pit of brackets ends at once.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, NoReturn, Protocol, TypeAlias

import yaml

from quiz.errors import DeckError, Problem
from quiz.i18n import gettext as _
from quiz.i18n import mark

MAX_DEPTH = 20


class Mark(Protocol):
    """A place in the text, counted in characters from 0."""

    index: int
    line: int
    column: int


class Scalar(NamedTuple):
    value: str
    start: Mark
    end: Mark


class Sequence(NamedTuple):
    items: list["Node"]
    start: Mark
    end: Mark


class Mapping(NamedTuple):
    """`repeated` holds the keys that were already given; the first one counts."""

    keys: dict[str, Scalar]
    values: dict[str, "Node"]
    repeated: list[Scalar]
    start: Mark
    end: Mark


class Refused(NamedTuple):
    """A node that was complained of when it was read and has no value."""

    start: Mark
    end: Mark


Node: TypeAlias = Scalar | Sequence | Mapping | Refused


class Complaints:
    """The problems found so far in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, at: Mark | None, field: str, message: str, offset: int = 0) -> None:
        line, column = (at.line + 1, at.column + 1 + offset) if at else (0, 0)
        self.problems.append(Problem(self.file, line, column, field, message))

    def check(self) -> None:
        """Raises DeckError with the problems in file order, if there are any."""
        if self.problems:
            raise DeckError(sorted(self.problems, key=lambda problem: (problem.line, problem.column)))

    def stop(self, at: Mark | None, message: str) -> NoReturn:
        """Raises DeckError: what follows cannot be read."""
        self.add(at, "", message)
        raise DeckError(self.problems)


def compose(text: str, complaints: Complaints) -> Node:
    """The only document in `text`; raises DeckError where the YAML itself is wrong."""
    try:
        return _Composer(yaml.CSafeLoader(text), complaints).document()
    except yaml.YAMLError as error:
        complaints.stop(*_explain(error))


class _Composer:
    """One reading, event by event; `Any` because every event has marks and the stubs make them optional."""

    def __init__(self, loader: yaml.CSafeLoader, complaints: Complaints) -> None:
        self.event: Callable[[], Any] = loader.get_event
        self.complaints = complaints

    def document(self) -> Node:
        self.event()  # the stream starts
        if isinstance(self.event(), yaml.StreamEndEvent):
            self.complaints.stop(None, _("is empty; a deck file starts with 'format: 1'"))
        root = self._node(self.event(), 0)
        self.event()  # the document ends
        event = self.event()
        if isinstance(event, yaml.DocumentStartEvent):
            self.complaints.stop(event.start_mark, _("a second document starts here; give each deck a file of its own"))
        return root

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent:
            self.complaints.add(
                event.start_mark, "", _("an alias (*) is not allowed; write the value out, or quote it")
            )
            return Refused(event.start_mark, event.end_mark)
        if event.anchor is not None:
            self.complaints.add(event.start_mark, "", _("an anchor (&) is not allowed; take it out, or quote the text"))
        if event.tag is not None:
            self.complaints.add(event.start_mark, "", _("a tag (!) is not allowed; take it out, or quote the text"))
        if kind is yaml.ScalarEvent:
            return Scalar(event.value, event.start_mark, event.end_mark)
        if depth == MAX_DEPTH:
            self.complaints.stop(event.start_mark, _("lists are nested too deep; quote a text that starts with [ or {"))
        return self._sequence(event, depth + 1) if kind is yaml.SequenceStartEvent else self._mapping(event, depth + 1)

    def _sequence(self, first: Any, depth: int) -> Sequence:
        items = []
        while type(event := self.event()) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
        end: Any = event.end_mark
        return Sequence(items, first.start_mark, end if first.flow_style else items[-1].end)

    def _mapping(self, first: Any, depth: int) -> Mapping:
        keys: dict[str, Scalar] = {}
        values: dict[str, Node] = {}
        repeated: list[Scalar] = []
        while type(event := self.event()) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            value = self._node(self.event(), depth)
            if not isinstance(key, Scalar):
                self.complaints.add(key.start, "", _("a key must be one word; quote a text that starts with [, { or ?"))
            elif key.value in keys:
                repeated.append(key)
            else:
                keys[key.value], values[key.value] = key, value
        end: Any = event.end_mark
        return Mapping(keys, values, repeated, first.start_mark, end if first.flow_style else value.end)


_ADVICE = {
    "mapping values": mark("a text that holds ': ' needs double quotes around it, and a key its right indentation"),
    "expected ':'": mark("this line has no 'key: '; indent it further if it continues the text above"),
    "expected key": mark("give this line the indentation of its neighbours; a text that starts with a quote sign or a"
                         " bracket needs quotes around all of it"),
    "'-' indicator": mark("give this line the indentation of its neighbours, or start it with '- '"),
    "unexpected end of stream": mark("the quote that opens here is never closed"),
    "tab character": mark("indent with spaces, not with tabs"),
    "cannot start any token": mark("a text that starts with @, % or ` needs double quotes; a tab cannot indent"),
    "alphabetic or numeric": mark("a text that starts with * or & needs double quotes around it"),
    "tag": mark("a text that starts with ! needs double quotes around it"),
    "escape": mark(r"in double quotes write \\ for a backslash"),
    "comment or line break": mark("a text that starts with | or > needs double quotes around it"),
    "',' or": mark("the bracket that opens here is never closed; quote a text that starts with [ or {"),
    "node content": mark("a text that starts with ], } or , needs double quotes around it"),
}  # fmt: skip
_AT_START = ("expected ':'", "unexpected end of stream", "',' or")


def _explain(error: yaml.YAMLError) -> tuple[Mark | None, str]:
    """Where the YAML is wrong and what to do, since the parser's own words say neither to most people."""
    problem = str(getattr(error, "problem", None) or error)
    place: Mark | None = getattr(error, "problem_mark", None)
    if any(words in problem for words in _AT_START):
        place = getattr(error, "context_mark", None) or place
    advice = next((text for words, text in _ADVICE.items() if words in problem), mark("check indentation and quotes"))
    return place, _("is not valid YAML ({problem}): {advice}").format(problem=problem, advice=_(advice))
