"""Arguments that several commands take. Paths are checked where they are opened, so that every way of failing gets
the same sentence."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from quiz.files import printable
from quiz.i18n import gettext as _

PATH = click.Path(path_type=Path, readable=False)


def asking_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on what is asked, given to `command` as one `asking`."""

    only = _("Only these kinds: cloze, choice, multiple, judge, order, short.")
    more = _("More or fewer questions; 1 is usual.")

    @click.option("-n", "--count", type=click.IntRange(min=1), help=_("Only the N best questions, from all sections."))
    @click.option("--density", type=click.FloatRange(0.1, 5), default=1.0, help=more)
    @click.option("--kinds", callback=_kinds, metavar="KIND,...", help=only)
    @click.option(
        "--only-section",
        "sections",
        multiple=True,
        metavar="SECTION",
        help=_("Only this section, by its number or a part of its heading; repeatable."),
    )
    @click.option("--seed", type=click.IntRange(min=0), default=0, help=_("Another number gives another paper."))
    @click.option("--lexicon", type=PATH, help=_("A word list: terms never to cut, always (+) or never (-) to ask."))
    @wraps(command)
    def with_asking(*args: Any, lexicon: Path | None, **options: Any) -> None:
        from quiz.tasks import Asking

        names = ("count", "density", "kinds", "sections", "seed")
        command(*args, asking=Asking(**{name: options.pop(name) for name in names}, lexicon=lexicon), **options)

    return with_asking


def _kinds(_context: click.Context, _parameter: click.Parameter, value: str | None) -> tuple[str, ...]:
    """The kinds named, separated by commas."""
    from quiz.model import KINDS

    names = [name.strip().lower() for name in (value or "").replace("，", ",").split(",") if name.strip()]
    for name in names:
        if name not in KINDS:
            message = _("'{name}' is no kind of question; use {kinds}")
            raise click.BadParameter(message.format(name=printable(name), kinds=", ".join(KINDS)))
    return tuple(dict.fromkeys(names))


def reading_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on how a report is read, given to `command` as one `reading`."""
    from quiz.model import REASONS

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
