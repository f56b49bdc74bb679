"""The settings file: what it sets, and one sentence with the line for what it cannot mean."""

import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.actions import parse
from textual.binding import Binding

import quiz.tui
from quiz.errors import QuizError
from quiz.settings import ACTIONS, ENTRIES, Preferences, read_settings, write_settings
from quiz.study import Options, Settings
from quiz.tui.page import Page


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_no_file_sets_nothing(file: Path) -> None:
    assert read_settings(file) == Preferences()


def test_what_a_file_sets(file: Path) -> None:
    text = '[review]\nnew = 5\nretention = 0.95\n[look]\ntheme = "light"\n[keys]\nundo = "w, ctrl+z"\n'
    file.write_text(text, encoding="utf-8")
    read = read_settings(file)
    assert (read.new, read.retention, read.theme, read.keys) == (5, 0.95, "light", (("undo", "w,ctrl+z"),))
    assert read.reviews == Preferences().reviews


def test_the_first_file_sets_nothing_and_is_never_written_over(file: Path) -> None:
    assert write_settings(file)
    assert read_settings(file) == Preferences()
    assert not write_settings(file)


def test_every_line_of_the_first_file_may_be_switched_on(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("en", "zh"):
        monkeypatch.setenv("QUIZ_LANG", language)
        file.unlink(missing_ok=True)
        write_settings(file)
        lines = file.read_text(encoding="utf-8").splitlines()
        file.write_text("\n".join(line[2:] if " = " in line else line for line in lines), encoding="utf-8")
        assert read_settings(file) == Preferences(language="zh", keys=tuple(ACTIONS.items()))


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("[review]\n\nnwe = 3\n", "3", "did you mean new?"),
        ("[look]\nlives = 3\n", "2", "belongs under [modes]"),
        ("new = 3\n", "1", "belongs under [review]"),
        ("[review]\nnew = true\n", "2", "write a number from 0 to 9999"),
        ("[review]\nnew = 2.5\n", "2", "write a number from 0 to 9999"),
        ("[review]\nretention = 1\n", "2", "write a number from 0.7 to 0.97"),
        ("[review]\nretention = nan\n", "2", "write a number from 0.7 to 0.97"),
        ('[look]\ntheme = "pink"\n', "2", 'write one of "dark", "light"'),
        ("[look]\n[colours]\n", "2", "there is no such section"),
        ('[keys]\nunod = "w"\n', "2", "did you mean undo?"),
        ("[keys]\nundo = 7\n", "2", "write its keys as"),
        ('[keys]\nundo = "ctrl+"\n', "2", "'ctrl+' is no key"),
        ("[review]\nnew 3\n", "2:5", "cannot be understood"),
        ("[review]\nnew = 3\nnew = 4\n", "3", "cannot be understood"),
        ('[look]\n"the\\u001bme" = 3\n', "1", "there is no such setting"),
    ],
)
def test_what_means_nothing_is_told_with_its_line(file: Path, text: str, place: str, sentence: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        read_settings(file)
    message = str(caught.value)
    assert message.startswith(f"{file}:{place}:")
    assert sentence in message
    assert message.isprintable()


def test_another_encoding_is_told(file: Path) -> None:
    file.write_bytes("# 设置\n".encode("gb18030"))
    with pytest.raises(QuizError, match="UTF-8"):
        read_settings(file)


def test_the_defaults_are_those_of_the_study() -> None:
    usual, study, modes = Preferences(), Settings(), Options()
    assert (usual.new, usual.reviews, usual.retention) == (study.new, study.reviews, study.retention)
    assert (usual.streak, usual.target, usual.limit) == (modes.streak, modes.target, modes.limit)
    assert all(hasattr(usual, entry.name) for entry in ENTRIES)


def pages(cls: type[object] = Page) -> Iterator[type[object]]:
    below: type[object]
    for below in cls.__subclasses__():
        yield below
        yield from pages(below)


def test_every_action_that_can_be_given_keys_is_on_a_screen() -> None:
    for module in pkgutil.walk_packages(quiz.tui.__path__, "quiz.tui."):
        importlib.import_module(module.name)
    from quiz.tui.app import QuizApp

    bound: dict[str, set[str]] = {}
    for screen in (QuizApp, *pages()):
        for binding in vars(screen).get("BINDINGS", ()):
            if isinstance(binding, Binding):
                bound.setdefault(parse(binding.action)[1], set()).update(binding.key.split(","))
    named = {"?": "question_mark", "/": "slash"}
    for action, keys in ACTIONS.items():
        assert {named.get(key, key) for key in keys.split(",")} <= bound.get(action, set()), action
