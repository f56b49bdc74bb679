"""The lead-in that a stem needs when its sentence does not stand on its own."""

import re

from quiz.model import Report, Section, Sentence

LEANS = re.compile(
    r"^(?:这|那|其|该|此|上述|前者|后者|同时|为此|对此|因此|由此|它|他|她|两者|二者|以上|在此基础上|在这|通过这|与此|另一方面|此外|但|而且|然而|尤其是|特别是)"
)


def lead_for(report: Report, section: Section, sentence: Sentence) -> str:
    """The heading for a member of a list (二是…) or an opening that points back (这, 其, 同时), else nothing."""
    if not sentence.marker and not LEANS.match(sentence.text):
        return ""
    return section.heading or report.title
