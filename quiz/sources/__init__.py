"""A file into a `Report`: one reader a format, then cleaning, then structure.

`READERS` is the seam: a suffix to the reader that turns bytes into `Draft`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePath

from quiz.errors import QuizError
from quiz.files import printable, read_bytes
from quiz.i18n import gettext as _
from quiz.model import IngestReport, Report
from quiz.sources.clean import clean
from quiz.sources.draft import Draft
from quiz.sources.kind import kind_of
from quiz.sources.structure import structure

MAX_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Reader:
    """The "module:function" that reads a format; a foreign format is parsed in a child process (`isolated`)."""

    function: str
    isolated: bool = True

    def read(self, data: bytes, name: str) -> Draft:
        """The draft of `data`; `name` is the printable name of the file. Raises `QuizError`."""
        if self.isolated:
            from quiz.sources.isolate import isolated  # subprocess and threads, which plain text does not need

            return isolated(self.function, data, name)
        module, function = self.function.split(":")
        draft: Draft = getattr(import_module(module), function)(data, name)
        return draft


_TEXT = Reader("quiz.sources.text:read_text", isolated=False)
_MARKDOWN = Reader("quiz.sources.markdown:read_markdown", isolated=False)
_HTML = Reader("quiz.sources.html:read_html")
_MHTML = Reader("quiz.sources.html:read_mhtml")

READERS = {
    ".txt": _TEXT,
    ".text": _TEXT,
    "": _TEXT,
    ".md": _MARKDOWN,
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".mhtml": _MHTML,
    ".mht": _MHTML,
    ".docx": Reader("quiz.sources.docx:read_docx"),
    ".pdf": Reader("quiz.sources.pdf:read_pdf"),
}


def read_report(path: Path, *, keep_script: bool = False, keep: Iterable[str] = ()) -> tuple[Report, IngestReport]:
    """The report in `path`, cleaned and structured, and the account of what reading did to it.

    `keep_script` leaves Traditional characters as they are; what `keep` names (of `REASONS`) is not dropped. Raises
    `QuizError` for a file that is not a report.
    """
    data = read_bytes(path, MAX_BYTES)
    return read_data(data, printable(path), path.suffix, keep_script=keep_script, keep=keep)


def read_data(
    data: bytes, name: str, suffix: str = "", *, keep_script: bool = False, keep: Iterable[str] = ()
) -> tuple[Report, IngestReport]:
    """As `read_report`, of bytes that are at hand; `name` is printable and stands for the file in messages."""
    reader = READERS.get(kind_of(data, suffix, name))
    if reader is None:
        message = _("{name}: files of this kind are not read; save its text as .txt in UTF-8 and name that")
        raise QuizError(message.format(name=name))
    draft = reader.read(data, name)
    cleaned, account = clean(draft, keep_script=keep_script, keep=keep)
    source = PurePath(name).name
    report = structure(cleaned, source, account)
    if not any(section.sentences for section in report.sections):
        raise QuizError(_("{name}: holds no sentence to ask").format(name=name))
    kept = len("".join(report.text.split()))
    return report, account.close(source, draft, kept)
