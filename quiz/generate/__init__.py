"""A report into a deck: find what to ask, ask it, keep the best.

`MAKERS` is the seam: a kind of question to the "module:function" that makes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from quiz.generate.candidates import Marked, mark
from quiz.generate.cloze import cloze, drafts, short_id
from quiz.generate.headings import distinctive
from quiz.generate.leads import lead_for
from quiz.generate.phrases import Context, key_phrases
from quiz.generate.plan import Offer, choose, offers
from quiz.generate.terms import find_terms
from quiz.model import Cloze, Deck, Origin, Provenance, Report

MIN_SENTENCE, MAX_SENTENCE = 12, 220
SENTENCE_ENDS = tuple("。！？；：”’）》…，")


@dataclass(frozen=True, slots=True)
class Source:
    """A sentence or heading that may be asked; `number` is its place in the report, headings included, from 1."""

    section: int
    number: int
    marked: Marked
    lead: str
    path: tuple[str, ...]
    page: int = 0


def generate(report: Report, *, count: int | None = None, density: float = 1.0) -> Deck:
    """The deck of a report: every good question, or the `count` best spread over all sections.

    `density` multiplies how many questions a sentence may carry. The same report gives the same deck. `Deck.made` is
    left to `merge`.
    """
    sources = list(_sources(report))
    terms = find_terms(source.marked for source in sources)
    special = distinctive(report)
    headings = "\n".join(special)
    on_offer: list[Offer] = []
    for source in sources:
        own = special.get(source.marked.text, frozenset())
        context = Context(terms, headings, f"{source.lead}\n{report.title}", own)
        found = drafts(source.marked, key_phrases(source.marked, context))
        on_offer += offers(source.section, source.number, source.marked.text, found, density)
    by_number = {source.number: source for source in sources}
    questions = tuple(_question(by_number[offer.sentence], offer) for offer in choose(on_offer, count))
    return Deck(short_id("d", report.id), report.title, Origin(report.title, report.source, report.date), questions)


def _sources(report: Report) -> Iterator[Source]:
    """Headings and sentences in reading order, each text once; scraps and lines that are no sentence are left out."""
    seen: set[str] = set()
    number = 0
    for at, section in enumerate(report.sections):
        if section.heading:
            number += 1
            lead = f"标题（{section.number}）" if section.number else "标题"
            if section.heading not in seen and len(section.heading) >= MIN_SENTENCE:
                yield Source(at, number, mark(section.heading), lead, section.path[:-1])
            seen.add(section.heading)
        for sentence in section.sentences:
            number += 1
            if sentence.text in seen or not MIN_SENTENCE <= len(sentence.text) <= MAX_SENTENCE:
                continue
            seen.add(sentence.text)
            if sentence.text.endswith(SENTENCE_ENDS):
                yield Source(
                    at, number, mark(sentence.text), lead_for(report, section, sentence), section.path, sentence.page
                )


def _question(source: Source, offer: Offer) -> Cloze:
    text = source.marked.text
    return cloze(text, offer.draft, source.lead, Provenance(source.path, source.number, text, source.page))
