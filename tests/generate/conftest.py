"""An invented report, and the places of answers in sentences."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.generate.candidates import Marked, Span, mark, spans
from quiz.generate.rules.place import Place
from quiz.model import Report
from quiz.sources import read_report

REPORT = Path(__file__).with_name("report.txt")


@pytest.fixture(scope="session")
def report() -> Report:
    """Four sections, about 600 characters, with figures blotted out, a list, quotations and titles."""
    return read_report(REPORT)[0]


@pytest.fixture(scope="session")
def span_of() -> Callable[[Marked, str], Span]:
    """The candidate that is the first `answer` in a marked sentence; fails when it is none."""

    def find(marked: Marked, answer: str) -> Span:
        start = marked.text.index(answer)
        found = [span for span in spans(marked) if (span.start, span.end) == (start, start + len(answer))]
        assert found, f"{answer} is no candidate of {marked.text}"
        return found[0]

    return find


@pytest.fixture(scope="session")
def place_of(span_of: Callable[[Marked, str], Span]) -> Callable[..., Place]:
    """`place_of(sentence, answer, visible)` as the rules see it."""

    def find(text: str, answer: str, visible: str = "") -> Place:
        marked = mark(text)
        return Place(marked, span_of(marked, answer), visible)

    return find
