"""Manners towards the terminal, minded before Textual is imported."""

import codecs
import functools
import os
import sys
from io import TextIOWrapper
from types import SimpleNamespace

from quiz.boundary import interactive
from quiz.errors import UsageError
from quiz.i18n import gettext as _


def prepare() -> None:
    """Make sure that the terminal can show the screens; raise `UsageError` when it cannot.

    Textual draws on stderr and reads stdin: on a pipe it would hang for ever or show nothing.
    """
    if not interactive():
        raise UsageError(_("the quiz needs a terminal for its screens; use --plain, or do not redirect it"))
    if os.environ.get("TERM") == "dumb":
        raise UsageError(_("this terminal (TERM=dumb) cannot show the screens; use --plain"))
    for stream in (sys.stdout, sys.stderr, sys.__stderr__):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")
    # Some terminals lose the text of an input method when every key is reported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def survive_invalid_utf8() -> None:
    """Let Textual's driver read bytes that are not UTF-8, such as those of a GBK terminal, as replacement characters.

    As it stands one such byte ends the program. The name is private to Textual 8.
    """
    if sys.platform == "win32":
        return
    from textual.drivers import linux_driver

    def decoder(encoding: str) -> functools.partial[codecs.IncrementalDecoder]:
        return functools.partial(codecs.getincrementaldecoder(encoding), errors="replace")

    setattr(linux_driver, "getincrementaldecoder", decoder)  # noqa: B010  # an import of theirs, unknown to mypy


def understand_kitty_keys() -> None:
    """Let Textual read keys in Kitty's protocol, which we do not ask for: a program that crashed may have left it on.

    Without, each key would be typed as its code. The name is private to Textual 8.
    """
    from textual import _xterm_parser, constants

    setattr(_xterm_parser, "constants", SimpleNamespace(**{**vars(constants), "DISABLE_KITTY_KEY": False}))  # noqa: B010  # as above
