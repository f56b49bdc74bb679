"""The parts of the rules that look at a number at an edge of a blank."""

import re

from quiz.generate.candidates import Marked

SINCE = ("今后", "过去", "未来", "最近")
UNIT_AHEAD = re.compile(
    r"[年月日届个项条亿万千百%％元人次倍位名家所座公米吨亩户岁分点级类大支批种字章节件部组场起篇期轮只台辆架艘间套幢度多余枚周对幅]"
)
DIGIT = re.compile(r"[\d一二三四五六七八九十百千万亿〇零两几多]")
NAMED = re.compile(r"[A-Za-z] ?$")  # the figure is part of a name: PM 2.5
FIGURE_BEFORE, FIGURE_BEHIND = re.compile(r"\d[.,：:]?$"), re.compile(r"[.,：:]?\d")


def is_figure(text: str, tag: str) -> bool:
    """A number in digits, which what it is of must not stand before: 全国|23.9%."""
    return tag == "m" and text[:1].isdigit()


def opens_inside_figure(marked: Marked, at: int) -> bool:
    """A piece of a number, a date or a name, a unit without its number, or years without their start (今后|五年)."""
    text, edge = marked.text, marked.tokens[at].start
    if text.endswith(SINCE, 0, edge) and marked.tokens[at].tag[:1] in "mt":
        return True
    last, first = text[edge - 1 : edge], text[edge]
    if first.isdigit() and NAMED.search(text, max(edge - 2, 0), edge):
        return True
    if last.isdigit() and (UNIT_AHEAD.match(first) or text.startswith(("小时", "分钟"), edge)):
        return True
    return (last in ("年", "月") and first.isdigit()) or parts_a_figure(text, edge)


def closes_inside_figure(marked: Marked, at: int) -> bool:
    """A piece of a number or date, or a number without its unit."""
    text, token = marked.text, marked.tokens[at]
    edge = token.end
    last, first = text[edge - 1], text[edge : edge + 1]
    if last.isdigit() and "\u4e00" <= first <= "\u9fff":
        return True
    if text.startswith(("/", "／", "百分点"), edge) or (last in "年月" and first.isdigit()):  # 29微克/立方米
        return True
    return (token.tag[:1] == "m" and counts_on(text, edge)) or parts_a_figure(text, edge)


def parts_a_figure(text: str, edge: int) -> bool:
    """Whether the digits of one figure (1,000 or 3.5 or 2:1) stand on both sides of an edge."""
    first = text[edge : edge + 1]
    if not (first.isdigit() or first in ".,：:"):  # nearly everywhere
        return False
    goes_on = FIGURE_BEHIND.match(text, edge, edge + 2)
    return goes_on is not None and FIGURE_BEFORE.search(text[max(edge - 2, 0) : edge]) is not None


def counts_on(text: str, edge: int) -> bool:
    """Whether a numeral before `edge` goes on behind it, with digits or a unit, or ends the text."""
    first = text[edge : edge + 1]
    return bool(DIGIT.match(text[edge - 1]) and (UNIT_AHEAD.match(first) or first in "0123456789.%"))
