"""Which parts of a report no question asks about."""

from quiz.model import Deck, Report


def unasked(report: Report, deck: Deck) -> list[str]:
    """The headings with text of their own about which the deck has no question, in reading order; one that is a
    question's sentence itself is asked about."""
    sources = [question.provenance for question in deck.questions]
    asked = {path for source in sources for path in (source.section, (*source.section, source.quote))}
    return [
        section.heading
        for section in report.sections
        if section.sentences and section.heading and section.path not in asked
    ]


def headed(report: Report) -> int:
    """How many headings have a text of their own."""
    return sum(bool(section.sentences and section.heading) for section in report.sections)
