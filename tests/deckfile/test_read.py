"""Reading deck files: what is understood, and every message about what is not."""

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.deckfile import parse_deck, read_deck
from quiz.errors import DeckError, QuizError
from quiz.model import Blank, Cloze, Deck, Origin, Provenance

GOLDEN = Path(__file__).parent / "golden"
FULL = """\
# 手工修改过
format: 1
id: deck1
title: 河湖治理
report: {title: 河湖治理年报, source: a.txt, date: 2024年}
questions:
- lead: 水利
  id: q001
  kind: cloze
  text: 全县有【三】条河。  # 已核对
  quote: 全县有三条河流。
  section: [水利, 河长]
  sentence: 17
  why: [quoted, number]
- text: |-
    第一行【甲】
    第二行
  id: "no"
made:
  q001: 8f3a2b1c
"""


def test_every_key_is_read() -> None:
    first = Cloze(
        "q001",
        "全县有三条河。",
        (Blank(3, 4, "三"),),
        provenance=Provenance(("水利", "河长"), 17, "全县有三条河流。"),
        lead="水利",
        why=("quoted", "number"),
    )
    second = Cloze("no", "第一行甲\n第二行", (Blank(3, 4, "甲"),), provenance=Provenance(quote="第一行甲\n第二行"))
    report = Origin("河湖治理年报", "a.txt", "2024年")
    assert parse_deck(FULL, "a.yaml") == Deck("deck1", "河湖治理", report, (first, second), (("q001", "8f3a2b1c"),))


@pytest.mark.parametrize("word", ["no", "010", "9:30", "1949-10-01", "~", "1_000", "3.20", "0x1f", "null", "="])
def test_a_value_stays_the_text_that_was_written(word: str) -> None:
    text = f"format: 1\nid: {word.strip('~=:') or 'a'}\ntitle: {word}\nquestions:\n".replace("id: 9:30", "id: a")
    assert parse_deck(text, "a.yaml").title == word


@pytest.mark.parametrize("empty", ["questions:", "questions: []", "questions:\nmade:\nreport:"])
def test_a_deck_may_be_without_questions(empty: str) -> None:
    deck = parse_deck(f"format: 1\nid: deck1\ntitle: 河湖\n{empty}\n", "a.yaml")
    assert deck == Deck("deck1", "河湖", Origin("河湖"), ())


def test_characters_that_hide_or_reorder_text_are_dropped() -> None:
    title = r'"河\u202e湖\x1b[2J\x85\t甲"'
    lines = [
        "\ufeffformat: 1",
        "id: deck1",
        f"title: {title}",
        "questions:",
        "- id: q1",
        "  text: 三\u200b【条\x07】河\u2028清",
    ]
    deck = parse_deck("\r\n".join(lines), "a.yaml")
    assert deck.title == "河湖[2J 甲"
    assert deck.questions[0].sentence == "三条河 清"


@pytest.mark.parametrize("case", sorted(path.stem for path in GOLDEN.glob("*.yaml")))
def test_mistakes_are_told(case: str) -> None:
    with pytest.raises(DeckError) as caught:
        parse_deck((GOLDEN / f"{case}.yaml").read_text("utf-8"), f"{case}.yaml")
    assert str(caught.value) == (GOLDEN / f"{case}.txt").read_text("utf-8").rstrip("\n")


def test_the_proposed_id_is_accepted() -> None:
    with pytest.raises(DeckError) as caught:
        parse_deck("format: 1\nid: a\ntitle: 甲\nquestions:\n- text: 有【三】条\n", "a.yaml")
    proposed = caught.value.problems[0].message.split("'")[1]
    deck = parse_deck(f"format: 1\nid: a\ntitle: 甲\nquestions:\n- text: 有【三】条\n  {proposed}\n", "a.yaml")
    assert f"id: {deck.questions[0].id}" == proposed


def test_a_file_is_read_and_named_in_complaints(tmp_path: Path) -> None:
    path = tmp_path / "a\x1b.yaml"
    path.write_text(FULL, "utf-8", newline="\r\n")
    assert read_deck(path) == parse_deck(FULL, "a.yaml")
    path.write_text("format: 1\n", "utf-8")
    with pytest.raises(DeckError, match=r"a\\x1b\.yaml:1:1: id: is missing"):
        read_deck(path)


def test_a_file_in_another_encoding_is_refused_at_its_place(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("format: 1\nid: 甲".encode() + "河".encode("gb18030"))
    with pytest.raises(DeckError, match=r"a\.yaml:2:6: is not UTF-8"):
        read_deck(path)


def test_a_huge_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"#" * 8_000_001)
    with pytest.raises(QuizError, match="larger than 8 MB"):
        read_deck(path)


@pytest.mark.parametrize("text", ["[" * 200_000, "- " * 200_000, "a: &a [*a, *a]\n" * 1000, "? " * 5_000])
def test_a_hostile_file_is_refused(text: str) -> None:
    with pytest.raises(DeckError):
        parse_deck(text, "a.yaml")


def test_the_collector_runs_again_after_a_failure() -> None:
    with pytest.raises(DeckError):
        parse_deck("[", "a.yaml")
    assert gc.isenabled()


def test_yaml_is_loaded_only_when_a_deck_is_read() -> None:
    code = "import sys, quiz.deckfile; sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
