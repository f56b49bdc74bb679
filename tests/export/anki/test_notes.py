"""What a note holds beside its text: tags, and the order of the items it asks for."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.export.anki import Ledger, Options
from quiz.export.anki.notes import Note, make_notes
from quiz.model import Deck, Order, Origin, Question, Short

USUAL = Options().since({})


def first(deck: Deck) -> Note:
    return make_notes(deck, deck, Ledger(), USUAL)[0]


def tags(deck: Deck) -> list[str]:
    return first(deck).tags.split()


def test_tags_tell_report_section_year_kind_and_difficulty(kinds: Deck) -> None:
    choice = replace(kinds, questions=(replace(kinds.questions[1], tags=("易 错", "数字::桥", "::", " ")),))
    assert tags(choice) == [
        "小城一年_纪事",
        "小城一年_纪事::桥",
        "年份::2025",
        "题型::单选",
        "难度::3",
        "易_错",
        "数字::桥",
    ]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2025年3月", "2025"),
        ("一九五六年九月", "1956"),
        ("二〇二五", "2025"),
        ("三月五日", ""),
        ("120250301", ""),
        ("", ""),
    ],
)
def test_the_year_is_read_from_the_date(kinds: Deck, date: str, year: str) -> None:
    found = [tag for tag in tags(replace(kinds, report=Origin("甲", "", date))) if tag.startswith("年份")]
    assert found == ([f"年份::{year}"] if year else [])


@pytest.mark.parametrize("size", range(2, 9))
def test_items_are_shuffled_always_alike_and_never_right(make_deck: Callable[..., Deck], size: int) -> None:
    for n in range(30):
        question: Question = Order(f"q{n}", "排列", items=tuple("甲乙丙丁戊己庚辛"[:size]))
        fields = first(make_deck(question)).fields.split("\x1f")
        assert fields == first(make_deck(question)).fields.split("\x1f")
        assert fields[2] != fields[3]
        assert sorted(fields[2]) == sorted(fields[3])


def test_a_note_is_told_by_its_kind_too(make_deck: Callable[..., Deck]) -> None:
    asked: list[Question] = [Order("q", "排列", items=("甲", "乙")), Short("q", "说说", points=("甲",))]
    assert len({first(make_deck(question)).guid for question in asked}) == 2
