"""What no question asks about is said by its heading."""

from dataclasses import replace

from quiz import paths
from quiz.generate import generate
from quiz.generate.coverage import unasked
from quiz.sources import read_report

SEED = sorted(paths.shipped("seeds").glob("*.md"))[0]


def test_a_heading_without_a_question_is_named() -> None:
    report = read_report(SEED)[0]
    deck = generate(report)
    assert unasked(report, deck) == []
    last = [section for section in report.sections if section.sentences][-1]
    elsewhere = [q for q in deck.questions if q.provenance.section != last.path]
    rest = tuple(q for q in elsewhere if q.provenance.quote != last.heading)
    assert unasked(report, replace(deck, questions=rest)) == [last.heading]
    assert unasked(report, replace(deck, questions=tuple(elsewhere))) == []
