"""What a printed page puts between the paragraphs: page numbers, running headers, a table of contents; and the marks a
transcript or an editor puts into them: applause, footnote numbers."""

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

from quiz.sources.draft import Account, Line

PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:[/，\s]*共?\s*\d{1,4}\s*页?)?[-—–·\s]*")
CONTENTS_LINE = re.compile(r"^(.{2,60}?)(?:…+|·{3,}|\.{3,})\s*\d{1,4}$")
CONTENTS_HEADING = re.compile(r"^目\s*录$|^目\s*次$")
_WORDS = r"[^（）〔〕\[\]【】]"
_DIRECTION = (
    rf"(?:{_WORDS}{{0,24}}(?:掌声|鼓掌(?!通过)|笑声|欢呼|起立){_WORDS}{{0,16}}|(?:众|全场|大家)?(?:大|哄堂大)?笑)"
)
APPLAUSE = re.compile(rf"（{_DIRECTION}）|〔{_DIRECTION}〕|\[{_DIRECTION}\]|【{_DIRECTION}】")
CONTINUED = re.compile(
    r"（(?:[上下紧]?[转接](?:自|至)?)第?[一二三四五六七八九十\dA-Z]{1,3}版[^（）]{0,12}）"
)  # of a newspaper
FOOTNOTE = re.compile(r"(?<=[\u4e00-\u9fffA-Za-z0-9。，；：！？”》）%])[\[［〔]\d{1,3}[\]］〕]")
ENCLOSED = re.compile(r"(?<=[\u4e00-\u9fff。，；！？”》）%])（[①-⒇][①-⒇、，]*）")
CIRCLED = re.compile(r"(?<=[\u4e00-\u9fff。，！？”》）])[①-⑳](?=[\u4e00-\u9fff“《，。；]|$)")  # where such notes follow
# Each pattern with a quick look for what a line must hold: few lines do.
MARKS = (
    (APPLAUSE, "applause", re.compile("[掌笑]|欢呼|起立")),
    (CONTINUED, "page header or footer", re.compile("版")),
    (FOOTNOTE, "footnote mark", re.compile(r"[\[［〔]")),
    (ENCLOSED, "footnote mark", re.compile("（[①-⒇]")),
)
NOTES_HEADING = re.compile(r"^[【\[（]?(?:注|.{0,6}注释|参考文献|尾注|脚注)[】\]）]?[：:]?$")
NOTE = re.compile(r"^(?:[①-⑳]|[＠@*＊]|[\[［〔（(]?\d{1,3}[\]］〕）).、．])")
NOTE_LINES = 3  # of one note, at most
DATELINE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:来源：?)?[\u4e00-\u9fff]{2,12}(?:网|社|报|在线)"
)  # where it was printed
BETWEEN_PAGES = ("page number", "page header or footer")
WIDEST_GAP = 6  # lines between two pages
RUNNING = 3  # times a short line must stand to be a running header
MAX_RUNNING = 30
ENDS = tuple("。！？；：”…，、")
ENDED = tuple("。！？；：”…")


def _notes(lines: list[Line]) -> frozenset[int]:
    """The places of an apparatus of notes: the line 注： and the notes behind it, the last as long as any."""
    start = next((at for at, line in enumerate(lines) if NOTES_HEADING.match(line.text)), len(lines))
    written = [at for at in range(start, len(lines)) if lines[at].text]
    numbered = [place for place, at in enumerate(written) if place and NOTE.match(lines[at].text)]
    if not numbered or numbered[0] > 1:
        return frozenset()
    end, longest = 2, 1
    for place, following in pairwise(numbered):
        if following - place > NOTE_LINES:
            break
        end, longest = following + 1, max(longest, following - place)
    return frozenset(written[: end + longest - 1])


def without_page_marks(lines: list[Line], account: Account) -> list[Line]:
    """The lines without page numbers, running headers and contents, and their text without applause and note marks."""
    running = _running_lines(lines)
    contents, notes = _contents(lines), _notes(lines)
    turned: set[int] = set()
    circled = any("①" <= lines[at].text[:1] <= "⑳" for at in notes)
    kept = []
    for at, line in enumerate(lines):
        reason = ""
        if at in contents:
            reason = "table of contents"
        elif DATELINE.fullmatch(line.text):
            reason = "site line"
        elif at in notes and line.text:
            reason = "footnote"
        elif 0 < len(line.text) <= MAX_RUNNING and PAGE_NUMBER.fullmatch(line.text):
            reason = "page number"
        elif line.text in running:
            reason = "page header or footer"
        if reason and account.drop(reason, line.text, line.number):
            line = replace(line, text="")
            if reason in BETWEEN_PAGES:
                turned.add(line.number)
        kept.append(_without_marks(line, circled, account))
    return _closed_up(kept, turned) if turned else kept


def _closed_up(lines: list[Line], turned: set[int]) -> list[Line]:
    """The lines without the gaps that the turning of a page left in the middle of a sentence."""
    closed: list[Line] = []
    gap: list[Line] = []
    for line in lines:
        if not line.text:
            gap.append(line)
            continue
        goes_on = closed and not closed[-1].text.endswith(ENDED) and not (line.whole or line.level)
        if not (goes_on and len(gap) <= WIDEST_GAP and any(empty.number in turned for empty in gap)):
            closed += gap
        closed.append(line)
        gap = []
    return closed + gap


def _running_lines(lines: list[Line]) -> frozenset[str]:
    """Short lines that come back again and again between others, such as a header on every page."""
    counts = Counter(line.text for line in lines if 0 < len(line.text) <= MAX_RUNNING and not line.text.endswith(ENDS))
    return frozenset(text for text, count in counts.items() if count >= RUNNING)


def _contents(lines: list[Line]) -> frozenset[int]:
    """The places of a table of contents: lines that end in dots and a number, or, behind a line 目录, short lines
    that come again later as headings."""
    dotted = {at for at, line in enumerate(lines) if CONTENTS_LINE.match(line.text)}
    places = set(dotted) if len(dotted) >= 3 else set()
    for at, line in enumerate(lines):
        if CONTENTS_HEADING.match(line.text):
            places |= {at, *_listed_again(lines, at)}
    return frozenset(places)


def _listed_again(lines: list[Line], at: int) -> list[int]:
    later = Counter(line.text for line in lines[at:])
    listed: list[int] = []
    for place in range(at + 1, min(at + 200, len(lines))):
        text = lines[place].text
        if text and later[text] < 2 and not CONTENTS_LINE.match(text):
            break
        if text:
            if text in [lines[earlier].text for earlier in listed]:
                break  # the first heading again: here the text itself begins
            listed.append(place)
    return listed


def _without_marks(line: Line, circled: bool, account: Account) -> Line:
    text = line.text
    marks = [(pattern, reason) for pattern, reason, words in MARKS if words.search(text)]
    for pattern, reason in (*marks, (CIRCLED, "footnote mark")) if circled else marks:
        if found := pattern.findall(text):
            dropped = [account.drop(reason, piece, line.number) for piece in found]
            text = pattern.sub("", text) if all(dropped) else text
    return line if text is line.text else replace(line, text=text)
