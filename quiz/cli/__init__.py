"""The command line: the group of commands. stdout is data, stderr is talk.

Commands are imported when they are called, so that `quiz --help` stays as light as click.
"""

import sys
from importlib import import_module
from pathlib import Path

import click

from quiz import __version__
from quiz.boundary import interactive, leave_with
from quiz.errors import UsageError
from quiz.i18n import gettext as _
from quiz.i18n import mark

# name: (module in this package, what it does)
COMMANDS = {
    "run": ("run", mark("Drill a deck, or a report as it is; with no name, choose on the home screen.")),
    "make": ("make", mark("Make a deck of a report; a deck that exists keeps its ids and your edits.")),
    "inspect": ("inspect", mark("Show what is read in a report, what is dropped, what looks wrong.")),
    "check": ("check", mark("Check deck files and say what is wrong, with line and column.")),
    "export": ("export", mark("Export a deck to Anki; the next export updates it in place.")),
    "push": ("push", mark("Put a deck into the Anki that is running, through its add-on AnkiConnect.")),
    "import": ("import_", mark("Take a deck from Anki, or the reviews of one that you exported to it.")),
    "show": ("show", mark("Show the questions of a deck.")),
    "list": ("list", mark("List the decks that came with quiz and your own.")),
    "stats": ("stats", mark("Show how much you know, what is due and what you did.")),
    "due": ("due", mark("Show what there is to study today.")),
    "where": ("where", mark("Show where your decks and answers are kept.")),
}


class Commands(click.Group):
    """The commands by name, each imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        module, about = COMMANDS[cmd_name]
        command: click.Command = import_module(f"quiz.cli.{module}").command
        command.help = command.help or _(about)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS:
            raise UsageError(_unknown(args[0]))
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(_("Commands")):
            formatter.write_dl([(name, _(about)) for name, (_module, about) in COMMANDS.items()])


@click.group(
    cls=Commands,
    name="quiz",
    help=_("Learn a Chinese study report by heart: fill-in-the-blank questions in the terminal and in Anki."),
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, message="%(prog)s %(version)s", help=_("Show the version and exit."))
@click.pass_context
def group(ctx: click.Context) -> None:
    if ctx.invoked_subcommand is not None:
        return
    if not interactive():
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)
    ctx.invoke(Commands.get_command(ctx.command, ctx, "run"))  # type: ignore[arg-type]  # the group is a Commands


def _unknown(word: str) -> str:
    """What to say of a word that is no command: the near one, or that a file wants `run`."""
    from difflib import get_close_matches

    from quiz.files import printable

    name = printable(word)
    if Path(word).is_file():
        return _("{name} is a file, not a command; to drill it type: quiz run {name}").format(name=name)
    near = get_close_matches(word, COMMANDS, 1)
    if near:
        return _("there is no command {name}; did you mean {near}?").format(name=name, near=near[0])
    return _("there is no command {name}; quiz --help lists them").format(name=name)


def main() -> None:
    """Run the command line and leave with its exit code."""
    leave_with(_obey)


def _obey() -> object:
    stdout = sys.stdout
    try:
        return group.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return 130
    except SystemExit as leaving:  # when the reader of stdout has gone (head), click changes stdout and leaves with 1
        return 0 if sys.stdout is not stdout else leaving.code
