"""`quiz show`: the questions of a deck, for people and for programs."""

from pathlib import Path
from typing import Any

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.controls import clean
from quiz.i18n import gettext as _
from quiz.model import Deck, Question


@click.command("show")
@click.argument("path", type=PATH, metavar="DECK")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
def command(path: Path, as_json: bool) -> None:
    deck = tasks.open_deck(path)
    if as_json:
        import json

        click.echo(json.dumps(as_data(deck), ensure_ascii=False, indent=1))
        return
    click.echo(clean(deck.title))
    section: tuple[str, ...] | None = None
    for number, question in enumerate(deck.questions, 1):
        if question.provenance.section != section:
            section = question.provenance.section
            click.echo(f"\n{clean(' › '.join(section))}" if section else "")
        marked = question.fill([f"【{blank.answer}】" for blank in question.blanks])
        lead = f"（{question.lead}）" if question.lead else ""
        click.echo(f"{number}. {clean(lead + marked)}")


def as_data(deck: Deck) -> dict[str, Any]:
    """A deck as programs read it; `sentence[start:end]` of each span is the answer of the same place."""
    flagged = tasks.flags(deck)
    return {
        "title": deck.title,
        "questions": [_question(question, flagged[question.id]) for question in deck.questions],
    }


def _question(question: Question, flags: tuple[str, ...]) -> dict[str, Any]:
    return {
        "id": question.id,
        "kind": question.kind,
        "sentence": question.sentence,
        "spans": [[blank.start, blank.end] for blank in question.blanks],
        "answers": [blank.answer for blank in question.blanks],
        "accepted": [list(blank.accepted) for blank in question.blanks],
        "hints": [blank.hint for blank in question.blanks],
        "lead": question.lead,
        "section": list(question.provenance.section),
        "quote": question.provenance.quote,
        "options": None,
        "key": None,
        "why": list(question.why),
        "flags": list(flags),
    }
