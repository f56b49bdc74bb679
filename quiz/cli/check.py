"""`quiz check`: what is wrong with deck files or with the log of answers, and which questions are weak."""

from pathlib import Path

import click

from quiz import paths, tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import say
from quiz.desk import examine_log, repair_log
from quiz.errors import DeckError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import ngettext


@click.command("check")
@click.argument("decks", type=PATH, nargs=-1, metavar="[DECK...]")
@click.option("--fix", is_flag=True, help=_("Repair the log of answers; a copy is kept first."))
def command(decks: tuple[Path, ...], fix: bool) -> None:
    faulty = not decks and _log_is_faulty()
    if faulty and fix:
        done = repair_log()
        faulty = False
        say(_("repaired; the log as it was is kept at {path}").format(path=printable(done.kept)))
        if done.restored is not None:
            say(_("the newest whole copy took its place: {path}").format(path=printable(done.restored)))
    elif not decks and not faulty:
        say(_("{path}: no mistakes").format(path=printable(paths.log_file())))
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


def _log_is_faulty() -> bool:
    """Tell what is wrong with the log of answers."""
    problems = examine_log()
    for problem in problems:
        click.echo(str(problem))
    if problems:
        say(_("`quiz check --fix` repairs the log"))
    return bool(problems)
