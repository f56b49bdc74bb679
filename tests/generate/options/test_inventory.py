"""The inventory holds the whole terms of a report with their shapes, and nothing that is half of one."""

from collections.abc import Mapping, Sequence

import pytest

from quiz.generate.options.entry import SIBLINGS, entry_of, field_by_frame, frame, siblings
from quiz.generate.options.inventory import Inventory, collect
from quiz.generate.source import Source
from quiz.generate.terms import find_terms
from quiz.model import KeyPhrase

TEXT = [
    "青禾县坚持“清水润城”的路子，发布《青禾水利志》和《河长工作手册》。",
    "国家湿地监测中心在青禾设立观测站，2015年以来老田强调要坚持湿地保护制度。",
    "我们要坚持水清岸绿、鱼翔浅底、人水和谐、景美民富。",
    "深化河湖管理保护体制改革，完善湿地保护制度，到2030年建成幸福河。",
]


def collected(lines: Sequence[str], phrases: Mapping[int, Sequence[KeyPhrase]] | None = None) -> Inventory:
    sources = [Source(text, 0, number, "", ()) for number, text in enumerate(lines, 1)]
    terms = find_terms(source.marked for source in sources)
    return collect(sources, phrases or {}, terms, "\n".join(lines))


def phrase(line: str, answer: str, *why: str) -> KeyPhrase:
    start = line.index(answer)
    return KeyPhrase(answer, start, start + len(answer), 0.5, why)


def test_quotations_titles_institutions_and_list_members_are_entries() -> None:
    entries = collected(TEXT).entries
    kinds = {"清水润城": "quoted", "青禾水利志": "title", "河长工作手册": "title", "国家湿地监测中心": "institution"}
    assert {text: entries[text].kind for text in kinds} == kinds
    assert {"水清岸绿", "鱼翔浅底", "人水和谐", "景美民富"} <= set(entries)


def test_a_repeated_phrase_is_an_entry_where_it_stands_alone() -> None:
    phrases = {2: [phrase(TEXT[1], "湿地保护制度", "repeated")], 4: [phrase(TEXT[3], "深化河湖", "repeated")]}
    entries = collected(TEXT, phrases).entries
    assert "湿地保护制度" in entries
    assert "深化河湖" not in entries


def test_people_are_never_entries() -> None:
    phrases = {2: [phrase(TEXT[1], "老田强调", "repeated")]}
    assert not any("老田" in text for text in collected(TEXT, phrases).entries)


def test_the_text_has_no_quotation_marks_so_that_quoted_and_plain_words_meet() -> None:
    assert "坚持清水润城的路子" in collected(TEXT).text


@pytest.mark.parametrize("words", ["青禾", "禾县坚", "清水润城的路子", "立观测站，2015"])
def test_it_knows_what_the_reports_say_and_how_often(words: str) -> None:
    inventory = collected(TEXT)
    assert inventory.says(words)
    assert not inventory.says(words + "鱼")
    assert inventory.count(words) == inventory.text.count(words)


def test_the_last_year_is_the_last_one_that_is_past() -> None:
    assert collected(TEXT).latest == 2015


def test_like_gives_the_length_of_the_key_first() -> None:
    inventory = Inventory("")
    for text in ("湿地", "湿地公园景区大道", "湿地公园", "湿地植被"):
        inventory.add(entry_of(text, "noun"))
    found = [entry.text for entry in inventory.like(entry_of("河湖岸线", "noun"))]
    assert found == ["湿地公园", "湿地植被"]  # of another length by more than half: never


def test_framed_gives_what_has_the_same_head() -> None:
    inventory = Inventory("")
    for text in ("湿地保护制度", "河湖巡查制度", "湿地保护协会"):
        inventory.add(entry_of(text))
    assert [entry.text for entry in inventory.framed(entry_of("岸线管理制度"))] == ["湿地保护制度", "河湖巡查制度"]


@pytest.mark.parametrize("text", ["官僚主义", "文化建设", "规范化", "法治"])
def test_a_loose_head_is_no_frame(text: str) -> None:
    assert frame(text) == ""


def test_the_lexicon_knows_who_stands_beside_whom() -> None:
    assert "制度自信" in siblings()["道路自信"]
    assert "道路自信" not in siblings()["道路自信"]
    assert "农业强国" in {entry.text for entry in field_by_frame()["强国"]}


def test_the_lexicon_is_groups_of_two_and_more_without_repeats() -> None:
    groups = [line.split() for line in SIBLINGS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert all(len(group) > 1 and len(set(group)) == len(group) for group in groups)
    assert len({tuple(sorted(group)) for group in groups}) == len(groups)
