"""The clozes of a field, {{c1::answer::hint}}, into sentences with blanks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from quiz.export.anki.incoming.text import plain, tidy
from quiz.model import Blank

_TOKEN = re.compile(r"\{\{c([0-9]{1,3}(?:,[0-9]{1,3}){0,20})::|\}\}")
_DEPTH = 8  # of clozes within clozes, as in Anki


@dataclass(slots=True)
class Gap:
    """One cloze: the numbers of the cards that ask it, the texts and clozes in it."""

    numbers: frozenset[int]
    content: list["str | Gap"] = field(default_factory=list)


Content: TypeAlias = list["str | Gap"]
Sentence: TypeAlias = tuple[str, tuple[Blank, ...]]


def parse_clozes(text: str) -> Content:
    """Texts and clozes in order; a cloze that is never closed is text."""
    open_gaps = [Gap(frozenset())]
    done = 0
    for token in _TOKEN.finditer(text):
        if token[1] is None and len(open_gaps) == 1:
            continue  # closes nothing
        if token[1] is not None and len(open_gaps) > _DEPTH:
            continue
        open_gaps[-1].content.append(text[done : token.start()])
        done = token.end()
        if token[1] is None:
            open_gaps.pop()
        else:
            gap = Gap(frozenset(map(int, token[1].split(","))))
            open_gaps[-1].content.append(gap)
            open_gaps.append(gap)
    open_gaps[-1].content.append(text[done:])
    for gap in open_gaps[1:]:
        gap.numbers = frozenset()
    return open_gaps[0].content


def numbers(content: Content) -> list[int]:
    """The numbers of all clozes, each once."""
    gaps = [part for part in content if isinstance(part, Gap)]
    return sorted({number for gap in gaps for number in (*gap.numbers, *numbers(gap.content))})


def sentence(content: Content, wanted: Iterable[int]) -> Sentence:
    """The sentence with a blank for each cloze of the `wanted` numbers; touching ones are one blank."""
    pieces: list[tuple[str, str | None]] = []  # with a hint: a blank
    for text, hint in _pieces(content, frozenset(wanted)):
        answer = plain(text).replace("\n", " ")
        if hint is None or not answer:
            pieces += [(text, None)] if tidy(text) else []
        elif pieces and pieces[-1][1] is not None:
            pieces[-1] = pieces[-1][0] + answer, pieces[-1][1] or plain(hint)
        else:
            pieces.append((answer, plain(hint).replace("\n", " ")))
    return _joined(_merged(pieces))


def _pieces(content: Content, wanted: frozenset[int]) -> Iterator[tuple[str, str | None]]:
    """The texts in order, None with those that are no blank, else the hint, which may be empty."""
    for part in content:
        if isinstance(part, str):
            yield part, None
        elif part.numbers & wanted:
            yield _answer(part.content)
        else:
            yield from _pieces(_without_hint(part.content) if part.numbers else part.content, wanted)


def _answer(content: Content) -> tuple[str, str]:
    shown = _without_hint(content)
    hint = ""
    if len(shown) and isinstance(shown[-1], str):
        whole = content[len(shown) - 1]
        hint = whole.partition("::")[2] if isinstance(whole, str) else ""
    return _flat(shown), hint


def _without_hint(content: Content) -> Content:
    """The content up to its first ::, behind which the hint stands."""
    shown: Content = []
    for part in content:
        if isinstance(part, str) and "::" in part:
            return [*shown, part.partition("::")[0]]
        shown.append(part)
    return shown


def _flat(content: Content) -> str:
    return "".join(part if isinstance(part, str) else _flat(_without_hint(part.content)) for part in content)


def _merged(pieces: list[tuple[str, str | None]]) -> list[tuple[str, str | None]]:
    """Neighbouring texts as one, tidied; blanks are clean already."""
    merged: list[tuple[str, str | None]] = []
    for text, hint in pieces:
        if hint is None and merged and merged[-1][1] is None:
            merged[-1] = merged[-1][0] + text, None
        else:
            merged.append((text, hint))
    return [(tidy(text) if hint is None else text, hint) for text, hint in merged]


def _joined(pieces: list[tuple[str, str | None]]) -> Sentence:
    whole, blanks = "", []
    for text, hint in pieces:
        text = text if whole else text.lstrip()
        if hint is not None:
            blanks.append(Blank(len(whole), len(whole) + len(text), text, (), hint))
        whole += text
    end = max((blank.end for blank in blanks), default=0)
    return whole[:end] + whole[end:].rstrip(), tuple(blanks)
