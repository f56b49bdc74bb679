"""The user's own word list: what it may hold, and what it does to a deck."""

from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.generate import Wishes, generate
from quiz.generate.lexicon import Lexicon, read_lexicon
from quiz.model import Cloze, Deck, Report

WORDS = "# 本单位的提法\n清水润城\n\n+ 沿河六村   # 每次都问\n－水文化\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "words.txt"
    path.write_text(text, encoding="utf-8")
    return path


def answers(deck: Deck) -> set[str]:
    return {blank.answer for q in deck.questions if isinstance(q, Cloze) for blank in q.blanks}


def asked(report: Report, lexicon: Lexicon) -> set[str]:
    return answers(generate(report, Wishes(kinds=("cloze",), lexicon=lexicon)))


def test_a_word_list_is_read_with_its_signs_and_comments(tmp_path: Path) -> None:
    lexicon = read_lexicon(write(tmp_path, WORDS))
    assert lexicon == Lexicon(
        frozenset({"清水润城", "沿河六村", "水文化"}), frozenset({"沿河六村"}), frozenset({"水文化"})
    )


def test_a_line_that_is_no_term_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match=r"words\.txt:2:1: a term has 2 to 40 characters"):
        read_lexicon(write(tmp_path, "清水\n水\n"))


def test_a_list_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_bytes("清水".encode("gb18030"))
    with pytest.raises(QuizError, match="UTF-8"):
        read_lexicon(tmp_path / "words.txt")


def test_a_term_is_never_asked(report: Report) -> None:
    assert "幸福河" in asked(report, Lexicon())
    assert "幸福河" not in asked(report, Lexicon(frozenset({"幸福河"}), never=frozenset({"幸福河"})))


def test_a_term_is_always_asked(report: Report) -> None:
    term = "民间观察员"
    assert term in asked(report, Lexicon(frozenset({term}), always=frozenset({term})))


def test_a_blank_takes_a_term_whole_or_leaves_it_alone(report: Report) -> None:
    whole = "沿河产业"
    found = asked(report, Lexicon(frozenset({whole})))
    assert [answer for answer in found if answer in whole and answer != whole] == []
