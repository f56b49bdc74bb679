"""A deck in Traditional characters is the same deck."""

from quiz.export.script import traditional
from quiz.model import Cloze, Deck


def test_every_text_is_converted_and_every_blank_stays_in_its_place(kinds: Deck, town: Deck) -> None:
    deck = traditional(kinds)
    assert (deck.id, deck.title) == ("town", "小城一年")
    assert [question.id for question in deck.questions] == [question.id for question in kinds.questions]
    shown = "".join(map(repr, deck.questions))
    assert not set("钟楼栋丈柳树绳开关码断占县") & set(shown) - set("栋丈柳占")
    for question in traditional(town).questions:
        assert isinstance(question, Cloze)
        assert question.fill([blank.answer for blank in question.blanks]) == question.sentence
    assert traditional(town).questions[0].sentence == "圖書館每逢週二閉館整理書架。"
    assert deck.questions[3].quote == deck.questions[3].sentence
