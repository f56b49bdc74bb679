"""`quiz show`: the questions of a deck, for people and for programs."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, assert_never

import click

from quiz import tasks
from quiz.cli.arguments import PATH
from quiz.cli.lines import below, headline, options
from quiz.controls import clean
from quiz.errors import UsageError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Choice, Cloze, Deck, Gapped, Judge, Order, Question, Short

WHY = {
    "term": mark("a phrase that says something"),
    "quoted": mark("stands in quotation marks"),
    "title": mark("a title"),
    "number": mark("a figure"),
    "year": mark("a year"),
    "date": mark("a date"),
    "body": mark("an institution or a place"),
    "institution": mark("the name of an institution"),
    "name": mark("a name"),
    "formulation": mark("a fixed wording of the field"),
    "lexicon": mark("in your word list"),
    "always": mark("always asked, by your word list"),
    "repeated": mark("repeated in the report"),
    "heading": mark("sets a heading apart, or stands in one"),
    "set member": mark("a member of a list"),
}


@click.command("show")
@click.argument("path", type=PATH, metavar="DECK")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--why", is_flag=True, help=_("With each question its id, and what spoke for asking just this."))
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
def command(path: Path, ids: tuple[str, ...], why: bool, as_json: bool) -> None:
    deck = _only(tasks.open_deck(path), ids)
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
        lead = f"（{question.lead}）" if question.lead else ""
        click.echo(f"{number}. {clean(lead + headline(question))}")
        for line in (*_under(question), *(_why(question) if why else ())):
            click.echo(f"   {clean(line)}")


def _only(deck: Deck, ids: tuple[str, ...]) -> Deck:
    """The deck with the questions of these ids; all when there are none."""
    for name in ids:
        if deck.question(name) is None:
            raise UsageError(_("the deck has no question '{id}'; `quiz show DECK --why` tells the ids").format(id=name))
    return replace(deck, questions=tuple(q for q in deck.questions if q.id in ids)) if ids else deck


def _why(question: Question) -> Iterator[str]:
    """The id, the difficulty, what spoke for the question, and what moved the ranker's score of each blank."""
    known = [_(WHY[reason]) if reason in WHY else reason for reason in question.why]
    yield f"[{question.id}] {_('difficulty {n} of 5').format(n=question.difficulty)}; {_(', ').join(known)}"
    for answer, features in tasks.explained(question):
        yield f"{answer}: {', '.join(f'{weight:+.2f} {name}' for name, weight in features)}"


def _under(question: Question) -> Iterator[str]:
    """The lines under the first: options with the right ones marked, items, points, the explanation."""
    yield from options(question, marked=True) if isinstance(question, Choice) else below(question)
    if question.note:
        yield _("Explanation: ") + question.note


def as_data(deck: Deck) -> dict[str, Any]:
    """A deck as programs read it; `sentence[start:end]` of each span is the answer of the same place."""
    flagged = tasks.flags(deck)
    return {
        "title": deck.title,
        "questions": [_question(question, flagged[question.id]) for question in deck.questions],
    }


def _question(question: Question, flags: tuple[str, ...]) -> dict[str, Any]:
    blanks = question.blanks if isinstance(question, Gapped) else ()
    return {
        "id": question.id,
        "kind": question.kind,
        "sentence": question.sentence,
        "spans": [[blank.start, blank.end] for blank in blanks],
        "answers": [blank.answer for blank in blanks],
        "accepted": [list(blank.accepted) for blank in blanks],
        "hints": [blank.hint for blank in blanks],
        "lead": question.lead,
        "section": list(question.provenance.section),
        "quote": question.provenance.quote,
        "options": None,
        "key": None,
        **_own(question),
        "why": list(question.why),
        "flags": list(flags),
        "difficulty": question.difficulty,
        "tags": list(question.tags),
        "note": question.note,
    }


def _own(question: Question) -> dict[str, Any]:
    """What only questions of its kind have; the places in `key` count from 0."""
    match question:
        case Cloze():
            return {}
        case Choice():
            return {"options": list(question.options), "key": list(question.key)}
        case Judge():
            return {"key": question.true}
        case Order():
            return {"items": list(question.items)}
        case Short():
            return {"points": list(question.points)}
        case _:
            assert_never(question)
