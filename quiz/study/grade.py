"""Judging a reply: no screen, no clock."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import assert_never

from quiz.language.numbers import canonical_numbers
from quiz.language.script import fold_script
from quiz.model import Blank, Cloze, Question, Verdict

# What may stand between the members of a list; quotation marks round a member do not matter.
_QUOTES = r"[\s\"“”‘’「」『』《》〈〉]*"
_JOINT = re.compile(rf"{_QUOTES}(?:、|和|与|及|或|以及|[\"”’」』》〉]\s*[\"“‘「『《〈]){_QUOTES}")

_POWER = re.compile(r"(?<=[0-9])(?=[⁰¹²³⁴-⁹])")
_SAME_MARK = str.maketrans({"−": "-", "~": "-", "、": ",", ";": ",", "。": "."})
_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class BlankGrade:
    """One blank: its answer and the reply that was held against it.

    In a list whose order is free the reply is the one that names this member, wherever it was typed; so `blanks` of a
    `Grade` stand in the order of the sentence.
    """

    given: str
    answer: str
    right: bool


@dataclass(frozen=True, slots=True)
class Grade:
    verdict: Verdict
    blanks: tuple[BlankGrade, ...]


def grade(question: Question, given: Sequence[str]) -> Grade:
    """Judge the replies to the blanks of `question`; the members of a list (、和与及或) may come in any order.

    ValueError when there is not one reply a blank.
    """
    match question:
        case Cloze():
            blanks = tuple(_grade_cloze(question, given))
        case _:
            assert_never(question)
    right = sum(blank.right for blank in blanks)
    if right == len(blanks):
        return Grade(Verdict.RIGHT, blanks)
    return Grade(Verdict.PARTLY if right else Verdict.WRONG, blanks)


def same_answer(given: str, answer: str) -> bool:
    """Whether `given` is `answer` but for width, case, spaces, punctuation, script and the style of numbers.

    The words must be the official ones: 高品质发展 is not 高质量发展.
    """
    wanted = _fold(answer)
    if not wanted:  # an answer of mere punctuation
        return _width(given).strip() == _width(answer).strip() != ""
    return _fold(given) == wanted or _fold_wording(given) == _fold_wording(answer)


def _grade_cloze(question: Cloze, given: Sequence[str]) -> Iterator[BlankGrade]:
    if len(given) != len(question.blanks):
        raise ValueError(f"{len(question.blanks)} replies wanted, {len(given)} given")
    start = 0
    for size in _lists(question):
        blanks, replies = question.blanks[start : start + size], given[start : start + size]
        for blank, (index, right) in zip(blanks, _assign(blanks, replies), strict=True):
            yield BlankGrade(replies[index], blank.answer, right)
        start += size


def _lists(question: Cloze) -> list[int]:
    """The lengths of the runs of blanks that are one list each, in order; a blank on its own is a run of one."""
    sizes = [1] if question.blanks else []
    for piece in question.pieces()[1:-1]:
        if _JOINT.fullmatch(piece):
            sizes[-1] += 1
        else:
            sizes.append(1)
    return sizes


def _assign(blanks: Sequence[Blank], replies: Sequence[str]) -> list[tuple[int, bool]]:
    """For each blank the index of the reply held against it and whether it is right: the most that can be right.

    Kuhn's bipartite matching, so that 甲、乙 is also right where 甲 would do for both blanks but 乙 for the first only.
    """
    fits = [[_accepts(blank, reply) for reply in replies] for blank in blanks]
    holder: dict[int, int] = {}  # reply -> the blank it answers

    def place(blank: int, tried: set[int]) -> bool:
        for reply in sorted(range(len(replies)), key=lambda reply: reply != blank):  # its own place first
            if fits[blank][reply] and reply not in tried:
                tried.add(reply)
                if reply not in holder or place(holder[reply], tried):
                    holder[reply] = blank
                    return True
        return False

    for blank in range(len(blanks)):
        place(blank, set())
    reply_of = {blank: reply for reply, blank in holder.items()}
    spare = iter([reply for reply in range(len(replies)) if reply not in holder])
    return [(reply_of[b], True) if b in reply_of else (next(spare), False) for b in range(len(blanks))]


def _accepts(blank: Blank, reply: str) -> bool:
    return any(same_answer(reply, answer) for answer in (blank.answer, *blank.accepted))


def _fold_wording(text: str) -> str:
    """The second, slower look: also the script and the style of numbers."""
    return _fold(canonical_numbers(fold_script("".join(text.split()))))


def _fold(text: str) -> str:
    """`text` without what a reply need not repeat: width, case, spaces, invisible characters and punctuation.

    Punctuation inside a number is part of it (3.5, 2021-2025, 1/2), and so is a sign before it.
    """
    seen = (c for c in _width(text) if unicodedata.category(c) not in _UNSEEN)
    runs = ["".join(run) for _, run in groupby(seen, _is_mark)]
    folded = ""
    for run, after in pairwise([*runs, ""]):
        folded += _mark(run, folded, after) if _is_mark(run[0]) else run
    return folded


def _mark(marks: str, before: str, after: str) -> str:
    """What is left of a run of punctuation between two texts."""
    if not after[:1].isdecimal():
        return ""
    dashes = [unicodedata.category(mark) == "Pd" for mark in marks]
    last = before[-1:]
    if last.isdecimal() or last in ("%", "‰"):
        return "-" if all(dashes) else marks if len(marks) == 1 else ","
    single = dashes[-1] and not any(dashes[-2:-1])  # two are a Chinese dash
    return "-" if single and not (last.isascii() and last.isalpha()) else ""


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("P") and character not in "%‰‱#"


def _width(text: str) -> str:
    """`text` in one width and case; a power stays apart from the number under it (10² is not 102)."""
    plain = unicodedata.normalize("NFKC", _VARIATION_SELECTOR.sub("", _POWER.sub("^", text)))
    return plain.casefold().translate(_SAME_MARK)
