"""`quiz export`: a deck for other programs."""

from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import say
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import ngettext


@click.command("export")
@click.argument("deck", type=PATH, metavar="DECK")
@click.option("--to", "kind", type=click.Choice(["apkg"]), default="apkg", help=_("The format; apkg is Anki's."))
@click.option("-o", "--output", type=PATH, help=_("The file to write; by default DECK.apkg in this folder."))
def command(deck: Path, kind: str, output: Path | None) -> None:
    done = tasks.export(deck, output or Path(f"{deck.stem}.{kind}"), kind)
    line = ngettext("{path}: {n} note", "{path}: {n} notes", done.questions)
    say(line.format(path=printable(done.path), n=done.questions))
