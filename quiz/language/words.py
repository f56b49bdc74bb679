"""Words and parts of speech. The only place that knows the segmenter; importing it loads nothing yet."""

from functools import cache, lru_cache
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

WORDS = Path(__file__).with_name("words.txt")


class Token(NamedTuple):
    """A word of a text; `start` and `end` count characters, `tag` is jieba's part of speech (n, v, a, m, x ...)."""

    text: str
    start: int
    end: int
    tag: str


def tag(text: str) -> list[Token]:
    """The words of `text` in order; they cover it without gaps."""
    tokens, at = [], 0
    for word, pos in _segmenter().tag(text):
        tokens.append(Token(word, at, at + len(word), pos))
        at += len(word)
    return tokens


@lru_cache(maxsize=50_000)
def is_word(text: str) -> bool:
    """Whether the segmenter's dictionary holds `text`."""
    return bool(_segmenter().has_word(text))


@cache
def _segmenter() -> ModuleType:
    """The segmenter with the words of words.txt; loading its dictionary of 350,000 words takes about 0.2 s."""
    import rjieba

    for line in WORDS.read_text(encoding="utf-8").splitlines():
        part, *words = line.split()
        for word in words if part != "#" else ():
            rjieba.add_word(word, None, part)
    return rjieba
