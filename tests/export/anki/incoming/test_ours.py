"""Notes of our export, read back into what they were."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.export.anki.fields import field_texts
from quiz.export.anki.incoming.ours import read_fields
from quiz.export.anki.notetypes import NOTE_TYPES
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Provenance, Question, Short

TEXT = st.text("甲乙丙。、{}:[]()\\<>&;'\"$#|【】c1", min_size=1, max_size=8)


def exported(question: Question, *numbers: int) -> dict[str, str]:
    return field_texts(question, numbers, dict.fromkeys(NOTE_TYPES[question.kind].fields, ""), typing=False)


@st.composite
def questions(draw: st.DrawFn) -> Question:
    lead, note, text = draw(st.just("") | TEXT), draw(st.just("") | TEXT), draw(TEXT)
    items = tuple(draw(st.lists(TEXT, min_size=2, max_size=4, unique=True)))
    answer, hint = draw(TEXT), draw(st.just("") | TEXT)
    whole, blank = f"甲{answer}{text}", Blank(1, 1 + len(answer), answer, draw(st.sampled_from([(), items])), hint)
    bare = Blank(1, 1 + len(answer), answer, (), hint)
    made: list[Question] = [
        Cloze("q", whole, blanks=(blank,), lead=lead, note=note),
        Choice("q", whole, blanks=(bare,), options=(answer, "甲甲"), key=(0,), lead=lead, note=note),
        Choice("q", whole, blanks=(), options=items, key=(0, 1), lead=lead, note=note),
        Judge("q", text, true=False, provenance=Provenance(quote="原句"), lead=lead, note=note),
        Judge("q", text, true=True, lead=lead, note=note),
        Order("q", text, items=items, lead=lead, note=note),
        Short("q", text, points=items, lead=lead, note=note),
    ]
    return draw(st.sampled_from(made))


@settings(max_examples=300, deadline=None)
@given(questions())
def test_what_was_exported_reads_as_it_was(question: Question) -> None:
    assert read_fields(question, exported(question)) == question


def test_clozes_of_every_number_are_blanks(town: Deck) -> None:
    trees = town.questions[1]
    assert read_fields(trees, exported(trees, 1, 2, 3)) == trees


@pytest.mark.parametrize(
    ("name", "field", "old", "new", "path", "expected"),
    [
        ("cloze", "题文", "十二丈", "十三丈", "sentence", "钟楼高十三丈。"),
        ("choice", "题干", "全城", "全县", "sentence", "全县有七座石桥。"),
        ("choice", "答案", "B", "C", "right", ("九",)),
        ("choice", "解析", "桥名见县志。", "见地图。", "note", "见地图。"),
        ("choice", "选项", "<li>五</li>", "<li>四</li>", "options", ("四", "七", "九")),
        ("many", "答案", "AC", "A", "right", ("柳树",)),
        ("yes", "答案", "正确", "错误", "true", False),
        ("order", "条目", "开船", "停船", "items", ("敲钟", "停船", "收绳")),
        ("short", "要点", "<li>不占街</li>", "", "points", ("不断航",)),
        ("short", "前文", "县里开会", "省里开会", "lead", "省里开会："),
    ],
)
def test_an_edit_is_read(kinds: Deck, name: str, field: str, old: str, new: str, path: str, expected: object) -> None:
    question = kinds.question(name)
    assert question
    fields = exported(question)
    assert old in fields[field]
    read = read_fields(question, {**fields, field: fields[field].replace(old, new)})
    assert getattr(read, path) == expected


@pytest.mark.parametrize(
    ("name", "field", "text"),
    [
        ("cloze", "题文", "没有空"),
        ("choice", "答案", "Z"),
        ("choice", "选项", ""),
        ("yes", "答案", "也许"),
        ("order", "条目", ""),
    ],
)
def test_an_edit_that_leaves_no_question_is_not_taken(kinds: Deck, name: str, field: str, text: str) -> None:
    question = kinds.question(name)
    assert question
    assert read_fields(question, {**exported(question), field: text}) is None
