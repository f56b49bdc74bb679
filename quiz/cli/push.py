"""`quiz push`: decks into the Anki that is running."""

from pathlib import Path

import click

from quiz import exchange
from quiz.cli.arguments import PATH
from quiz.cli.export import remarks
from quiz.cli.talk import say
from quiz.i18n import gettext as _
from quiz.i18n import ngettext


@click.command("push")
@click.argument("decks", type=PATH, nargs=-1, required=True, metavar="DECK...")
@click.option("--address", default="", metavar="URL", help=_("Where AnkiConnect answers, if not on its usual port."))
def command(decks: tuple[Path, ...], address: str) -> None:
    done = exchange.push(decks, address)
    for line in remarks(done):
        say(line)
    say(ngettext("Anki has {n} note", "Anki has {n} notes", done.questions).format(n=done.questions))
