"""Arguments that several commands take. Paths are checked where they are opened, so that every way of failing gets
the same sentence."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from quiz.i18n import gettext as _
from quiz.model import REASONS

PATH = click.Path(path_type=Path)


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on how a report is read, given to `command` as one `reading`."""

    @click.option("--keep-script", is_flag=True, help=_("Leave Traditional characters as they are."))
    @click.option(
        "--keep",
        multiple=True,
        type=click.Choice(REASONS, case_sensitive=False),
        metavar="REASON",
        help=_("Keep what goes for this reason, such as 'site line'; repeatable."),
    )
    @wraps(command)
    def with_reading(*args: Any, keep_script: bool, keep: tuple[str, ...], **options: Any) -> None:
        from quiz.tasks import Reading

        command(*args, reading=Reading(keep_script, keep), **options)

    return with_reading
