"""Lists whose members stand side by side in one form: 长期共存、互相监督、肝胆相照、荣辱与共."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from quiz.generate.candidates import Marked
from quiz.generate.options.entry import siblings
from quiz.generate.rules.words import JOINS
from quiz.language.words import Token

Place = tuple[int, int]  # start and end in characters
GOES_ON = ("等", "以及", "及其", "或", "为重点", "之类")


def parallel_lists(marked: Marked) -> list[list[Place]]:
    """The lists of a sentence whose members are all quoted, or all of one length, or all end alike.

    Of the first member only the end is certain and of the last only the start; the members between tell how long they
    are, so a list without quotation marks has at least three.
    """
    firsts = [segment for segment, (place, count) in marked.runs.items() if place == 0 and count > 1]
    found = (_members(marked, _pieces(marked, first, marked.runs[first][1])) for first in sorted(firsts))
    return [members for members in [*found, *_adjacent_quotes(marked)] if members]


def list_of(marked: Marked, start: int, end: int) -> list[Place]:
    """The parallel list that has exactly `start`..`end` for a member, empty when there is none."""
    at = bisect_right(marked.tokens, start, key=lambda token: token.start) - 1
    segment = marked.segment[at]
    place, count = marked.runs[segment]
    found = [_members(marked, _pieces(marked, segment - place, count))] if count > 1 else []
    if (start, end) in marked.quotes + marked.titles:
        found += _adjacent_quotes(marked)
    return next((members for members in found if (start, end) in members), [])


def is_open(marked: Marked, members: Sequence[Place]) -> bool:
    """Whether the list goes on (等), so that something else may belong to it."""
    return marked.text[members[-1][1] :].lstrip("”》").startswith(GOES_ON)


def segment_edges(marked: Marked, segment: int) -> Place:
    """Start and end of the stretch between two punctuation marks."""
    first, beyond = marked.bounds[segment]
    tokens = marked.tokens
    return (tokens[first].start, tokens[beyond - 1].end) if first < beyond else (0, 0)


def _pieces(marked: Marked, first: int, count: int) -> list[Place]:
    """The stretches of a list, the last one cut at its 和."""
    pieces = [segment_edges(marked, segment) for segment in range(first, first + count)]
    start, end = pieces[-1]
    joint = next((token for token in marked.tokens if start < token.start < end and token.text in JOINS), None)
    return [*pieces[:-1], (start, joint.start), (joint.end, end)] if joint else pieces


def _members(marked: Marked, pieces: list[Place]) -> list[Place]:
    quoted = [place for place in marked.quotes + marked.titles if pieces[0][0] <= place[0] <= pieces[-1][1]]
    touched = [any(start <= place[0] <= end for place in quoted) for start, end in pieces]
    if all(touched) and len(quoted) == len(pieces):
        return sorted(quoted) if all(joined(marked.text, a, b) for a, b in pairwise(sorted(quoted))) else []
    if any(touched) or len(pieces) < 3:
        return []
    between = [marked.text[start:end] for start, end in pieces[1:-1]]
    usual, _count = Counter(map(len, between)).most_common(1)[0]
    first = _first(marked, pieces[0], usual, between)
    last = _last(marked, pieces[-1], usual, between)
    members = [first, *pieces[1:-1], last] if first and last else []
    texts = [marked.text[start:end] for start, end in members]
    return members if texts and (len(set(map(len, texts))) == 1 or _end_alike(texts)) else []


def joined(text: str, a: Place, b: Place) -> bool:
    """Whether nothing but marks and a 和 stands between two members; 增强“甲”、坚定“乙” is no list of names."""
    between = text[a[1] : b[0]].strip("”》“《、")
    return not between or between in JOINS


def _first(marked: Marked, piece: Place, usual: int, between: Sequence[str]) -> Place | None:
    """The end of the first stretch that has the form of the members behind it."""
    words = [token for token in marked.tokens if piece[0] <= token.start < piece[1]]
    starts = [token.start for token in words]
    fits = [start for start in starts if piece[1] - start == usual]
    if not fits and _end_alike([*between, marked.text[slice(*piece)]]):
        fits = [start for start in starts if abs(piece[1] - start - usual) == 1]
    known = fits and set(siblings().get(marked.text[fits[0] : piece[1]], ())) & set(between)
    halved = fits and not known and _belongs(words, fits[0], between)
    return (fits[0], piece[1]) if fits and not halved else None


def _belongs(words: Sequence[Token], start: int, between: Sequence[str]) -> bool:
    """Whether the first member is cut short or too long.

    A noun before `start` is part of it (区域|协调发展战略) unless it goes with all members (质量|评价体系、政策体系); a
    preposition behind `start` is none.
    """
    opening = next(word for word in words if word.start == start)
    before = next((word for word in words if word.end == start), None)
    if opening.tag[:1] in "pcudr":
        return True
    shared = len({text[-2:] for text in between}) == 1
    return (
        before is not None and before.tag[:1] in "nj" and (not shared or any(before.text in text for text in between))
    )


def _last(marked: Marked, piece: Place, usual: int, between: Sequence[str]) -> Place | None:
    """The opening of the last stretch that has the form of the members before it, with nothing cut off behind it."""
    words: list[Token] = [token for token in marked.tokens if piece[0] <= token.start < piece[1]]
    for token in words:
        text = marked.text[piece[0] : token.end]
        alike = _end_alike([*between, text]) and abs(len(text) - usual) <= 1
        following = next((other for other in words if other.start == token.end), None)
        known = set(siblings().get(text, ())) & set(between)
        cut = following is not None and following.tag[:1] not in "ucpdf" and not known
        if (len(text) == usual or alike) and not cut:
            return piece[0], token.end
    return None


def _end_alike(texts: Sequence[str]) -> bool:
    """Whether all end on the same character and are nearly as long as one another."""
    lengths = [len(text) for text in texts]
    return len({text[-1:] for text in texts}) == 1 and max(lengths) - min(lengths) <= 1 and min(lengths) > 2


def _adjacent_quotes(marked: Marked) -> list[list[Place]]:
    """Quotations or titles that touch (“甲”“乙”) or are joined by 和."""
    runs: list[list[Place]] = []
    for place in sorted(marked.quotes + marked.titles):
        if runs and joined(marked.text, runs[-1][-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [run for run in runs if len(run) > 1]
