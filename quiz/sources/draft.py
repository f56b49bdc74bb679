"""What passes between the stages of reading: lines that remember where they stood, and the running account."""

from collections import Counter
from dataclasses import dataclass, field

from quiz.model import Doubt, IngestReport, Removal


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file; `number` counts from 1. `level` is a heading level the format itself states, else 0."""

    number: int
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a decoded file and what its head says of it (title, date), empty where it says nothing."""

    lines: tuple[Line, ...]
    encoding: str
    title: str = ""
    date: str = ""


@dataclass(slots=True)
class Account:
    """Collects what cleaning drops, doubts and changes."""

    removals: list[Removal] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)

    def drop(self, reason: str, text: str, line: int) -> None:
        self.removals.append(Removal(reason, text, line))

    def doubt(self, kind: str, text: str, line: int) -> None:
        self.doubts.append(Doubt(kind, text, line))

    def close(self, source: str, draft: Draft, kept: int) -> IngestReport:
        characters = sum(not c.isspace() for line in draft.lines for c in line.text)
        return IngestReport(
            source=source,
            encoding=draft.encoding,
            characters=characters,
            kept=kept,
            removals=tuple(sorted(self.removals, key=lambda removal: removal.line)),
            doubts=tuple(sorted(self.doubts, key=lambda doubt: doubt.line)),
            changes=tuple(sorted((name, count) for name, count in self.changes.items() if count)),
        )
