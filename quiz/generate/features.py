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

from quiz.generate.candidates import BEGIN, END, HARD, Marked, Span, Word

Feature: TypeAlias = tuple[str, str]

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
    tags = "-".join([word.tag for word in inside])
    lengths = "-".join([str(len(word.text)) for word in inside])
    found = _inner(inside, answer, tags, lengths)
    found += _around(before, after, inside, min(len(answer), LONGEST), tags, lengths)
    found += _place(marked, span, first)
    found += _list(marked, span)
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


def _inner(words: list[Word], answer: str, tags: str, lengths: str) -> list[Feature]:
    """What the words of the span say, whatever stands round them."""
    length, count = len(answer), len(words)
    length = length if length < LONGEST else LONGEST
    first, last = words[0], words[-1]
    some = count if count < 3 else 3
    found = [
        ("length", str(length)),
        ("text", answer),
        ("tags", tags),
        ("outer tags", f"{first.tag} {last.tag} {count}"),
        ("length and tags", f"{length if length < SHORT else SHORT} {first.tag} {last.tag}"),
        ("length and outer characters", f"{length} {answer[0]}_{answer[-1]}"),
        ("lengths of words", lengths),
        ("first word of", f"{some} {first.text}"),
        ("last word of", f"{some} {last.text}"),
    ]
    if count > 2:
        found += [("inner word", word.text) for word in words[1:-1]]
    return found


def _around(before: Word, after: Word, words: list[Word], length: int, tags: str, lengths: str) -> list[Feature]:
    """What stands on both sides of the span, and how it fits its length and its parts of speech."""
    short = length if length < SHORT else SHORT
    count = len(words)
    left, right = before.text, after.text
    before_tag, after_tag = before.tag, after.tag
    between = f"{left[-1]}_{right[0]}"
    clean = FLAGS[before.mark, after.mark]
    grows = FLAGS[before_tag[0] == "n", after_tag[0] == "n"]
    found = [
        ("length and word before", f"{short} {left}"),
        ("length and word after", f"{short} {right}"),
        ("length between characters", f"{length} {between}"),
        ("between characters", between),
        ("tags between tags", f"{before_tag} {tags} {after_tag}"),
        ("tags behind word", f"{left} {tags}"),
        ("tags before word", f"{tags} {right}"),
        ("lengths between tags", f"{before_tag} {lengths} {after_tag}"),
        ("clean borders", clean),
        ("clean borders and length", f"{clean} {short}"),
        ("noun beside", f"{grows} {count if count < 4 else 4}"),
    ]
    if grows == "00" and TERM.issuperset([word.tag[0] for word in words]):
        found.append(("whole noun phrase", ""))
    return found


def _place(marked: Marked, span: Span, first: int) -> list[Feature]:
    """Where in the sentence, without its attribution, and in its clause the span stands."""
    words = marked.words
    body = max(len(marked.text) - marked.body, 1)
    clause = first
    while clause and words[clause - 1].text not in HARD:
        clause -= 1
    opens = words[clause].text
    return [
        ("starts at eighth", str((span.start - marked.body) * 8 // body)),
        ("fives of characters before", str(min(span.start - marked.body, 60) // 5)),
        ("fives of characters behind", str(min(len(marked.text) - span.end, 60) // 5)),
        ("clause opens", opens),
        ("clause opens so many words before", f"{opens} {min(first - clause, 4)}"),
    ]


def _list(marked: Marked, span: Span) -> list[Feature]:
    """Members of A、B、C: the place in the list, whether the span is the whole member, and what it shares."""
    segment = marked.segment[span.first]
    if segment != marked.segment[span.last]:
        return []
    place, count = marked.runs[segment]
    start, end = marked.stretches[segment]
    is_whole = (span.start, span.end) == (start, end)
    found = [("list member", f"{min(place, 4)} of {min(count, 5)} whole {is_whole:d}")]
    if is_whole:
        found.append(("whole member and length", f"{min(end - start, SHORT)} list {count > 1:d}"))
    frame, beside = _shared_frame(marked, segment, marked.text[start : span.start], marked.text[span.end : end])
    found += [("shared frame", frame), ("shared frame beside", f"{beside} whole {is_whole:d}")]
    return found


def _shared_frame(marked: Marked, segment: int, prefix: str, suffix: str) -> tuple[str, str]:
    """How many segments nearby open, end, and do both, with the same characters as this one round the span; and the
    same of the two next to it."""
    text, room = marked.text, len(prefix) + len(suffix)
    opening_ = ending = both = 0
    beside = ["-", "-"]
    nearest = max(segment - 4, 0)
    for other, (start, end) in enumerate(marked.stretches[nearest : segment + 5], nearest):
        if other == segment or start == end:
            continue
        opens = ends = False
        if end - start > room:
            opens = prefix != "" and text.startswith(prefix, start)
            ends = suffix != "" and text.endswith(suffix, start, end)
        if opens or ends:
            opening_ += opens
            ending += ends
            both += opens and (ends or not suffix)
        if -2 < other - segment < 2:
            beside[other > segment] = FLAGS[opens, ends]
    return f"{min(opening_, 3)}{min(ending, 3)}{min(both, 3)}", " ".join(beside)


def features(marked: Marked, span: Span) -> Iterator[Feature]:
    """The features that hold for `span`, in a fixed order: what the ranker's quick sums come to."""
    words = marked.words
    first = bisect_right(marked.begins, span.start) - 1
    last = bisect_right(marked.begins, span.end - 1, lo=first) - 1
    around = [BEGIN, BEGIN, *words, END, END]
    further, before, opener = around[first : first + 3]
    closer, after, beyond = around[last + 2 : last + 5]
    yield from start_features(before, opener)
    yield from two_before(further, before)
    yield from end_features(closer, after)
    yield from two_after(after, beyond)
    yield from whole(marked, span, first, last)
