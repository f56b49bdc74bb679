"""Looking through the questions of a deck."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quiz.generate.merge import digest, merge
from quiz.model import Deck, Kind
from quiz.tasks import flags

Play = Callable[..., list[str]]


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


@pytest.fixture
def curate(play: Play) -> Play:
    def run(*keys: str, **others: Any) -> list[str]:
        return play(*keys, mode="curate", **others)

    return run


def test_a_question_stands_there_with_its_source_and_its_doubts(
    curate: Play, deal: Callable[..., None], desk: Any
) -> None:
    deal("judge")
    doubts = flags(desk.deck)["claim"]
    text = shown(curate())
    assert "1/1✓0✗0" in text
    assert "✓2.False" in text
    assert "Thereportsays:全镇种下红树150亩，比去年多两成。" in text
    assert doubts == () or all(shown([f"? {name}"]) in text for name in doubts)
    assert "·Notlookedatyet" in text


def test_accept_goes_on(curate: Play) -> None:
    text = shown(curate("a"))
    assert "2/3✓1✗0" in text
    assert "①【青砖】" in text
    assert "✓Accepted" in shown(curate("a", "left"))
    assert "3/3✓3" in shown(curate("a", "enter", "a"))


def test_a_rejected_question_is_never_asked_until_accepted(curate: Play, play: Play, desk: Any) -> None:
    text = shown(curate("r"))
    assert "2/3✓0✗1" in text
    assert "渔村" not in shown(play())
    assert desk.marked(desk.deck, "rejected") == {"q1"}
    assert "✗Rejected:itisneverasked" in shown(curate())
    assert "✓1✗0" in shown(curate("a"))
    assert not desk.marked(desk.deck, "rejected")


def test_a_rejected_question_stays_rejected_when_the_deck_is_made_anew(curate: Play, play: Play, desk: Any) -> None:
    old = replace(desk.deck, made=tuple((question.id, digest(question)) for question in desk.deck.questions))
    curate("r")
    new = [replace(question, id=f"new{question.id}", difficulty=2) for question in old.questions]
    new[0] = replace(new[0], sentence=new[0].sentence.replace("搬进了课本", "搬进课本里"))
    desk.deck = merge(old, Deck(old.id, old.title, old.report, tuple(new))).deck
    assert [question.id for question in desk.deck.questions] == ["q1", "q2", "q3"]
    assert "搬进课本里" in desk.deck.questions[0].sentence
    assert "渔村" not in shown(play(mode="order"))


def test_suspend_and_star_stay_at_the_question(curate: Play, desk: Any) -> None:
    text = shown(curate("x", "s"))
    assert "1/3" in text
    assert "‖Suspended" in text
    assert "★Starred" in text
    assert "‖" not in shown(curate("x"))
    assert desk.marked(desk.deck, "starred") == {"q1"}


def test_undo_takes_back_one_after_the_other(curate: Play, desk: Any) -> None:
    text = shown(curate("a", "r", "s", "u", "u"))
    assert "2/3✓1✗0" in text
    assert not desk.marked(desk.deck, "rejected", "starred")
    assert "1/3✓0✗0" in shown(curate("a", "right", "right", "u"))
    assert "nothingtoundo" in shown(curate("u"))


def test_an_edit_is_doubted_anew_and_undo_writes_the_old_words_again(curate: Play, desk: Any) -> None:
    text = shown(curate("e", "新", "ctrl+s"))
    assert "课本。新" in text
    assert "differsfromthewordsofthereport" in text
    assert "课本。新二" not in shown(curate("e", "二", "ctrl+s", "u"))
    assert "课本。新二" not in (desk.folder / "harbour.yaml").read_text(encoding="utf-8")


def test_the_range_can_be_the_doubtful_or_those_not_looked_at(curate: Play, deal: Callable[..., None]) -> None:
    kinds: tuple[Kind, ...] = ("cloze", "judge", "short")
    deal(*kinds)
    assert "1/3" in shown(curate())
    assert "Doubtfulones" in shown(curate("tab"))
    assert "Notlookedatyet" in shown(curate("a", "tab", "tab"))
    assert "1/2" in shown(curate("a", "tab", "tab"))


def test_nothing_of_a_range_says_so(curate: Play) -> None:
    text = shown(curate("a", "a", "a", "tab", "tab"))
    assert "Noquestionofthedeckisofthese" in text
    assert "0/0" in text
    assert "3/3" in shown(curate("a", "a", "a", "tab", "tab", "a", "r", "e", "right", "u"))


def test_a_deck_without_questions(curate: Play, desk: Any) -> None:
    desk.deck = replace(desk.deck, questions=())
    assert "0/0" in shown(curate("a", "r", "x", "e", "u"))
