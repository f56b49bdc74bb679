"""What the commands say on stderr; stdout is for data."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext

if TYPE_CHECKING:
    from quiz.model import IngestReport
    from quiz.tasks import Made

REASONS = {
    "lead-in": mark("editor's lead-in"),
    "site line": mark("line of the web site"),
    "cut-off notice": mark("notice that text is hidden"),
    "glued pinyin": mark("pinyin behind a character"),
    "control character": mark("control character"),
    "repeated title": mark("repeated title"),
    "head line": mark("line of the head, such as a date or a speaker"),
    "not Chinese": mark("line without Chinese"),
    "page number": mark("page number"),
    "page header or footer": mark("page header or footer"),
    "table of contents": mark("table of contents"),
    "applause": mark("applause"),
    "speaker": mark("name of who speaks"),
    "footnote mark": mark("footnote mark"),
    "footnote": mark("footnote"),
    "navigation": mark("navigation or side column"),
    "picture page": mark("page that is a picture without text"),
}
DOUBTS = {
    "censored": mark("looks blotted out; it is shown as ×× and never asked"),
    "cut off": mark("the text is cut off here"),
    "empty section": mark("a heading with no text under it"),
    "private-use character": mark("holds a private-use character, which most fonts cannot show"),
}
CHANGES = {
    "traditional to simplified": mark("Traditional characters made Simplified"),
    "width": mark("half-width marks made full-width"),
}
PATIENCE = 0.8  # seconds
SHOWN = 60  # characters of a dropped piece
MOST_NAMED = 3  # headings without a question


def say(text: str) -> None:
    """One line or more to the user, on stderr."""
    click.echo(text, err=True)


@contextmanager
def progress_bar() -> Iterator[Callable[[float], None]]:
    """A bar on a terminal for work that takes longer than one waits without asking; the caller is given a function to
    tell how much is done, from 0 to 1."""
    bar = click.progressbar(length=100, label=_("Making questions"), file=sys.stderr)
    started, shown = time.monotonic(), False

    def progress(share: float) -> None:
        nonlocal shown
        if sys.stderr.isatty() and (shown or time.monotonic() - started > PATIENCE):
            shown = True
            bar.update(int(100 * share) - bar.pos)

    yield progress
    if shown:
        bar.update(100 - bar.pos)
        bar.render_finish()


def made_line(made: "Made") -> str:
    """What `make` came to, in a line: the file, how many questions, what became of the old ones."""
    count = len(made.merged.deck.questions)
    line = ngettext("{path}: {n} question", "{path}: {n} questions", count).format(path=printable(made.path), n=count)
    fates = (
        (made.merged.edited, _("{n} with your edits kept")),
        (made.merged.renewed, _("{n} brought up to date")),
        (made.merged.added if made.merged.kept or made.merged.edited else 0, _("{n} added")),
        (made.merged.removed, _("{n} removed, as they are made no longer")),
        (made.merged.deleted, _("{n} left out, as you deleted them")),
    )
    notes = [text.format(n=n) for n, text in fates if n]
    return _("{line} ({notes})").format(line=line, notes=_(", ").join(notes)) if notes else line


def short_line(made: "Made") -> str:
    """That the report gave fewer questions than were asked for; empty when it gave all."""
    return _("{n} were asked for; the report makes no more good ones").format(n=made.short_of) if made.short_of else ""


def coverage_line(made: "Made") -> str:
    """How many headings are asked about, and the first few that are not; empty for a report without headings."""
    if not made.headings:
        return ""
    line = _("{asked} of {n} headings asked about").format(asked=made.headings - len(made.unasked), n=made.headings)
    if not made.unasked:
        return line
    names = _(", ").join(printable(name) for name in made.unasked[:MOST_NAMED])
    more = _("{names} and {n} more").format(names=names, n=len(made.unasked) - MOST_NAMED)
    return _("{line}; nothing about: {names}").format(line=line, names=more if made.unasked[MOST_NAMED:] else names)


def ingest_summary(ingest: "IngestReport") -> list[str]:
    """What reading the file did to it, in a few lines."""
    lines = [
        _("{source}: {encoding}, {read} characters read, {kept} kept").format(
            source=ingest.source, encoding=ingest.encoding, read=ingest.characters, kept=ingest.kept
        )
    ]
    lines += [_point(_(CHANGES[name]), count) for name, count in ingest.changes]
    lines += [_point(_("dropped: {what}").format(what=_(REASONS[name])), n) for name, n in ingest.dropped().items()]
    lines += [_in_line(doubt.line, printable(doubt.text), _(DOUBTS[doubt.kind])) for doubt in ingest.doubts]
    return lines


def _point(name: str, value: object) -> str:
    return "  " + _("{name}: {value}").format(name=name, value=value)


def _in_line(number: int, text: str, about: str) -> str:
    return "  " + _("line {n}: {text}: {about}").format(n=number, text=text, about=about)


def ingest_details(ingest: "IngestReport") -> list[str]:
    """Every piece that was dropped, with its line and reason."""
    return [_in_line(piece.line, _short(printable(piece.text)), _(REASONS[piece.reason])) for piece in ingest.removals]


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
