"""Changing a deck file in place."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deckfile import parse_deck, render_deck, update_deck
from quiz.model import Blank, Cloze, Deck, Provenance, Question

TEXT = """\
# 张老师的题库
format: 1
title: 河湖治理  # 改过
id: deck1
report:
    title: 年报
questions:   # 三道题
# 第一章

# 很重要
-   text: 全县有【三】条河。  # 已核对
    id: q001
    # 题内的注释

# 第二章

- id: q002

  text: |
    全县有【五】座湖。

# 第三题
-
  text: "全县有【九】\\
    口泉。"
  id: 'q003'
# 清单
made:
  q001: 8f3a2b1c # x

# 完
"""
LINES = TEXT.split("\n")


def cloze(question_id: str, before: str, answer: str, after: str) -> Cloze:
    blank = Blank(len(before), len(before + answer), answer)
    sentence = before + answer + after
    return Cloze(question_id, sentence, (blank,), provenance=Provenance(quote=sentence))


NEW = cloze("q009", "全县有", "八", "处闸。")
NEW_LINES = ["- id: q009", "  text: 全县有【八】处闸。"]


def accepting(question: Question) -> Cloze:
    """`question`, whose one blank accepts 叁 too."""
    assert isinstance(question, Cloze)
    return replace(question, blanks=(replace(question.blanks[0], accepted=("叁",)),))


@pytest.fixture
def deck() -> Deck:
    return parse_deck(TEXT, "a.yaml")


def update(deck: Deck, text: str = TEXT) -> list[str]:
    result = update_deck(text, deck)
    assert parse_deck(result, "a.yaml") == deck
    return result.split("\n")


def test_the_same_deck_leaves_every_character(deck: Deck) -> None:
    assert update(deck) == LINES


def test_only_the_lines_of_a_changed_question_change(deck: Deck) -> None:
    first, _second, third = deck.questions
    changed = cloze("q002", "全县有", "六", "座湖。")
    result = update(replace(deck, questions=(first, changed, third)))
    start = LINES.index("- id: q002")
    assert result == [*LINES[: start + 2], "  text: 全县有【六】座湖。", *LINES[start + 5 :]]


def test_a_changed_key_leaves_the_others_and_the_remarks_of_its_question(deck: Deck) -> None:
    first, second, third = deck.questions
    changed = replace(accepting(first), difficulty=2, note="水")
    place = LINES.index("-   text: 全县有【三】条河。  # 已核对")
    assert update(replace(deck, questions=(changed, second, third))) == [
        *LINES[:place],
        "-   text: 全县有【三|叁】条河。  # 已核对",
        "    id: q001",
        "    # 题内的注释",
        "    difficulty: 2",
        "    note: 水",
        *LINES[place + 3 :],
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (
            "- id: a1  # 号\n  # 改过\n  text: '有【三】条河'   # 核对\n  section: [河湖]  # 章",
            "  text: 有【三|叁】条河   # 核对",
        ),
        ("-\n  # 先\n  text: 有【三】条河\n  # 号\n  id: a1", "  text: 有【三|叁】条河"),
        ("- text: |-\n    有【三】条河\n  # 号\n  id: a1", "- text: 有【三|叁】条河"),
    ],
)
def test_one_more_answer_changes_one_line(item: str, expected: str) -> None:
    text = f"format: 1\nid: deck1\ntitle: 河湖\nquestions:\n{item}\n"
    old = parse_deck(text, "a.yaml")
    question = accepting(old.questions[0])
    result = update(replace(old, questions=(question,)), text)
    assert [line for line in result if line not in text.split("\n")] == [expected]
    assert [line for line in text.split("\n") if "#" in line and "text" not in line and line not in result] == []


def test_a_question_in_braces_is_written_anew() -> None:
    text = "format: 1\nid: deck1\ntitle: 河湖\nquestions:\n- {id: a1, text: 有【三】条河}\n# 后\n"
    old = parse_deck(text, "a.yaml")
    question = accepting(old.questions[0])
    assert update(replace(old, questions=(question,)), text)[4:] == ["- id: a1", "  text: 有【三|叁】条河", "# 后", ""]


def test_a_removed_question_goes_with_its_comments_but_not_with_a_heading(deck: Deck) -> None:
    _first, second, third = deck.questions
    result = update(replace(deck, questions=(second, third)))
    start, end = LINES.index("# 很重要"), LINES.index("    # 题内的注释")
    assert result == LINES[:start] + LINES[end + 1 :]


def test_the_heir_of_a_removed_question_takes_over_its_lines_and_comments(deck: Deck) -> None:
    first, second, third = deck.questions
    heir = cloze("q008", "全县有", "三", "条河。")
    changed = replace(deck, questions=(heir, NEW, second, third))
    result = update_deck(TEXT, changed, {"q008": first.id}).split("\n")
    assert parse_deck("\n".join(result), "a.yaml") == changed
    place, end = LINES.index("    id: q001"), LINES.index("    # 题内的注释") + 1
    assert result == [*LINES[:place], "    id: q008", *LINES[place + 1 : end], *NEW_LINES, *LINES[end:]]


def test_a_new_question_is_put_in_its_place(deck: Deck) -> None:
    first, second, third = deck.questions
    start = LINES.index("    # 题内的注释") + 1
    assert update(replace(deck, questions=(first, NEW, second, third))) == LINES[:start] + NEW_LINES + LINES[start:]
    end = LINES.index("# 清单")
    assert update(replace(deck, questions=(*deck.questions, NEW))) == LINES[:end] + NEW_LINES + LINES[end:]


def test_a_new_question_takes_the_indentation_of_the_list() -> None:
    text = "format: 1\nid: deck1\ntitle: 河湖\nquestions:\n  - id: q001\n    text: 有【三】条河\n  # 后记"
    old = parse_deck(text, "a.yaml")
    result = update(replace(old, questions=(*old.questions, NEW)), text)
    assert result[-4:] == ["    text: 有【三】条河", "  - id: q009", "    text: 全县有【八】处闸。", "  # 后记"]


def test_other_keys_change_alone(deck: Deck) -> None:
    result = update(replace(deck, title="水", made=(("q001", "00000001"), ("q002", "8f3a2b1c"))))
    start, end = LINES.index("  q001: 8f3a2b1c # x"), LINES.index("title: 河湖治理  # 改过")
    ledger = ['  q001: "00000001"', "  q002: 8f3a2b1c"]
    assert result == [*LINES[:end], "title: 水", *LINES[end + 1 : start], *ledger, *LINES[start + 1 :]]


def test_the_list_of_what_was_made_comes_and_goes(deck: Deck) -> None:
    without = update(replace(deck, made=()))
    assert "made:" not in without
    assert update(replace(deck, made=(("q001", "8f3a2b1c"),)), "\n".join(without)) != without


def test_questions_may_all_go_and_come_back(deck: Deck) -> None:
    empty = update(replace(deck, questions=()))
    assert "questions: []" in empty
    assert empty[0] == LINES[0]
    assert update(replace(deck, questions=(NEW,)), "\n".join(empty))[0] == LINES[0]


def test_line_ends_stay_as_they_are(deck: Deck) -> None:
    text = TEXT.replace("\n", "\r\n")
    assert update_deck(text, deck) == text
    longer = update_deck(text, replace(deck, questions=(*deck.questions, NEW)))
    assert longer.count("\n") == longer.count("\r\n") == len(LINES) - 1 + len(NEW_LINES)


@pytest.mark.parametrize(
    "text",
    [
        "{format: 1, id: deck1, title: 河湖, questions: [{id: q001, text: 有【三】条河}]}",
        "format: 1\nid: deck1\ntitle: 河湖\nquestions: [{id: q001, text: 有【三】条河}]  # 一行",
        "? format\n: 1\n? id\n: deck1\n? title\n: 河湖\n? questions\n: - id: q001\n    text: 有【三】条河\n",
        "--- # 始\n  format: 1\n  id: deck1\n  title: 河\n  questions:\n  - id: q001\n    text: 有【三】条河\n...\n",
    ],
)
def test_an_unusual_layout_reads_as_the_new_deck_too(text: str) -> None:
    old = parse_deck(text, "a.yaml")
    update(replace(old, title="水", questions=(NEW, *old.questions), made=(("q009", "8f3a2b1c"),)), text)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_any_change_reads_as_the_new_deck_and_keeps_what_did_not_change(data: st.DataObject) -> None:
    old = parse_deck(TEXT, "a.yaml")
    edited = [replace(question, lead="水: #") for question in old.questions]
    made = [replace(NEW, id=f"n{number}") for number in range(3)]
    chosen = data.draw(st.lists(st.sampled_from([*old.questions, *edited, *made]), unique_by=lambda q: q.id))
    new = replace(old, questions=tuple(chosen))
    lines = update(new)
    assert lines[0] == LINES[0]
    first = {old.questions[0], edited[0]}  # a lead alone leaves the text as it stands
    assert ("-   text: 全县有【三】条河。  # 已核对" in lines) == bool(first & set(chosen))
    assert "\n".join(lines) != render_deck(new)


def test_a_file_whose_key_moves_the_list_is_changed_in_place_where_it_can() -> None:
    text = (
        "--- # 始\n  format: 1\n  id: deck1\n  title: 河湖\n  questions:\n  - id: q001\n    text: 有【三】条河\n...\n"
    )
    old = parse_deck(text, "a.yaml")
    result = update(replace(old, questions=(NEW, *old.questions), made=(("q009", "8f3a2b1c"),)), text)
    assert result[0] == "--- # 始"
    assert result[-2:] == ["...", ""]
    assert "    q009: 8f3a2b1c" in result


def test_an_empty_key_is_left_or_filled() -> None:
    text = "format: 1\nid: deck1\ntitle: 河湖\nquestions:\nmade:  # 空\n"
    old = parse_deck(text, "a.yaml")
    assert update(old, text) == text.split("\n")
    assert update(replace(old, questions=(NEW,), made=(("q009", "8f3a2b1c"),)), text)[3:] == [
        "questions:",
        *NEW_LINES,
        "made:",
        "  q009: 8f3a2b1c",
        "",
    ]
