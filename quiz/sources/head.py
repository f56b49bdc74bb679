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
OFFICE = "代表|[省市县区州乡镇]长|主席|主任|书记|部长|总理|记者"  # a person, who may speak for a body
ISSUER = re.compile(
    rf"^(?:\d{{4}}年)?(中共中央(?:办公厅)?(?:国务院(?:办公厅)?)?|国务院(?:办公厅)?|(?:(?!{OFFICE})[\u4e00-\u9fff]){{2,12}}?"
    r"(?:委员会|人民政府|政府(?=工作报告)|办公厅|党组|党委|省委|市委))"
)
SUBTITLE = re.compile("[—（(]{1,2}.{0,12}在.{4,40}(?:上|会)的")
SALUTATION = re.compile(r"(?:各位|同志们|尊敬的|朋友们|女士们|先生们|亲爱的)[^。]{0,30}[：！]")
REQUEST = re.compile(
    r"我(?:谨|受)?.{0,4}代表.{2,30}(?:报告|说明|讲话)|请(?:予|各位|大会).{0,6}(?:审议|审查)|^现在，"
)  # is no title
MOST_CAPTIONS, MAX_CAPTION = 2, 40
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
    signed = (line.text for line in lines[end:] if DATE.fullmatch(line.text.strip("（）")))
    date = known.date or _date([line.text for line in head_lines]) or next(signed, "")
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
    return _past_captions(lines, start, places), places[-1] + 1


def _past_captions(lines: list[Line], start: int, places: list[int]) -> int:
    """The salutation, where only the caption of a picture or two stand between the head and it."""
    above = [at for at in places[: MOST_CAPTIONS + 1] if at >= start]
    greeting = next((at for at in above if SALUTATION.fullmatch(lines[at].text) and lines[at].text[-1] == "："), start)
    captions = [line for line in lines[start:greeting] if line.text]
    short = all(len(line.text) <= MAX_CAPTION and not heading_of(line.text, line.level) for line in captions)
    return greeting if start and short else start


def _is_text(line: Line, following: str) -> bool:
    """A heading or a sentence; or a salutation, which a sentence follows."""
    text = line.text
    if heading_of(text, line.level):
        return True
    if SALUTATION.fullmatch(text):
        return True
    if len(text) < MIN_TITLE:
        return False
    return text.rstrip("”’）》").endswith(SENTENCE_END) or (text.endswith("：") and following.endswith(SENTENCE_END))


def _date(head: list[str]) -> str:
    """The date of the occasion rather than that of the page, which is often some days later."""
    occasions = [text for text in head if OCCASION.match(text)]
    return next((match[0] for text in (*occasions, *head) if (match := DATE.search(text))), "")


def _title(head: list[Line], body: list[Line]) -> str:
    """The line of the head that names a kind of document, comes again in the body, or stands first; with the line
    below it when an occasion follows there, for then it is a title of two lines."""
    fit = [line.text for line in head if _may_be_title(line.text)]
    again = {line.text for line in body}
    named = [text for text in fit if DOCUMENT.search(text.rstrip("》）")) or text in again]
    if not named and len(fit) > 1:
        written = [line.text for line in head]
        at = written.index(fit[0])
        if written[at + 1] == fit[1] and SUBTITLE.match("".join(written[at + 2 : at + 3])):
            return f"{fit[0]} {fit[1]}"
    spoken = [line.text for line in head if OCCASION.match(line.text) and DOCUMENT.search(line.text)]
    return (named or fit or spoken or [""])[0]


def _may_be_title(text: str) -> bool:
    inside = MIN_TITLE <= len(text) <= MAX_TITLE and re.search(r"[\u4e00-\u9fff]{3}", text)
    other = DATE.fullmatch(text.strip("（）")) or OCCASION.match(text) or REQUEST.search(text)
    return bool(inside) and not other and "：" not in text[-1:]


def _reason(line: Line, before: bool, behind: bool, title: str) -> str:
    """Why a line does not belong to the body: a name from `REASONS`, "title" for the title's own line, or nothing."""
    if not line.text:
        return ""
    if title and LABEL.sub("", line.text) in {title, "".join(title.split())} | set(title.split() if before else ()):
        return "title" if before else "repeated title"
    if before:
        return "head line"
    if behind:
        return "site line"
    return "" if re.search(r"[\u3400-\u9fff0-9]", line.text) else "not Chinese"
