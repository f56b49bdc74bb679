"""The tree of decks is in reading order, and keeps the names that Anki has."""

from collections.abc import Callable
from dataclasses import replace

from quiz.export.anki import Ledger, Options, export
from quiz.export.anki.decks import deck_id, deck_names
from quiz.model import Cloze, Deck

NOW = 1740000000


def names(deck: Deck, ledger: Ledger) -> list[str]:
    return list(deck_names(deck, ledger, str).values())


def test_a_deck_keeps_its_first_name(town: Deck) -> None:
    ledger = export([(town, Ledger())], NOW).ledgers[0]
    renamed = replace(town, title="改了名的小城", questions=town.questions[::-1])
    assert sorted(names(renamed, ledger)) == sorted(names(town, Ledger()))
    assert names(renamed, Ledger()) == [
        "改了名的小城",
        "改了名的小城::01 绿化",
        "改了名的小城::02 服务",
        "改了名的小城::02 服务::01 开放时间",
    ]


def test_a_new_section_stands_in_its_place(town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    ledger = export([(town, Ledger())], NOW).ledgers[0]
    added = make_cloze("q0", "渡船", ("午后", "", ()), "开。", section=("渡口",))
    found = names(replace(town, questions=(town.questions[0], added, *town.questions[1:])), ledger)
    assert found == [
        "小城一年",
        "小城一年::01 服务",
        "小城一年::01 服务::01 开放时间",
        "小城一年::02 渡口",
        "小城一年::02 绿化",
    ]


def test_a_tree_that_began_without_numbers_gets_none(town: Deck) -> None:
    """The first version of this program wrote bare headings, and ledgers without names."""
    old = Ledger(crt=5, decks={str(deck_id(town, ("小城一年", "绿化"))): ("aa", 5)})
    expected = ["小城一年", "小城一年::服务", "小城一年::服务::开放时间", "小城一年::绿化"]
    assert names(town, old) == expected
    assert names(town, export([(town, old)], NOW).ledgers[0]) == expected


def test_headings_that_differ_in_case_share_a_deck(
    make_cloze: Callable[..., Cloze], make_deck: Callable[..., Deck]
) -> None:
    sections = [("Plan",), ("PLAN",), ("",), (" \u3000", "::")]
    questions = [make_cloze(f"q{n}", "甲", ("乙", "", ()), section=section) for n, section in enumerate(sections)]
    assert names(make_deck(*questions), Ledger()) == ["小城一年", "小城一年::01 Plan", "小城一年::02 ：："]


def test_the_other_script_stays_in_the_same_decks(town: Deck) -> None:
    ledger = export([(town, Ledger())], NOW).ledgers[0]
    traditional = export([(town, ledger)], NOW, Options(script="tc")).ledgers[0]
    assert traditional.names == ledger.names
    first = export([(town, Ledger())], NOW, Options(script="tc")).ledgers[0]
    assert first.names.keys() == ledger.names.keys()
    assert "小城一年::02 綠化" in first.names.values()
