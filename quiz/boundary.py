"""Where the program begins and every error ends: the exit code, and what the user is told.

0 fine, 1 the material is at fault, 2 the command line is at fault, 130 interrupted.
"""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from quiz import paths
from quiz.errors import QuizError
from quiz.i18n import share


def leave_with(work: Callable[[], object]) -> NoReturn:
    """Do `work` and leave with the exit code that it returns, 0 where that is no number."""
    _speak_utf8()
    _choose_language()
    share()
    try:
        code = work()
    except QuizError as error:
        tell(f"quiz: {error}")
        code = error.exit_code
    except KeyboardInterrupt:
        code = 130
    except SystemExit as leaving:
        code = leaving.code
    except Exception as error:  # noqa: BLE001  # a fault of the program is three lines and a log
        from quiz.faults import keep_traceback

        tell(keep_traceback(error))
        code = 1
    sys.exit(code if isinstance(code, int) else 0)


def tell(text: str) -> None:
    """A line to the user, on stderr; nobody may be there to read it."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()


def interactive() -> bool:
    """Whether somebody sits at a terminal: nothing of the three streams is a pipe or a file."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _speak_utf8() -> None:
    """Chinese in any locale: a C locale or a GBK console must not end in an encoding error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace" if stream is sys.stdin else "backslashreplace")


def _choose_language() -> None:
    """The language of the settings file, unless the environment names one for this program. What else is in the file,
    and whether it is right, is told by the commands that need it."""
    settings = paths.settings_file()
    if os.environ.get("QUIZ_LANG") or not settings.exists():
        return
    from quiz.settings import read_settings

    with suppress(QuizError):
        if language := read_settings(settings).language:
            os.environ["QUIZ_LANG"] = language
