"""`quiz make`: reports into deck files."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH, asking_options, reading_options
from quiz.cli.talk import coverage_line, ingest_details, ingest_summary, made_line, progress_bar, say, short_line
from quiz.errors import QuizError, UsageError
from quiz.i18n import gettext as _


@click.command("make")
@click.argument("reports", type=PATH, nargs=-1, required=True, metavar="REPORT...")
@click.option("-o", "--output", type=PATH, help=_("The deck file; by default REPORT.yaml in this folder."))
@asking_options
@click.option("--join", "joined", is_flag=True, help=_("One deck of all reports, a section each; needs -o."))
@reading_options
@click.option("-v", "--verbose", is_flag=True, help=_("Say everything that was dropped from the report, and why."))
def command(
    reports: tuple[Path, ...],
    output: Path | None,
    joined: bool,
    asking: tasks.Asking,
    reading: tasks.Reading,
    verbose: bool,
) -> None:
    paths = tasks.reports_in(reports)
    if joined:
        if output is None:
            raise UsageError(_("--join makes one deck; name it with -o"))
        made = tasks.make_joined(paths, output, asking, reading)
        for part in made:
            _account(part, verbose)
        _told(made[-1])
        return
    failed = False
    for path, target in _targets(paths, output):
        try:
            with progress_bar() if len(paths) == 1 else nullcontext(_nobody) as progress:
                done = tasks.make(path, target, asking, reading, progress)
        except QuizError as error:
            if len(paths) == 1:
                raise
            failed = True  # the other reports are made all the same
            say(f"quiz: {error}")
            continue
        _account(done, verbose)
        _told(done)
    if failed:
        raise SystemExit(1)


def _nobody(_share: float) -> None:
    """The bar of several files is enough."""


def _account(made: tasks.Made, verbose: bool) -> None:
    for line in ingest_summary(made.ingest):
        say(line)
    for line in ingest_details(made.ingest) if verbose else ():
        say(line)


def _told(made: tasks.Made) -> None:
    for line in (made_line(made), short_line(made), coverage_line(made)):
        if line:
            say(line)


def _targets(paths: Sequence[Path], output: Path | None) -> Iterator[tuple[Path, Path]]:
    """Each report with its deck file; progress is shown for several on a terminal."""
    if output is not None and len(paths) > 1 and not output.is_dir():
        raise UsageError(_("-o must name a folder for several decks; --join makes one deck of them"))
    folder = output if output is not None and output.is_dir() else Path()
    taken: set[str] = set()
    with click.progressbar(paths, file=sys.stderr, hidden=len(paths) == 1) as progress:
        for path in progress:
            stem = "report" if str(path) == "-" else path.stem
            name = f"{stem}.yaml" if f"{stem}.yaml" not in taken else f"{path.name}.yaml"
            taken.add(name)
            yield path, output if output is not None and len(paths) == 1 and not output.is_dir() else folder / name
