"""Traditional and Simplified script: which one a text is written in, and the other way of writing it."""

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# The converter refuses half of a surrogate pair, which a broken terminal may send, and stops at a NUL.
_CONVERTIBLE = re.compile(r"[^\0\ud800-\udfff]+")

# Simplified keeps 著 in these words and writes 着 everywhere else: 显著, 著名, but 着力, 走着.
_PARTICLE = re.compile(r"(?<![显名原巨专编论译土卓昭合遗拙所])著(?![名作述称书者录])")

# Traditional characters that both national character sets hold, so that a short answer of them seems to be neither.
_SHARED = str.maketrans("後於徵夥", "后于征伙")


def is_traditional(text: str) -> bool:
    """Whether `text` as a whole is written in Traditional script; a quoted word in a Simplified text does not count.

    The two national character sets tell the scripts apart without a table of our own: 發 is in Big5 only, 发 in
    GB 2312 only, and what is in both or neither, like 著 and 人, says nothing. Hong Kong's supplement of Big5 adds
    羣 and 裏.
    """
    simplified, traditional, hongkong = _repertoire("gb2312"), _repertoire("big5"), _repertoire("big5hkscs")
    count = Counter(text)
    only_traditional = sum(n for c, n in count.items() if c in hongkong and c not in simplified)
    only_simplified = sum(n for c, n in count.items() if c in simplified and c not in traditional)
    return only_traditional > only_simplified


def to_simplified(text: str) -> str:
    """A Traditional text in Simplified script, its words unchanged: 著力 becomes 着力, 顯著 becomes 显著.

    Only for text that `is_traditional`: of Simplified 显著 it would make 显着. Every word is replaced by one of
    the same length, so offsets stay.
    """
    converter = _converter("tw2s")
    return _CONVERTIBLE.sub(lambda run: converter.convert(run[0]), text)


def to_traditional(text: str) -> str:
    """A Simplified text in Traditional script as Taiwan writes it, its words unchanged: 着力 becomes 著力.

    Every word is replaced by one of the same length, so offsets stay.
    """
    converter = _converter("s2tw")
    return _CONVERTIBLE.sub(lambda run: converter.convert(run[0]), text)


def fold_script(text: str) -> str:
    """`text` in a script that two spellings of one answer share; for comparing only, never for showing.

    Simplified text stays as it is, but for a 着 or 后 that a converter or a Taiwan keyboard left as 著 or 後, and for
    single characters of the other script (发展觀).
    """
    if is_traditional(text):
        simplified = to_simplified(text)
    else:
        other = _only_traditional()
        simplified = "".join(to_simplified(c) if c in other else c for c in text)
    return _PARTICLE.sub("着", simplified.translate(_SHARED))


@cache
def _only_traditional() -> frozenset[str]:
    return _repertoire("big5hkscs") - _repertoire("gb2312")


@cache
def _repertoire(encoding: str) -> frozenset[str]:
    """The Chinese characters of a national character set."""
    ideographs = "".join(map(chr, range(0x4E00, 0xA000)))
    return frozenset(ideographs.encode(encoding, "ignore").decode(encoding))


@cache
def _converter(direction: str) -> "OpenCC":
    from opencc import OpenCC  # its dictionaries take 15 ms; few texts need them

    return OpenCC(direction)
