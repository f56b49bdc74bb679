"""Writing deck files."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deckfile import parse_deck, read_deck, render_deck, write_deck
from quiz.deckfile.write import BREAKS_FLOW, scalar
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Provenance, Question, Short

HIDDEN = "\xad\u061c\ufeff\ufffe\uffff" + "".join(
    chr(code)
    for code in (
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0xFFF9, 0xFFFC),
        *range(0xE0000, 0xE0080),
    )
)
NASTY = ["", " ", "~", "no", "010", "9:30", "1949-10-01", "1e5", ".5", "a: b", "a #b", "- a", "a:", "'a'", '"', "\n",
         "\\", "\u2028", "\u3000", "[a", "a, b", "{", "*a", "&a", "!a", "%", "@", "`", "|", ">", "?", "---", "...",
         "😀", "=", "\ue000", "【】|:"]  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=HIDDEN) | st.just("\n")
TEXT = st.sampled_from(NASTY) | st.text(st.sampled_from("水a \\|:【】\n#-'\"[],")) | st.text(CHARACTERS)
ANY_TEXT = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]))
FILLED = TEXT.filter(str.strip)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
IDS = st.from_regex(r"[A-Za-z0-9_.-]{1,64}", fullmatch=True) | st.sampled_from(["no", "1e5", "-", "010", "..."])


@st.composite
def questions(draw: st.DrawFn, question_id: str) -> Question:
    before, answer, after = draw(TEXT), draw(FILLED), draw(TEXT)
    blank = Blank(
        len(before), len(before + answer), answer, tuple(draw(st.lists(FILLED, max_size=2))), draw(TEXT).strip()
    )
    sentence = before + answer + after
    provenance = Provenance(draw(TEXTS), draw(st.integers(0, 999_999_999)), draw(TEXT | st.just(sentence)))
    options = tuple(draw(st.lists(TEXT, min_size=2, max_size=6, unique=True)))
    key = tuple(sorted(draw(st.sets(st.integers(0, len(options) - 1), min_size=1))))
    bare: list[Question] = [
        Cloze(question_id, sentence, (blank,)),
        Choice(question_id, sentence, draw(st.sampled_from([(), (blank,)])), options, key),
        Judge(question_id, sentence, draw(st.booleans())),
        Order(question_id, sentence, options),
        Short(question_id, sentence, options[: draw(st.integers(1, 6))]),
    ]
    return replace(
        draw(st.sampled_from(bare)),
        provenance=provenance,
        lead=draw(TEXT),
        why=draw(TEXTS),
        difficulty=draw(st.integers(0, 5)),
        tags=draw(TEXTS),
        note=draw(TEXT),
    )


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    ids = draw(st.lists(IDS, max_size=3, unique=True))
    made = draw(st.dictionaries(IDS, st.text("0123456789abcdef", min_size=8, max_size=8), max_size=3))
    origin = Origin(draw(TEXT), draw(TEXT), draw(TEXT))
    asked = tuple(draw(questions(question_id)) for question_id in ids)
    return Deck(draw(IDS), draw(TEXT), origin, asked, tuple(made.items()))


@given(decks())
@settings(max_examples=150, deadline=None)
def test_a_written_deck_reads_as_the_same_deck(deck: Deck) -> None:
    assert parse_deck(render_deck(deck), "a.yaml") == deck


@given(ANY_TEXT)
@settings(max_examples=400, deadline=None)
def test_any_yaml_reader_takes_a_scalar_for_its_text(text: str) -> None:
    block, flow = scalar(text), scalar(text, BREAKS_FLOW)
    assert "\n" not in block + flow
    for loader in (yaml.CSafeLoader, yaml.SafeLoader):
        assert yaml.load(f"- k: {block}\n- [{flow}, {flow}]\n- {block}: 1\n", Loader=loader) == [
            {"k": text},
            [text, text],
            {text: 1},
        ]


@pytest.mark.parametrize(
    "text", ["近年来，全县【新建】水库。", "a:b", "2024年", "8f3a2b1c", "000_a.txt", "it's", "甲\u3000乙"]
)
def test_an_ordinary_text_stands_without_quotes(text: str) -> None:
    assert scalar(text) == text


def test_a_line_break_is_written_as_people_know_it() -> None:
    assert scalar("甲\n乙") == '"甲\\n乙"'


def test_the_whole_file(tmp_path: Path) -> None:
    first = Cloze(
        "q001",
        "全县有三条河。",
        (Blank(3, 4, "三", ("3",), "数字"),),
        provenance=Provenance(("水利",), 2, "全县有三条河。"),
    )
    second = Cloze(
        "q002",
        "它说：“好: 水”" * 30,
        (Blank(0, 1, "它"),),
        provenance=Provenance(quote=""),
        lead="水利",
        why=("title",),
    )
    deck = Deck("deck1", "河湖治理", Origin("年报", "a.txt", "2024年"), (first, second), (("q001", "12345678"),))
    write_deck(tmp_path / "a.yaml", deck)
    lines = (tmp_path / "a.yaml").read_text("utf-8").split("\n")
    assert [line[:1] for line in lines[:2]] == ["#", "#"]
    assert lines[2:] == [
        "format: 1",
        "id: deck1",
        "title: 河湖治理",
        "report:",
        "  title: 年报",
        "  source: a.txt",
        "  date: 2024年",
        "questions:",
        "- id: q001",
        "  text: 全县有【三|3::数字】条河。",
        "  section: [水利]",
        "  sentence: 2",
        "- id: q002",
        "  lead: 水利",
        '  text: "【它】' + ("它说：“好: 水”" * 30)[1:] + '"',
        '  quote: ""',
        "  why: [title]",
        "made:",
        '  q001: "12345678"',
        "",
    ]
    assert read_deck(tmp_path / "a.yaml") == deck
