"""A deck that was read before is the same deck, and never an older one."""

from pathlib import Path

import pytest

from quiz import paths
from quiz.deckfile import kept as module
from quiz.deckfile import read_deck, write_deck
from quiz.errors import DeckError
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Provenance, Short

PLACE = Provenance(("第一章", "第一节"), 3, "全县有三条河。", 2)
DECK = Deck(
    "river-1",
    "河",
    Origin("河的报告", "河.txt", "2024年"),
    (
        Cloze(
            "q1", "全县有三条河。", (Blank(3, 4, "三", ("3",), "几条"),), provenance=PLACE, why=("number",), note="解"
        ),
        Choice("q2", "桥是石桥。", (Blank(2, 4, "石桥"),), ("木桥", "石桥"), (1,), difficulty=2),
        Judge("q3", "河水是甜的。", False, provenance=PLACE, lead="上文"),
        Order("q4", "按先后排列", ("先", "后"), tags=("易错",)),
        Short("q5", "有哪些要求？", ("要点一", "要点二")),
    ),
    (("q1", "8f3a2b1c"), ("q2", "00112233")),
)


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    """A deck file and where its reading is kept."""
    write_deck(tmp_path / "deck.yaml", DECK)
    return tmp_path / "deck.yaml", tmp_path / "cache" / "deck.json"


def without_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on a reading of YAML fails the test."""
    monkeypatch.setattr("quiz.deckfile.read.parse_deck", None)


def test_read_again_it_is_the_same_deck_without_any_yaml(
    places: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_deck(*places)
    without_yaml(monkeypatch)
    assert read_deck(*places) == first == read_deck(places[0], places[1]) == DECK


@pytest.mark.parametrize("deck", sorted(paths.shipped("decks").glob("*.yaml")), ids=lambda path: path.stem)
def test_the_shipped_decks_are_read_again_as_they_are(
    deck: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_deck(deck, tmp_path / "kept")
    without_yaml(monkeypatch)
    assert read_deck(deck, tmp_path / "kept") == first


def test_a_changed_file_is_read_anew_even_when_size_and_time_are_the_same(places: tuple[Path, Path]) -> None:
    import os

    read_deck(*places)
    before = places[0].stat()
    places[0].write_bytes(places[0].read_bytes().replace("石桥".encode(), "铁桥".encode()))
    os.utime(places[0], ns=(before.st_atime_ns, before.st_mtime_ns))
    assert places[0].stat().st_size == before.st_size
    assert read_deck(*places).questions[1].sentence == "桥是铁桥。"


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "not ours", "of another version"])
def test_what_was_kept_and_is_damaged_or_old_is_not_used(
    places: tuple[Path, Path], damage: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_deck(*places)
    whole = places[1].read_bytes()
    match damage:
        case "cut":
            places[1].write_bytes(whole[:-20])
        case "changed":
            places[1].write_bytes(whole.replace("全县有三条河".encode(), "全县有五条河".encode()))
        case "empty":
            places[1].write_bytes(b"")
        case "not ours":
            places[1].write_bytes(b"[]" * 100)
        case _:
            monkeypatch.setattr(module, "_READING", 99)
    assert read_deck(*places) == DECK
    assert places[1].read_bytes() != whole or damage in ("cut", "changed", "empty", "not ours")
    without_yaml(monkeypatch)
    assert read_deck(*places) == DECK  # kept again


def test_the_mistakes_of_a_deck_are_told_each_time(places: tuple[Path, Path]) -> None:
    places[0].write_text("format: 1\nid: a\ntitle: 河\nquestions: [{id: q1, text: 没有空}]\n", encoding="utf-8")
    for _time in range(2):
        with pytest.raises(DeckError):
            read_deck(*places)
    assert not places[1].exists()


def test_where_nothing_can_be_kept_the_deck_is_read_all_the_same(places: tuple[Path, Path]) -> None:
    places[1].parent.write_text("a file in the place of the folder", encoding="utf-8")
    assert read_deck(*places) == read_deck(*places) == DECK
