"""Decks made of reports, and made again over what a hand did to them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from quiz import paths
from quiz.errors import QuizError
from quiz.files import printable, within, write_bytes
from quiz.i18n import gettext as _
from quiz.model import Deck, IngestReport, Kind, Report
from quiz.tasks.keeping import kept_path, make_folder
from quiz.tasks.reading import Reading, read
from quiz.tasks.watching import Progress, unwatched

if TYPE_CHECKING:
    from quiz.generate import Wishes
    from quiz.generate.merge import Merged

_AS_USUAL = Reading()


@dataclass(frozen=True, slots=True)
class Made:
    """What making a deck came to: where it is, what became of its questions, what reading the report did.

    Of the `headings` that have a text of their own, no question asks about those `unasked`. `short_of` is how many were
    asked for where the report gave fewer, else 0.
    """

    path: Path
    merged: "Merged"
    ingest: IngestReport
    headings: int = 0
    unasked: tuple[str, ...] = ()
    short_of: int = 0


@dataclass(frozen=True, slots=True)
class Asking:
    """What a deck is to hold: `count` questions or as many as suit the report, more or fewer by `density`, of `kinds`
    (all when empty), of the `sections` whose number or heading is named; another `seed` gives another paper. `lexicon`
    is a word list; by default the user's own is used if there is one."""

    count: int | None = None
    density: float = 1.0
    kinds: tuple[Kind, ...] = ()
    sections: tuple[str, ...] = ()
    seed: int = 0
    lexicon: Path | None = None

    def wishes(self) -> "Wishes":
        """As the generator takes it. Raises QuizError for a word list that cannot be read."""
        from quiz.generate import KINDS, Wishes
        from quiz.generate.lexicon import Lexicon, read_lexicon

        path = self.lexicon or paths.lexicon()
        words = read_lexicon(path) if self.lexicon or path.exists() else Lexicon()
        return Wishes(self.count, self.density, self.kinds or KINDS, self.sections, self.seed, words)


def make(
    report: Path,
    deck: Path,
    asking: Asking = Asking(),
    reading: Reading = _AS_USUAL,
    progress: Progress = unwatched,
) -> Made:
    """Make the deck of a report at `deck`; when a deck is there already its ids and hand edits are kept.

    `progress` hears how much is done, from 0 to 1. Nothing is written when anything fails.
    """
    return _make(lambda: read(report, reading), deck, asking, progress)


def make_joined(
    reports: Sequence[Path], deck: Path, asking: Asking = Asking(), reading: Reading = _AS_USUAL
) -> list[Made]:
    """One deck of several reports, a section each; what became of the deck stands in the last of the results."""
    from quiz.sources.join import join

    parts = [read(report, reading) for report in reports]
    joined = join([report for report, _ingest in parts], deck.stem)
    made = _make(lambda: (joined, parts[-1][1]), deck, asking)
    return [replace(made, ingest=ingest) for _report, ingest in parts]


def _make(
    read_it: Callable[[], tuple[Report, IngestReport]], deck: Path, asking: Asking, progress: Progress = unwatched
) -> Made:
    from quiz.deckfile import parse_deck
    from quiz.generate import generate
    from quiz.generate.coverage import headed, unasked

    wishes = asking.wishes()

    old_text = old_text_of(deck)  # first: a broken deck is told before a long report is read
    old = parse_deck(old_text, printable(deck)) if old_text is not None else None
    report, ingest = read_it()
    new = generate(report, wishes, progress=progress)
    if not new.questions:
        raise QuizError(_("{name}: nothing in it makes a question").format(name=report.source))
    merged = merge_into(deck, old_text, old, new)
    wanted = asking.count or 0
    made = Made(deck, merged, ingest, short_of=wanted if len(new.questions) < wanted else 0)
    if asking.sections:
        return made  # that the others are not asked is what was wanted
    return replace(made, headings=headed(report), unasked=tuple(unasked(report, merged.deck)))


def merge_into(target: Path, old_text: str | None, old: Deck | None, new: Deck) -> "Merged":
    """Write the deck file at `target`, whose text and deck are `old`, with the questions of `new`."""
    from quiz.deckfile import render_deck, update_deck
    from quiz.deckfile.read import LIMIT
    from quiz.generate.merge import merge

    merged = merge(old or Deck(new.id, new.title, new.report, ()), new)
    if merged.deck == old:
        return merged
    text = render_deck(merged.deck) if old_text is None else update_deck(old_text, merged.deck)
    if text != old_text:
        write_bytes(target, within(text.encode(), LIMIT, printable(target)))  # a larger one could not be read
    return merged


def old_text_of(deck: Path) -> str | None:
    """The deck file that is there already, None when there is none."""
    if not deck.exists():
        return None
    from quiz.deckfile import read_text

    return read_text(deck)


def make_kept(report: Path, progress: Progress = unwatched) -> Made:
    """Make a report's deck and keep it among the user's own."""
    target = kept_path(report)
    make_folder(target.parent)
    return make(report, target, progress=progress)
