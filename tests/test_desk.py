"""The desk over a real log: what waits for a review, what was accepted before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz import tasks
from quiz.desk import Desk

TEXT = """清水润城方略
青禾县把水源保护放在首位，划定一级保护区120处。
村里办起了民宿、茶园和农家书屋，游客络绎不绝。
县图书馆整理出版《青禾水利志》，学生们人手一册。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青禾.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def path(report: Path, tmp_path: Path) -> Path:
    return tasks.make(report, tmp_path / "a.yaml").path


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


def test_a_question_that_is_never_asked_does_not_wait_for_a_review(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    waiting = desk.waiting(deck)
    assert waiting == len(deck.questions)
    desk.mark(deck, deck.questions[0].id, "suspended")
    desk.mark(deck, deck.questions[1].id, "rejected")
    assert desk.waiting(deck) == waiting - 2
    assert desk.marked(deck) == {question.id for question in deck.questions[:2]}


def test_what_was_accepted_stays_so_when_the_deck_is_made_again(desk: Desk, path: Path, report: Path) -> None:
    deck = desk.open(path)
    accepted = {question.id for question in deck.questions}
    for name in accepted:
        desk.mark(deck, name, "accepted")
    report.write_text(TEXT + "全县新修了三座桥，乡亲们走上了“连心路”。\n", encoding="utf-8")
    tasks.make(report, path)
    deck = desk.open(path)
    assert len(deck.questions) > len(accepted)
    assert desk.marked(deck, "accepted") == accepted


def test_a_question_that_the_report_words_anew_was_not_accepted(desk: Desk, path: Path, report: Path) -> None:
    deck = desk.open(path)
    for question in deck.questions:
        desk.mark(deck, question.id, "accepted")
    changed = next(question for question in deck.questions if "人手一册" in question.sentence)
    report.write_text(TEXT.replace("学生们人手一册", "学生们人手一本"), encoding="utf-8")
    tasks.make(report, path)
    deck = desk.open(path)
    found = deck.question(changed.id)
    assert found is not None
    assert "人手一本" in found.sentence
    assert desk.marked(deck, "accepted") == {question.id for question in deck.questions} - {changed.id}


def test_an_edit_in_the_file_is_looked_at_again(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    for question in deck.questions:
        desk.mark(deck, question.id, "accepted")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("游客络绎不绝", "游客往来不绝"), encoding="utf-8")
    after = desk.open(path)
    unlike = {q.id for q, old in zip(after.questions, deck.questions, strict=True) if q.sentence != old.sentence}
    assert len(unlike) == 1
    assert desk.marked(after, "accepted") == {question.id for question in after.questions} - unlike
