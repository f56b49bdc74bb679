"""The inline notation of blanks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deckfile import NotationError, parse, render
from quiz.model import Blank

TRICKY = st.text(st.sampled_from("水a \\|｜:【】\n"), max_size=8)
FILLED = TRICKY.filter(str.strip)


@st.composite
def clozes(draw: st.DrawFn) -> tuple[str, tuple[Blank, ...]]:
    sentence, blanks = draw(TRICKY), []
    for number in range(draw(st.integers(1, 3))):
        sentence += draw(TRICKY.filter(bool)) if number else ""
        answer, accepted = draw(FILLED), tuple(draw(st.lists(FILLED, max_size=2)))
        hint = draw(FILLED | st.just(""))
        blanks.append(Blank(len(sentence), len(sentence) + len(answer), answer, accepted, hint))
        sentence += answer
    return sentence + draw(TRICKY), tuple(blanks)


@given(clozes())
@settings(max_examples=400, deadline=None)
def test_what_is_rendered_parses_to_the_same(cloze: tuple[str, tuple[Blank, ...]]) -> None:
    assert parse(render(*cloze)) == cloze


@given(TRICKY)
@settings(max_examples=300, deadline=None)
def test_any_text_is_understood_or_refused_at_a_place_inside_it(text: str) -> None:
    try:
        sentence, blanks = parse(text)
    except NotationError as error:
        mistake: NotationError | None = error
    else:
        mistake = None
        assert all(sentence[blank.start : blank.end] == blank.answer for blank in blanks)
    assert mistake is None or 0 <= mistake.offset <= len(text)


def test_every_part_of_a_blank_is_read() -> None:
    sentence, blanks = parse("本县有【三座|3座::数量】水库。")
    assert sentence == "本县有三座水库。"
    assert blanks == (Blank(3, 5, "三座", ("3座",), "数量"),)


def test_a_full_width_bar_separates_too() -> None:
    assert parse("有【三座｜3座】水库")[1] == (Blank(1, 3, "三座", ("3座",)),)


def test_escaped_signs_are_the_characters_themselves() -> None:
    sentence, blanks = parse(r"\【甲\】与【乙\|丙\｜丁\:\:戊\\】")
    assert sentence == "【甲】与乙|丙｜丁::戊\\"
    assert blanks == (Blank(4, 13, "乙|丙｜丁::戊\\"),)


def test_a_time_of_day_and_a_bar_outside_need_no_escape() -> None:
    text = "会议|【9:30】::开始"
    assert render(*parse(text)) == text
    assert parse(text)[0] == "会议|9:30::开始"


@pytest.mark.parametrize(
    ("text", "offset", "words"),
    [
        ("水库三座", 0, "has no blank"),
        ("水库】三座", 2, "】 has no 【"),
        ("水库【三座", 2, "never closed"),
        ("水库【三【座】】", 4, "【 inside a blank"),
        ("水库【】三座", 2, "empty answer"),
        ("水库【三座|】", 2, "empty answer"),
        ("水库【三座::】", 2, "empty answer or hint"),
        ("【水库】【三座】", 4, "join the two"),
        ("水库\\三【座】", 2, "lone \\"),
        ("水库【三座】\\", 6, "lone \\"),
        ("水库【三::数|座】", 7, "before the hint"),
        ("水库【三::数::座】", 7, "one hint"),
    ],
)
def test_a_mistake_is_named_at_its_place(text: str, offset: int, words: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse(text)
    assert (caught.value.offset, words in str(caught.value)) == (offset, True)
