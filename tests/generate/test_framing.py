"""What stands round a phrase tells how surely it is whole, and the surer one is asked."""

import pytest

from quiz.generate.candidates import mark
from quiz.generate.explain import explained
from quiz.generate.framing import ODDS, frames, framing
from quiz.model import Blank, Cloze, KeyPhrase

# what is so: (sentence, a phrase of which it is, one of which it is not)
CASES = [
    ("between list commas", "建设湖泊、水库、渔港。", "水库", "渔港"),
    ("behind 的", "守住美丽的湿地，种好果树。", "湿地", "果树"),
    ("behind a verb", "守住湿地，果树开花。", "湿地", "果树"),
    ("one word", "守住湿地，治理河流污染。", "湿地", "河流污染"),
    ("first of a pair", "保护湿地和果树。", "湿地", "果树"),
    ("last of a pair", "保护湿地和果树。", "果树", "湿地"),
    ("last of a list", "建设湖泊、水库、渔港。", "渔港", "水库"),
    ("several words first", "完善湿地保护和果树修剪。", "湿地保护", "果树修剪"),
    ("several words last", "完善湿地保护和果树修剪。", "果树修剪", "湿地保护"),
    ("behind a noun", "加强渔港湖泊治理，果树开花。", "湖泊", "果树"),
    ("before a noun", "守住湖泊果树，果树开花。", "湖泊", "果树开花"),
    ("governed", "渔业按照规划，大家种好果树。", "规划", "果树"),
    ("closes on a verbal noun", "推进河流调查。", "河流调查", "河流"),
    ("person", "请王宁讲话，种好果树。", "王宁", "果树"),
    ("year of the sentence", "1998年，村民建设湖泊。", "1998年", "湖泊"),
    ("three words", "推进河流污染治理。", "河流污染治理", "河流污染"),
    ("long", "推进河流污染治理。", "河流污染治理", "河流污染"),
]


def phrase(sentence: str, text: str) -> KeyPhrase:
    return KeyPhrase(text, sentence.index(text), sentence.index(text) + len(text), 0.5)


def test_every_name_has_a_case() -> None:
    assert {name for name, *_case in CASES} == ODDS.keys()


@pytest.mark.parametrize(("name", "sentence", "holds", "does_not"), CASES)
def test_a_name_holds_where_it_is_so(name: str, sentence: str, holds: str, does_not: str) -> None:
    marked = mark(sentence)
    assert name in set(frames(marked, phrase(sentence, holds)))
    assert name not in set(frames(marked, phrase(sentence, does_not)))


def test_members_asked_together_are_not_held_against_each_other() -> None:
    sentence = "完善湿地保护和果树修剪。"
    marked, half = mark(sentence), phrase(sentence, "果树修剪")
    assert framing(marked, half, alone=False) > framing(marked, half, alone=True)


def test_the_inside_of_a_quotation_is_whole_whatever_stands_round_it() -> None:
    sentence = "推进“清河”和“绿岸治理”。"
    assert framing(mark(sentence), phrase(sentence, "绿岸治理"), alone=True) == 0


def test_an_explanation_tells_how_the_blank_is_framed() -> None:
    cloze = Cloze("c1", "建设湖泊、水库、渔港。", (Blank(5, 7, "水库"),))
    ((answer, moved),) = explained(cloze)
    assert answer == "水库"
    assert ("framed between list commas", ODDS["between list commas"]) in moved
