"""Where the verbs meet; what is named here is all that a front end may call.

Nothing is loaded before it is asked for: a drill must not load the segmenter, nor a check the export.
"""

from typing import TYPE_CHECKING

from quiz.lazy import lazily

if TYPE_CHECKING:
    from quiz.tasks.clock import now
    from quiz.tasks.exporting import LEDGER_SUFFIX, Exported, export, ledger_path
    from quiz.tasks.keeping import (
        DECK_SUFFIXES,
        is_deck,
        kept_path,
        open_deck,
        own_copy,
        swap_questions,
        write_question,
        write_questions,
    )
    from quiz.tasks.looking import explained, flags, split
    from quiz.tasks.making import Asking, Made, make, make_joined, make_kept, merge_into
    from quiz.tasks.reading import Reading, is_report, read, reports_in
    from quiz.tasks.watching import Progress, unwatched

__all__ = [
    "DECK_SUFFIXES",
    "LEDGER_SUFFIX",
    "Asking",
    "Exported",
    "Made",
    "Progress",
    "Reading",
    "explained",
    "export",
    "flags",
    "is_deck",
    "is_report",
    "kept_path",
    "ledger_path",
    "make",
    "make_joined",
    "make_kept",
    "merge_into",
    "now",
    "open_deck",
    "own_copy",
    "read",
    "reports_in",
    "split",
    "swap_questions",
    "unwatched",
    "write_question",
    "write_questions",
]

__getattr__ = lazily(
    __name__,
    {
        "clock": "now",
        "exporting": "LEDGER_SUFFIX Exported export ledger_path",
        "keeping": "DECK_SUFFIXES is_deck kept_path open_deck own_copy swap_questions write_question write_questions",
        "looking": "explained flags split",
        "making": "Asking Made make make_joined make_kept merge_into",
        "reading": "Reading is_report read reports_in",
        "watching": "Progress unwatched",
    },
)
