"""Where the verbs meet; all that a front end may call.

Nothing heavy is imported at module level: a drill must not load the segmenter, nor a check the export.
"""

import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from quiz import paths
from quiz.errors import QuizError, UsageError
from quiz.files import printable, within, write_bytes
from quiz.i18n import gettext as _
from quiz.model import Deck, IngestReport, Kind, Question, Report

if TYPE_CHECKING:
    from quiz.generate import Wishes
    from quiz.generate.merge import Merged

Progress: TypeAlias = Callable[[float], None]
DECK_SUFFIXES = (".yaml", ".yml")
LEDGER_SUFFIX = ".anki.json"


@dataclass(frozen=True, slots=True)
class Made:
    """What making a deck came to: where it is, what became of its questions, what reading the report did.

    Of the `headings` that have a text of their own, no question asks about those `unasked`.
    """

    path: Path
    merged: "Merged"
    ingest: IngestReport
    headings: int = 0
    unasked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """Where an export went and how many questions it holds. Of an earlier export: the ids of questions `removed`
    since, of those with `emptied` cards, and how many keep one card for all blanks though `cards` asks for more."""

    path: Path
    questions: int
    removed: tuple[str, ...] = ()
    emptied: tuple[str, ...] = ()
    whole: int = 0


def unwatched(_share: float) -> None:
    """Nobody looks."""


def now() -> datetime:
    """The time with the local zone, by which study days are told."""
    return datetime.now().astimezone()


def is_deck(path: Path) -> bool:
    """Whether a path names a deck file, by its ending."""
    return path.suffix.lower() in DECK_SUFFIXES


def is_report(path: Path) -> bool:
    """Whether a path names a file of a kind that is read, by its ending."""
    from quiz.sources import READERS

    return bool(path.suffix) and path.suffix.lower() in READERS


def open_deck(path: Path) -> Deck:
    """The deck in a file. Raises `DeckError` with every mistake in it."""
    from quiz.deckfile import read_deck

    return read_deck(path)


def flags(deck: Deck) -> dict[str, tuple[str, ...]]:
    """The names of the quality checks that each question fails, by its id."""
    from quiz.generate.company import deck_flags

    return deck_flags(deck)


def explained(question: Question) -> list[tuple[str, list[tuple[str, float]]]]:
    """For every blank its answer and the features of the ranker that spoke most for or against it."""
    from quiz.generate.explain import explained as explain

    return explain(question)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a report is read: whether Traditional characters stay, and which removals (of `REASONS`) do not happen."""

    keep_script: bool = False
    keep: tuple[str, ...] = ()


def read(report: Path, how: Reading = Reading()) -> tuple[Report, IngestReport]:
    """The report in a file, or, named ``-``, on standard input; and the account of what reading did to it."""
    from quiz.sources import MAX_BYTES, read_data, read_report

    if is_deck(report):
        raise UsageError(_("{name}: is a deck, not a report").format(name=printable(report)))
    if str(report) != "-":
        return read_report(report, keep_script=how.keep_script, keep=how.keep)
    name = _("standard input")
    data = within(sys.stdin.buffer.read(MAX_BYTES + 1), MAX_BYTES, name)
    return read_data(data, name, keep_script=how.keep_script, keep=how.keep)


def reports_in(places: Iterable[Path]) -> list[Path]:
    """The files named; in place of a folder the reports in it, by name."""
    from quiz.sources import READERS

    found: list[Path] = []
    for place in places:
        if not place.is_dir():
            found.append(place)
            continue
        inside = [path for path in sorted(place.iterdir()) if path.suffix.lower() in READERS and path.suffix]
        inside = [path for path in inside if path.is_file() and not path.name.startswith((".", "~$"))]
        if not inside:
            raise QuizError(_("{name}: no report in this folder").format(name=printable(place)))
        found += inside
    return found


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
    reading: Reading = Reading(),
    progress: Progress = unwatched,
) -> Made:
    """Make the deck of a report at `deck`; when a deck is there already its ids and hand edits are kept.

    `progress` hears how much is done, from 0 to 1. Nothing is written when anything fails.
    """
    return _make(lambda: read(report, reading), deck, asking, progress)


def make_joined(
    reports: Sequence[Path], deck: Path, asking: Asking = Asking(), reading: Reading = Reading()
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
    if asking.sections:
        return Made(deck, merged, ingest)  # that the others are not asked is what was wanted
    return Made(deck, merged, ingest, headed(report), tuple(unasked(report, merged.deck)))


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


def write_question(path: Path, question: Question) -> Path:
    """As `write_questions`, for one."""
    return write_questions(path, [question])


def write_questions(path: Path, questions: Iterable[Question]) -> Path:
    """Put `questions` in the place of those with their ids in a deck file, and return the file: the deck's own, or,
    where that came with the program, a copy among the user's own decks. Comments and the order of the file stay."""
    from quiz.deckfile import parse_deck, read_text, update_deck

    path = own_copy(path)
    text = read_text(path)
    deck = parse_deck(text, printable(path))
    new = {question.id: question for question in questions}
    changed = replace(deck, questions=tuple(new.get(old.id, old) for old in deck.questions))
    if _is_shipped(path):
        path = paths.kept_decks() / path.name
        _make_folder(path.parent)
    write_bytes(path, update_deck(text, changed).encode())
    return path


def own_copy(path: Path) -> Path:
    """The user's own copy of a deck that came with the program, where there is one: it holds what the user changed."""
    copy = paths.kept_decks() / path.name
    return copy if _is_shipped(path) and copy.is_file() else path


def _is_shipped(path: Path) -> bool:
    return path.resolve().parent == paths.shipped("decks").resolve()


def kept_path(report: Path) -> Path:
    """Where the deck of a report that `quiz run` makes on the fly is kept: the same place for the same file."""
    mark = hashlib.blake2b(str(report.resolve()).encode(errors="surrogateescape"), digest_size=4).hexdigest()
    stem = "".join(c for c in report.stem if c.isalnum() or c in "-_")[:40] or "report"
    return paths.kept_decks() / f"{stem}-{mark}.yaml"


def make_kept(report: Path, progress: Progress = unwatched) -> Made:
    """Make a report's deck and keep it among the user's own."""
    target = kept_path(report)
    _make_folder(target.parent)
    return make(report, target, progress=progress)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{name}: this folder cannot be made: {reason}; set QUIZ_HOME to one that can")
        raise QuizError(message.format(name=printable(folder), reason=error.strerror)) from error


def _whole(deck: Deck) -> Deck:
    return deck


def export(
    deck_paths: Sequence[Path],
    target: Path,
    kind: str = "apkg",
    *,
    moment: datetime | None = None,
    cards: str = "",
    typing: str = "",
    script: str = "",
    look: str = "",
    pick: Callable[[Deck], Deck] = _whole,
    partial: bool = False,
) -> Exported:
    """Write decks for another program, in the order of study; `pick` may change a deck before, and `partial` says that
    it leaves questions out which are not to count as removed. The ledger beside a deck file remembers what was
    exported and how (an option left empty stays so), so that the next export updates it; for a deck in a folder that
    cannot be written the user's data folder holds it."""
    from quiz.export import exporter
    from quiz.export.anki import Options, read_ledger, write_ledger
    from quiz.study.order import reading_order

    if target.name.lower() == "collection.apkg" or target.name.lower().startswith("backup-"):
        message = _("{name}: Anki takes a file of this name for a whole collection; choose another name")
        raise UsageError(message.format(name=printable(target)))
    decks = [pick(open_deck(path)) for path in deck_paths]
    ledger_paths = [ledger_path(path, deck) for path, deck in zip(deck_paths, decks, strict=True)]
    ledgers = [read_ledger(path) for path in ledger_paths]
    ordered = [replace(deck, questions=tuple(reading_order(deck.questions))) for deck in decks]
    moment = moment or now()
    package = exporter(kind)(
        list(zip(ordered, ledgers, strict=True)),
        int(moment.timestamp()),
        Options(cards, typing, script, look),
        partial=partial,
    )
    for path, old, new in zip(ledger_paths, ledgers, package.ledgers, strict=True):
        if new != old:  # first: a time stamp that was never delivered does no harm, one that was forgotten does
            _make_folder(path.parent)
            write_ledger(path, new)
    write_bytes(target, package.data)
    count = sum(len(deck.questions) for deck in decks)
    return Exported(target, count, package.removed, package.emptied, package.whole)


def ledger_path(deck_path: Path, deck: Deck) -> Path:
    """Where the record of what was exported of a deck is kept."""
    beside = deck_path.with_name(f"{deck_path.stem}{LEDGER_SUFFIX}")
    folder = deck_path.resolve().parent
    if folder == paths.shipped("decks").resolve() or not os.access(folder, os.W_OK):
        return paths.anki_ledgers() / f"{deck.id}.json"
    return beside
