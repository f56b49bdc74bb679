"""What passes between the stages of reading: lines that remember where they stood, and the running account."""

from collections import Counter
from dataclasses import dataclass, field

from quiz.model import Doubt, IngestReport, Removal


@dataclass(frozen=True, slots=True)
class Line:
    """One line or paragraph of the file; `number` counts from 1, as does `page` (0: the format has no pages).

    `level` is a heading level the format itself states, else 0. `whole` says that the format told paragraphs apart, so
    the line is one paragraph; otherwise a sentence may go on in the next line.
    """

    number: int
    text: str
    level: int = 0
    page: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Draft:
    """The lines of a decoded file and what its head says of it (title, date), empty where it says nothing."""

    lines: tuple[Line, ...]
    encoding: str
    title: str = ""
    date: str = ""
    removals: tuple[Removal, ...] = ()


@dataclass(slots=True)
class Account:
    """Collects what cleaning drops, doubts and changes. Reasons in `kept` are those the user switched off."""

    kept: frozenset[str] = frozenset()
    removals: list[Removal] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)

    def drop(self, reason: str, text: str, line: int) -> bool:
        """Note that `text` goes for `reason`, and say whether it may."""
        if reason in self.kept:
            return False
        self.removals.append(Removal(reason, text, line))
        return True

    def doubt(self, kind: str, text: str, line: int) -> None:
        self.doubts.append(Doubt(kind, text, line))

    def close(self, source: str, draft: Draft, kept: int) -> IngestReport:
        texts = (*(line.text for line in draft.lines), *(left.text for left in draft.removals))
        characters = sum(len("".join(text.split())) for text in texts)
        return IngestReport(
            source=source,
            encoding=draft.encoding,
            characters=characters,
            kept=kept,
            removals=tuple(sorted(self.removals, key=lambda removal: removal.line)),
            doubts=tuple(sorted(self.doubts, key=lambda doubt: doubt.line)),
            changes=tuple(sorted((name, count) for name, count in self.changes.items() if count)),
        )
