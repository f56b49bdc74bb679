"""A fault of the program itself: its details go to a file, the user gets two lines."""

import contextlib
import traceback

from quiz import paths
from quiz.errors import QuizError
from quiz.files import printable, write_bytes
from quiz.i18n import gettext as _


def keep_traceback(error: BaseException) -> str:
    """Write the traceback to the crash log and return the note for the user."""
    path = paths.crash_log()
    details = "".join(traceback.format_exception(error))
    kept = False
    with contextlib.suppress(OSError, QuizError):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_bytes(path, details.encode(errors="backslashreplace"))
        kept = True
    name = type(error).__name__
    if not kept:
        return _("quiz: internal error ({name}: {error}); every answer is saved").format(
            name=name, error=printable(error)[:200]
        )
    note = _("quiz: internal error ({name}); every answer is saved. Please report it; the details are in")
    return f"{note.format(name=name)}\n{printable(path)}"
