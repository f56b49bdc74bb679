"""A fault of the program itself: its details go to a file, the user gets a short note."""

import contextlib
import traceback

from quiz import paths
from quiz.errors import QuizError
from quiz.files import printable, write_bytes
from quiz.i18n import gettext as _


def keep_traceback(error: BaseException) -> str:
    """Write the traceback to the crash log and return the note for the user: at most three lines."""
    path = paths.crash_log()
    details = "".join(traceback.format_exception(error))
    kept = False
    with contextlib.suppress(OSError, QuizError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, details.encode(errors="backslashreplace"))
        kept = True
    lines = [
        _("quiz: internal error; every answer given so far is saved"),
        f"  {type(error).__name__}: {printable(error)[:200]}",
    ]
    if kept:
        lines.append(_("  the details are in {path}; please report them").format(path=printable(path)))
    return "\n".join(lines)
