"""To Anki and back: decks into the running program, its packages as decks and reviews."""

import contextlib
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz import paths
from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Deck, Review, Verdict
from quiz.study.cards import IMPORTED
from quiz.tasks import (
    DECK_SUFFIXES,
    LEDGER_SUFFIX,
    Exported,
    export,
    ledger_path,
    merge_into,
    open_deck,
    write_questions,
)

if TYPE_CHECKING:
    from quiz.export.anki.incoming import Reply
    from quiz.study import Log


@dataclass(frozen=True, slots=True)
class Imported:
    """What came back from Anki. `path` is the deck of the `questions` that other notes make, `unused` counts those
    that make none by reason, `left` those that were left alone. `reviews` of `reviewed` questions were logged, `known`
    ones had been before. `edited` questions have other texts in Anki, which were taken where `taken` says so."""

    path: Path | None = None
    questions: int = 0
    unused: Mapping[str, int] = field(default_factory=dict)
    left: int = 0
    reviews: int = 0
    reviewed: int = 0
    known: int = 0
    edited: int = 0
    taken: bool = False


def push(deck_paths: Sequence[Path], address: str = "", **options: Any) -> Exported:
    """Export decks as `export` does, straight into the Anki that runs on this machine with AnkiConnect."""
    from quiz.export.anki.connect import ADDRESS, check_running, import_package

    check_running(address or ADDRESS)  # first: the ledger is to remember what Anki was given
    with tempfile.TemporaryDirectory(prefix="quiz-", ignore_cleanup_errors=True) as folder:
        done = export(deck_paths, Path(folder, "quiz.apkg"), **options)
        import_package(done.path, address or ADDRESS)
    return done


def import_anki(
    package: Path,
    target: Path | None = None,
    deck_paths: Sequence[Path] = (),
    *,
    log: "Callable[[], Log]",
    reviews: bool = False,
    texts: bool = False,
) -> Imported:
    """Take what an Anki package holds; a second time adds nothing. `log` is asked for when there are reviews.

    Of the notes exported from `deck_paths`, or from decks at hand: the reviews, and with `texts` what was changed in
    Anki. Of other notes, where there are none of those or a `target` is named: a deck, and with `reviews` theirs.
    """
    from quiz.export.anki.incoming import is_ours, make_deck, open_package, replies, returned
    from quiz.export.anki.ledger import read_ledger

    with open_package(package) as found:
        at_hand = {deck.id: (path, deck) for path, deck in _given(deck_paths) or _at_hand(package)}
        decks = [deck for _path, deck in at_hand.values()]
        back = returned(found, decks, lambda deck: read_ledger(ledger_path(*at_hand[deck.id])))
        if not back.notes and (deck_paths or (target is None and any(map(is_ours, back.others)))):
            message = _(
                "{name}: its notes were exported from a deck that is not at hand; name its file: "
                "quiz import {name} DECK; or make a new deck of them with -o"
            )
            raise QuizError(message.format(name=printable(package)))
        asked = dict(back.asked)
        done = Imported(edited=sum(map(len, back.edits.values())), taken=texts, left=len(back.others))
        if not back.notes or (target is not None and back.others):
            made = make_deck(found, back.others, package.stem)
            path, deck = _keep(made.deck, target or Path(f"{package.stem}.yaml"), package)
            done = replace(done, path=path, questions=len(made.deck.questions), unused=made.unused, left=0)
            asked |= {card: (deck, question) for card, question in made.cards.items()} if reviews else {}
        for name, questions in back.edits.items() if texts else ():
            write_questions(at_hand[name][0], questions)
        counts = _log_replies(replies(found, asked), log)
    return replace(done, reviews=counts[0], reviewed=counts[1], known=counts[2])


def _given(deck_paths: Sequence[Path]) -> list[tuple[Path, Deck]]:
    return [(path, open_deck(path)) for path in deck_paths]


def _at_hand(package: Path) -> list[tuple[Path, Deck]]:
    """The shipped decks, the user's own, and those here and beside the package that were exported to Anki."""
    files = [path for folder in (paths.shipped("decks"), paths.kept_decks()) for path in sorted(folder.glob("*.yaml"))]
    for folder in (package.parent, Path()):
        exported = (path.name.removesuffix(LEDGER_SUFFIX) for path in sorted(folder.glob(f"*{LEDGER_SUFFIX}")))
        files += [
            path for stem in exported for suffix in DECK_SUFFIXES if (path := folder / f"{stem}{suffix}").exists()
        ]
    found = []
    for path in files:
        with contextlib.suppress(QuizError):  # a deck with mistakes is no reason to stop here
            found.append((path, open_deck(path)))
    return found


def _keep(deck: Deck, target: Path, package: Path) -> tuple[Path, str]:
    """Write a deck made of an Anki package; its file and id."""
    from quiz.deckfile import parse_deck, read_text

    if not deck.questions:
        raise QuizError(_("{name}: nothing in it makes a question").format(name=printable(package)))
    old_text = read_text(target) if target.exists() else None
    old = parse_deck(old_text, printable(target)) if old_text is not None else None
    if old is not None and old.id != deck.id:
        message = _("{name}: is another deck; choose another name with -o")
        raise QuizError(message.format(name=printable(target)))
    merge_into(target, old_text, old, deck)
    return target, deck.id


def _log_replies(
    by_deck: Mapping[str, Sequence[tuple[str, "Reply"]]], open_log: "Callable[[], Log]"
) -> tuple[int, int, int]:
    """Log what was answered in Anki: how many replies are new, to how many questions, and how many were known.

    The replies of a deck are one session that never ends, by which they are known again.
    """
    if not by_deck:
        return 0, 0, 0
    log, new = open_log(), []
    for deck, replies in by_deck.items():
        unfinished = log.open_session(deck, IMPORTED)
        session = unfinished[0] if unfinished else log.start(deck, IMPORTED, (), replies[0][1].at)
        known = {(review.question, review.at) for review in log.reviews(session)}
        new += [_review(deck, name, reply, session) for name, reply in replies if (name, reply.at) not in known]
    with log.database.transaction() as connection:
        for review in new:
            log.insert(connection, review)
    asked = {(review.deck, review.question) for review in new}
    return len(new), len(asked), sum(map(len, by_deck.values())) - len(new)


def _review(deck: str, question: str, reply: "Reply", session: int) -> Review:
    at = datetime.fromtimestamp(reply.at / 1000, UTC).astimezone()
    zone = at.utcoffset()
    minutes = round(zone.total_seconds() / 60) if zone else 0
    verdict = Verdict.WRONG if reply.rating == 1 else Verdict.RIGHT
    return Review(deck, question, reply.at, minutes, IMPORTED, (), verdict, reply.rating, reply.took / 1000, session)
