"""What a reply got wrong: the characters that differ, and the name of the slip."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Literal, TypeAlias

from quiz.language.looks import look_alike
from quiz.model import Cloze, Question
from quiz.study.alike import without_dress
from quiz.study.grade import Grade

Change: TypeAlias = Literal["same", "missing", "extra", "instead"]

Slip: TypeAlias = Literal["homophone", "lookalike", "both", "transposed", "missing", "extra", "other"]
"""homophone: characters that sound like the right ones (同音字, tones aside); lookalike: that look like them (形近字);
both: that do both (辨 and 辩), where the look is what to heed and the sound is why it slipped; transposed: the right
characters in another order; missing, extra: only characters left out or only some too many; other: another answer."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters in a row with one fate: what was `given` for what should be there (`answer`)."""

    change: Change
    given: str
    answer: str


def difference(given: str, answer: str) -> tuple[Run, ...]:
    """The reply beside the answer, character by character; the parts put together are both of them again."""
    matcher = SequenceMatcher(None, given, answer, autojunk=False)
    names: dict[str, Change] = {"equal": "same", "insert": "missing", "delete": "extra", "replace": "instead"}
    return tuple(Run(names[tag], given[a:b], answer[c:d]) for tag, a, b, c, d in matcher.get_opcodes())


def nearest(given: str, answers: Sequence[str]) -> str:
    """The accepted answer that the reply comes closest to; the first of equals. ValueError when there are none."""
    return max(answers, key=lambda answer: SequenceMatcher(None, given, answer, autojunk=False).ratio())


def slip(given: str, answer: str) -> Slip | None:
    """The name of what went wrong; None when nothing did, or nothing was given. Script, spaces and punctuation do not
    matter, as they do not in grading.

    The pinyin table, a quarter of a second to load, is only asked when characters stand in place of others.
    """
    given, answer = without_dress(given), without_dress(answer)
    if not given or given == answer:
        return None
    if sorted(given) == sorted(answer):
        return "transposed"
    changes = {run.change for run in difference(given, answer)} - {"same"}
    if changes == {"missing"}:
        return "missing"
    if changes == {"extra"}:
        return "extra"
    return _mistaken(given, answer)


def closest(question: Question, place: int, given: str) -> str:
    """The accepted answer of a blank that the reply comes closest to."""
    if not isinstance(question, Cloze):
        return ""
    blank = question.blanks[place]
    return nearest(given, (blank.answer, *blank.accepted))


def slips(question: Question, grade: Grade) -> dict[int, Slip]:
    """The slips in the blanks of a cloze by their number (from 0). The first may take a quarter of a second."""
    found: dict[int, Slip] = {}
    for place, part in enumerate(grade.parts if isinstance(question, Cloze) else ()):
        given = part.given.strip()
        name = None if part.right else slip(given, closest(question, place, given))
        if name:
            found[place] = name
    return found


def initials(text: str) -> str:
    """The first letter of the pinyin of every Chinese character, as typed into an input method: 高质量 is gzl. The
    word decides between readings (银行 is yh); other characters stay."""
    from pypinyin import Style, lazy_pinyin  # 250 ms

    return "".join(
        "".join(lazy_pinyin("".join(run), style=Style.FIRST_LETTER)) if chinese else "".join(run)
        for chinese, run in groupby(text, _is_chinese)
    )


def _mistaken(given: str, answer: str) -> Slip:
    """By what all the wrong characters could be taken for those in their places."""
    if len(given) != len(answer):
        return "other"
    pairs = [(one, other) for one, other in zip(given, answer, strict=True) if one != other]
    looks = all(look_alike(one, other) for one, other in pairs)
    if all(_sound_alike(one, other) for one, other in pairs):
        return "both" if looks else "homophone"
    return "lookalike" if looks else "other"


def _sound_alike(one: str, other: str) -> bool:
    """Whether two characters may be read alike; one of several readings by any."""
    return _is_chinese(one) and _is_chinese(other) and not _readings(one).isdisjoint(_readings(other))


def _readings(character: str) -> set[str]:
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return {reading for readings in found for reading in readings}


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or "\U00020000" <= character <= "\U000323af"
