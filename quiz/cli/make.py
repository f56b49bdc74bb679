"""`quiz make`: a report into a deck file."""

from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import ingest_details, ingest_summary, made_line, say
from quiz.errors import UsageError
from quiz.i18n import gettext as _


@click.command("make")
@click.argument("reports", type=PATH, nargs=-1, required=True, metavar="REPORT...")
@click.option("-o", "--output", type=PATH, help=_("The deck file; by default REPORT.yaml in this folder."))
@click.option("-n", "--count", type=click.IntRange(min=1), help=_("Only the N best questions, from all sections."))
@click.option("--density", type=click.FloatRange(0.1, 5), default=1.0, help=_("More or fewer questions; 1 is usual."))
@click.option("--keep-script", is_flag=True, help=_("Leave Traditional characters as they are."))
@click.option("-v", "--verbose", is_flag=True, help=_("Say everything that was dropped from the report, and why."))
def command(
    reports: tuple[Path, ...], output: Path | None, count: int | None, density: float, keep_script: bool, verbose: bool
) -> None:
    if output is not None and len(reports) > 1:
        raise UsageError(_("-o names one deck; leave it out to make one deck a report"))
    for report in reports:
        target = output or Path(f"{report.stem}.yaml")
        made = tasks.make(report, target, count=count, density=density, keep_script=keep_script)
        for line in ingest_summary(made.ingest):
            say(line)
        if verbose:
            for line in ingest_details(made.ingest):
                say(line)
        say(made_line(made))
