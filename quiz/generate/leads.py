"""The lead-in that a stem needs when its sentence does not stand on its own."""

import re

from quiz.model import Report, Section, Sentence

LEANS = re.compile(
    r"(?:这|那|其|该|此|上述|前者|后者|同时|为此|对此|因此|由此|它|他|她|两者|二者|以上|在此基础上|在这|通过这|与此|另一方面|此外|但|而且|然而|尤其是|特别是)"
)
SHORT, LONG = 40, 80  # characters of a sentence that is shown before another
# What is true in one year only.
DATED = re.compile(r"今年|去年|明年|本年|上年|当前|目前|近年来|过去[一五]年|(?:今后|未来)[一五]年|五年来|一年来|全年")
YEAR = re.compile(r"(?:19|20)\d\d年?|二[〇○零][〇○零一二三四五六七八九]{2}年")


def lead_for(report: Report, section: Section, sentence: Sentence, before: str = "") -> str:
    """What a sentence needs above it, else nothing.

    The heading for a member of a list (二是…); for an opening that points back (这, 其, 同时) the sentence `before` it
    in the section if that is short and stands on its own, else the heading; the report's year where it says 今年.
    """
    above = ""
    if sentence.marker or LEANS.match(sentence.text):
        above = section.heading or report.title
        if not above or (not sentence.marker and len(before) <= SHORT and not LEANS.match(before)):
            above = before[-LONG:] or above
    dated = DATED.search(sentence.text) and not YEAR.search(sentence.text)
    return " · ".join(part for part in (_year(report) if dated else "", above) if part)


def _year(report: Report) -> str:
    """The year in which the report speaks, as its date or title has it."""
    found = YEAR.search(report.date) or YEAR.search(report.title)
    return f"{found[0].removesuffix('年')}年报告" if found else ""
