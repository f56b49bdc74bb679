"""The count is kept, every section gets its share, no answer is asked too often."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.generate.plan import Offer, choose, offers, shortlist, usual_count
from quiz.generate.source import Draft, Source
from quiz.model import KeyPhrase


def draft(answer: str, weight: float = 0.5, start: int = 0) -> Draft:
    return Draft((KeyPhrase(answer, start, start + len(answer), weight),), weight)


def source(length: int) -> Source:
    return Source("水" * length, 1, 1, "", (), salience=20.0)


def section(number: int, size: int) -> list[Offer]:
    """`size` offers of one section, each of a sentence of its own, all with different answers."""
    return [Offer(number, number * 100 + at, 0, draft(f"词{number}之{at}")) for at in range(size)]


def test_a_sentence_offers_as_many_questions_as_its_length_carries() -> None:
    found = [draft(f"词{at}") for at in range(9)]
    assert [len(offers(source(length), found)) for length in (5, 20, 40, 60, 400)] == [1, 1, 2, 3, 6]
    assert len(offers(source(40), found, density=2)) == 4
    assert [offer.choice for offer in offers(source(60), found)] == [0, 1, 2]


def test_everything_is_chosen_without_a_count_in_reading_order() -> None:
    on_offer = [*section(2, 3), *section(1, 3)]
    chosen = choose(on_offer, None)
    assert [offer.sentence for offer in chosen] == [100, 101, 102, 200, 201, 202]


def test_the_best_of_a_sentence_comes_first_wherever_it_stands() -> None:
    found = [draft("后面", 0.9, start=30), draft("前面", 0.1, start=0)]
    assert choose(offers(source(40), found), None) == offers(source(40), found)


def test_a_count_is_spread_over_all_sections_by_size() -> None:
    on_offer = [*section(1, 20), *section(2, 10), *section(3, 1)]
    assert Counter(offer.section for offer in choose(on_offer, 10)) == {1: 6, 2: 3, 3: 1}


def test_fewer_questions_than_sections_go_to_the_largest() -> None:
    chosen = choose([*section(1, 1), *section(2, 5), *section(3, 9)], 2)
    assert Counter(offer.section for offer in chosen) == {2: 1, 3: 1}


def test_every_sentences_best_comes_before_any_second() -> None:
    first = [Offer(1, sentence, 0, draft(f"甲{sentence}", 0.1)) for sentence in range(3)]
    second = [Offer(1, sentence, 1, draft(f"乙{sentence}", 0.9)) for sentence in range(3)]
    assert choose([*first, *second], 3) == first


def test_an_answer_is_asked_twice_and_its_best_places_are_kept() -> None:
    on_offer = [Offer(1, sentence, 0, draft("清水", weight)) for sentence, weight in enumerate((0.2, 0.9, 0.5, 0.1))]
    assert [offer.sentence for offer in choose(on_offer, None)] == [1, 2]


def test_a_section_keeps_its_only_question_though_its_answer_is_asked_often() -> None:
    often = [Offer(1, sentence, 0, draft("清水", 0.9), worth=3.0) for sentence in range(5)]
    only = Offer(2, 9, 0, draft("清水", 0.2))
    assert only in choose([*often, *section(1, 3), only], 5)


def test_weak_questions_are_left_out_but_for_the_best_of_a_section_that_has_no_other() -> None:
    def offer(number: int, sentence: int, worth: float) -> Offer:
        return Offer(number, sentence, 0, draft(f"词{sentence}"), worth=worth)

    good, weak = offer(1, 1, 0.5), offer(1, 2, -1.5)
    best, worse = offer(2, 3, -1.6), offer(2, 4, -1.9)
    assert choose([good, weak, best, worse], 9) == [good, best]
    assert choose([good, weak, best, worse], 9, density=2) == [good, weak, best, worse]
    assert choose([good, weak, best, worse], 9, least=3) == [good, weak, best]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.integers(1, 12), min_size=1, max_size=8), st.integers(1, 60))
def test_the_count_is_exact_and_no_section_is_forgotten(sizes: list[int], count: int) -> None:
    on_offer = [offer for number, size in enumerate(sizes) for offer in section(number, size)]
    chosen = choose(on_offer, count)
    assert len(chosen) == min(count, sum(sizes))
    assert len(set(map(id, chosen))) == len(chosen)
    if count >= len(sizes):
        assert {offer.section for offer in chosen} == set(range(len(sizes)))


def test_a_report_four_times_as_long_gets_twice_as_many_questions() -> None:
    assert usual_count(40_000, 1.0) == 2 * usual_count(10_000, 1.0) == usual_count(10_000, 2.0)


def test_the_shortlist_takes_the_most_salient_of_every_section_in_reading_order() -> None:
    found = [Source("水", at // 3, at, "", (), salience=at % 3) for at in range(9)]
    assert [source.number for source in shortlist(found, 2)] == [2, 5, 8]
    assert shortlist(found, 20) == found
