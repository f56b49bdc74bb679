"""`quiz where`: the places of the user's files."""

from pathlib import Path

import click

from quiz import paths
from quiz.cli.talk import say
from quiz.files import printable
from quiz.i18n import gettext as _


@click.command("where")
@click.option("--init", is_flag=True, help=_("Write a settings file with every setting explained, if there is none."))
def command(init: bool) -> None:
    settings = paths.settings_file()
    if init:
        _begin(settings)
    places = (
        (_("settings"), settings),
        (_("answers"), paths.log_file()),
        (_("your decks"), paths.kept_decks()),
        (_("your word list"), paths.lexicon()),
        (_("cache, may be deleted at any time"), paths.cache()),
        (_("shipped decks"), paths.shipped("decks")),
        (_("shipped reports"), paths.shipped("seeds")),
    )
    for name, path in places:
        click.echo(f"{name}\t{printable(path)}")


def _begin(settings: Path) -> None:
    from quiz.settings import write_settings

    if not write_settings(settings):
        say(_("{name}: is there already; it was left as it is").format(name=printable(settings)))
