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
    tokens, at, known = [], 0, _words()
    for word, pos in _segmenter().tag(text):
        tokens.append(Token(word, at, at + len(word), known.get(word, pos)))
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

    for word, part in _words().items():
        rjieba.add_word(word, None, part)
    return rjieba


@cache
def _words() -> dict[str, str]:
    """The words of words.txt with their parts of speech; the segmenter takes those only for words new to it."""
    lines = (line.split() for line in WORDS.read_text(encoding="utf-8").splitlines())
    return {word: part for part, *words in lines if part != "#" for word in words}
