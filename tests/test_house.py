"""What every file of the house keeps to, and what the README owes its reader."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from quiz.cli import COMMANDS, group

ROOT = Path(__file__).parent.parent
NOT_OURS = re.compile(r"\.git$|\.venv$|venv$|__pycache__$|\..*_cache$|\.hypothesis$|build$|dist$|.*\.egg-info$")
# Spelled so that this file does not match itself.
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:wor[k]|tm[p]|roo[t]|hom[e]|User[s])/[\w.]|[A-Z]:\\User[s]")
PACKAGE_INDEX = re.compile(
    r"inde[x][-_]url|pythonhoste[d]|pypi\.or[g]|://[^\s\"')>]*/simpl[e]\b|trusted[-_]hos[t]", re.I
)


def files() -> Iterator[Path]:
    """Every file of the repository that a person might have put there."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if not NOT_OURS.match(name)]
        yield from (Path(folder, name) for name in names if name != ".git")


def matches(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in files():
        text = path.read_bytes().decode(errors="ignore")
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in pattern.finditer(text)]
    return found


def test_no_file_holds_a_path_of_somebodys_machine() -> None:
    assert matches(MACHINE_PATH) == []


def test_no_file_holds_the_address_of_a_package_index() -> None:
    assert matches(PACKAGE_INDEX) == []


def test_the_patterns_find_what_they_are_for() -> None:
    assert MACHINE_PATH.search("see /" + "tmp/x and so on")
    assert MACHINE_PATH.search('"/' + 'root/.cache"')
    assert not MACHINE_PATH.search("tests/" + "tmp/x")
    assert PACKAGE_INDEX.search("--extra-index" + "-url=x")
    assert PACKAGE_INDEX.search("https://mirror.example/root/" + "simple/")
    assert not PACKAGE_INDEX.search("simple beats clever")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_what_it_and_its_options_do(name: str) -> None:
    with click.Context(group, info_name="quiz") as parent:
        command = group.get_command(parent, name)
        assert command is not None
        with click.Context(command, parent, info_name=name) as context:
            text = command.get_help(context)
    about = COMMANDS[name][1]
    assert about in " ".join(text.split())
    assert f"Usage: quiz {name}" in text
    for parameter in command.params:
        assert isinstance(parameter, click.Argument) or (isinstance(parameter, click.Option) and parameter.help)


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
@pytest.mark.parametrize("name", COMMANDS)
def test_the_readme_names_every_command(name: str, readme: str) -> None:
    assert f"quiz {name}" in (ROOT / readme).read_text(encoding="utf-8")
