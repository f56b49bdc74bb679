"""Whether a reply fills a blank, seen with the words of the sentence around it."""

import re
from collections.abc import Iterator

from quiz.model import Blank
from quiz.study.alike import same_answer

LONGEST = 200  # characters; a longer reply is no slip of the hand, and must not cost time
NEAR = 20  # words so far from a blank are not repeated with it
_JOINT = re.compile(r"\s*(?:和|与|與|以?及|[+＋])\s*|\s+")
_LAW = re.compile(r"《?(?:中[华華]人民共和[国國])?(.+(?:法|法典|条例|條例))》?")
_NUMBER = re.compile(r"[0-9０-９.．零〇一二两三四五六七八九十百千万亿]{2}|[A-Za-z]{2}")


def fills(blank: Blank, reply: str, before: str = "", after: str = "") -> bool:
    """Whether `reply` is an accepted answer of a blank between the words `before` and `after`."""
    answers = (blank.answer, *blank.accepted)
    if len(reply) > LONGEST:
        return any(same_answer(reply, answer) for answer in answers)
    return any(
        same_answer(given, answer) or _same_list(given, answer) or _same_law(given, answer)
        for given in _alone(reply.strip(), before, after)
        for answer in answers
    )


def _alone(reply: str, before: str, after: str) -> Iterator[str]:
    """The reply, and what is left of it without the words beside the blank that it repeats: who types 增长5%左右
    where only 5% is asked for has said nothing wrong. A number is never cut."""
    length, before, after = len(reply), before[-NEAR:], after[:NEAR]
    starts = (at for at in range(min(length, len(before)) + 1) if before.endswith(reply[:at]))
    ends = [at for at in range(length, max(0, length - len(after)) - 1, -1) if after.startswith(reply[at:])]
    for start in starts:
        for end in ends:
            if start < end and _may_cut(reply, start) and _may_cut(reply, end):
                yield reply[start:end]


def _may_cut(text: str, at: int) -> bool:
    return not _NUMBER.fullmatch(text[max(0, at - 1) : at + 1])


def _same_law(given: str, answer: str) -> bool:
    """Whether both name a law of China, with or without the name of the state, as laws are cited."""
    own, theirs = _LAW.fullmatch(answer), _LAW.fullmatch(given)
    return own is not None and theirs is not None and same_answer(theirs[1], own[1])


def _same_list(given: str, answer: str) -> bool:
    """Whether the reply says 和 (与, 及) or leaves a space where the answer, a list in one blank, has a 、. Its order
    is part of the wording, unlike that of blanks."""
    commas = [at for at, character in enumerate(answer) if character == "、"]
    return any(
        same_answer(given[: joint.start()], answer[:comma]) and same_answer(given[joint.end() :], answer[comma + 1 :])
        for joint in (_JOINT.finditer(given) if commas else ())
        for comma in commas
    )
