"""What speaks for or against a blank, as named features that a person can read.

A feature is a (kind, value) pair. Those of a span's start and end depend on the words beside that border alone, so the
ranker sums them once for all places where the same words meet; those of the whole span are left for the best few.
The habits behind them are those of human question writers: members of lists, the insides of quotation marks, figures,
what a verb or preposition leads up to, terms between clean borders; never a half of a term.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TypeAlias

from quiz.generate.candidates import BEGIN, END, Marked, Span, Word

Feature: TypeAlias = tuple[str, str]
Shape: TypeAlias = tuple[tuple[str, int], ...]
"""Part of speech and length of each word."""

FIGURE = re.compile(r"[0-9.%]+")
DIGIT = re.compile(r"[0-9]")
LONGEST, SHORT = 12, 8  # lengths above are taken for one
FLAGS = {(False, False): "00", (False, True): "01", (True, False): "10", (True, True): "11"}
TERM = frozenset("nva")  # first letters of tags that make a noun phrase


def opening(before: Word, first: Word) -> list[Feature]:
    """Of a span that opens with `first`, right behind `before`; | is the border."""
    left, right, before_tag, first_tag = before.text, first.text, before.tag, first.tag
    return [
        ("start words", f"{left}|{right}"),
        ("start word and tag", f"{left}|{first_tag}"),
        ("start tag and word", f"{before_tag}|{right}"),
        ("start tags", f"{before_tag}|{first_tag}"),
        ("start characters", f"{left[-1]}|{right[0]}"),
        ("start characters", f"{left[-1]}|{right[:2]}"),
        ("start characters", f"{left[-2:]}|{right[0]}"),
    ]


def closing(last: Word, after: Word) -> list[Feature]:
    """Of a span that ends with `last`, right before `after`."""
    left, right, last_tag, after_tag = last.text, after.text, last.tag, after.tag
    return [
        ("end words", f"{left}|{right}"),
        ("end word and tag", f"{left}|{after_tag}"),
        ("end tag and word", f"{last_tag}|{right}"),
        ("end tags", f"{last_tag}|{after_tag}"),
        ("end characters", f"{left[-1]}|{right[0]}"),
        ("end characters", f"{left[-1]}|{right[:2]}"),
        ("end characters", f"{left[-2:]}|{right[0]}"),
    ]


def first_word(word: Word) -> list[Feature]:
    """Of a span that opens with `word`."""
    return [
        ("first word", word.text),
        ("first tag", word.tag),
        ("first characters", word.text[0]),
        ("first characters", word.text[:2] + "…"),
    ]


def last_word(word: Word) -> list[Feature]:
    """Of a span that ends with `word`."""
    return [
        ("last word", word.text),
        ("last tag", word.tag),
        ("last characters", word.text[-1]),
        ("last characters", "…" + word.text[-2:]),
    ]


def before_word(word: Word) -> list[Feature]:
    """Of a span that stands right behind `word`."""
    return [
        ("word before", word.text),
        ("tag before", word.tag),
        ("characters before", word.text[-1]),
    ]


def after_word(word: Word) -> list[Feature]:
    """Of a span that stands right before `word`."""
    return [
        ("word after", word.text),
        ("tag after", word.tag),
        ("characters after", word.text[0]),
    ]


def start_features(before: Word, first: Word) -> list[Feature]:
    """All that the two words at its start say of a span."""
    return opening(before, first) + first_word(first) + before_word(before)


def end_features(last: Word, after: Word) -> list[Feature]:
    """All that the two words at its end say of a span."""
    return closing(last, after) + last_word(last) + after_word(after)


def two_before(further: Word, before: Word) -> list[Feature]:
    """Of a span that stands right behind `before` and `further` before that."""
    text = further.text + before.text
    return [
        ("characters before", text[-2:] + "…"),
        ("characters before", text[-3:]),
        ("words before", f"{further.text} {before.text}"),
        ("tags before", f"{further.tag} {before.tag}"),
    ]


def two_after(after: Word, further: Word) -> list[Feature]:
    """Of a span that stands right before `after` and `further` behind that."""
    text = after.text + further.text
    return [
        ("characters after", "…" + text[:2]),
        ("characters after", text[:3]),
        ("words after", f"{after.text} {further.text}"),
        ("tags after", f"{after.tag} {further.tag}"),
    ]


def whole(marked: Marked, span: Span, first: int, last: int) -> list[Feature]:
    """Of the span as a whole; `first` and `last` are its words."""
    words, answer = marked.words, marked.text[span.start : span.end]
    before = words[first - 1] if first else BEGIN
    after = words[last + 1] if last + 1 < len(words) else END
    inside = words[first : last + 1]
    shape = tuple((word.tag, len(word.text)) for word in inside)
    return [
        *shaped(before.tag, shape, after.tag, FLAGS[before.mark, after.mark], min(len(answer), LONGEST)),
        *worded(before, inside, after, answer),
        *start_place(marked, span.start, first),
        *end_place(marked, span.end),
        *listed(marked, span),
        *marks(marked, span, answer),
    ]


def shaped(before: str, shape: Shape, after: str, clean: str, length: int) -> list[Feature]:
    """Of a span of this shape between words of these parts of speech; `clean` says which of them are punctuation."""
    count = len(shape)
    short = length if length < SHORT else SHORT
    first, last = shape[0][0], shape[-1][0]
    tags = "-".join([tag for tag, _size in shape])
    lengths = "-".join([str(size) for _tag, size in shape])
    grows = FLAGS[before[0] == "n", after[0] == "n"]
    found = [
        ("length", str(length)),
        ("tags", tags),
        ("outer tags", f"{first} {last} {count}"),
        ("length and tags", f"{short} {first} {last}"),
        ("lengths of words", lengths),
        ("tags between tags", f"{before} {tags} {after}"),
        ("lengths between tags", f"{before} {lengths} {after}"),
        ("clean borders", clean),
        ("clean borders and length", f"{clean} {short}"),
        ("noun beside", f"{grows} {count if count < 4 else 4}"),
    ]
    if grows == "00" and TERM.issuperset([tag[0] for tag, _size in shape]):
        found.append(("whole noun phrase", ""))
    return found


def worded(before: Word, inside: list[Word], after: Word, answer: str) -> list[Feature]:
    """Of a span of these words, and how they go with the word before and the word after."""
    count, length = len(inside), len(answer)
    length = length if length < LONGEST else LONGEST
    short = length if length < SHORT else SHORT
    some = count if count < 3 else 3
    left, right = before.text, after.text
    between = f"{left[-1]}_{right[0]}"
    tags = "-".join([word.tag for word in inside])
    found = [
        ("text", answer),
        ("length and outer characters", f"{length} {answer[0]}_{answer[-1]}"),
        ("first word of", f"{some} {inside[0].text}"),
        ("last word of", f"{some} {inside[-1].text}"),
        ("length and word before", f"{short} {left}"),
        ("length and word after", f"{short} {right}"),
        ("length between characters", f"{length} {between}"),
        ("between characters", between),
        ("tags behind word", f"{left} {tags}"),
        ("tags before word", f"{tags} {right}"),
    ]
    if count > 2:
        found += [("inner word", word.text) for word in inside[1:-1]]
    return found


def start_place(marked: Marked, start: int, first: int) -> list[Feature]:
    """Where in the sentence, without its attribution, and in its clause a span starts."""
    offset, clause = start - marked.body, marked.openers[first]
    body, before = max(len(marked.text) - marked.body, 1), first - clause
    opens = marked.words[clause].text
    return [
        ("starts at eighth", str(offset * 8 // body)),
        ("fives of characters before", str((offset if offset < 60 else 60) // 5)),
        ("clause opens", opens),
        ("clause opens so many words before", f"{opens} {before if before < 4 else 4}"),
    ]


def end_place(marked: Marked, end: int) -> list[Feature]:
    """How far from the end of the sentence a span ends."""
    return [("fives of characters behind", str(min(len(marked.text) - end, 60) // 5))]


def marks(marked: Marked, span: Span, answer: str) -> list[Feature]:
    """Figures, list commas and quotation marks, and whether the words stand twice."""
    found = []
    if DIGIT.search(answer):
        found.append(("figure", "only" if FIGURE.fullmatch(answer) else "and words"))
    if marked.text.find(answer, span.end) >= 0 or marked.text.find(answer, 0, span.start) >= 0:
        found.append(("stands twice", ""))
    if "、" in answer:
        found.append(("crosses a list comma", ""))
    for kind, enclosures in (("quoted", marked.quotes), ("title", marked.titles)):
        for start, end in enclosures:
            if start <= span.start and span.end <= end:
                found.append((kind, "whole" if (span.start, span.end) == (start, end) else "part"))
    return found


def listed(marked: Marked, span: Span) -> list[Feature]:
    """Members of A、B、C: the place in the list, whether the span is the whole member, and what it shares."""
    segment = marked.segment[span.first]
    if segment != marked.segment[span.last]:
        return []
    place, count = marked.runs[segment]
    start, end = marked.stretches[segment]
    is_whole = span.start == start and span.end == end
    frame, beside = _shared_frame(marked, segment, marked.text[start : span.start], marked.text[span.end : end])
    found = [
        ("list member", f"{place if place < 4 else 4} of {count if count < 5 else 5} whole {is_whole:d}"),
        ("shared frame", frame),
        ("shared frame beside", f"{beside} whole {is_whole:d}"),
    ]
    if is_whole:
        found.append(("whole member and length", f"{min(end - start, SHORT)} list {count > 1:d}"))
    return found


def _shared_frame(marked: Marked, segment: int, prefix: str, suffix: str) -> tuple[str, str]:
    """How many segments nearby open, end, and do both, with the same characters as this one round the span; and the
    same of the two next to it."""
    text, stretches, room = marked.text, marked.stretches, len(prefix) + len(suffix)
    opening_ = ending = both = 0
    beside = ["-", "-"]
    nearest = segment - 4 if segment > 4 else 0
    for other, (start, end) in enumerate(stretches[nearest : segment + 5], nearest):
        opens = ends = False
        if end - start > room > 0 and other != segment:
            opens = prefix != "" and text.startswith(prefix, start)
            ends = suffix != "" and text.endswith(suffix, start, end)
            if opens or ends:
                opening_ += opens
                ending += ends
                both += opens and (ends or not suffix)
        if end > start and (other == segment - 1 or other == segment + 1):
            beside[other > segment] = FLAGS[opens, ends]
    frame = f"{min(opening_, 3)}{min(ending, 3)}{min(both, 3)}" if opening_ or ending else "000"
    return frame, f"{beside[0]} {beside[1]}"


def words_of(marked: Marked, span: Span) -> tuple[int, int]:
    """The words in which a span starts and ends."""
    first = bisect_right(marked.begins, span.start) - 1
    return first, bisect_right(marked.begins, span.end - 1, lo=first) - 1


def features(marked: Marked, span: Span) -> Iterator[Feature]:
    """The features that hold for `span`, in a fixed order: what the ranker's quick sums come to."""
    words = marked.words
    first, last = words_of(marked, span)
    around = [BEGIN, BEGIN, *words, END, END]
    further, before, opener = around[first : first + 3]
    closer, after, beyond = around[last + 2 : last + 5]
    yield from start_features(before, opener)
    yield from two_before(further, before)
    yield from end_features(closer, after)
    yield from two_after(after, beyond)
    yield from whole(marked, span, first, last)
