"""Looking through the questions of a deck."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quiz.deckfile import read_deck
from quiz.errors import QuizError
from quiz.generate.merge import digest, merge
from quiz.model import Cloze, Deck, Kind
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
    assert "·Nobodylookedatityet" in text


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
    assert "✗Rejected:itisneverasked" in shown(curate("left"))
    assert "✓1✗0" in shown(curate("left", "a"))
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
    assert "‖" not in shown(curate("left", "x"))
    assert desk.marked(desk.deck, "starred") == {"q1"}


def test_undo_takes_back_one_after_the_other(curate: Play, desk: Any) -> None:
    text = shown(curate("a", "r", "s", "u", "u"))
    assert "2/3✓1✗0" in text
    assert not desk.marked(desk.deck, "rejected", "starred")
    assert "2/3✓1✗0" in shown(curate("a", "left", "left", "u"))
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
    assert "1/2" in shown(curate("tab", "tab"))


def test_nothing_of_a_range_says_so(curate: Play) -> None:
    text = shown(curate("a", "a", "a", "tab", "tab"))
    assert "Noquestionofthedeckisofthese" in text
    assert "0/0" in text
    assert "3/3" in shown(curate("a", "a", "a", "tab", "tab", "a", "r", "e", "right", "u"))


def test_an_empty_range_offers_what_leads_out_of_it(curate: Play) -> None:
    lines = curate("tab")
    assert "0/0" in shown(lines)
    assert lines[-1].split() == ["?", "Help", "q", "Leave", "Tab", "Range"]


def test_what_cannot_be_kept_is_told_and_changes_nothing(curate: Play, desk: Any, monkeypatch: Any) -> None:
    def full(*_arguments: Any) -> bool:
        raise QuizError("log.sqlite3: the disk is full")

    monkeypatch.setattr(type(desk), "mark", full)
    text = shown(curate("a"))
    assert "log.sqlite3:thediskisfull" in text
    assert "1/3✓0✗0" in text
    assert "nothingtoundo" in shown(curate("a", "u"))


def test_a_file_that_cannot_be_written_is_not_split(curate: Play, monkeypatch: Any) -> None:
    def refuse(*_arguments: Any) -> None:
        raise QuizError("harbour.yaml: cannot be written")

    monkeypatch.setattr("quiz.tasks.swap_questions", refuse)
    text = shown(curate("right", "p"))
    assert "harbour.yaml:cannotbewritten" in text
    assert "2/3" in text
    assert "①【青砖】" in text


def test_a_deck_without_questions(curate: Play, desk: Any) -> None:
    desk.deck = replace(desk.deck, questions=())
    assert "0/0" in shown(curate("a", "r", "x", "e", "u"))


def test_the_next_time_goes_on_with_what_was_not_looked_at(curate: Play) -> None:
    curate("a", "r", "q")
    text = shown(curate())
    assert "3/3✓1✗1" in text
    assert "Thisisthefirstonenotlookedatyet." in text
    assert "✓Accepted" in shown(curate("left", "left"))
    text = shown(curate("tab", "tab"))
    assert "Notlookedatyet" in text
    assert "1/1✓1✗1" in text
    assert "清洁船" in text


def test_a_star_says_nothing_of_whether_it_was_looked_at(curate: Play) -> None:
    assert "·Nobodylookedatityet★Starred" in shown(curate("s"))
    assert "1/3" in shown(curate("tab", "tab"))


def test_an_accepted_question_that_was_edited_is_to_be_looked_at_again(curate: Play) -> None:
    assert "·Nobodylookedatityet" in shown(curate("a", "left", "e", "新", "ctrl+s"))
    assert "✓Accepted" in shown(curate("a", "left", "e", "好", "ctrl+s", "u"))


def test_a_question_of_several_blanks_becomes_one_for_each(curate: Play, desk: Any) -> None:
    text = shown(curate("right", "p"))
    assert "2/5" in text
    assert "留住【青砖】、黛瓦、石板路" in text
    assert "Splitinto3questions" in text
    assert "黛瓦、【石板路】，也要" in shown(curate("right", "right"))
    assert "让【八成】以上" in shown(curate("right", "right", "right"))
    saved = read_deck(desk.folder / "harbour.yaml")
    assert [len(question.blanks) for question in saved.questions if isinstance(question, Cloze)] == [1] * 5
    assert saved.questions == desk.deck.questions


def test_a_split_is_taken_back(curate: Play, desk: Any) -> None:
    old = desk.deck
    text = shown(curate("right", "p", "right", "a", "s", "u", "u", "u"))
    assert "2/3✓0✗0" in text
    assert "①【青砖】" in text
    assert desk.deck == old
    assert read_deck(desk.folder / "harbour.yaml") == old
    assert not desk.marked(old, "accepted", "starred")


def test_the_parts_are_starred_as_the_whole_was_but_not_accepted(curate: Play, desk: Any) -> None:
    text = shown(curate("right", "s", "x", "a", "left", "x", "p"))
    assert "★3" in text
    assert "✓0" in text
    assert "‖3" in text
    assert "‖" not in shown(curate("right", "x", "right", "x", "right", "x"))
    assert len(desk.marked(desk.deck, "starred") & {question.id for question in desk.deck.questions}) == 3


def test_a_split_and_its_undo_stay_within_the_range_that_is_walked_through(curate: Play) -> None:
    text = shown(curate("a", "tab", "tab", "p", "u"))
    assert "Notlookedatyet" in text
    assert "1/2" in text
    text = shown(curate("tab", "tab", "p"))
    assert "Notlookedatyet" in text
    assert "1/4" in text


@pytest.mark.parametrize("kind", ["cloze", "choice", "multiple", "judge", "order", "short"])
def test_what_cannot_be_split_does_not_offer_it(curate: Play, deal: Callable[..., None], desk: Any, kind: Kind) -> None:
    deal(kind)
    old = desk.deck
    assert "Split" not in shown(curate(size=(120, 24)))
    assert "Split" not in shown(curate("question_mark", size=(120, 40)))
    curate("p")
    assert desk.deck == old


def test_a_question_of_several_blanks_offers_to_be_split(curate: Play) -> None:
    assert "pSplit" in shown(curate("right"))
    assert "pSplit" not in shown(curate("right", "right"))


def test_undo_is_offered_once_there_is_something_to_take_back(curate: Play) -> None:
    assert "uUndo" not in shown(curate())
    assert "uUndo" in shown(curate("s"))
    assert "uUndo" not in shown(curate("s", "u"))
