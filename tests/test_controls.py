"""Characters that hide or reorder text go, words in any script stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.controls import clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("清水 Water\u30009.5%", "清水 Water\u30009.5%"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("a\tb", "a b"),
        ("\x1b[31m清\x07水\x9b2J", "[31m清水2J"),
        ("清\u202e水\u2066岸\u2069\u200b\ufeff\u00ad", "清水岸"),
        ("清\ud800水", "清\ufffd水"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_what_goes_and_what_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_again_changes_nothing_and_no_control_is_left(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    assert all(c >= " " and not "\x7f" <= c <= "\x9f" for c in cleaned.replace("\n", ""))
    cleaned.encode()
