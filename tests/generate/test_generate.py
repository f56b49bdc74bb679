"""Laws of every deck: true to the report, answerable, clean, spread, and the same each time."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from quiz import paths
from quiz.errors import UsageError
from quiz.generate import KINDS, MAKERS, REPORT_MAKERS, Wishes, generate
from quiz.generate.company import deck_flags
from quiz.generate.merge import merge
from quiz.model import Cloze, Deck, Gapped, Judge, Order, Question, Report, Short
from quiz.sources import read_report

SOURCES = [Path(__file__).with_name("report.txt"), *sorted(paths.shipped("seeds").glob("*.md"))]
PAGE = ("小编", "隐藏", "下载", "责任编辑", "(", "http")


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> tuple[Report, Deck]:
    report, _account = read_report(request.param)
    return report, generate(report)


def gapped(deck: Deck) -> list[Gapped]:
    """Those about a stretch of a sentence; which points stand under a heading is asked without one."""
    return [question for question in deck.questions if isinstance(question, Gapped) and question.blanks]


def clozes(report: Report, **wishes: Any) -> list[Cloze]:
    deck = generate(report, Wishes(kinds=("cloze",), **wishes))
    return [question for question in deck.questions if isinstance(question, Cloze)]


def test_every_stem_with_its_blanks_filled_is_in_the_report(made: tuple[Report, Deck]) -> None:
    report, deck = made
    for question in gapped(deck):
        answers = [blank.answer for blank in question.blanks]
        filled = question.fill(answers)
        assert filled == question.sentence
        assert filled in question.provenance.quote
        assert question.provenance.quote in report.text
        assert [question.sentence[blank.start : blank.end] for blank in question.blanks] == answers


def test_what_is_to_be_called_true_is_in_the_report_and_what_is_false_is_not(made: tuple[Report, Deck]) -> None:
    report, deck = made
    for question in deck.questions:
        if isinstance(question, Judge):
            assert (question.sentence.rstrip("。") in report.text) == question.true


def test_points_and_items_are_the_reports_own_words(made: tuple[Report, Deck]) -> None:
    report, deck = made
    for question in deck.questions:
        texts = question.points if isinstance(question, Short) else ()
        texts = question.items if isinstance(question, Order) else texts
        assert [text for text in texts if text not in report.text] == []


def test_no_question_is_flagged(made: tuple[Report, Deck]) -> None:
    assert [(question_id, flags) for question_id, flags in deck_flags(made[1]).items() if flags] == []


def test_no_answer_can_be_read_beside_its_blank(made: tuple[Report, Deck]) -> None:
    for question in gapped(made[1]):
        beside = "\n".join([*question.pieces(), question.lead])
        assert not [blank.answer for blank in question.blanks if blank.answer in beside]


def test_blanks_are_one_to_three_and_never_touch(made: tuple[Report, Deck]) -> None:
    for question in gapped(made[1]):
        assert 1 <= len(question.blanks) <= 3
        assert all(question.pieces()[1:-1])


def test_a_statement_is_judged_once_a_sentence(made: tuple[Report, Deck]) -> None:
    judged = [q.provenance.sentence for q in made[1].questions if isinstance(q, Judge)]
    assert len(set(judged)) == len(judged)


def test_ids_are_unique_and_two_runs_are_equal(made: tuple[Report, Deck]) -> None:
    report, deck = made
    ids = [question.id for question in deck.questions]
    assert len(set(ids)) == len(ids)
    assert generate(report) == deck


def test_ten_questions_are_ten_and_come_from_every_section(made: tuple[Report, Deck]) -> None:
    report, deck = made
    ten = generate(report, Wishes(count=10))
    assert len(ten.questions) == 10
    asked = {_section(question, report) for question in deck.questions}
    if len(asked) <= 10:
        assert {_section(question, report) for question in ten.questions} == asked


def _section(question: Question, report: Report) -> tuple[str, ...]:
    """The section a question belongs to; that of a question on a heading is the one it heads."""
    path = (*question.provenance.section, question.sentence)
    return path if path in {section.path for section in report.sections} else question.provenance.section


def test_every_section_is_asked(made: tuple[Report, Deck]) -> None:
    report, deck = made
    asked = {question.provenance.section for question in deck.questions}
    assert {section.path for section in report.sections if section.sentences} <= asked


def test_what_was_blotted_out_or_is_the_pages_is_never_asked(made: tuple[Report, Deck]) -> None:
    for question in gapped(made[1]):
        assert not any("×" in blank.answer for blank in question.blanks)
        assert not any(word in question.sentence for word in PAGE)


def test_questions_stand_in_reading_order(made: tuple[Report, Deck]) -> None:
    order = [question.provenance.sentence for question in made[1].questions]
    assert order == sorted(order)


def test_no_sentence_is_asked_for_the_same_answer_twice(made: tuple[Report, Deck]) -> None:
    asked = [(q.provenance.quote, blank.answer) for q in gapped(made[1]) for blank in q.blanks]
    assert len(set(asked)) == len(asked)


def test_the_sentence_with_a_blotted_out_figure_is_asked_for_its_other_terms(report: Report) -> None:
    stems = [question.sentence for question in clozes(report)]
    assert any("口径××英寸的管网" in stem for stem in stems)


def test_coinages_titles_figures_and_short_lists_are_asked_whole(report: Report) -> None:
    answers = {blank.answer for question in clozes(report) for blank in question.blanks}
    assert {"幸福河", "青禾水利志", "98%", "1.5万亩", "水清", "岸绿", "民富"} <= answers


def test_a_figure_with_a_comma_is_asked_whole_or_not_at_all(report: Report) -> None:
    answers = {blank.answer for question in clozes(report) for blank in question.blanks}
    assert not answers & {"1", "000", "000吨"}


def test_a_sentence_that_leans_has_above_it_what_it_leans_on(report: Report) -> None:
    leads = {question.sentence[:2]: question.lead for question in clozes(report)}
    assert leads["二是"] == "守护水源，筑牢生态屏障"
    assert leads["这些"] == "中小学校开设护河课程，学生们每月到河边参加志愿服务。"
    assert leads["沿河"] == ""


def test_density_asks_more_or_fewer(report: Report) -> None:
    sparse, usual, dense = (len(clozes(report, density=density)) for density in (0.5, 1.0, 2.0))
    assert sparse < usual < dense


def test_a_sentence_that_stands_twice_is_asked_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    sentence = "青禾县把水源保护放在首位，划定一级保护区120处。"
    path.write_text(f"清水润城方略\n{sentence}\n一、守护水源\n{sentence}村里建成了三座湿地公园。\n", encoding="utf-8")
    found = clozes(read_report(path)[0], density=5.0)
    assert {question.provenance.section for question in found if question.sentence == sentence} == {()}


def test_a_short_sentence_gives_no_question_that_is_flagged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("清水润城方略\n建设青禾县水利工程博物馆。\n公布《青禾县湿地保护条例》。\n", encoding="utf-8")
    assert not [flags for flags in deck_flags(generate(read_report(path)[0])).values() if flags]


def test_every_kind_has_a_maker() -> None:
    assert {*MAKERS, *REPORT_MAKERS} == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_kinds_asked_for_are_made(kind: Any, made: tuple[Report, Deck]) -> None:
    assert {question.kind for question in generate(made[0], Wishes(kinds=(kind,))).questions} <= {kind}


def test_most_questions_are_to_be_filled_in(made: tuple[Report, Deck]) -> None:
    kinds = Counter(question.kind for question in made[1].questions)
    assert kinds["cloze"] > len(made[1].questions) / 2


def test_only_the_section_named_is_asked(report: Report) -> None:
    for name in ("沿河产业", "三"):
        sections = {q.provenance.section for q in generate(report, Wishes(sections=(name,))).questions}
        assert sections == {("盘活沿河产业",)}


def test_a_section_that_is_not_there_is_told() -> None:
    report = read_report(SOURCES[0])[0]
    with pytest.raises(UsageError, match="no section '海洋'"):
        generate(report, Wishes(sections=("海洋",)))


def test_another_seed_gives_another_paper_of_the_same_report() -> None:
    report = read_report(SOURCES[-1])[0]
    one, other = (generate(report, Wishes(seed=seed)) for seed in (1, 2))
    assert {q.id for q in one.questions} != {q.id for q in other.questions}
    assert one == generate(report, Wishes(seed=1))


def test_ids_survive_a_corrected_typo(tmp_path: Path) -> None:
    text = SOURCES[0].read_text(encoding="utf-8")
    for name, content in (("right.txt", text), ("wrong.txt", text.replace("有人看护", "有人看户"))):
        (tmp_path / name).write_text(content, encoding="utf-8")
    right, wrong = (generate(read_report(tmp_path / name)[0]) for name in ("right.txt", "wrong.txt"))
    old = merge(Deck("d1", "河湖", wrong.report, ()), wrong).deck
    touched = {question.id for question in old.questions if "看户" in question.provenance.quote}
    assert touched
    kept = {question.id: question for question in merge(old, right).deck.questions}
    assert touched <= kept.keys()
    assert all("看护" in kept[name].provenance.quote for name in touched)
