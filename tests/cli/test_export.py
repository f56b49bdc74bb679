"""Decks for Anki: several in one file, what stays in Anki, options that are remembered."""

import json
import sqlite3
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

from quiz.deckfile import read_deck
from quiz.study import Log
from quiz.study.marks import mark

Quiz = Callable[..., "CompletedProcess[str]"]


def test_several_decks_are_one_file_and_have_a_ledger_each(
    quiz: Quiz, deck: Path, every_kind: Path, tmp_path: Path
) -> None:
    refused = quiz("export", deck.name, every_kind.name)
    assert (refused.returncode, list(tmp_path.glob("*.apkg"))) == (2, [])
    assert "name it with -o" in refused.stderr
    done = quiz("export", deck.name, every_kind.name, "-o", "all.apkg")
    assert (done.returncode, done.stderr) == (0, "all.apkg: 10 notes\n")
    assert {path.name for path in tmp_path.glob("*.anki.json")} == {"小题.anki.json", "各种题.anki.json"}


def test_a_deleted_question_is_told_with_the_search_for_its_note(quiz: Quiz, deck: Path) -> None:
    quiz("export", deck.name)
    text = deck.read_text(encoding="utf-8")
    deck.write_text(text[: text.index("- id: two2")], encoding="utf-8")
    told = quiz("export", deck.name).stderr
    assert (
        "2 questions are gone from the deck; Anki keeps their notes, found there with: 编号:two2 OR 编号:tri3" in told
    )
    assert quiz("export", deck.name).stderr == "小题.apkg: 1 note\n"


def test_an_option_is_remembered_and_a_question_with_one_card_keeps_it(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    quiz("export", deck.name)
    assert "1 question stays on one card" in quiz("export", deck.name, "--cards", "blank", "--typing").stderr
    ledger = tmp_path / "小题.anki.json"
    assert json.loads(ledger.read_text(encoding="utf-8"))["options"] == {"cards": "blank", "typing": "yes"}
    quiz("export", deck.name, "--no-typing", "--with-script", "tc")
    assert json.loads(ledger.read_text(encoding="utf-8"))["options"] == {"cards": "blank", "script": "tc"}


def test_a_blank_that_went_is_told_with_how_to_be_rid_of_its_card(quiz: Quiz, deck: Path) -> None:
    quiz("export", deck.name, "--cards", "blank")
    deck.write_text(deck.read_text(encoding="utf-8").replace("【民宿】", "民宿"), encoding="utf-8")
    assert "Empty Cards in Anki deletes their cards: 编号:two2" in quiz("export", deck.name).stderr


def test_the_cards_come_in_the_order_of_study(quiz: Quiz, tmp_path: Path) -> None:
    """The questions of one sentence would answer each other, so they do not follow one another."""
    sentences = [("a1", "【甲】乙丙。"), ("a2", "甲【乙】丙。"), ("b1", "【子】丑寅。")]
    lines = "".join(f"- id: {name}\n  text: {text}\n" for name, text in sentences)
    (tmp_path / "x.yaml").write_text(f"format: 1\nid: d\ntitle: 次序\nquestions:\n{lines}", encoding="utf-8")
    assert quiz("export", "x.yaml").returncode == 0
    data = zipfile.ZipFile(tmp_path / "x.apkg").read("collection.anki2")
    with closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(data)
        order = db.execute("SELECT sfld FROM notes n JOIN cards c ON n.id = nid ORDER BY due").fetchall()
    assert order == [("a1",), ("b1",), ("a2",)]


def notes(path: Path) -> list[tuple[str, str]]:
    """The fields and tags of every note in a package."""
    with zipfile.ZipFile(path) as package:
        package.extract("collection.anki2", path.parent)
    with closing(sqlite3.connect(path.parent / "collection.anki2")) as collection:
        return collection.execute("SELECT flds, tags FROM notes ORDER BY id").fetchall()


def test_only_what_is_wrong_is_exported_and_nothing_counts_as_gone(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    quiz("export", deck.name)
    refused = quiz("export", deck.name, "--only", "wrong", "-o", "wrong.apkg")
    assert refused.returncode == 1
    assert "nothing in it is wrong" in refused.stderr
    quiz("run", deck.name, "--plain", typed="不知道\n:q\n")
    done = quiz("export", deck.name, "--only", "wrong", "-o", "wrong.apkg")
    assert (done.returncode, done.stderr) == (0, "wrong.apkg: 1 note\n")
    assert len(notes(tmp_path / "wrong.apkg")) == 1
    assert quiz("export", deck.name).stderr == "小题.apkg: 3 notes\n"


def test_what_is_starred_carries_a_tag(quiz: Quiz, deck: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    with Log(Path(environment["QUIZ_HOME"]) / "log.sqlite3") as log:
        mark(log, read_deck(deck).id, "two2", "starred", 0)
    quiz("export", deck.name)
    assert [" 收藏 " in tags for _fields, tags in notes(tmp_path / "小题.apkg")].count(True) == 1


def test_the_look_of_a_paper_is_remembered_and_can_be_left_again(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    def css(*options: str) -> str:
        quiz("export", deck.name, *options)
        with zipfile.ZipFile(tmp_path / "小题.apkg") as package:
            package.extract("collection.anki2", tmp_path)
        with closing(sqlite3.connect(tmp_path / "collection.anki2")) as collection:
            models = json.loads(collection.execute("SELECT models FROM col").fetchone()[0])
        return "".join(model["css"] for model in models.values())

    plain, paper = css(), css("--look", "paper")
    assert ("Songti" in plain, "Songti" in paper) == (False, True)
    assert css() == paper
    assert css("--look", "plain") == plain
