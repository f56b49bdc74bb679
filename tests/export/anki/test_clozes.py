"""A blank keeps its number, and no other ever gets it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.export.anki.clozes import Numbered, number_blanks
from quiz.model import Blank, Cloze


def question(text: str) -> Cloze:
    """A question whose blanks stand in brackets."""
    parts = text.replace("]", "[").split("[")
    sentence, blanks = "", []
    for place, part in enumerate(parts):
        if place % 2:
            blanks.append(Blank(len(sentence), len(sentence + part), part))
        sentence += part
    return Cloze("q", sentence, blanks=tuple(blanks))


def numbers(before: str, after: str, cards: str = "blank") -> list[int]:
    history = number_blanks(question(before), (), cards)
    return [blank.number for blank in number_blanks(question(after), history, cards) if not blank.gone]


@pytest.mark.parametrize(
    ("cards", "expected"), [("blank", [1, 2, 3, 4]), ("set", [1, 1, 1, 2]), ("question", [1, 2, 3, 4])]
)
def test_the_members_of_a_list_share_a_card_when_asked_to(cards: str, expected: list[int]) -> None:
    listed = question("栽的是[柳树]、[槐树]和[桑树]，浇水要[浇透]。")
    assert [blank.number for blank in number_blanks(listed, (), cards)] == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("甲[柳树]乙[槐树]丙[桑树]丁", [1, 2, 3]),
        ("甲柳树乙[槐树]丙[桑树]丁", [2, 3]),
        ("甲[柳树]乙槐树丙[桑树]丁", [1, 3]),
        ("[前言]甲[柳树]乙[槐树]丙[桑树]丁", [4, 1, 2, 3]),
        ("甲[桑树]乙[槐树]丙[柳树]丁", [3, 2, 1]),
        ("甲[垂柳树]乙[槐树]丙[桑树]丁", [1, 2, 3]),
        ("甲[石桥]乙[槐树]丙[桑树]丁", [4, 2, 3]),
        ("甲[柳树]乙[柳树]丙[桑树]丁", [1, 4, 3]),
    ],
)
def test_numbers_stay_with_their_blanks(after: str, expected: list[int]) -> None:
    assert numbers("甲[柳树]乙[槐树]丙[桑树]丁", after) == expected


def test_a_blank_that_comes_back_gets_its_number_back() -> None:
    history = number_blanks(question("甲[一月]乙[初七]"), (), "blank")
    history = number_blanks(question("甲一月乙[初七]"), history, "blank")
    assert history == (Numbered(2, "初七"), Numbered(1, "一月", gone=True))
    history = number_blanks(question("甲一月乙[初七]丙[腊八]"), history, "blank")
    history = number_blanks(question("甲[一月]乙[初七]丙[腊八]"), history, "blank")
    assert [blank.number for blank in history] == [1, 2, 3]


def test_a_new_member_of_a_list_joins_its_card() -> None:
    assert numbers("有[柳树]、[槐树]，[浇透]", "有[石榴]、[柳树]、[槐树]，[浇透]", "set") == [1, 1, 1, 2]


WORDS = st.lists(st.sampled_from(["柳树", "槐树", "桑树", "榆木", "杨花", "竹", "松柏"]), max_size=5, unique=True)


@given(st.lists(WORDS, min_size=1, max_size=6), st.sampled_from(["blank", "set"]))
@settings(max_examples=200, deadline=None)
def test_no_number_is_given_to_another_answer(edits: list[list[str]], cards: str) -> None:
    owner: dict[int, set[str]] = {}
    history: tuple[Numbered, ...] = ()
    for words in edits:
        history = number_blanks(question("又".join(f"[{word}]" for word in words) or "无"), history, cards)
        assert len({blank.number for blank in history}) == len(history)
        for blank in history:
            owner.setdefault(blank.number, set()).add(blank.answer)
    for answers in owner.values():
        assert all(set(a) & set(b) for a in answers for b in answers)  # a correction shares a character
