"""Deck files: where they are kept, reading them, and changing their questions with everything else as it was."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from quiz import paths
from quiz.errors import QuizError
from quiz.files import printable, write_bytes
from quiz.i18n import gettext as _
from quiz.model import Deck, Question

DECK_SUFFIXES = (".yaml", ".yml")


def is_deck(path: Path) -> bool:
    """Whether a path names a deck file, by its ending."""
    return path.suffix.lower() in DECK_SUFFIXES


def open_deck(path: Path) -> Deck:
    """The deck in a file. Raises `DeckError` with every mistake in it."""
    from quiz.deckfile import read_deck

    return read_deck(path)


def write_question(path: Path, question: Question) -> Path:
    """As `write_questions`, for one."""
    return write_questions(path, [question])


def write_questions(path: Path, questions: Iterable[Question]) -> Path:
    """Put `questions` in the place of those with their ids in a deck file, and return the file: the deck's own, or,
    where that came with the program, a copy among the user's own decks. Comments and the order of the file stay."""
    new = {question.id: question for question in questions}
    return _change(path, lambda deck: replace(deck, questions=tuple(new.get(old.id, old) for old in deck.questions)))


def swap_questions(path: Path, old: Sequence[str], new: Sequence[Question]) -> Path:
    """As `write_questions`, but put `new` in the place of the questions with the ids `old`, which leave the file. The
    first of `new` takes over the lines and comments of the first of `old`; making the deck again brings none back."""

    def swap(deck: Deck) -> Deck:
        if deck.question(old[0]) is None:
            message = _("{name}: the question {id} is not in it any more")
            raise QuizError(message.format(name=printable(path), id=printable(old[0])))
        return deck.swapped(old, new)

    return _change(path, swap, {new[0].id: old[0]})


def _change(path: Path, change: Callable[[Deck], Deck], heirs: Mapping[str, str] = {}) -> Path:
    """Write the deck file as `change` wants the deck; `heirs` as in `update_deck`."""
    from quiz.deckfile import parse_deck, read_text, update_deck

    path = own_copy(path)
    text = read_text(path)
    changed = change(parse_deck(text, printable(path)))
    if _is_shipped(path):
        path = paths.kept_decks() / path.name
        make_folder(path.parent)
    write_bytes(path, update_deck(text, changed, heirs).encode())
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


def make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = _("{name}: this folder cannot be made: {reason}; set QUIZ_HOME to one that can")
        raise QuizError(message.format(name=printable(folder), reason=error.strerror)) from error
