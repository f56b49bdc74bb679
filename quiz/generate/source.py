"""What may be asked of a report: its sentences and headings, each with what its question needs to stand alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from quiz.generate.candidates import Marked, mark
from quiz.generate.leads import lead_for
from quiz.generate.salience import salience
from quiz.model import KeyPhrase, Provenance, Report, Section

MIN_SENTENCE, MAX_SENTENCE = 12, 500
GREETING = -1.5  # salience
SENTENCE_ENDS = tuple("。！？；：”’）》…，")


@dataclass(frozen=True)
class Source:
    """A sentence or heading that may be asked; `number` is its place in the report, headings included, from 1, and
    `section` that of its section, from 0. `lead` is shown above the stem, `path` are the headings above it; `salience`
    says how much it is worth asking."""

    text: str
    section: int
    number: int
    lead: str
    path: tuple[str, ...]
    page: int = 0
    salience: float = 0.0

    @cached_property
    def marked(self) -> Marked:
        """The words of the text; the first look at them costs."""
        return mark(self.text)

    @property
    def provenance(self) -> Provenance:
        return Provenance(self.path, self.number, self.text, self.page)


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before its kind is chosen: the phrases of one source to ask for, and their joint weight."""

    phrases: tuple[KeyPhrase, ...]
    weight: float


def sources(report: Report) -> Iterator[Source]:
    """Headings and sentences in reading order, each text once; scraps and lines that are no sentence are left out."""
    seen: set[str] = set()
    number = 0
    for at, section in enumerate(report.sections):
        if section.heading:
            number += 1
            if section.heading not in seen and len(section.heading) >= MIN_SENTENCE:
                lead = _of_heading(section)
                worth = salience(section.heading, heading=True)
                yield Source(section.heading, at, number, lead, section.path[:-1], salience=worth)
            seen.add(section.heading)
        before = ""
        for sentence in section.sentences:
            number += 1
            if sentence.text in seen or not MIN_SENTENCE <= len(sentence.text) <= MAX_SENTENCE:
                continue
            seen.add(sentence.text)
            worth = salience(sentence.text, enumerated=bool(sentence.marker))
            if sentence.text.endswith(SENTENCE_ENDS) and worth > GREETING:
                lead = lead_for(report, section, sentence, before)
                yield Source(sentence.text, at, number, lead, section.path, sentence.page, worth)
            before = sentence.text


def _of_heading(section: Section) -> str:
    """What says that a stem is a heading, and of what."""
    mark = f"标题（{section.number.strip('（）()')}）" if section.number else "标题"
    return f"{section.path[-2]} · {mark}" if len(section.path) > 1 else mark
