"""The lead-in that a stem needs when its sentence does not stand on its own."""

import re

from quiz.model import Report, Section, Sentence

LEANS = re.compile(
    r"(?:这|那|其|该|此|上述|前者|后者|同时|为此|对此|因此|由此|它|他|她|两者|二者|以上|在此基础上|在这|通过这|与此|另一方面|此外|但|而且|然而|尤其是|特别是)"
)
SHORT, LONG = 40, 80  # characters of a sentence that is shown before another
# What is true in one year only.
DATED = re.compile(r"今年|去年|明年|本年|上年|当前|目前|近年来|过去[一五]年|(?:今后|未来)[一五]年|五年来|一年来|全年")
FIGURE = re.compile(r"\d(?:%|％|[多余]?[万亿元人户亩吨公个家])")
SPOKEN = ("报告", "讲话")
KINDS = re.compile("(?:报告|讲话|意见|决定|决议|纲要|规划|方案|公报|白皮书|通知|办法|条例|计划|章程)(?=$|[（(])")
YEAR = re.compile(r"(?:19|20)\d\d年?|二[〇○零][〇○零一二三四五六七八九]{2}年")


def lead_for(report: Report, section: Section, sentence: Sentence, before: str = "") -> str:
    """What a sentence needs above it, else nothing.

    The heading for a member of a list (二是…); for an opening that points back (这, 其, 同时) the sentence `before` it
    in the section if that is short and stands on its own, else the heading; where it says 今年 or names a figure, the
    heading that has the year (2023年工作回顾), else for 今年 the report's year.
    """
    above = ""
    if sentence.marker or LEANS.match(sentence.text):
        above = section.path[-1] if section.path else report.title
        if not above or (not sentence.marker and len(before) <= SHORT and not LEANS.match(before)):
            above = before[-LONG:] or above
    return " · ".join(part for part in (_when(report, section, sentence), above) if part)


def _when(report: Report, section: Section, sentence: Sentence) -> str:
    """What says the year of what is true in one year only, where the sentence does not."""
    dated = DATED.search(sentence.text)
    if YEAR.search(sentence.text) or not (dated or FIGURE.search(sentence.text)):
        return ""
    heading = next((heading for heading in reversed(section.path) if YEAR.search(heading)), "")
    return heading if len(heading) <= SHORT and heading else _year(report) if dated else ""


def _year(report: Report) -> str:
    """The year in which the report speaks, as its date or title has it."""
    found = YEAR.search(report.date) or YEAR.search(report.title)
    return f"{found[0].removesuffix('年')}年{kind_of(report)}" if found else ""


def named(report: Report) -> str:
    """How a question speaks of the document: 报告, 讲话, else in title marks (《意见》)."""
    kind = kind_of(report)
    return kind if kind in SPOKEN else f"《{kind}》"


def kind_of(report: Report) -> str:
    """What to call the document: as its title does (意见, 决定), else 报告."""
    kind = KINDS.search(report.title)
    return kind[0] if kind else "报告"
