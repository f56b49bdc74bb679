"""Clean lines into a `Report`: headings make sections, paragraphs make sentences."""

import hashlib
import re
from dataclasses import dataclass, field
from pathlib import PurePath

from quiz.model import Report, Section, Sentence
from quiz.sources.clean import Cleaned
from quiz.sources.draft import Account
from quiz.sources.headings import Heading, bare_headings, heading_of, paragraph_number
from quiz.sources.sentences import split

# Who is spoken to again (各位代表！) has heard the last heading below a heading to its end.
ADDRESS = re.compile("(?:各位(?:代表|委员|同志)|同志们|朋友们)[！!]")


@dataclass(slots=True)
class _Open:
    """A section being filled; one without a heading goes on with that of its rank before it."""

    number: str
    heading: str
    rank: int
    start: int
    line: int
    sentences: list[Sentence] = field(default_factory=list)


def structure(cleaned: Cleaned, source: str, account: Account) -> Report:
    """The report of `cleaned` lines; its text holds one line a paragraph or heading."""
    pieces: list[str] = []
    sections = [_Open("", "", 0, 0, 0)]
    at = paragraph = 0
    bare = bare_headings(cleaned.lines)
    for line in cleaned.lines:
        if not line.text:
            continue
        heading = bare.get(line.number) or heading_of(line.text, line.level)
        body_from = 0
        if heading:
            sections.append(_open(heading, line.text, at, line.number))
            body_from = _past_stop(line.text, heading.end)
        elif ADDRESS.match(line.text) and (above := _above(sections)):
            sections.append(_Open("", "", above.rank, at, line.number))
        elif number := paragraph_number(line.text):
            body_from = number.end()
        for start, end, marker in split(line.text[body_from:]):
            text = line.text[body_from + start : body_from + end]
            sections[-1].sentences.append(Sentence(text, at + body_from + start, paragraph, marker, line.page))
        pieces.append(line.text)
        at += len(line.text) + 1
        paragraph += 1
    text = "\n".join(pieces)
    title = cleaned.head.title or PurePath(source).stem
    return Report(
        report_id(title, text), title, source, text, _close(sections, account), cleaned.head.date, cleaned.head.issuer
    )


def report_id(title: str, text: str) -> str:
    """The id of a report: 16 hexadecimal characters of its title and cleaned text."""
    return hashlib.blake2b(f"{title}\0{text}".encode(), digest_size=8).hexdigest()


def _above(sections: list[_Open]) -> _Open | None:
    """The heading of the highest rank that the section being filled stands under, None when it stands under none."""
    top = sections[-1]
    for section in reversed(sections[1:]):
        if section.rank < top.rank:
            top = section
    return top if top is not sections[-1] else None


def _open(heading: Heading, text: str, at: int, line: int) -> _Open:
    return _Open(heading.number, text[heading.offset : heading.end].rstrip(), heading.rank, at + heading.offset, line)


def _past_stop(text: str, end: int) -> int:
    return end + 1 if text[end : end + 1] == "。" else end


def _close(sections: list[_Open], account: Account) -> tuple[Section, ...]:
    """Levels from the ranks present, paths from the levels; an empty opening section is left out."""
    ranks = sorted({section.rank for section in sections[1:]})
    level_of = {rank: level for level, rank in enumerate(ranks, 1)}
    closed: list[Section] = []
    path: list[tuple[int, str]] = []
    for at, section in enumerate(sections):
        if at == 0:
            if section.sentences:
                closed.append(Section("", "", 0, 0, (), tuple(section.sentences)))
            continue
        level = level_of[section.rank]
        if section.heading:
            path = [step for step in path if step[0] < level] + [(level, section.heading)]
        else:
            path = [step for step in path if step[0] <= level]
        headings = tuple(heading for _level, heading in path)
        closed.append(
            Section(section.number, section.heading, level, section.start, headings, tuple(section.sentences))
        )
        follower = sections[at + 1] if at + 1 < len(sections) else None
        if not section.sentences and (follower is None or follower.rank <= section.rank):
            account.doubt("empty section", section.heading, section.line)
    return tuple(closed)
