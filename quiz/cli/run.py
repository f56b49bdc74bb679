"""`quiz run`: the drill, on screens or line by line."""

import sys
from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import made_line, progress_bar, say
from quiz.desk import Desk
from quiz.errors import UsageError
from quiz.i18n import gettext as _
from quiz.model import Deck


@click.command("run")
@click.argument("material", type=PATH, required=False, metavar="[REPORT|DECK]")
@click.option("--fresh", is_flag=True, help=_("Start over instead of resuming the unfinished drill."))
@click.option("--plain", is_flag=True, help=_("Line by line on standard input and output, without screens."))
def command(material: Path | None, fresh: bool, plain: bool) -> None:
    if plain and material is None:
        raise UsageError(_("--plain needs a deck or a report: quiz run FILE --plain"))
    if not plain:
        from quiz.tui.terminal import prepare

        prepare()  # refuses a pipe before any work is done
    with Desk() as desk:
        deck = _deck(material) if material is not None else None
        if plain and deck is not None:
            from quiz.cli.plain import drill

            drill(desk.begin(deck, fresh=fresh), deck, sys.stdin, sys.stdout)
            return
        from quiz.tui import Start, run_app

        raise SystemExit(run_app(desk, Start(deck, fresh)))


def _deck(material: Path) -> Deck:
    """The deck named, or made of the report named and kept."""
    if tasks.is_deck(material):
        return tasks.open_deck(material)
    with progress_bar() as progress:
        made = tasks.make_kept(material, progress)
    say(made_line(made))
    return tasks.open_deck(made.path)
