"""`quiz check`: what is wrong with deck files, and which questions are weak."""

from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import say
from quiz.errors import DeckError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import ngettext


@click.command("check")
@click.argument("decks", type=PATH, nargs=-1, required=True, metavar="DECK...")
def command(decks: tuple[Path, ...]) -> None:
    faulty = False
    for path in decks:
        try:
            deck = tasks.open_deck(path)
        except DeckError as error:
            faulty = True
            for problem in error.problems:
                click.echo(str(problem))
            continue
        flagged = tasks.flags(deck)
        for question in deck.questions:
            for flag in flagged[question.id]:
                click.echo(f"{printable(path)}: {question.id}: {_(flag)}")
        count, weak = len(deck.questions), sum(bool(flags) for flags in flagged.values())
        line = ngettext("{path}: {n} question, no mistakes", "{path}: {n} questions, no mistakes", count)
        line = line.format(path=printable(path), n=count)
        say(_("{line} ({notes})").format(line=line, notes=_("flagged: {n}").format(n=weak)) if weak else line)
    if faulty:
        raise SystemExit(1)
