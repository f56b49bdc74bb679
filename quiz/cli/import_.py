"""`quiz import`: decks, reviews and corrections back from Anki."""

from collections.abc import Iterator
from pathlib import Path

import click

from quiz import exchange
from quiz.cli.arguments import PATH
from quiz.cli.talk import say
from quiz.desk import Desk
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext

REASONS = {
    "no text": mark("no text"),
    "no answer": mark("no answer on the back"),
    "no blank": mark("no blank"),
    "picture with covers": mark("a picture with covered places"),
    "too long": mark("too long for a question"),
    "unknown type": mark("a note type that is not in the package"),
}


@click.command("import")
@click.argument("package", type=PATH, metavar="PACKAGE")
@click.argument("decks", type=PATH, nargs=-1, metavar="[DECK...]")
@click.option("-o", "--output", type=PATH, help=_("The deck file for notes that quiz has no deck of."))
@click.option("--reviews", is_flag=True, help=_("Take the reviews of those notes too."))
@click.option("--texts", is_flag=True, help=_("Take into the deck file what was changed in Anki."))
def command(package: Path, decks: tuple[Path, ...], output: Path | None, reviews: bool, texts: bool) -> None:
    with Desk() as desk:
        done = exchange.import_anki(package, output, decks, log=lambda: desk.log, reviews=reviews, texts=texts)
    for line in _made(done):
        say(line)
    for line in _returned(done, wanted=reviews or done.path is None):
        say(line)


def _made(done: exchange.Imported) -> Iterator[str]:
    """The deck of notes that were made in Anki."""
    if done.path is None:
        return
    line = ngettext("{path}: {n} question", "{path}: {n} questions", done.questions)
    yield line.format(path=printable(done.path), n=done.questions)
    for reason, count in sorted(done.unused.items()):
        line = ngettext("  {n} note not used: {reason}", "  {n} notes not used: {reason}", count)
        yield line.format(n=count, reason=_(REASONS[reason]))


def _returned(done: exchange.Imported, *, wanted: bool) -> Iterator[str]:
    """What came back of decks of quiz."""
    if done.left:
        line = ngettext(
            "{n} note comes from no deck at hand; -o DECK.yaml makes a deck of it",
            "{n} notes come from no deck at hand; -o DECK.yaml makes a deck of them",
            done.left,
        )
        yield line.format(n=done.left)
    if done.edited:
        one, many = (
            ("{n} question as it was changed in Anki", "{n} questions as they were changed in Anki")
            if done.taken
            else (
                "{n} question was changed in Anki; --texts takes the change",
                "{n} questions were changed in Anki; --texts takes the changes",
            )
        )
        yield ngettext(one, many, done.edited).format(n=done.edited)
    if wanted and not done.reviews + done.known:
        yield _("no reviews; tick 'Include scheduling information' when you export from Anki")
    elif wanted:
        line = ngettext(
            "{n} review of {questions} taken from Anki, {known} known before",
            "{n} reviews of {questions} taken from Anki, {known} known before",
            done.reviews,
        )
        questions = ngettext("{n} question", "{n} questions", done.reviewed).format(n=done.reviewed)
        yield line.format(n=done.reviews, questions=questions, known=done.known)
