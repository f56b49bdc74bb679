"""`quiz run`: the drill, on screens or line by line."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import made_line, progress_bar, say
from quiz.desk import Desk
from quiz.errors import QuizError, UsageError
from quiz.i18n import gettext as _
from quiz.model import Deck
from quiz.opening import at_desk, home
from quiz.study.modes import MODES
from quiz.tui import Start

if TYPE_CHECKING:
    from quiz.study import Mode

WAYS = (*MODES, "exam", "curate")


@click.command("run")
@click.argument("material", type=PATH, required=False, metavar="[REPORT|DECK]")
@click.option("--fresh", is_flag=True, help=_("Start over instead of resuming the unfinished drill."))
@click.option(
    "--mode", type=click.Choice(WAYS), metavar="MODE", help=_("order, review, random, wrong, browse, race, exam ...")
)
@click.option("--plain", is_flag=True, help=_("Line by line on standard input and output, without screens."))
def command(material: Path | None, fresh: bool, mode: str | None, plain: bool) -> None:
    if plain and material is None:
        raise UsageError(_("--plain needs a deck or a report: quiz run FILE --plain"))
    if mode is not None and material is None:
        raise UsageError(_("--mode needs a deck or a report: quiz run FILE --mode review"))
    drilled = next((name for name in MODES if name == (mode or MODES[0])), None)
    if plain and drilled is None:
        raise UsageError(_("--mode {mode} needs the screens; leave --plain out").format(mode=mode))
    if not plain:
        from quiz.tui.terminal import prepare

        prepare()  # refuses a pipe before any work is done
    if material is None:
        code = home(fresh=fresh)
    else:
        start, line_by_line = Start(None, fresh, mode or MODES[0]), drilled if plain else None
        code = at_desk(lambda desk, hear: _study(desk, material, start, line_by_line, hear))
    if code:
        raise SystemExit(code)


def _study(desk: Desk, material: Path, start: Start, plain: "Mode | None", hear: Callable[[QuizError], None]) -> int:
    """Drill line by line in the mode `plain`, or on the screens."""
    deck = _deck(desk, material)
    desk.back_up(hear)
    if plain is None:
        from quiz.tui import run_app

        return run_app(desk, replace(start, deck=deck))
    from quiz.care import Care
    from quiz.cli.plain import drill

    session = desk.begin(deck, mode=plain, fresh=start.fresh)
    drill(session, Care(desk, deck, session), sys.stdin, sys.stdout)
    return 0


def _deck(desk: Desk, material: Path) -> Deck:
    """The deck named, or made of the report named and kept."""
    if tasks.is_deck(material):
        return desk.open(tasks.own_copy(material))
    with progress_bar() as progress:
        made = tasks.make_kept(material, progress)
    say(made_line(made))
    return desk.open(made.path)
