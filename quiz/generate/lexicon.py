"""A word list of the user's own: terms that are asked whole or not at all, always, or never.

# a comment
新质生产力          a blank takes the term whole or leaves it alone
+ 五位一体          asked wherever a question is made of its sentence
- 重要讲话          never asked
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from quiz.errors import Problem, QuizError
from quiz.files import printable, read_bytes
from quiz.i18n import gettext as _

LIMIT = 1_000_000
LONGEST = 40  # characters of a term


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`terms` are never cut; `always` and `never` are among them."""

    terms: frozenset[str] = frozenset()
    always: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()

    def inside(self, text: str) -> Iterator[tuple[int, int, str]]:
        """(start, end, kind) of every term in a text, `kind` being always, never or lexicon."""
        for term in sorted(self.terms):
            kind = "always" if term in self.always else "never" if term in self.never else "lexicon"
            for match in re.finditer(re.escape(term), text):
                yield match.start(), match.end(), kind

    @staticmethod
    def allows(start: int, end: int, inside: Sequence[tuple[int, int, str]]) -> bool:
        """Whether a blank at `start`..`end` cuts none of the terms that are `inside` its text, and asks for none that
        is never asked."""
        for opens, closes, kind in inside:
            overlaps = start < closes and opens < end
            if overlaps and (kind == "never" or not (start <= opens and closes <= end)):
                return False
        return True


NO_WORDS = Lexicon()


def read_lexicon(path: Path) -> Lexicon:
    """The word list in a file. Raises QuizError with the first line that is no term."""
    try:
        text = read_bytes(path, LIMIT).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QuizError(_("{name}: is not UTF-8 text; save it again as UTF-8").format(name=printable(path))) from error
    lines: dict[str, set[str]] = {"": set(), "+": set(), "-": set()}
    for number, line in enumerate(text.splitlines(), 1):
        term = line.partition("#")[0].strip().replace("＋", "+").replace("－", "-")
        if not term:
            continue
        sign = term[0] if term[0] in "+-" else ""
        term = term.removeprefix(sign).strip()
        if not 1 < len(term) <= LONGEST:
            message = _("a term has 2 to {most} characters; put one on each line").format(most=LONGEST)
            raise QuizError(str(Problem(printable(path), number, 1, "", message)))
        lines[sign].add(term)
    return Lexicon(frozenset().union(*lines.values()), frozenset(lines["+"]), frozenset(lines["-"]))
