"""The head of a document: title, date, the body that issues it; and the lines of a page before and behind the text."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from quiz.sources.draft import Account, Line
from quiz.sources.headings import heading_of

MIN_TITLE, MAX_TITLE = 5, 60
MAX_HEAD = 40  # lines
LABEL = re.compile(r"^(?:摘要|导读|简介|内容提要|编者按|标题)[：:]\s*")
DOCUMENT = re.compile(
    r"(?:报告|意见|决定|决议|讲话|规划|纲要|通知|方案|公报|条例|办法|要点|总结|材料|建议|发言|致辞|宣言|章程|计划|综述|知识|提纲|读本|讲义|精神)$"
)
DATE = re.compile(
    r"\d{4}年\d{1,2}月(?:\d{1,2}日)?|[一二三四五六七八九十〇零○]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{0,3}日?|\d{4}-\d{1,2}-\d{1,2}"
)
OCCASION = re.compile(r"^[—（(]*(?:.{0,12}\d{1,2}日)?在.{4,40}(?:上|会)(?:的.{2,6})?[）)]?$")
ISSUER = re.compile(
    r"^(?:\d{4}年)?(中共中央国务院|中共中央|国务院|[\u4e00-\u9fff]{2,12}?(?:委员会|人民政府|办公厅|党组|党委|省委|市委))"
)
SENTENCE_END = tuple("。！？；")


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself, empty where it says nothing; `date` as printed."""

    title: str = ""
    date: str = ""
    issuer: str = ""


def read_head(lines: list[Line], known: Head, account: Account) -> tuple[Head, list[Line]]:
    """The head of the document and the lines of its body; `known` is what the format or a lead-in said already."""
    start, end = _body(lines)
    head_lines = [line for line in lines[:start] if line.text]
    title = LABEL.sub("", known.title or _title(head_lines, lines[start:end]))
    date = known.date or next((match[0] for line in head_lines if (match := DATE.search(line.text))), "")
    issuer = next((match[1] for text in (title, *(x.text for x in head_lines)) if (match := ISSUER.match(text))), "")
    body = []
    for at, line in enumerate(lines):
        reason = _reason(line, at < start, at >= end, title)
        dropped = reason and (reason == "title" or account.drop(reason, line.text, line.number))
        body.append(replace(line, text="") if dropped else line)
    return Head(title, date, issuer), body


def _body(lines: list[Line]) -> tuple[int, int]:
    """Where the text itself starts and ends: at the first heading or sentence, behind the last sentence or heading."""
    written = [at for at, line in enumerate(lines) if line.text]
    after = dict(pairwise(written))
    places = [at for at in written if _is_text(lines[at], lines[after.get(at, at)].text)]
    if not places:
        return 0, len(lines)
    start = places[0] if sum(bool(line.text) for line in lines[: places[0]]) <= MAX_HEAD else 0
    return start, places[-1] + 1


def _is_text(line: Line, following: str) -> bool:
    """A heading or a sentence; or a salutation, which a sentence follows."""
    text = line.text
    if heading_of(text, line.level):
        return True
    if len(text) < MIN_TITLE:
        return False
    return text.rstrip("”’）》").endswith(SENTENCE_END) or (text.endswith("：") and following.endswith(SENTENCE_END))


def _title(head: list[Line], body: list[Line]) -> str:
    """The line of the head that names a kind of document, comes again in the body, or stands first."""
    fit = [line.text for line in head if _may_be_title(line.text)]
    again = {line.text for line in body}
    named = [text for text in fit if DOCUMENT.search(text.rstrip("》）")) or text in again]
    return (named or fit or [""])[0]


def _may_be_title(text: str) -> bool:
    inside = MIN_TITLE <= len(text) <= MAX_TITLE and re.search(r"[\u4e00-\u9fff]{3}", text)
    return (
        bool(inside) and not DATE.fullmatch(text.strip("（）")) and not OCCASION.match(text) and "：" not in text[-1:]
    )


def _reason(line: Line, before: bool, behind: bool, title: str) -> str:
    """Why a line does not belong to the body: a name from `REASONS`, "title" for the title's own line, or nothing."""
    if not line.text:
        return ""
    if title and LABEL.sub("", line.text) == title:
        return "title" if before else "repeated title"
    if before:
        return "head line"
    if behind:
        return "site line"
    return "" if re.search(r"[\u3400-\u9fff0-9]", line.text) else "not Chinese"
