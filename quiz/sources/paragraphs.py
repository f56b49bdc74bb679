"""Lines back into paragraphs: a converted file often breaks them at a fixed width, in the middle of a word."""

from collections.abc import Iterator
from dataclasses import replace

from quiz.sources.draft import Line
from quiz.sources.headings import heading_of
from quiz.sources.pagemarks import PAGE_NUMBER
from quiz.sources.sentences import MARKER
from quiz.sources.torn import breaks_off, habit_of

NEVER_FIRST = tuple("，、。；：！？”’》）】〉」』")
RARELY_FIRST = tuple("的了等和与及之")  # of a paragraph; behind a line that does not end they go on in it
NEVER_LAST = tuple("，、“‘《（〈「『")
MOST_PIECES = 40  # an unclosed quotation must not swallow the document
STOPS = tuple("。！？；")
ENDS = (*STOPS, *"：”’）》…")
MIN_WIDTH, MAX_WIDTH = 12, 70  # characters of a line that was broken to fit a page
NEARLY_FULL = 0.85
SHARE = 0.5  # of all lines are full, and of the full ones break inside a sentence
LEAST_LINES = 6


def glue(lines: list[Line]) -> list[Line]:
    """The lines with the pieces of a torn sentence in one: a page's links often stand on lines of their own.

    A line that opens with a closing mark or a comma, and one behind an open quotation or bracket, goes on the line
    before it; so does one that reads as the rest of a sentence which breaks off there.
    """
    if _page_width(lines):
        return lines  # `rejoin` mends these, and knows them by the width that gluing would hide
    habit = habit_of(lines)
    glued: list[Line] = []
    pieces = 0
    for at, line in enumerate(lines):
        before = glued[-1].text if glued else ""
        torn = line.text.startswith(NEVER_FIRST) or (before and line.text and _is_open(before) and not line.level)
        torn = torn or (line.text.startswith(RARELY_FIRST) and not before.endswith(ENDS))
        if not torn and before and line.text and not (line.whole or line.level or before.endswith(STOPS)):
            torn = breaks_off(before, line.text, lines[at + 1].text if at + 1 < len(lines) else "", habit)
        if torn and PAGE_NUMBER.fullmatch(before) and not before.isdigit():
            torn = False  # the sentence goes on behind a page's number
        if before and torn and pieces < MOST_PIECES and not glued[-1].level:
            glued[-1] = replace(glued[-1], text=_joined(before, line.text))
            glued.append(replace(line, text=""))
            glued[-1], glued[-2] = glued[-2], glued[-1]  # the next piece looks at the last line
            pieces += 1
        else:
            glued.append(line)
            pieces = 0
    return glued


def _is_open(text: str) -> bool:
    """Whether a line breaks off in a quotation or bracket; one that ends like a sentence only leaves it open for the
    next paragraph."""
    if text.endswith(STOPS):
        return False
    if MARKER.fullmatch(text):
        return True
    return text.endswith(NEVER_LAST) or any(text.count(a) > text.count(b) for a, b in ("“”", "《》", "（）"))


def rejoin(lines: list[Line]) -> Iterator[Line]:
    """The paragraphs of `lines`: a line as wide as the page that does not end like a sentence goes on in the next."""
    width = _page_width(lines)
    if not width:
        yield from lines
        return
    paragraph: Line | None = None
    for line in lines:
        if paragraph is None:
            paragraph = line
        elif line.text and not line.whole and not heading_of(line.text, line.level):
            paragraph = replace(paragraph, text=_joined(paragraph.text, line.text))
        else:
            yield paragraph
            paragraph = line
        if not _goes_on(line, width):
            yield paragraph
            paragraph = None
    if paragraph is not None:
        yield paragraph


def _page_width(lines: list[Line]) -> int:
    """The width the file was broken at, 0 when every line is a paragraph of its own."""
    loose = [line for line in lines if line.text and not line.whole]
    lengths = sorted(len(line.text) for line in loose)
    if len(lengths) < LEAST_LINES:
        return 0
    width = lengths[int(len(lengths) * 0.9)]
    if not MIN_WIDTH <= width <= MAX_WIDTH or lengths[-1] > width * 1.3:
        return 0
    full = [line for line in loose if len(line.text) >= width * NEARLY_FULL]
    broken = [line for line in full if not line.text.endswith(ENDS)]
    return width if len(full) >= SHARE * len(loose) and len(broken) >= SHARE * len(full) else 0


def _goes_on(line: Line, width: int) -> bool:
    return not line.whole and len(line.text) >= width * NEARLY_FULL and not line.text.endswith(STOPS)


def _joined(before: str, after: str) -> str:
    """Two lines of one paragraph; Latin words keep a blank between them, but not a letter and its index."""
    latin = not after.isdigit() and all(c.isascii() and c.isalnum() for c in (before[-1], after[0]))
    return f"{before} {after}" if latin else before + after
