"""Whether a line breaks off in the middle of a sentence: a scraped page puts each of its links on a line of its own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.language.words import tag
from quiz.sources.draft import Line
from quiz.sources.headings import heading_of, paragraph_number
from quiz.sources.sentences import MARKER

ENDED = tuple("。！？；：…")
STOPS = tuple("。！？；，、")
CLOSERS = "”’）》」』】"
GOES_ON = (*"的和与及在是为对把被向从由据以或将使", "属于", "关于")
STARTS_AGAIN = tuple("，、。；：！？”’》）】〉」』的和与及或")  # behind a piece that was torn out of its sentence
DOCUMENT = re.compile(r"(?:报告|意见|决定|决议|讲话|规划|纲要|通知|方案|公报|条例|办法|工作|建设|情况|[》）])$")
MARKS = re.compile("[，、。；]")
SPACED = 0.8  # of the finished lines have an empty one behind them
FINISHED = 0.8  # of the long lines end like sentences; else the document does without full stops
LEAST_LINES = 5
SHORT, MIDDLE, LONG, FULL = 8, 20, 30, 40  # characters
BESIDE = 10  # characters on either side of a cut that the segmenter looks at


@dataclass(frozen=True, slots=True)
class Habit:
    """How a document sets its paragraphs: whether its lines are finished, whether empty lines part them."""

    finished: bool
    spaced: bool


def habit_of(lines: Sequence[Line]) -> Habit:
    """What most lines of the document do."""
    long = [line for line in lines if len(line.text) >= MIDDLE and not line.whole]
    ended = [at for at, line in enumerate(lines) if line.text.endswith("。") and not line.whole]
    parted = sum(at + 1 == len(lines) or not lines[at + 1].text for at in ended)
    enough = len(ended) >= LEAST_LINES
    return Habit(
        enough and sum(is_finished(line.text) for line in long) >= FINISHED * len(long),
        enough and parted >= SPACED * len(ended),
    )


def is_finished(text: str) -> bool:
    """Whether a line ends like a sentence or announces what follows."""
    return text.rstrip(CLOSERS).endswith(ENDED)


def breaks_off(before: str, text: str, after: str, habit: Habit) -> bool:
    """Whether `text` goes on in the sentence that `before` leaves unfinished; `after` is the line behind `text`.

    A heading is never the one or the other. Where empty lines part the paragraphs, two lines without one between them
    are half the proof; elsewhere the upper line must be prose.
    """
    if not habit.finished or is_finished(before) or _stands_alone(text):
        return False
    torn_out = len(text) <= MIDDLE and after.startswith(STARTS_AGAIN)
    if _stands_alone(before):  # but a numbered paragraph that is too long for a heading
        return torn_out and after[0] in STOPS and len(before) >= FULL
    if text.isascii() and text.replace(".", "").isdigit():  # a page number, unless it is the index of a letter
        return before[-1].isascii() and before[-1].isalpha() and habit.spaced
    clauses = bool(MARKS.search(before)) and not DOCUMENT.search(before)
    if habit.spaced:
        sure = before.endswith(GOES_ON) or (clauses and len(before) >= LONG) or (torn_out and len(before) >= SHORT)
        return sure or (len(before) >= MIDDLE and _word_across(before, text))
    if len(before) < MIDDLE or not clauses:
        return False
    if torn_out or before.endswith(GOES_ON):
        return True
    whole = text.rstrip(CLOSERS).endswith(STOPS) and len(text) >= SHORT
    return whole and (len(before) >= FULL or _word_across(before, text))


def _stands_alone(text: str) -> bool:
    """A heading, an item of a list or a salutation."""
    return bool(heading_of(text) or paragraph_number(text) or MARKER.match(text)) or text.startswith(("各位", "同志们"))


def _word_across(before: str, text: str) -> bool:
    """Whether the segmenter finds a word on both sides of the cut."""
    left = before[-BESIDE:]
    return any(token.start < len(left) < token.end for token in tag(left + text[:BESIDE]))
