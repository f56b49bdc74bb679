"""The dirt of scraped and converted files taken out, each piece with its reason."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from quiz.language.script import is_traditional, to_simplified
from quiz.sources import boilerplate, characters, pagemarks, pinyin
from quiz.sources.draft import Account, Draft, Line
from quiz.sources.head import Head, read_head
from quiz.sources.paragraphs import glue, rejoin
from quiz.sources.speakers import without_speakers
from quiz.sources.tail import without_tail

STOPS = "。！？；"
PIECE = re.compile(rf"[^{STOPS}]*[{STOPS}]?[”’」』）]*")
SCRIPT_SAMPLE = 200_000  # characters that tell the script of a file


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The report's own lines, clean, and what its head says of it (empty where it says nothing)."""

    lines: tuple[Line, ...]
    head: Head


def clean(draft: Draft, *, keep_script: bool = False, keep: Iterable[str] = ()) -> tuple[Cleaned, Account]:
    """The draft without control characters, glued pinyin, page chrome and half-width marks, in Simplified script
    unless `keep_script`; and the account of every removal. What `keep` names (of `REASONS`) is not removed."""
    account = Account(kept=frozenset(keep))
    lines = _without_controls((Line(0, draft.title), *_restored(draft, account)), account)
    lines = _without_pinyin(lines, account)
    traditional = is_traditional("\n".join(line.text for line in lines)[:SCRIPT_SAMPLE])
    if traditional and not keep_script:
        lines = _simplify(lines, account)
    lines = glue(_widen(lines, account))
    lines = _censor(lines, account)
    simplify = to_simplified if traditional and keep_script else _same
    title, *body = lines
    body = pagemarks.without_page_marks(without_speakers(body, account), account)
    own, found = _without_chrome(body, simplify, account)
    body = without_tail(own, body, account)
    head, body = read_head(body, Head(title.text or found, draft.date), account)
    return Cleaned(tuple(rejoin(body)), head), account


def _restored(draft: Draft, account: Account) -> list[Line]:
    """The lines of `draft`, with those that its reader left out for a reason that is kept; a page that is a picture
    has none to keep, and the text may go on in it."""
    for left in draft.removals:
        if left.reason == "picture page":
            account.doubt("cut off", left.text, left.line)
    texts = [left for left in draft.removals if left.reason != "picture page"]
    kept = [Line(left.line, left.text) for left in texts if not account.drop(left.reason, left.text, left.line)]
    return sorted((*draft.lines, *kept), key=lambda line: line.number) if kept else list(draft.lines)


def _same(text: str) -> str:
    return text


def _with_text(line: Line, text: str) -> Line:
    """`line` itself when `text` is its text already: most lines need nothing, and making one costs time."""
    return line if text == line.text else replace(line, text=text)


def _without_controls(lines: Iterable[Line], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        text = line.text.strip()  # an indent of U+3000 counts as unprintable and is of no use
        if not text.isprintable():
            for control in characters.CONTROL.findall(text):
                account.drop("control character", f"U+{ord(control):04X}", line.number)
            if characters.PRIVATE.search(text):
                account.doubt("private-use character", text[:40], line.number)
            text = characters.CONTROL.sub("", text)
        kept.append(_with_text(line, text))
    return kept


def _without_pinyin(lines: list[Line], account: Account) -> list[Line]:
    annotated = pinyin.is_annotated("\n".join(line.text for line in lines))
    kept = []
    for line in lines:
        text, taken = pinyin.strip_glued(line.text, toneless=annotated)
        dropped = [account.drop("glued pinyin", piece, line.number) for piece in taken]
        kept.append(_with_text(line, text) if all(dropped) else line)
    return kept


def _simplify(lines: list[Line], account: Account) -> list[Line]:
    before = "\n".join(line.text for line in lines)
    after = to_simplified(before)
    account.changes["traditional to simplified"] += sum(a != b for a, b in zip(before, after, strict=False))
    return [_with_text(line, text) for line, text in zip(lines, after.split("\n"), strict=True)]


def _widen(lines: list[Line], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        squeeze = characters.squeeze_title if line.level or not line.number else characters.squeeze_blanks
        squeezed = squeeze(line.text)
        wide = characters.widen(squeezed)
        if wide != squeezed:
            account.changes["width"] += sum(a != b for a, b in zip(squeezed, wide, strict=False))
            wide = squeeze(wide)
        kept.append(_with_text(line, wide))
    return kept


def _censor(lines: list[Line], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        text, found = characters.censor_marks(line.text)
        for piece in found:
            account.doubt("censored", piece, line.number)
        kept.append(_with_text(line, text))
    return kept


def _without_chrome(lines: list[Line], simplify: Callable[[str], str], account: Account) -> tuple[list[Line], str]:
    """The lines without the page's sentences, and the title that a lead-in names."""
    plain = [simplify(line.text) for line in lines]
    sites = boilerplate.site_names(plain)
    suspicious = boilerplate.suspicious(plain, sites)
    own, title = [], ""
    for line, suspect in zip(lines, suspicious, strict=True):
        if not suspect:
            own.append(line)
            continue
        kept = []
        for piece in PIECE.findall(line.text):
            reason = boilerplate.reason_to_drop(simplify(piece), sites) if piece else None
            if reason is None or not account.drop(reason, piece, line.number):
                kept.append(piece)
                continue
            title = title or (boilerplate.title_in(piece) if reason == "lead-in" else "")
            hidden = boilerplate.HIDDEN.search(simplify(piece))
            if reason == "cut-off notice" and (hidden or not any(d.kind == "cut off" for d in account.doubts)):
                account.doubt("cut off", hidden[0] if hidden else piece, line.number)
        text = "".join(kept)
        own.append(_with_text(line, "" if text != line.text and _is_rest(text) else text))
    return own, title


def _is_rest(text: str) -> bool:
    """Dots and marks that are left over when a line's sentences have gone."""
    return not re.search(rf"[{characters.HAN}A-Za-z0-9]", text)
