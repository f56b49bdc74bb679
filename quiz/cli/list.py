"""`quiz list`: the decks at hand."""

from typing import Any

import click

from quiz.desk import DeckRow, Desk
from quiz.files import printable
from quiz.i18n import gettext as _


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
def command(as_json: bool) -> None:
    with Desk(reading=True) as desk:
        rows = desk.decks()
    if as_json:
        import json

        fields = ("title", "questions", "right", "wrong", "unfinished", "due", "problem")
        data = [{"path": str(row.path), **{name: getattr(row, name) for name in fields}, **_more(row)} for row in rows]
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for row in rows:
        click.echo(f"{printable(row.title)}\n  {printable(row.path)}")
        state = row.problem or _("{questions} questions, {right} right, {wrong} wrong").format(
            questions=row.questions, right=row.right, wrong=row.wrong
        )
        click.echo(f"  {state}")


def _more(row: DeckRow) -> dict[str, Any]:
    """The counts and the planned exam, null where there are none."""
    return {
        "counts": row.counts._asdict() if row.counts else None,
        "exam": row.goal.date.isoformat() if row.goal else None,
    }
