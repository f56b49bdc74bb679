"""`quiz export`: decks for other programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.talk import say
from quiz.desk import Desk
from quiz.errors import UsageError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import ngettext


@click.command("export")
@click.argument("decks", type=PATH, nargs=-1, required=True, metavar="DECK...")
@click.option("--to", "kind", type=click.Choice(["apkg"]), default="apkg", help=_("The format; apkg is Anki's."))
@click.option("-o", "--output", type=PATH, help=_("The file to write; by default DECK.apkg in this folder."))
@click.option(
    "--cards",
    type=click.Choice(["question", "set", "blank"]),
    help=_("A card a question, a list of blanks or a blank; for questions not exported before."),
)
@click.option("--typing/--no-typing", default=None, help=_("A box to type the answer where it is one short word."))
@click.option(
    "--with-script",
    "script",
    type=click.Choice(["sc", "tc"]),
    help=_("Simplified (sc) or Traditional (tc) characters."),
)
@click.option("--look", type=click.Choice(["plain", "paper"]), help=_("The look of the cards; paper is like print."))
@click.option("--only", default="", metavar="WHAT", help=_("Only what is due, wrong or starred, or in this section."))
def command(
    decks: tuple[Path, ...],
    kind: str,
    output: Path | None,
    cards: str | None,
    typing: bool | None,
    script: str | None,
    look: str | None,
    only: str,
) -> None:
    if output is None and len(decks) > 1:
        raise UsageError(_("several decks go into one file; name it with -o"))
    target = output or Path(f"{decks[0].stem}.{kind}")
    typed = "" if typing is None else "yes" if typing else "no"
    with Desk() as desk:
        done = tasks.export(
            decks,
            target,
            kind,
            cards=cards or "",
            typing=typed,
            script=script or "",
            look=look or "",
            pick=desk.picker(only),
            partial=bool(only),
        )
    for line in remarks(done):
        say(line)
    line = ngettext("{path}: {n} note", "{path}: {n} notes", done.questions)
    say(line.format(path=printable(done.path), n=done.questions))


def remarks(done: tasks.Exported) -> Iterator[str]:
    """What the learner has to do in Anki, which deletes nothing by itself."""
    if done.removed:
        count = len(done.removed)
        line = ngettext(
            "{n} question is gone from the deck; Anki keeps its note, found there with: {search}",
            "{n} questions are gone from the deck; Anki keeps their notes, found there with: {search}",
            count,
        )
        yield line.format(n=count, search=_search(done.removed))
    if done.emptied:
        line = _("blanks are gone from some questions; Tools > Empty Cards in Anki deletes their cards: {search}")
        yield line.format(search=_search(done.emptied))
    if done.whole:
        line = ngettext(
            "{n} question stays on one card, as it was exported before, so that its reviews are kept",
            "{n} questions stay on one card each, as they were exported before, so that their reviews are kept",
            done.whole,
        )
        yield line.format(n=done.whole)


def _search(questions: Sequence[str]) -> str:
    """What to type into Anki's browser to see the notes of these questions; a bare _ is any character there."""
    return " OR ".join(f"编号:{question}" for question in questions).replace("_", "\\_")
