"""False statements are false, natural and about facts; true ones are verbatim."""

from collections.abc import Callable

import pytest

from quiz.generate.candidates import mark
from quiz.generate.options.inventory import Inventory
from quiz.generate.options.steps import numbers
from quiz.generate.source import Draft, Source
from quiz.generate.statements.bodies import bodies
from quiz.generate.statements.judge import judge
from quiz.generate.statements.statement import ended, stretch
from quiz.model import Judge, KeyPhrase

LONG_TAIL = "镇里的老人说这样的年景从前想也不敢想，如今家家户户都过得安稳，孩子们放学以后在新操场上踢球，" * 2


@pytest.fixture(scope="module")
def judged() -> Callable[..., Judge | None]:
    """The question about `asked` (the sentence's first character by default) with the report holding more text."""

    def make(text: str, asked: str = "", *, seed: int = 0, elsewhere: str = "", lead: str = "") -> Judge | None:
        start = text.index(asked)
        draft = Draft((KeyPhrase(asked, start, start + len(asked), 0.5),), 0.5)
        source = Source(text, 0, 7, lead, ("镇里的家底",))
        return judge(source, draft, Inventory(f"{text}\n{elsewhere}", 2024), seed)

    return make


@pytest.fixture(scope="module")
def false_of(judged: Callable[..., Judge | None]) -> Callable[..., list[Judge]]:
    """Every false statement that some seed makes of a sentence."""

    def make(text: str, asked: str = "", **more: str) -> list[Judge]:
        made = [judged(text, asked, seed=seed, **more) for seed in range(24)]
        found = {question.sentence: question for question in made if question and not question.true}
        return list(found.values())

    return make


SENTENCE = "镇里新修公路120公里，翻新小学35所，老街换上路灯。"


def test_a_true_statement_is_the_sentence_and_a_false_one_differs_in_one_figure(
    judged: Callable[..., Judge | None],
) -> None:
    made = [question for seed in range(24) if (question := judged(SENTENCE, "120", seed=seed))]
    assert {question.true for question in made} == {True, False}
    assert len({question.id for question in made}) == 1
    for question in made:
        assert question.quote == SENTENCE
        assert question.true == (question.sentence == SENTENCE)
        before, after = numbers(SENTENCE), numbers(question.sentence)
        changed = [(a.text, b.text) for a, b in zip(before, after, strict=True) if a.text != b.text]
        assert question.true or [old for old, _new in changed] == ["120"]


def test_about_half_of_the_statements_are_true(judged: Callable[..., Judge | None]) -> None:
    made = [judged(f"第{at}村新修公路{100 + at}公里，老街换上了路灯。", seed=3) for at in range(200)]
    share = sum(question.true for question in made if question) / len(made)
    assert None not in made
    assert 0.4 < share < 0.6


def test_the_figure_asked_for_is_the_one_that_changes(false_of: Callable[..., list[Judge]]) -> None:
    for asked in ("120", "35"):
        other = {"120": "35", "35": "120"}[asked]
        assert all(other in question.sentence for question in false_of(SENTENCE, asked))
    assert all("老街换上路灯" in question.sentence for question in false_of(SENTENCE, "路灯"))
    assert false_of(SENTENCE, "路灯")


def test_what_another_report_says_is_never_false(false_of: Callable[..., list[Judge]]) -> None:
    text = "全镇果园面积达到40万亩，果农笑开了颜。"
    made = {question.sentence for question in false_of(text)}
    assert made
    said = next(iter(made))
    assert said not in {question.sentence for question in false_of(text, elsewhere=said)}


def test_a_figure_never_passes_the_other_end_of_its_range(false_of: Callable[..., list[Judge]]) -> None:
    made = false_of("水质优良率由94%提高到95%，河里又有了鱼虾。", "94")
    assert made
    for question in made:
        first, second = (number.value for number in numbers(question.sentence))
        assert first < second


def test_two_facts_of_one_unit_may_change_places(false_of: Callable[..., list[Judge]]) -> None:
    made = {question.sentence for question in false_of("上村种果树48亩，下村种茶树61亩，都有了好收成。", "48")}
    assert "上村种果树61亩，下村种茶树48亩，都有了好收成。" in made
    part = {question.sentence for question in false_of("全镇种果树48亩，其中梨树31亩，都有了好收成。", "48")}
    assert not any("31亩，其中" in sentence for sentence in part)


@pytest.mark.parametrize(
    "text",
    [
        "老田强调，全镇要再修公路120公里，再翻新小学35所。",  # his words
        "习近平总书记来镇里考察时，走访了120户人家。",
        "过去五年镇里的老街换上了路灯，修好了水渠。",  # the span sets the scene
        "例如镇里的公路有120公里已经修通。",  # leans on the sentence before
        "大家数了数，这3件大事都已经有了着落。",
        "镇里新修公路多少公里，120公里还是130公里？",
        "镇里认真学习“四个自信”和“120字诀”，老街换上了路灯。",
        "镇里有上村、中村、下村3个大村，家家户户换上了路灯。",  # the count can be checked
        "老街换上路灯，操场铺上草皮，水渠修到田边。",  # nothing to change
        "修路120公里。",  # too short
        "全镇120名台湾同胞一起参加了修路和种树。",
        "一九四九年成立了中华人民共和国，镇里敲锣打鼓。",
        "全国有十四亿多人，柳溪镇只占小小的一份。",
        "截至12月，镇里的老街全部换上了路灯。",  # true a month before, too
        "镇里隆重庆祝合作社成立70周年，老街张灯结彩。",
        "竹编有五千多年的历史，镇里的老手艺代代相传。",
    ],
)
def test_what_is_no_fact_of_its_own_is_not_judged(text: str, judged: Callable[..., Judge | None]) -> None:
    assert judged(text) is None


def test_a_member_of_a_list_is_judged_without_its_mark(judged: Callable[..., Judge | None]) -> None:
    for seed in range(12):
        question = judged("二是新修进山的公路120公里，方便果农运货；", seed=seed, lead="镇里的家底")
        assert question
        assert question.sentence.startswith("新修进山的公路")
        assert question.sentence.endswith("运货。")
        assert question.lead == "镇里的家底"


def test_of_a_long_sentence_the_clauses_that_hold_the_figure_are_judged(false_of: Callable[..., list[Judge]]) -> None:
    text = f"镇里用心办事，新修公路120公里，{LONG_TAIL}大家都说好。"
    for question in false_of(text):
        assert len(question.sentence) < 30
        assert question.quote == "镇里用心办事，新修公路120公里。"


def test_a_piece_that_leans_on_the_one_before_is_no_statement(judged: Callable[..., Judge | None]) -> None:
    assert judged(f"镇里用心办事，{LONG_TAIL}大家都说好；同比增加了120公里的新公路和旧公路。", "120") is None


def test_a_goal_of_a_list_is_shown_with_what_the_list_is_of(judged: Callable[..., Judge | None]) -> None:
    text = f"明年全镇的主要目标是：{LONG_TAIL}；新修进山的公路120公里，方便果农运货。"
    question = judged(text, "120")
    assert question
    assert question.lead == "明年全镇的主要目标是："
    assert question.sentence.endswith("公里。") or question.sentence.endswith("运货。")


def test_the_lead_never_holds_what_is_asked() -> None:
    source = Source("2018年，镇里把老街的路灯全部换成了新的。", 0, 1, "", ("2018年的实事",))
    question = judge(source, Draft((KeyPhrase("2018", 0, 4, 0.5),), 0.5), Inventory("", 2024), 0)
    assert question
    assert question.lead == ""


def test_organs_are_changed_for_others_of_their_rank_that_the_report_names(
    false_of: Callable[..., list[Judge]],
) -> None:
    text = "春天里，教育部印发了新的操场标准，各地照此办理。"
    made = {question.sentence for question in false_of(text, elsewhere="水利部来人查看水渠，国务院发来贺信。")}
    assert made == {"春天里，水利部印发了新的操场标准，各地照此办理。"}
    assert false_of(text, elsewhere="国务院发来贺信。") == []


def test_congresses_are_changed_for_the_next_only() -> None:
    text = "党的十六大提出了新的修路办法。"
    others = [body.others for body in bodies(text, "党的十六大、党的十七大、党的十九大和党的十六届三中全会")]
    assert others == [("十七大",)]
    assert not list(bodies("全面贯彻党的十六大精神，", "党的十六大和党的十七大"))


def test_places_are_changed_where_something_was_set_up() -> None:
    report = "在天津设立了工坊，重庆的客商也来了。"
    assert [body.others for body in bodies("去年在天津设立了竹编工坊。", report)] == [("重庆",)]
    assert not list(bodies("天津的客商来了。", report))


def test_a_sentence_of_usual_length_is_taken_whole() -> None:
    marked = mark("（三）新修公路120公里，翻新小学35所。")
    part = stretch(marked, marked.text.index("35"), marked.text.index("35") + 2)
    assert part
    assert marked.text[slice(*part)] == "新修公路120公里，翻新小学35所。"


@pytest.mark.parametrize(
    ("part", "whole"),
    [("修路，", "修路。"), ("修路；", "修路。"), ("路名“长虹”", "路名“长虹”。"), ("说：“好。”", "说：“好。”")],
)
def test_a_statement_ends_like_a_sentence(part: str, whole: str) -> None:
    assert ended(part) == whole
