"""`quiz where`: the places of the user's files."""

import click

from quiz import paths
from quiz.files import printable
from quiz.i18n import gettext as _


@click.command("where")
def command() -> None:
    places = (
        (_("answers"), paths.log_file()),
        (_("your decks"), paths.kept_decks()),
        (_("your word list"), paths.lexicon()),
        (_("shipped decks"), paths.shipped("decks")),
        (_("shipped reports"), paths.shipped("seeds")),
    )
    for name, path in places:
        click.echo(f"{name}\t{printable(path)}")
