"""Notes that people made in Anki become questions."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quiz.deckfile import parse_deck, render_deck
from quiz.export.anki.incoming import make_deck, open_package
from quiz.model import Cloze, Question, Short

Write = Callable[..., Path]


def gathered(path: Path) -> Any:
    with open_package(path) as found:
        return make_deck(found, found.notes, path.stem)


@pytest.fixture
def card(write: Write) -> Callable[[str, str], Question]:
    """The question of one card with front and back."""

    def make(front: str, back: str) -> Question:
        (question,) = gathered(write((1, front, back))).deck.questions
        return question  # type: ignore[no-any-return]  # the deck is Any here

    return make


def test_front_and_back_are_a_task_and_its_points(card: Callable[[str, str], Question]) -> None:
    one, several = card("建桥<b>为何</b>？", "便民"), card("建桥有何要求？", "<ol><li>不断航</li><li>不占街</li></ol>")
    assert isinstance(one, Short)
    assert isinstance(several, Short)
    assert (one.sentence, one.points, several.points) == ("建桥为何？", ("便民",), ("不断航", "不占街"))


@pytest.mark.parametrize(
    ("front", "back", "sentence", "answers"),
    [
        ("桥建于____年。", "1956", "桥建于1956年。", ["1956"]),
        ("桥建于（　）。", "一九五六年", "桥建于一九五六年。", ["一九五六年"]),
        ("城门是（ ）和（ ）。", "东门、西门", "城门是东门和西门。", ["东门", "西门"]),
        ("收粮____斤，折款____元", "1,200<br>3,400", "收粮1,200斤，折款3,400元", ["1,200", "3,400"]),
    ],
)
def test_a_gap_that_the_back_fills_is_a_blank(
    card: Callable[[str, str], Question], front: str, back: str, sentence: str, answers: list[str]
) -> None:
    question = card(front, back)
    assert isinstance(question, Cloze)
    assert (question.sentence, [blank.answer for blank in question.blanks]) == (sentence, answers)
    assert all(question.sentence[blank.start : blank.end] == blank.answer for blank in question.blanks)


def test_gaps_that_the_back_does_not_fill_stay(card: Callable[[str, str], Question]) -> None:
    assert isinstance(card("城门是（ ）和（ ）。", "三座门"), Short)
    assert isinstance(card("建桥的意义是____。", "很长的话" * 20), Short)
    assert isinstance(card("（）（）", "甲、乙"), Short)


def test_each_number_is_a_question_and_a_list_is_one(write: Write) -> None:
    package = write(
        (2, "桥长{{c1::三百米}}，宽{{c2::五米::多宽}}。", "见<i>县志</i>"), (2, "城有{{c1::东门}}、{{c2::西门}}。", "")
    )
    asked = [[blank.answer for blank in question.blanks] for question in gathered(package).deck.questions]
    assert asked == [["三百米"], ["五米"], ["东门", "西门"]]
    first, second, _third = gathered(package).deck.questions
    assert (first.note, second.blanks[0].hint) == ("见县志", "多宽")


def test_what_makes_no_question_is_counted(write: Write) -> None:
    done = gathered(
        write(
            (1, "<img src=x.png>", "图"),
            (1, "问", ""),
            (2, "没有空", ""),
            (2, "{{c1::image-occlusion:rect:left=.1}}", ""),
            (9, "甲", "乙"),
            (1, "长" * 60_000, "答"),
            (1, "问", "答[sound:a.mp3]"),
        )
    )
    assert [(question.sentence, question.note) for question in done.deck.questions] == [("问", "[声音 a.mp3]")]
    assert done.unused == {
        "no text": 1,
        "no answer": 1,
        "no blank": 1,
        "picture with covers": 1,
        "unknown type": 1,
        "too long": 1,
    }


def test_ids_stay_and_two_notes_of_one_guid_are_two_questions(write: Write) -> None:
    notes = (1, "甲？", "乙"), (1, "丙？", "丁")
    before = [question.id for question in gathered(write(*notes)).deck.questions]
    again = gathered(write((1, "改过的甲？", "乙"), notes[1], name="y.apkg")).deck
    assert [question.id for question in again.questions] == before
    twins = gathered(write(*notes, also="UPDATE notes SET guid = 'same';")).deck
    assert len({question.id for question in twins.questions}) == 2


def test_the_tree_of_anki_decks_is_the_section(add: Callable[..., Any], send: Callable[..., Path]) -> None:
    add("Basic", "县志::第一章::桥", "桥有几座？", "七座", tags="易错 年::2020")
    add("Basic (and reversed card)", "县志::第二章", "省会", "南昌")
    add("Basic (type in the answer)", "县志::第二章", "河有几条？", "两条")
    add("Cloze", "县志::第二章", "河有{{c1::两}}条。", "见图<img src='a.png'>")
    deck = gathered(send()).deck
    assert deck.title == "县志"
    assert [(q.provenance.section, q.sentence) for q in deck.questions] == [
        (("第一章", "桥"), "桥有几座？"),
        (("第二章",), "省会"),
        (("第二章",), "南昌"),
        (("第二章",), "河有几条？"),
        (("第二章",), "河有两条。"),
    ]
    assert set(deck.questions[0].tags) == {"易错", "年::2020"}
    assert deck.questions[-1].note == "见图\n[图片 a.png]"


def test_what_a_stranger_wrote_can_be_a_deck_file(write: Write) -> None:
    nasty = ["【】|::\\", "'\"<b>&lt;script&gt;", "\u202e\x07甲\ufffe乙", "- a: b\n# c", "{{c1::}}} ::", "￼\u2028"]
    notes = [(1, a, b) for a in nasty for b in nasty] + [
        (2, f"甲{{{{c1::{a}::{b}}}}}丙", a) for a in nasty for b in nasty
    ]
    deck = gathered(write(*notes)).deck
    assert len(deck.questions) > 40
    assert len(parse_deck(render_deck(deck), "x").questions) == len(deck.questions)
    assert all(question.sentence.isprintable() or "\n" in question.sentence for question in deck.questions)
