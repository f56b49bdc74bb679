"""A deck for other programs: one exporter a format, imported when it is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from quiz.errors import UsageError
from quiz.files import printable
from quiz.i18n import gettext as _

EXPORTERS: dict[str, str] = {"apkg": "quiz.export.anki:export"}


def exporter(name: str) -> Callable[..., Any]:
    """The function that writes the format `name`, so that no other format's library is loaded.

    Raises UsageError for a name that is not in `EXPORTERS`.
    """
    place = EXPORTERS.get(name)
    if place is None:
        message = _("there is no format {name}; choose one of {names}")
        raise UsageError(message.format(name=printable(name), names=", ".join(sorted(EXPORTERS))))
    module, _colon, function = place.partition(":")
    found: Callable[..., Any] = getattr(import_module(module), function)
    return found
