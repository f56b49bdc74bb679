"""Marks in the log: what is accepted is so as long as it says the same, and older files keep their marks."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from quiz.model import Blank, Cloze, Deck, Judge, Provenance, Question
from quiz.model.digest import wording
from quiz.study import Log
from quiz.study.marks import accepted, mark, marked, unmark
from quiz.study.tables import MIGRATIONS


def accept(log: Log, deck: Deck, question: Question) -> bool:
    return mark(log, deck.id, question.id, "accepted", 7, wording(question))


def with_first(deck: Deck, question: Question) -> Deck:
    return replace(deck, questions=(question, *deck.questions[1:]))


def test_what_was_accepted_is_known_again_in_the_next_log(log_path: Path, deck: Deck) -> None:
    with Log(log_path) as log:
        assert accept(log, deck, deck.questions[0])
        assert not accept(log, deck, deck.questions[0])
    with Log(log_path) as log:
        assert accepted(log, deck) == {"q1"}
        assert unmark(log, deck.id, "q1", "accepted")
        assert not accepted(log, deck)


def test_other_words_under_the_same_id_were_not_accepted(log: Log, deck: Deck) -> None:
    first = deck.questions[0]
    accept(log, deck, first)
    other = replace(first, sentence="保护山！")
    assert not accepted(log, with_first(deck, other))
    assert accept(log, with_first(deck, other), other)
    assert accepted(log, with_first(deck, other)) == {"q1"}
    assert not accepted(log, deck)


@pytest.mark.parametrize(
    "change",
    [
        {"blanks": (Blank(2, 3, "山", accepted=("岭",)),)},
        {"provenance": Provenance(("二、生态",), 9, page=3)},
        {"difficulty": 4, "why": ("quoted",), "tags": ("收藏",)},
    ],
)
def test_what_nobody_looks_at_changes_nothing(log: Log, deck: Deck, change: dict[str, object]) -> None:
    first = deck.questions[0]
    accept(log, deck, first)
    assert accepted(log, with_first(deck, replace(first, **change))) == {"q1"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "change",
    [
        {"blanks": (Blank(0, 2, "保护"),)},
        {"blanks": (Blank(2, 3, "山", hint="高"),)},
        {"lead": "会上说："},
        {"note": "见报告。"},
        {"provenance": Provenance(quote="保护群山。")},
    ],
)
def test_what_one_looks_at_is_doubted_anew(log: Log, deck: Deck, change: dict[str, object]) -> None:
    first = deck.questions[0]
    accept(log, deck, first)
    assert not accepted(log, with_first(deck, replace(first, **change)))  # type: ignore[arg-type]


def test_a_statement_that_became_true_was_not_accepted(log: Log, deck: Deck) -> None:
    claim = Judge("q1", "山青了。", true=False)
    accept(log, with_first(deck, claim), claim)
    assert not accepted(log, with_first(deck, replace(claim, true=True)))


def test_a_file_of_the_second_version_keeps_its_marks(log_path: Path, deck: Deck) -> None:
    log_path.parent.mkdir(parents=True)
    old = sqlite3.connect(log_path)
    for statement in (*MIGRATIONS[0], *MIGRATIONS[1], "PRAGMA user_version = 2"):
        old.execute(statement)
    old.executemany(
        "INSERT INTO mark VALUES ('d1', ?, ?, 5)", [("q1", "starred"), ("q2", "rejected"), ("q1", "suspended")]
    )
    old.commit()
    old.close()
    with Log(log_path) as log:
        assert marked(log, "d1", ["starred"]) == {"q1"}
        assert marked(log, "d1") == {"q1", "q2"}
        assert accept(log, deck, deck.questions[2])
        assert accepted(log, deck) == {"q3"}
    kept = log_path.parent / "backups" / "log-version-2.sqlite3"
    assert kept.exists()


def test_each_blank_of_a_list_is_a_question_of_its_own(deck: Deck) -> None:
    pair = deck.questions[3]
    assert isinstance(pair, Cloze)
    halves = {wording(replace(pair, blanks=(blank,))) for blank in pair.blanks}
    assert len(halves | {wording(pair)}) == 3
