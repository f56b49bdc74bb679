"""Whether two answers are the same but for the way they are written."""

import re
import unicodedata
from itertools import groupby, pairwise

from quiz.language.numbers import canonical_numbers
from quiz.language.script import fold_script

_POWER = re.compile(r"(?<=[0-9])(?=[⁰¹²³⁴-⁹])")
_TITLE = re.compile("<([^<>]+)>")
_RANGE = re.compile("(?<=[0-9%‰年月日时])[至到](?=[0-9])")
_PADDED = re.compile(r"(?<![0-9.])([0-9]+)(?:\.0+|(\.[0-9]*[1-9])0+)(?=[%‰‱])")
_NUMERAL = "0-9零〇○一二两三四五六七八九十百千万亿"
_TWO = re.compile(rf"(?<![{_NUMERAL}])[二两](?![{_NUMERAL}成倍亩斤吨])")
_SAME_MARK = str.maketrans({"−": "-", "~": "-", "、": ",", ";": ",", "。": "."})
_VARIATION_SELECTOR = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_UNSEEN = frozenset(("Cc", "Cf", "Cs", "Zs", "Zl", "Zp"))


def same_answer(given: str, answer: str) -> bool:
    """Whether `given` is `answer` but for width, case, spaces, punctuation, script and the style of numbers.

    The words must be the official ones: 高品质发展 is not 高质量发展.
    """
    wanted = _fold(answer)
    if not wanted:  # an answer of mere punctuation
        return _width(given).strip() == _width(answer).strip() != ""
    if _fold(given) == wanted:
        return True
    return _fold_wording(given) == _fold_wording(answer) and not _other_two(given, answer)


def _other_two(given: str, answer: str) -> bool:
    """Whether a 二 stands for a 两 or the other way round, as in 一国二制, though both are a 2."""
    one, other = (_TWO.findall(fold_script(text)) for text in (given, answer))
    return len(one) == len(other) and one != other


def without_dress(text: str) -> str:
    """The characters that `same_answer` compares, numbers as they were written."""
    return _fold(fold_script(text))


def _fold_wording(text: str) -> str:
    """The second, slower look: also the script and the style of numbers, a range (2021至2025, 2021—2025) and a share
    (3%, 3.0%) included; 工业4.0 keeps its nought."""
    text = canonical_numbers(fold_script("".join(text.split())))
    return _fold(_PADDED.sub(r"\1\2", _RANGE.sub("-", text)))


def _fold(text: str) -> str:
    """`text` without what a reply need not repeat: width, case, spaces, invisible characters and punctuation.

    Punctuation inside a number is part of it (3.5, 2021-2025, 1/2), and so is a sign before it.
    """
    seen = (c for c in _TITLE.sub(r"\1", _width(text)) if unicodedata.category(c) not in _UNSEEN)
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
