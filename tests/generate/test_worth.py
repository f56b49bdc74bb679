"""The better question is worth more: a whole term, a fixed wording, a figure; the halves of something last."""

import pytest

from quiz.generate.plan import offers
from quiz.generate.source import Draft, Source
from quiz.generate.worth import worth
from quiz.model import KeyPhrase


def source(text: str) -> Source:
    return Source(text, 0, 1, "", ())


def phrase(sentence: str, text: str, *why: str, weight: float = 0.5) -> KeyPhrase:
    return KeyPhrase(text, sentence.index(text), sentence.index(text) + len(text), weight, why or ("term",))


def value(sentence: str, *phrases: KeyPhrase) -> float:
    return worth(source(sentence), phrases)


PLAIN = "守住湿地公园，果树开花。"


@pytest.mark.parametrize("reason", ["heading", "quoted", "formulation", "number", "institution", "title", "repeated"])
def test_what_the_report_marks_out_is_worth_more(reason: str) -> None:
    assert value(PLAIN, phrase(PLAIN, "湿地公园", reason)) > value(PLAIN, phrase(PLAIN, "湿地公园"))


def test_a_member_amid_a_list_is_worth_more_than_the_last_that_may_take_the_head_of_all() -> None:
    sentence = "建设湖泊养殖、水库养殖、渔港运输体系。"
    amid, last = phrase(sentence, "水库养殖"), phrase(sentence, "渔港运输体系")
    assert value(sentence, amid) > value(sentence, last) + 1


def test_words_of_any_report_are_worth_little() -> None:
    sentence = "抓好政策举措，守住湿地公园。"
    assert value(sentence, phrase(sentence, "政策举措")) < value(sentence, phrase(sentence, "湿地公园"))


def test_of_two_drafts_of_a_sentence_the_worthier_comes_first_though_people_blank_the_other_more_often() -> None:
    sentence = "完善河流保护、果树修剪，建设湖泊、水库、渔港，让村民过上好日子。"
    half = Draft((phrase(sentence, "果树修剪", weight=0.4),), 0.4)
    whole = Draft((phrase(sentence, "水库", weight=0.3),), 0.3)
    assert [offer.draft for offer in offers(source(sentence), [half, whole])] == [whole, half]


def test_what_is_hardly_worth_asking_is_not_asked_but_in_a_dense_deck() -> None:
    sentence = "完善河流保护和果树修剪制度，守住湖泊。"
    half = Draft((phrase(sentence, "果树修剪制度", weight=0.2),), 0.2)
    assert offers(source(sentence), [half]) == []
    assert len(offers(source(sentence), [half], density=2)) == 1
