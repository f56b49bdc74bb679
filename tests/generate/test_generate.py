"""Laws of every deck: true to the report, answerable, clean, spread, and the same each time."""

from pathlib import Path

import pytest

from quiz import paths
from quiz.generate import generate
from quiz.generate.checks import flags
from quiz.model import Deck, Question, Report
from quiz.sources import read_report

SOURCES = [Path(__file__).with_name("report.txt"), *sorted(paths.shipped("seeds").glob("*.md"))]
PAGE = ("小编", "隐藏", "下载", "责任编辑", "(", "http")


@pytest.fixture(scope="module", params=SOURCES, ids=lambda path: path.stem)
def made(request: pytest.FixtureRequest) -> tuple[Report, Deck]:
    report, _account = read_report(request.param)
    return report, generate(report)


def test_every_stem_with_its_blanks_filled_is_in_the_report(made: tuple[Report, Deck]) -> None:
    report, deck = made
    for question in deck.questions:
        answers = [blank.answer for blank in question.blanks]
        filled = question.fill(answers)
        assert filled == question.sentence == question.provenance.quote
        assert filled in report.text
        assert [question.sentence[blank.start : blank.end] for blank in question.blanks] == answers


def test_no_question_is_flagged(made: tuple[Report, Deck]) -> None:
    assert [(question.id, flags(question)) for question in made[1].questions if flags(question)] == []


def test_no_answer_can_be_read_beside_its_blank(made: tuple[Report, Deck]) -> None:
    for question in made[1].questions:
        beside = "\n".join([*question.pieces(), question.lead])
        assert not [blank.answer for blank in question.blanks if blank.answer in beside]


def test_blanks_are_one_to_three_and_never_touch(made: tuple[Report, Deck]) -> None:
    for question in made[1].questions:
        assert 1 <= len(question.blanks) <= 3
        assert all(question.pieces()[1:-1])


def test_ids_are_unique_and_two_runs_are_equal(made: tuple[Report, Deck]) -> None:
    report, deck = made
    ids = [question.id for question in deck.questions]
    assert len(set(ids)) == len(ids)
    assert generate(report) == deck


def test_ten_questions_are_ten_and_come_from_every_section(made: tuple[Report, Deck]) -> None:
    report, deck = made
    ten = generate(report, count=10)
    assert len(ten.questions) == 10
    assert {question.id for question in ten.questions} <= {question.id for question in deck.questions}
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
    for question in made[1].questions:
        assert not any("×" in blank.answer for blank in question.blanks)
        assert not any(word in question.sentence for word in PAGE)


def test_questions_stand_in_reading_order(made: tuple[Report, Deck]) -> None:
    order = [question.provenance.sentence for question in made[1].questions]
    assert order == sorted(order)


def test_no_sentence_is_asked_for_the_same_answer_twice(made: tuple[Report, Deck]) -> None:
    asked = [(question.sentence, blank.answer) for question in made[1].questions for blank in question.blanks]
    assert len(set(asked)) == len(asked)


def test_the_sentence_with_a_blotted_out_figure_is_asked_for_its_other_terms(report: Report) -> None:
    stems = [question.sentence for question in generate(report).questions]
    assert any("口径××英寸的管网" in stem for stem in stems)


def test_coinages_titles_figures_and_short_lists_are_asked_whole(report: Report) -> None:
    answers = {blank.answer for question in generate(report).questions for blank in question.blanks}
    assert {"幸福河", "青禾水利志", "98%", "1.5万亩", "水清", "岸绿", "民富"} <= answers


def test_a_figure_with_a_comma_is_asked_whole_or_not_at_all(report: Report) -> None:
    answers = {blank.answer for question in generate(report).questions for blank in question.blanks}
    assert not answers & {"1", "000", "000吨"}


def test_a_sentence_that_leans_has_its_heading_above_it(report: Report) -> None:
    leads = {question.sentence[:2]: question.lead for question in generate(report).questions}
    assert leads["二是"] == "守护水源，筑牢生态屏障"
    assert leads["这些"] == "共建共享水文化"
    assert leads["沿河"] == ""


def test_density_asks_more_or_fewer(report: Report) -> None:
    sparse, usual, dense = (len(generate(report, density=density).questions) for density in (0.5, 1.0, 2.0))
    assert sparse < usual < dense


def test_a_sentence_that_stands_twice_is_asked_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    sentence = "青禾县把水源保护放在首位，划定一级保护区120处。"
    path.write_text(f"清水润城方略\n{sentence}\n一、守护水源\n{sentence}村里建成了三座湿地公园。\n", encoding="utf-8")
    deck = generate(read_report(path)[0], density=5)
    assert {question.provenance.section for question in deck.questions if question.sentence == sentence} == {()}


def test_a_short_sentence_gives_no_question_that_is_flagged(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("清水润城方略\n建设青禾县水利工程博物馆。\n公布《青禾县湿地保护条例》。\n", encoding="utf-8")
    assert not [question for question in generate(read_report(path)[0]).questions if flags(question)]
