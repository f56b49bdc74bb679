"""The dirt of scraped and converted files taken out, each piece with its reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quiz.language.script import is_traditional, to_simplified
from quiz.sources import boilerplate, characters, pinyin
from quiz.sources.draft import Account, Draft, Line

STOPS = "。！？；"
PIECE = re.compile(rf"[^{STOPS}]*[{STOPS}]?[”’」』）]*")
LABEL = re.compile(r"^(?:摘要|导读|简介|内容提要|编者按|标题)[：:]\s*")
MIN_TITLE, MAX_TITLE = 4, 60


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The report's own lines, clean, and its title and date (empty when the file names none)."""

    lines: tuple[Line, ...]
    title: str
    date: str


def clean(draft: Draft, *, keep_script: bool = False) -> tuple[Cleaned, Account]:
    """The draft without control characters, glued pinyin, page chrome and half-width marks, in Simplified script
    unless `keep_script`; and the account of every removal."""
    account = Account()
    lines = _without_controls((Line(0, draft.title), *draft.lines), account)
    lines = _without_pinyin(lines, account)
    traditional = is_traditional("\n".join(line.text for line in lines))
    if traditional and not keep_script:
        lines = _simplify(lines, account)
    lines = _widen(lines, account)
    lines = _censor(lines, account)
    simplify = to_simplified if traditional and keep_script else _same
    title, *body = lines
    own, found = _without_chrome(body, simplify, account)
    return _with_title(own, title.text or found, draft.date, account), account


def _same(text: str) -> str:
    return text


def _without_controls(lines: tuple[Line, ...], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        for control in characters.CONTROL.findall(line.text):
            account.drop("control character", f"U+{ord(control):04X}", line.number)
        if characters.PRIVATE.search(line.text):
            account.doubt("private-use character", line.text[:40], line.number)
        kept.append(replace(line, text=characters.CONTROL.sub("", line.text)))
    return kept


def _without_pinyin(lines: list[Line], account: Account) -> list[Line]:
    annotated = pinyin.is_annotated("\n".join(line.text for line in lines))
    kept = []
    for line in lines:
        text, taken = pinyin.strip_glued(line.text, toneless=annotated)
        for piece in taken:
            account.drop("glued pinyin", piece, line.number)
        kept.append(replace(line, text=text))
    return kept


def _simplify(lines: list[Line], account: Account) -> list[Line]:
    before = "\n".join(line.text for line in lines)
    after = to_simplified(before)
    account.changes["traditional to simplified"] += sum(a != b for a, b in zip(before, after, strict=False))
    return [replace(line, text=text) for line, text in zip(lines, after.split("\n"), strict=True)]


def _widen(lines: list[Line], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        squeezed = characters.squeeze_blanks(line.text)
        wide = characters.widen(squeezed)
        account.changes["width"] += sum(a != b for a, b in zip(squeezed, wide, strict=False))
        kept.append(replace(line, text=characters.squeeze_blanks(wide)))
    return kept


def _censor(lines: list[Line], account: Account) -> list[Line]:
    kept = []
    for line in lines:
        text, found = characters.censor_marks(line.text)
        for piece in found:
            account.doubt("censored", piece, line.number)
        kept.append(replace(line, text=text))
    return kept


def _without_chrome(lines: list[Line], simplify: Callable[[str], str], account: Account) -> tuple[list[Line], str]:
    """The lines without the page's sentences, and the title that a lead-in names."""
    sites = boilerplate.site_names("\n".join(simplify(line.text) for line in lines))
    own, title = [], ""
    for line in lines:
        kept = []
        for piece in PIECE.findall(line.text):
            reason = boilerplate.reason_to_drop(simplify(piece), sites) if piece else None
            if reason is None:
                kept.append(piece)
                continue
            account.drop(reason, piece, line.number)
            title = title or (boilerplate.title_in(piece) if reason == "lead-in" else "")
            hidden = boilerplate.HIDDEN.search(simplify(piece))
            if reason == "cut-off notice" and (hidden or not any(d.kind == "cut off" for d in account.doubts)):
                account.doubt("cut off", hidden[0] if hidden else piece, line.number)
        text = "".join(kept)
        own.append(replace(line, text="" if kept != [line.text] and _is_rest(text) else text))
    return own, title


def _is_rest(text: str) -> bool:
    """Dots and marks that are left over when a line's sentences have gone."""
    return not re.search(rf"[{characters.HAN}A-Za-z0-9]", text)


def _with_title(lines: list[Line], title: str, date: str, account: Account) -> Cleaned:
    """Settle the title (given, named by a lead-in, or the first line when it looks like one) and drop its repeats."""
    rest = [line for line in lines if line.text]
    if not title and rest and _looks_like_title(rest[0]):
        title = rest[0].text
    title = LABEL.sub("", title)
    body = []
    for line in lines:
        if title and LABEL.sub("", line.text) == title:
            if line is not rest[0]:
                account.drop("repeated title", line.text, line.number)
            continue
        body.append(line)
    return Cleaned(tuple(body), title, date)


def _looks_like_title(line: Line) -> bool:
    numbered = re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.、]", line.text)
    return MIN_TITLE <= len(line.text) <= MAX_TITLE and line.text[-1] not in "。！？；：，、" and not numbered
