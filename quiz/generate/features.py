"""What speaks for or against a blank, as named features that a person can read.

The habits they stand for are those of human question writers: members of lists, the insides of quotation marks,
figures, what a verb or preposition leads up to, terms between clean borders; never a half of a term.
"""

import re
from collections.abc import Iterator

from quiz.generate.candidates import Marked, Span
from quiz.language.words import Token

KEPT_TAGS = frozenset({"vn", "nr", "ns", "nt", "nz", "eng", "ad", "an", "uj"})
NOUNS = frozenset("n")
FIGURE = re.compile(r"[0-9.]+")


def part(tag: str) -> str:
    """jieba's part of speech, coarse: the first letter but for the few that matter here."""
    return tag if tag in KEPT_TAGS else tag[:1]


def features(marked: Marked, span: Span) -> Iterator[str]:
    """The names of the features that hold for `span`, in a fixed order."""
    text, tokens = marked.text, marked.tokens
    words = tokens[span.first : span.last + 1]
    answer = text[span.start : span.end]
    before, after = _neighbour(marked, span.first - 1), _neighbour(marked, span.last + 1)
    first, last = part(words[0].tag), part(words[-1].tag)
    length = min(len(answer), 12)
    yield f"length {length}"
    yield f"words {len(words)}"
    yield f"tags {'-'.join(part(word.tag) for word in words[:4])}"
    yield f"first {first}"
    yield f"last {last}"
    yield f"before tag {before[1]}"
    yield f"after tag {after[1]}"
    yield f"before tag {before[1]} first {first}"
    yield f"last {last} after tag {after[1]}"
    yield f"before word {before[0]}"
    yield f"after word {after[0]}"
    yield f"around {text[max(span.start - 1, 0) : span.start]}_{text[span.end : span.end + 1]} {length}"
    yield f"opens {answer[:1]}"
    yield f"ends {answer[-1:]}"
    yield f"ends {answer[-2:]}"
    yield f"first word {words[0].text}"
    yield f"last word {words[-1].text}"
    yield f"before two {text[max(span.start - 2, 0) : span.start]}"
    yield f"after two {text[span.end : span.end + 2]}"
    yield f"before two {text[max(span.start - 2, 0) : span.start]} opens {answer[:1]}"
    yield f"ends {answer[-1:]} after two {text[span.end : span.end + 2]}"
    yield f"text {answer}"
    yield from _borders(marked, span, words, length)
    yield from _enclosure(marked, span)
    yield from _list(marked, span)
    yield from _place(marked, span)
    if FIGURE.search(answer):
        yield "figure only" if FIGURE.fullmatch(answer) else "has a figure"
    if text.count(answer) > 1:
        yield "stands twice"


def _neighbour(marked: Marked, at: int) -> tuple[str, str]:
    if at < 0:
        return "^", "^"
    if at >= len(marked.tokens):
        return "$", "$"
    token = marked.tokens[at]
    return token.text, token.text if marked.punctuation[at] else part(token.tag)


def _borders(marked: Marked, span: Span, words: list[Token], length: int) -> Iterator[str]:
    """Clean borders stand at punctuation or at the sentence's ends; a noun beside the span makes it half a term."""
    tokens, marks = marked.tokens, marked.punctuation
    left = span.first == 0 or marks[span.first - 1]
    right = span.last == len(tokens) - 1 or marks[span.last + 1]
    yield f"clean borders {left:d}{right:d}"
    yield f"clean borders {left:d}{right:d} length {min(length, 8)}"
    grows_left = not left and tokens[span.first - 1].tag[:1] in NOUNS
    grows_right = not right and tokens[span.last + 1].tag[:1] in NOUNS
    yield f"noun beside {grows_left:d}{grows_right:d}"
    if not grows_left and not grows_right and all(word.tag[:1] in "nva" for word in words):
        yield "whole noun phrase"


def _enclosure(marked: Marked, span: Span) -> Iterator[str]:
    if (span.start, span.end) in marked.quotes:
        yield "quoted"
    elif any(start <= span.start and span.end <= end for start, end in marked.quotes):
        yield "inside a quotation"
    if (span.start, span.end) in marked.titles:
        yield "title"
    elif any(start <= span.start and span.end <= end for start, end in marked.titles):
        yield "inside a title"


def _list(marked: Marked, span: Span) -> Iterator[str]:
    """Members of A、B、C: the place in the list, and whether the span is the whole member."""
    segment = marked.segment[span.first]
    place, count = marked.runs[segment]
    first, end = marked.bounds[segment]
    whole = (span.first, span.last + 1) == (first, end)
    if count > 1:
        where = "first" if place == 0 else "last" if place == count - 1 else "middle"
        yield f"member {where} whole {whole:d}"
        yield f"member {min(place, 4)} of {min(count, 5)} whole {whole:d}"
    prefix = [token.text for token in marked.tokens[first : span.first]]
    suffix = [token.text for token in marked.tokens[span.last + 1 : end]]
    yield f"frame {_shared_frame(marked, segment, prefix, suffix)}"


def _shared_frame(marked: Marked, segment: int, prefix: list[str], suffix: list[str]) -> str:
    """How many neighbouring segments open and end with the same words as this one around the span."""
    opening = ending = 0
    for other in range(max(segment - 3, 0), min(segment + 4, len(marked.bounds))):
        first, end = marked.bounds[other]
        if other == segment or end - first <= len(prefix) + len(suffix):
            continue
        words = [token.text for token in marked.tokens[first:end]]
        opening += bool(prefix) and words[: len(prefix)] == prefix
        ending += bool(suffix) and words[-len(suffix) :] == suffix
    return f"{min(opening, 2)}{min(ending, 2)}"


def _place(marked: Marked, span: Span) -> Iterator[str]:
    """Where in its clause and its sentence the span stands, in eighths of what is left of an attribution."""
    body = max(len(marked.text) - marked.body, 1)
    yield f"starts at {max(span.start - marked.body, 0) * 8 // body}"
    yield f"ends at {max(span.end - marked.body, 0) * 8 // body}"
    clause = marked.clause[span.first]
    yield f"clause {min(clause, 4)} of {min(marked.clause[-1], 6)}"
    opens = span.first == 0 or marked.clause[span.first - 1] != clause
    yield f"opens its clause {opens:d}"
    yield f"clause opens {marked.tokens[marked.clause.index(clause)].text}"
