"""`quiz inspect`: what quiz reads in a report, before any question is made."""

from collections import Counter
from pathlib import Path
from typing import Any

import click

from quiz import tasks
from quiz.cli.arguments import PATH, reading_options
from quiz.cli.talk import DOUBTS, ingest_details, ingest_summary
from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.i18n import ngettext
from quiz.model import IngestReport, Report, Section


@click.command("inspect")
@click.argument("report", type=PATH, metavar="REPORT")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
@reading_options
@click.option("-v", "--verbose", is_flag=True, help=_("Say everything that was dropped from the report, and why."))
def command(report: Path, as_json: bool, reading: tasks.Reading, verbose: bool) -> None:
    parsed, ingest = tasks.read(report, reading)
    if as_json:
        import json

        click.echo(json.dumps(as_data(parsed, ingest), ensure_ascii=False, indent=1))
        return
    click.echo(clean(parsed.title))
    facts = [text for text in (parsed.issuer, parsed.date) if text]
    if facts:
        click.echo(clean(" · ".join(facts)))
    click.echo()
    for section in parsed.sections:
        click.echo(_outline(section))
    total = sum(len(section.sentences) for section in parsed.sections)
    click.echo("\n" + ngettext("{n} sentence", "{n} sentences", total).format(n=total))
    for line in [*ingest_summary(ingest), *(ingest_details(ingest) if verbose else ())]:
        click.echo(line)


def _outline(section: Section) -> str:
    number = f"{section.number} " if section.number else ""
    if section.heading:
        heading = clean(number + section.heading)
    elif section.path:
        heading = clean(_("{heading} (continued)").format(heading=section.path[-1]))
    else:
        heading = _("(before the first heading)")
    return f"{'  ' * max(section.level - 1, 0)}{heading}  [{len(section.sentences)}]"


def as_data(report: Report, ingest: IngestReport) -> dict[str, Any]:
    """A report and its account as programs read them."""
    dropped = Counter((removal.text, removal.reason) for removal in ingest.removals)
    return {
        "title": report.title,
        "date": report.date,
        "issuer": report.issuer,
        "source": report.source,
        "encoding": ingest.encoding,
        "characters": ingest.characters,
        "kept": ingest.kept,
        "sections": [
            {
                "heading": section.heading,
                "number": section.number,
                "level": section.level,
                "path": list(section.path),
                "sentences": [sentence.text for sentence in section.sentences],
            }
            for section in report.sections
        ],
        "dropped": [{"text": text, "reason": reason, "count": n} for (text, reason), n in dropped.items()],
        "warnings": [
            {"kind": doubt.kind, "text": doubt.text, "line": doubt.line, "message": _(DOUBTS[doubt.kind])}
            for doubt in ingest.doubts
        ],
        "changes": dict(ingest.changes),
    }
