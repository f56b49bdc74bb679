"""Hints on a key, the difference of a wrong reply, and what a count-me-right leaves behind."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quiz.model import Kind
from quiz.tui.compared import compared

Play = Callable[..., list[str]]


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


def logged(desk: Any) -> list[tuple[str, int, int]]:
    """Verdict, rating and hints of every reply."""
    rows = desk.log.database.read("SELECT verdict, rating, hints FROM review ORDER BY id")
    return [tuple(row) for row in rows]


def test_each_press_shows_one_more(play: Play) -> None:
    stages = ["hint:一、海边的事›（一）码头", "2characters", "startswith三", "pinyininitialssz"]
    for count in (1, 3, 5):
        text = shown(play(*["f2"] * count))
        assert [stage in text for stage in stages] == [number < count for number in range(4)]
        assert ("Therearenomorehints." in text) == (count == 5)


def test_hints_lower_the_rating_and_an_undo_gives_none_back(play: Play, desk: Any) -> None:
    play("f2", "三座", "enter")
    assert logged(desk) == [("right", 2, 1)]
    play("ctrl+z", "f2", "f2", "f2", "enter", "u", "enter")
    assert logged(desk)[-1] == ("right", 1, 3)


def test_a_forgotten_question_comes_back_without_its_hints(play: Play, desk: Any, deal: Callable[..., None]) -> None:
    deal("cloze")
    play("f2", "f2", "f2", "两座", "enter", "enter", "三座", "enter", mode="review")
    assert logged(desk) == [("wrong", 1, 3), ("right", 3, 0)]


def test_h_is_a_letter_while_typing(play: Play) -> None:
    assert "了h＿" in shown(play("h"))


@pytest.mark.parametrize("key", ["f2", "h"])
def test_a_choice_loses_wrong_options_but_one(play: Play, deal: Callable[..., None], key: str) -> None:
    deal("choice")
    text = "\n".join(play(*[key] * 4))
    assert text.count("× ") == 2
    assert "× B" not in text
    assert "There are no more hints." in text


def test_what_is_struck_out_cannot_be_picked(play: Play, deal: Callable[..., None]) -> None:
    deal("choice")
    lines = play("f2", "f2")
    struck = [line.strip()[2].lower() for line in lines if "× " in line]
    assert "▸" not in "".join(play("f2", "f2", *struck))
    assert "▸" in "".join(play("f2", "f2", "down"))


def test_an_order_gets_its_first_items(play: Play, deal: Callable[..., None], kinds: dict[Kind, Any]) -> None:
    deal("order")
    lines = play("f2", "f2", "f2")
    placed = [line for line in lines if "[1]" in line or "[2]" in line]
    assert [item in line for item, line in zip(kinds["order"].items, placed, strict=False)] == [True, True]
    assert "There are no more hints." in "\n".join(lines)


@pytest.mark.parametrize(
    ("given", "answer", "told"),
    [
        ("高值量发展", "高质量发展", "高[值→质]量发展"),
        ("高量发展", "高质量发展", "高[+质]量发展"),
        ("高质量的发展", "高质量发展", "高质量[-的]发展"),
        ("完全两样", "高质量发展", "完全两样"),
        ("高\x1b量发展", "高质量发展", "高[→质]量发展"),
    ],
)
def test_the_difference_is_told_without_colour(given: str, answer: str, told: str) -> None:
    assert "".join(piece.text for piece in compared(given, answer)) == told


def test_the_slip_is_named(play: Play, desk: Any, make_cloze: Callable[..., Any]) -> None:
    desk.deck = replace(desk.deck, questions=(make_cloze(1, "河水要从源头治起。", "源头"),))
    assert "[原→源]头soundsthesame" in shown(play("原头", "enter"))
    desk.deck = replace(desk.deck, id="other")
    assert "charactersaremissing" in shown(play("源", "enter"))


@pytest.mark.parametrize(
    ("given", "answer", "told"),
    [
        ("自已", "自己", "[已→己]looksmuchthesame"),
        ("气侯", "气候", "[侯→候]soundsandlooksthesame"),
        ("气后", "气候", "[后→候]soundsthesame"),
    ],
)
def test_a_look_alike_is_named(
    play: Play, desk: Any, make_cloze: Callable[..., Any], given: str, answer: str, told: str
) -> None:
    desk.deck = replace(desk.deck, questions=(make_cloze(1, f"河水要从{answer}治起。", answer),))
    assert told in shown(play(given, "enter"))


def test_the_name_stays_with_the_reply_that_was_counted_right_and_goes_with_the_question(
    play: Play, desk: Any, make_cloze: Callable[..., Any]
) -> None:
    questions = (make_cloze(1, "河水要从自己治起。", "自己"), make_cloze(2, "河水要从源头治起。", "源头"))
    desk.deck = replace(desk.deck, questions=questions)
    assert "looksmuchthesame" in shown(play("自已", "enter", "c"))
    desk.deck = replace(desk.deck, id="other")
    assert "looksmuchthesame" not in shown(play("自已", "enter", "enter"))


def test_counting_right_stores_the_answer_and_undo_takes_it_out(play: Play, desk: Any) -> None:
    text = shown(play("两座", "enter", "c"))
    assert "Thedeckaccepts两座fromnowon." in text
    file = desk.folder / "harbour.yaml"
    assert "【三座|两座】" in file.read_text(encoding="utf-8")
    text = shown(play("ctrl+z"))
    assert "0/3" in text


def test_an_undo_at_once_takes_the_answer_out_of_the_file(play: Play, desk: Any) -> None:
    assert "0/3" in shown(play("两座", "enter", "c", "u"))
    assert "两座" not in (desk.folder / "harbour.yaml").read_text(encoding="utf-8")
    assert "✗Wrong" in shown(play("两座", "enter"))


def test_nothing_typed_leaves_nothing_to_store(play: Play, desk: Any) -> None:
    assert "✓Countedasright" in shown(play("enter", "c"))
    assert not (desk.folder / "harbour.yaml").exists()
