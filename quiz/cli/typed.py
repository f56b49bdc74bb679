"""What a typed line means as the reply to a question; None where it cannot be understood, so that it is asked again."""

import re
from collections.abc import Sequence
from typing import assert_never

from quiz.i18n import gettext as _
from quiz.model import Choice, Judge, Order, letter
from quiz.study import FALSE, TRUE, same_answer
from quiz.study.asking import plain, shuffled

_TRUE = frozenset(("1", "y", "yes", "t", "true", "对", "是", "正确", "√", "✓"))
_FALSE = frozenset(("2", "n", "no", "f", "false", "错", "不对", "否", "错误", "不正确", "×", "✗"))
_TRUTHS = {**dict.fromkeys(_TRUE, TRUE), **dict.fromkeys(_FALSE, FALSE)}
_BETWEEN = re.compile(r"[\s,、。;./>→-]+")
_SINGLE = 9  # up to here every digit is a number of its own: 312 is 3 1 2

Picking = Choice | Judge | Order


def understand(question: Picking, reply: str) -> list[str] | None:
    """The reply as `Session.answer` takes it. Nothing typed is the reply of one who does not know."""
    if not reply:
        return []
    match question:
        case Choice():
            return _chosen(question, reply)
        case Judge():
            truth = _TRUTHS.get(_BETWEEN.sub("", plain(reply)))
            return None if truth is None else [truth]
        case Order():
            places = numbers(reply, len(question.items))
            if places is None or sorted(places) != list(range(len(question.items))):
                return None
            shown = shuffled(question)
            return [question.items[shown[place]] for place in places]
        case _:
            assert_never(question)


def wanted(question: Picking) -> str:
    """What may be typed."""
    match question:
        case Choice():
            last = letter(len(question.options) - 1)
            if question.kind == "multiple":
                return _("the letters of all that are right, from A to {last}").format(last=last)
            return _("one letter from A to {last}").format(last=last)
        case Judge():
            return _("1 for true or 2 for false")
        case Order():
            return _("the numbers from 1 to {n} in the right order").format(n=len(question.items))
        case _:
            assert_never(question)


def _chosen(question: Choice, reply: str) -> list[str] | None:
    """Options by letter or number, or one by its words, where these are not taken for the number of another."""
    places = numbers(reply, len(question.options))
    named = [place for place, option in enumerate(question.options) if same_answer(reply, option)]
    if places is None or (len(places) > 1 and question.kind == "choice"):
        places = named
    elif len(named) == 1 and named != places:
        return None
    if not places or (len(places) > 1 and question.kind == "choice"):
        return None
    return [question.options[place] for place in sorted(places)]


def numbers(reply: str, count: int) -> list[int] | None:
    """The places, from 0, that letters and numbers name, each once; None when anything else is there."""
    parts: list[str] = []
    for word in filter(None, _BETWEEN.split(plain(reply))):
        whole = word.isdecimal() and count > _SINGLE
        parts += [word] if whole else word
    places = [_place(part, count) for part in parts]
    known = [place for place in places if place is not None]
    return known if known and len(set(known)) == len(parts) else None


def _place(part: str, count: int) -> int | None:
    if part.isascii() and part.isalpha():
        place = ord(part) - ord("a")
    else:
        place = int(part) - 1 if part.isascii() and part.isdecimal() else -1
    return place if 0 <= place < count else None


def points(reply: str, texts: Sequence[str]) -> list[str] | None:
    """The texts whose numbers were typed, 0 for none of them."""
    if plain(reply) == "0":
        return []
    places = numbers(reply, len(texts))
    return None if places is None else [texts[place] for place in sorted(places)]
