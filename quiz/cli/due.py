"""`quiz due`: what there is to study today, deck by deck."""

import click

from quiz.desk import DeckRow, Desk
from quiz.files import printable
from quiz.i18n import gettext as _


@click.command("due")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
def command(as_json: bool) -> None:
    with Desk(reading=True) as desk:
        rows = [row for row in desk.decks() if not row.problem]
    if as_json:
        import json

        data = [{"path": str(row.path), "title": row.title, **_figures(row)} for row in rows]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(printable(row.title))
        click.echo("  " + _("{due} due, {new} new, {wrong} in the wrong-book").format(**_figures(row)))


def _figures(row: DeckRow) -> dict[str, int]:
    """What a review asks again today, what was never asked, what is in the wrong-book."""
    counts = row.counts
    return {"due": row.due, "new": counts.new if counts else 0, "wrong": counts.wrong if counts else 0}
