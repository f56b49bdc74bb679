"""What reading a file did to it: what was kept, what was dropped and why, what looks wrong."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Removal:
    """A piece of the file that did not reach the report. `reason` is a name from `REASONS`, `line` counts from 1."""

    reason: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something kept that the reader should know of. `kind` is a name from `DOUBTS`, `line` counts from 1."""

    kind: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class IngestReport:
    """The account of one reading. `characters` counts the decoded file, `kept` the cleaned report, both without
    white space; `changes` counts characters rewritten in place (script, width) by a name from `CHANGES`."""

    source: str
    encoding: str
    characters: int
    kept: int
    removals: tuple[Removal, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    changes: tuple[tuple[str, int], ...] = ()

    def dropped(self) -> Counter[str]:
        """How many pieces were dropped for each reason."""
        return Counter(removal.reason for removal in self.removals)


REASONS = (
    "lead-in",
    "site line",
    "cut-off notice",
    "glued pinyin",
    "control character",
    "repeated title",
    "head line",
    "not Chinese",
    "page number",
    "page header or footer",
    "table of contents",
    "applause",
    "speaker",
    "footnote mark",
    "footnote",
    "navigation",
    "picture page",
)
DOUBTS = ("censored", "cut off", "empty section", "private-use character")
CHANGES = ("traditional to simplified", "width")
