"""Several reports as one, a section each, for one deck about all of them."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.model import Report, Section, Sentence
from quiz.sources.structure import report_id


def join(reports: Sequence[Report], title: str) -> Report:
    """One report that holds `reports` one after another; each is a section of level 1 under its own title."""
    pieces: list[str] = []
    sections: list[Section] = []
    at = paragraphs = 0
    for number, report in enumerate(reports, 1):
        sections += _under_its_title(report, number, at, paragraphs)
        pieces.append(f"{report.title}\n{report.text}")
        at += len(pieces[-1]) + 1
        paragraphs += report.text.count("\n") + 2
    text = "\n".join(pieces)
    sources = "、".join(report.source for report in reports)
    return Report(report_id(title, text), title, sources, text, tuple(sections))


def _under_its_title(report: Report, number: int, at: int, paragraphs: int) -> list[Section]:
    shift, path = at + len(report.title) + 1, (report.title,)
    moved = [
        Section(
            section.number,
            section.heading,
            section.level + 1,
            section.start + shift,
            path + section.path,
            tuple(_moved(sentence, shift, paragraphs + 1) for sentence in section.sentences),
        )
        for section in report.sections
    ]
    opening = Section(str(number), report.title, 1, at, path, ())
    if moved and not moved[0].heading:
        return [replace(opening, sentences=moved[0].sentences), *moved[1:]]
    return [opening, *moved]


def _moved(sentence: Sentence, shift: int, paragraphs: int) -> Sentence:
    return replace(sentence, start=sentence.start + shift, paragraph=sentence.paragraph + paragraphs)
