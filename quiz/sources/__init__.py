"""A file into a `Report`: one reader a format, then cleaning, then structure.

`READERS` is the seam: a suffix to the "module:function" that turns bytes into `Draft`.
"""

from importlib import import_module
from pathlib import Path

from quiz.errors import QuizError
from quiz.files import printable, read_bytes
from quiz.i18n import gettext as _
from quiz.model import IngestReport, Report
from quiz.sources.clean import clean
from quiz.sources.draft import Draft
from quiz.sources.structure import structure

MAX_BYTES = 20_000_000

READERS = {
    ".txt": "quiz.sources.text:read_text",
    ".text": "quiz.sources.text:read_text",
    "": "quiz.sources.text:read_text",
    ".md": "quiz.sources.markdown:read_markdown",
    ".markdown": "quiz.sources.markdown:read_markdown",
}


def read_report(path: Path, *, keep_script: bool = False) -> tuple[Report, IngestReport]:
    """The report in `path`, cleaned and structured, and the account of what reading did to it.

    `keep_script` leaves Traditional characters as they are. Raises `QuizError` for a file that is not a report.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = _("{name}: files of this kind are not read; save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=printable(path)))
    module, function = reader.split(":")
    draft: Draft = getattr(import_module(module), function)(read_bytes(path, MAX_BYTES), printable(path))
    cleaned, account = clean(draft, keep_script=keep_script)
    report = structure(cleaned, printable(path.name), account)
    if not any(section.sentences for section in report.sections):
        raise QuizError(_("{name}: holds no sentence to ask").format(name=printable(path)))
    kept = sum(not c.isspace() for c in report.text)
    return report, account.close(printable(path.name), draft, kept)
