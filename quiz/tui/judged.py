"""What the curating screen says of a question: how it was decided, what is doubted; and how far one is."""

from quiz.curation import Curation
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Question
from quiz.study import Mark
from quiz.tui.drillbar import Progress
from quiz.tui.walk import Walk
from quiz.tui.wrap import Piece

NAMES: dict[Mark, tuple[str, str, str]] = {
    "accepted": ("✓", mark("Accepted"), "right"),
    "rejected": ("✗", mark("Rejected: it is never asked"), "wrong"),
    "suspended": ("‖", mark("Suspended: it is not asked for now"), "missed"),
    "starred": ("★", mark("Starred"), "missed"),
}
ALWAYS: tuple[Mark, ...] = ("accepted", "rejected")
"""Counted in the bar also when there are none."""


def progress(curation: Curation, walk: Walk) -> Progress:
    """How far one is, and how many questions of the deck carry each mark."""
    counts = {name: curation.count(name) for name in NAMES}
    score = "  ".join(f"{NAMES[name][0]} {n}" for name, n in counts.items() if n or name in ALWAYS)
    return Progress(walk.number / max(len(walk.ids), 1), f"{walk.number}/{len(walk.ids)}", score)


def state(curation: Curation, question: Question) -> list[Piece]:
    """The marks of a question in words, and whether it was looked at."""
    words = [] if curation.is_decided(question.id) else [Piece("· " + _("Nobody looked at it yet"), "dim")]
    for name, (sign, text, style) in NAMES.items():
        if curation.has(question.id, name):
            words.append(Piece(f"{sign} {_(text)}", style))
    return [piece for word in words for piece in (Piece("  " if word is not words[0] else ""), word)]


def doubts(curation: Curation, question: Question) -> list[Piece]:
    """The quality checks that a question fails, a line each."""
    names = curation.doubts.get(question.id, ())
    words = [f"\n? {_(name)}" for name in names]
    return [Piece("".join(words), "partly")] if words else []
