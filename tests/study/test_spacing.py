"""What would answer another question, or be taken for it, is kept apart."""

import time
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Blank, Choice, Cloze, Deck, Judge, Provenance, Question
from quiz.study.spacing import APART, look_alike, shuffled, spread


def question(name: str, quote: str, answer: str = "甲") -> Cloze:
    sentence = f"{quote}{answer}"
    blank = Blank(len(quote), len(sentence), answer)
    return Cloze(name, sentence, (blank,), provenance=Provenance(quote=quote))


def gaps(questions: list[Question]) -> list[int]:
    """The number of questions between neighbours of one sentence."""
    last: dict[str, int] = {}
    found = []
    for place, asked in enumerate(questions):
        if asked.quote in last:
            found.append(place - last[asked.quote] - 1)
        last[asked.quote] = place
    return found


def test_questions_of_a_sentence_are_ten_apart(course: Deck) -> None:
    assert min(gaps(spread(course.questions))) >= APART
    for seed in range(10):
        order = shuffled(course.questions, Random(seed))
        assert min(gaps(order)) >= APART
        assert {asked.id for asked in order} == {asked.id for asked in course.questions}
    assert shuffled(course.questions, Random(1)) == shuffled(course.questions, Random(1))
    assert shuffled(course.questions, Random(1)) != shuffled(course.questions, Random(2))


def test_siblings_left_over_at_the_end_go_in_between() -> None:
    words = "春夏秋冬东西南北红黄蓝绿金木火土日月星风花草"
    alone = [question(f"a{n}", f"{word}天很美") for n, word in enumerate(words)]
    siblings = [question(f"s{n}", "同一句话里有三个问题") for n in range(3)]
    assert min(gaps(spread([*alone, *siblings]))) >= 9  # 25 places hold three with ten between only just
    few = spread([*alone[:4], *siblings])
    assert [asked.id for asked in few if asked.id[0] == "a"] == ["a0", "a1", "a2", "a3"]
    assert min(gaps(few)) == 2


def test_the_gap_counts_the_questions_between() -> None:
    alone = [question(f"a{n}", f"{word}天很美") for n, word in enumerate("春夏秋冬东西南北红黄")]
    first, second = question("s1", "同一句话"), question("s2", "同一句话")
    order = spread([*alone[:5], first, second, *alone[5:]], apart=5)
    assert gaps(order) == [5]
    assert gaps(spread([first, second, *alone[:4]], apart=9)) == [4]
    assert spread([*alone[:5], first, *alone[5:9], second], apart=5)[0] == second  # at the end there are only four


def test_a_large_deck_of_look_alikes_takes_no_longer() -> None:
    """Compared with each other one it would be minutes."""
    asked = [question(f"q{n}", f"全市去年新增绿地面积共计第{n}", f"{n}") for n in range(1000)]
    begun = time.process_time()
    assert len(spread(asked)) == 1000
    assert time.process_time() - begun < 5


@given(st.lists(st.integers(0, 6), max_size=40), st.integers(0, 12))
@settings(max_examples=80, deadline=None)
def test_nothing_is_lost_and_what_is_in_order_stays(sentences: list[int], apart: int) -> None:
    asked = [question(f"q{n}", "一二三四五六七"[sentence] * 2) for n, sentence in enumerate(sentences)]
    order = spread(asked, apart)
    assert sorted(one.id for one in order) == sorted(one.id for one in asked)
    if not apart or (len(set(sentences)) == len(sentences)):
        assert order == asked


def test_look_alike_stems_are_no_neighbours() -> None:
    one, other = (
        question("a", "全市去年新增绿地面积共计", "三百公顷"),
        question("b", "全市去年新增湿地面积共计", "五百公顷"),
    )
    third = question("c", "教育支出稳步增长")
    assert look_alike(one, other)
    assert not look_alike(one, question("d", "全市去年新增湿地面积共计", "三百公顷"))  # the same answer
    assert not look_alike(one, third)
    assert [asked.id for asked in spread([one, other, third])] == ["a", "c", "b"]


def test_every_kind_has_a_stem() -> None:
    statement = Judge("j", "山比水高。", true=True)
    choice = Choice("c", "选出大山", (Blank(2, 4, "大山"),), options=("大山", "小河"), key=(0,))
    assert not look_alike(statement, choice)
    assert look_alike(statement, Judge("k", "山比水高。", true=False))
