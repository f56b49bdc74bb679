"""What can be done with a deck: the modes of a drill, and the screens beside it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Deck
from quiz.study import Mode, Options
from quiz.study.counts import Counts
from quiz.tui.desk import Desk

Screen: TypeAlias = Literal["exam", "curate", "stats", "plan"]
Way: TypeAlias = Mode | Screen

NAMES: dict[Way, str] = {
    "review": mark("Review"),
    "order": mark("In order"),
    "random": mark("Shuffled"),
    "browse": mark("Read with answers"),
    "wrong": mark("Mistakes"),
    "challenge": mark("Challenge"),
    "race": mark("Race"),
    "exam": mark("Mock exam"),
    "curate": mark("Curate"),
    "stats": mark("Statistics"),
    "plan": mark("Plan the exam"),
}


@dataclass(frozen=True, slots=True)
class Offer:
    """A way to go on with a deck, under a `key` of its own. `about` says how much there is, or, when `open` is False,
    why there is nothing; `unfinished` that a session waits to be resumed."""

    key: str
    way: Way
    name: str
    about: str
    open: bool = True
    unfinished: bool = False
    options: Options | None = None


def offers(desk: Desk, deck: Deck) -> list[Offer]:
    """Everything that can be done with a deck now, in the order of the menu. Raises QuizError."""
    counts = desk.counts(deck)
    found = [*_modes(desk, deck, counts), *_screens(desk, deck, counts)]
    keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "c", "s", "p"]
    return [replace(offer, key=key) for key, offer in zip(keys, found, strict=True)]


def _modes(desk: Desk, deck: Deck, counts: Counts) -> Iterator[Offer]:
    asked = counts.questions - counts.suspended
    none = {
        "review": _("nothing due"),
        "wrong": _("no mistakes"),
    }
    numbers = {"review": desk.waiting(deck), "wrong": counts.wrong}
    for mode in ("review", "order", "random", "browse", "wrong", "challenge", "race"):
        number = numbers.get(mode, asked)
        usual = desk.unfinished(deck, mode)
        for options in _options(desk, mode):
            waits = usual is not None and (mode != "challenge" or usual.lives == options.lives)
            about = _about(mode, number, options) if number else none.get(mode, _("no questions"))
            yield Offer("", mode, _name(mode, options), about, number > 0, waits and number > 0, options)


def _options(desk: Desk, mode: Mode) -> list[Options]:
    """What a mode can be begun with; there are two challenges."""
    usual = desk.options()
    return [usual, replace(usual, lives=desk.preferences.lives)] if mode == "challenge" else [usual]


def _name(mode: Mode, options: Options) -> str:
    if mode != "challenge":
        return _(NAMES[mode])
    return ngettext("Challenge, {n} life", "Challenge, {n} lives", options.lives).format(n=options.lives)


def _about(mode: Mode, number: int, options: Options) -> str:
    if mode == "race":
        return _("to {n} right").format(n=options.target)
    return questions(number)


def questions(number: int) -> str:
    return ngettext("{n} question", "{n} questions", number).format(n=number)


def _screens(desk: Desk, deck: Deck, counts: Counts) -> Iterator[Offer]:
    planned = desk.goal(deck)
    asked = counts.questions - counts.suspended
    yield Offer("", "exam", _(NAMES["exam"]), questions(asked) if asked else _("no questions"), asked > 0)
    yield Offer("", "curate", _(NAMES["curate"]), questions(counts.questions), counts.questions > 0)
    replies = ngettext("{n} answer", "{n} answers", counts.reviews).format(n=counts.reviews)
    yield Offer("", "stats", _(NAMES["stats"]), replies)
    yield Offer("", "plan", _(NAMES["plan"]), planned[0].date.isoformat() if planned else _("no date yet"))
