"""What crosses from the child to the parent: an honest draft whole, anything else not at all."""

import contextlib
import json
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.model import Removal
from quiz.sources import answer
from quiz.sources.draft import Draft, Line

HEAD = [1, 0, "docx", "治水", ""]
LINE = [1, "河水清了。", 0, 0, True]

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\n"), max_size=20)
lines = st.builds(Line, st.integers(0, 9**9), words, st.integers(0, 9), st.integers(0, answer.MAX_PAGES), st.booleans())
names = st.text("治水记 abc", max_size=20).map(lambda text: " ".join(text.split()))
drafts = st.builds(Draft, st.lists(lines).map(tuple), names, names, names)


def packed(*records: object) -> bytes:
    return b"".join(json.dumps(record).encode() + b"\n" for record in records)


@given(draft=drafts)
@settings(max_examples=200, deadline=None)
def test_an_honest_draft_comes_back_as_it_was(draft: Draft) -> None:
    draft = replace(draft, removals=(Removal("navigation", "首页" * 3000, 1),))
    assert answer.decode(b"".join(answer.encode(draft, "x"))) == draft


@pytest.mark.parametrize(
    "records",
    [
        [],
        [HEAD],
        [HEAD, LINE, LINE],
        [[0, 0, "docx", "治水"]],
        [[True, 0, "docx", "", ""], LINE],
        [[-1, 0, "docx", "", ""]],
        [[10**6, 0, "docx", "", ""]],
        [[1, 0, "docx", "\x1b[2J", ""], LINE],
        [[1, 0, "docx", "", "\u202e"], LINE],
        [[1, 0, "docx", "水" * 1000, ""], LINE],
        [HEAD, [1, "河水\n清了。", 0, 0, True]],
        [HEAD, [1, "\ud800", 0, 0, True]],
        [HEAD, [1, ["河水"], 0, 0, True]],
        [HEAD, [1.0, "河水", 0, 0, True]],
        [HEAD, [1, "河水", 99, 0, True]],
        [HEAD, [1, "河水", 0, -1, True]],
        [HEAD, [1, "河水", 0, 0, 1]],
        [[0, 1, "docx", "", ""], ["navigation", "\x1b[2J", 1]],
        [[0, 1, "docx", "", ""], ["navigation", "首\n页", 1]],
        [{"error": 1}],
        [{"error": "x", "more": 1}],
        [{}],
        ["河水"],
        [None],
    ],
)
def test_what_an_honest_child_never_says_is_refused(records: list[object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # its text is nobody's business: the caller has a sentence
        answer.decode(packed(*records))


@pytest.mark.parametrize(
    "said",
    [
        b"\n",
        b"[1,0",
        b"\xff\n",
        b"[" * 100_000 + b"\n",
        b"[1" + b"0" * 5000 + b"]\n",
        b"NaN\n",
        b"[" + b"[]," * 3_000_000 + b"[]]\n",
        packed(HEAD, LINE)[:-1],
        packed(HEAD, LINE) + b"\n",
        packed([2, 0, "docx", "", ""], *[[1, "水" * 1_200_000, 0, 0, True]] * 2),
    ],
    ids=["blank", "torn", "bytes", "deep", "digits", "nan", "swollen", "cut", "tail", "long"],
)
def test_what_is_no_answer_is_refused(said: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # as above
        answer.decode(said)


def test_a_swollen_answer_takes_little_memory() -> None:
    said = b"[" + b"[]," * 3_000_000 + b"[]]\n"
    tracemalloc.start()
    with pytest.raises(ValueError):  # noqa: PT011  # as above
        answer.decode(said)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 100_000_000


@given(
    said=st.binary(max_size=60)
    | st.lists(st.from_type(object) | st.just(HEAD) | st.just(LINE)).map(repr).map(str.encode)
)
@settings(max_examples=200, deadline=None)
def test_nothing_else_is_raised(said: bytes) -> None:
    with contextlib.suppress(ValueError, QuizError, MemoryError):
        answer.decode(said)


def test_an_error_and_a_lack_of_memory_are_told_apart() -> None:
    with pytest.raises(QuizError, match="水: is empty"):
        answer.decode(answer.encode_error("水: is empty"))
    with pytest.raises(MemoryError):
        answer.decode(answer.encode_exhausted())
