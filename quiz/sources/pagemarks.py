"""What a printed page puts between the paragraphs: page numbers, running headers, a table of contents; and the marks a
transcript or an editor puts into them: applause, footnote numbers."""

import re
from collections import Counter
from dataclasses import replace

from quiz.sources.draft import Account, Line

PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:[/，\s]*共?\s*\d{1,4}\s*页?)?[-—–·\s]*")
CONTENTS_LINE = re.compile(r"^(.{2,60}?)(?:…+|·{3,}|\.{3,})\s*\d{1,4}$")
CONTENTS_HEADING = re.compile(r"^目\s*录$|^目\s*次$")
APPLAUSE = re.compile(r"（[^（）]{0,12}(?:掌声|鼓掌|笑声|欢呼|起立)[^（）]{0,8}）")
FOOTNOTE = re.compile(r"(?<=[\u4e00-\u9fff。，；：！？”》）%])[\[［〔]\d{1,3}[\]］〕]")
NOTES_HEADING = re.compile(r"^[【\[（]?(?:注|注释|参考文献|尾注|脚注)[】\]）]?[：:]?$")
NOTE = re.compile(r"^(?:[①-⑳]|[\[［〔（(]?\d{1,3}[\]］〕）).、．])")
DATELINE = re.compile(
    r"\d{4}年\d{1,2}月\d{1,2}日(?:来源：?)?[\u4e00-\u9fff]{2,12}(?:网|社|报|在线)"
)  # where it was printed
RUNNING = 3  # times a short line must stand to be a running header
MAX_RUNNING = 30
ENDS = tuple("。！？；：”…，、")


def _notes(lines: list[Line]) -> frozenset[int]:
    """The places of an apparatus of notes: the line 注： and the numbered lines behind it."""
    start = next((at for at, line in enumerate(lines) if NOTES_HEADING.match(line.text)), len(lines))
    places = set()
    for at in range(start, len(lines)):
        if at > start and lines[at].text and not NOTE.match(lines[at].text):
            break
        places.add(at)
    return frozenset(places) if len(places) > 1 else frozenset()


def without_page_marks(lines: list[Line], account: Account) -> list[Line]:
    """The lines without page numbers, running headers and contents, and their text without applause and note marks."""
    running = _running_lines(lines)
    contents, notes = _contents(lines), _notes(lines)
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
        kept.append(_without_marks(line, account))
    return kept


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


def _without_marks(line: Line, account: Account) -> Line:
    text = line.text
    for pattern, reason in ((APPLAUSE, "applause"), (FOOTNOTE, "footnote mark")):
        if ("（" in text or "[" in text or "［" in text or "〔" in text) and (found := pattern.findall(text)):
            dropped = [account.drop(reason, piece, line.number) for piece in found]
            text = pattern.sub("", text) if all(dropped) else text
    return line if text is line.text else replace(line, text=text)
