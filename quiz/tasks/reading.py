"""Reports: which files are some, and what is in them."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quiz.errors import QuizError, UsageError
from quiz.files import printable, within
from quiz.i18n import gettext as _
from quiz.model import IngestReport, Report
from quiz.tasks.keeping import is_deck


def is_report(path: Path) -> bool:
    """Whether a path names a file of a kind that is read, by its ending."""
    from quiz.sources import READERS

    return bool(path.suffix) and path.suffix.lower() in READERS


@dataclass(frozen=True, slots=True)
class Reading:
    """How a report is read: whether Traditional characters stay, and which removals (of `REASONS`) do not happen."""

    keep_script: bool = False
    keep: tuple[str, ...] = ()


def read(report: Path, how: Reading = Reading()) -> tuple[Report, IngestReport]:
    """The report in a file, or, named ``-``, on standard input; and the account of what reading did to it."""
    from quiz.sources import MAX_BYTES, read_data, read_report

    if is_deck(report):
        raise UsageError(_("{name}: is a deck, not a report").format(name=printable(report)))
    if str(report) != "-":
        return read_report(report, keep_script=how.keep_script, keep=how.keep)
    name = _("standard input")
    data = within(sys.stdin.buffer.read(MAX_BYTES + 1), MAX_BYTES, name)
    return read_data(data, name, keep_script=how.keep_script, keep=how.keep)


def reports_in(places: Iterable[Path]) -> list[Path]:
    """The files named; in place of a folder the reports in it, by name."""
    from quiz.sources import READERS

    found: list[Path] = []
    for place in places:
        if not place.is_dir():
            found.append(place)
            continue
        inside = [path for path in sorted(place.iterdir()) if path.suffix.lower() in READERS and path.suffix]
        inside = [path for path in inside if path.is_file() and not path.name.startswith((".", "~$"))]
        if not inside:
            raise QuizError(_("{name}: no report in this folder").format(name=printable(place)))
        found += inside
    return found
