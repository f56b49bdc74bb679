"""Arguments that several commands take. Paths are checked where they are opened, so that every way of failing gets
the same sentence."""

from pathlib import Path

import click

PATH = click.Path(path_type=Path)
