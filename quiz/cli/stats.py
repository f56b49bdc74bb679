"""`quiz stats`: what was done, what is coming, what is known, as tables or as JSON."""

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from quiz.cli.arguments import PATH
from quiz.cli.lines import headline
from quiz.desk import Desk, Figures
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.study.retention import Recalled, overall

AHEAD = 14
"""Days of the forecast that a table shows; JSON has all."""


@click.command("stats")
@click.argument("deck", type=PATH, required=False, metavar="[DECK]")
@click.option("--json", "as_json", is_flag=True, help=_("As JSON, for programs."))
def command(deck: Path | None, as_json: bool) -> None:
    with Desk(reading=True) as desk:
        figures = desk.figures(desk.open(deck) if deck is not None else None)
    if as_json:
        import json

        click.echo(json.dumps(_data(figures), ensure_ascii=False, indent=1))
        return
    for line in _tables(figures):
        click.echo(line)


def _data(figures: Figures) -> dict[str, Any]:
    deck = figures.deck
    known = overall(figures.retention)
    days = [{**day._asdict(), "date": day.date.isoformat(), "seconds": round(day.seconds, 1)} for day in figures.days]
    hardest = [
        {"question": hard.question.id, "wrong": hard.wrong, "replies": hard.replies, "lapses": hard.lapses}
        for hard in figures.hardest
    ]
    return {
        "deck": {"id": deck.id, "title": deck.title} if deck else None,
        "reviews": figures.reviews,
        "seconds": round(figures.seconds, 1),
        "streak": figures.streak._asdict(),
        "days": days,
        "forecast": list(figures.forecast),
        "retention": {**_recalled(known), "days": [_recalled(day) for day in figures.retention]},
        "mastery": [{**asdict(part), "recall": round(part.recall, 4)} for part in figures.mastery],
        "hardest": hardest,
    }


def _recalled(day: Recalled) -> dict[str, Any]:
    date = {"date": day.date.isoformat()} if day.date else {}
    share = None if day.share is None else round(day.share, 4)
    young = {"right": day.young_right, "of": day.young}
    return {**date, "share": share, "young": young, "mature": {"right": day.mature_right, "of": day.mature}}


def _tables(figures: Figures) -> Iterator[str]:
    title = printable(figures.deck.title) if figures.deck else _("All decks")
    hours, minutes = divmod(round(figures.seconds) // 60, 60)
    yield title
    yield _row(_("answers"), figures.reviews)
    yield _row(_("time"), _("{hours} h {minutes} min").format(hours=hours, minutes=minutes))
    yield _row(_("streak"), figures.streak.current)
    yield _row(_("longest streak"), figures.streak.longest)
    for name, right, asked in _retention(overall(figures.retention)):
        yield _row(name, f"{right}/{asked}\t{right / asked:.0%}" if asked else f"{right}/{asked}")
    yield from _block(_("Last days: date, answers, right"), _days(figures))
    ahead = figures.forecast[:AHEAD] if any(figures.forecast) else ()
    yield from _block(_("Due: in how many days, questions"), [_row(day, due) for day, due in enumerate(ahead)])
    yield from _block(_("Sections: questions, seen, right, chance of knowing"), _sections(figures))
    yield from _block(_("Hardest: wrong, answers, question"), _hardest(figures))


def _retention(known: Recalled) -> Iterator[tuple[str, int, int]]:
    yield _("remembered, young"), known.young_right, known.young
    yield _("remembered, mature"), known.mature_right, known.mature


def _days(figures: Figures) -> list[str]:
    return [_row(day.date, day.replies, day.right) for day in figures.days[-AHEAD:]]


def _sections(figures: Figures) -> list[str]:
    return [
        _row(printable(part.section) or _("no heading"), part.questions, part.seen, part.right, f"{part.recall:.0%}")
        for part in figures.mastery
    ]


def _hardest(figures: Figures) -> list[str]:
    return [_row(hard.wrong, hard.replies, printable(headline(hard.question))) for hard in figures.hardest]


def _block(heading: str, rows: list[str]) -> Iterator[str]:
    if rows:
        yield ""
        yield heading
        yield from rows


def _row(*values: object) -> str:
    return "\t".join(map(str, values))
