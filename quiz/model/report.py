"""A report as the program understands it: cleaned text, sections, sentences.

All offsets count characters of `Report.text`, the cleaned report.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, or one member of an enumeration (一是…；二是…).

    `marker` is the enumeration mark the text opens with (一是, 二要, （三）), empty elsewhere; it is part of `text`.
    `paragraph` numbers the paragraphs of the report from 0, `page` the pages of the file from 1 (0: it has none).
    """

    text: str
    start: int
    paragraph: int
    marker: str = ""
    page: int = 0

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the sentences under it, up to the next heading of any level.

    `number` is the mark as printed without its punctuation (一, （二）, 1.), `heading` the words after it, `start` the
    offset of those words. The text before the first heading is a section with level 0 and no heading. `path` holds
    the headings from the outermost to this one; a section without a heading that has one goes on with its last.
    """

    number: str
    heading: str
    level: int
    start: int
    path: tuple[str, ...]
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A cleaned, structured report. `source` is the file's name without its folder; `date` (as printed) and `issuer`,
    the body that issues it, are empty where the report names none."""

    id: str
    title: str
    source: str
    text: str
    sections: tuple[Section, ...]
    date: str = ""
    issuer: str = ""

    def sentences(self) -> Iterator[tuple[Section, Sentence]]:
        """Every sentence in reading order with the section it stands in."""
        for section in self.sections:
            for sentence in section.sentences:
                yield section, sentence
