"""Which parts of a report no question asks about."""

from quiz.model import Deck, Report


def unasked(report: Report, deck: Deck) -> list[str]:
    """The headings with text of their own about which the deck has no question, in reading order."""
    asked = {question.provenance.section for question in deck.questions}
    return [
        section.heading
        for section in report.sections
        if section.sentences and section.heading and section.path not in asked
    ]


def headed(report: Report) -> int:
    """How many headings have a text of their own."""
    return sum(bool(section.sentences and section.heading) for section in report.sections)
