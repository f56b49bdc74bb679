"""The Chinese interface: complete, compiled, and shown to those who want it.

After a message was added or changed: ``QUIZ_UPDATE_CATALOGUE=1 pytest tests/test_catalogue.py``, write the Chinese of
the new entries into quiz.po, then the same command once more compiles it into quiz.mo.
"""

import ast
import io
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from quiz.cli import COMMANDS

ROOT = Path(__file__).parent.parent
PO = ROOT / "quiz/locale/zh/LC_MESSAGES/quiz.po"
MO = PO.with_suffix(".mo")
HEADER = (
    ("Language", "zh"),
    ("Plural-Forms", "nplurals=1; plural=0;"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Transfer-Encoding", "8bit\n"),
)
MessageId = str | tuple[str, str]
KEYWORDS = ("_", "gettext", "ngettext", "mark")
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff][,;:?!()]|[,;:?!()][\u4e00-\u9fff]|\.\.\.|[\u4e00-\u9fff] [\u4e00-\u9fff]")

# What click itself may say here; it asks the gettext of the process, under these ids.
CLICK: tuple[MessageId, ...] = (
    "Usage:",
    "Options",
    "Show the version and exit.",
    "Show this message and exit.",
    "Try '{command} {option}' for help.",
    "Error: {message}",
    "No such command {name!r}.",
    "No such option {name!r}.",
    ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    "Missing argument",
    "Option {name!r} does not take a value.",
    ("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    ("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    "Invalid value: {message}",
    "Invalid value for {param_hint}: {message}",
    "{value!r} is not a valid {number_type}.",
    "{value} is not in the range {range}.",
    ("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)


class FixedCatalog(Catalog):
    """A catalogue with nothing in its header that changes from day to day or with the version of Babel."""

    mime_headers = property(lambda _self: list(HEADER))


def extract(folder: Path) -> set[MessageId]:
    """The message ids in the code under `folder`.

    From the syntax tree, as Babel's own extraction misses calls inside f-strings before Python 3.12.
    """
    found: set[MessageId] = set()
    for path in folder.rglob("*.py"):
        for call in _calls(path):
            texts = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            if texts:
                found.add((texts[0], texts[1]) if len(texts) > 1 else texts[0])
    return found


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [call for call in calls if isinstance(call.func, ast.Name) and call.func.id in KEYWORDS]


def wanted() -> list[MessageId]:
    """Every id that must be translated, sorted so that a message that moves in the code moves nothing in the file."""
    return sorted(extract(ROOT / "quiz").union(CLICK), key=_texts)


def _texts(value: object) -> tuple[str, ...]:
    """The text of a plain message, the two ids or the one translation of a plural."""
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, tuple) else ()


def read() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="zh")


def fresh(old: Catalog) -> Catalog:
    """The wanted ids with their translations in `old`; new ones have none, those no longer wanted are gone."""
    new = FixedCatalog(locale="zh", fuzzy=False, header_comment="# How to update: tests/test_catalogue.py")
    for message_id in wanted():
        known = old.get(message_id)
        message = new.add(message_id, known.string if known else None)
        message.flags.discard("python-format")  # a mere per cent sign; places are {named}
    return new


def po_bytes(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=120)
    return file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


@pytest.fixture(scope="module", autouse=True)
def _update() -> None:
    if os.environ.get("QUIZ_UPDATE_CATALOGUE"):
        PO.write_bytes(po_bytes(fresh(read())))
        MO.write_bytes(mo_bytes(fresh(read())))


def test_every_message_has_a_translation_and_no_other_has() -> None:
    catalog = read()
    assert {message.id for message in catalog if message.id} == set(wanted())
    assert not catalog.obsolete
    missing = [message.id for message in catalog if message.id and (message.fuzzy or not all(_texts(message.string)))]
    assert missing == []


def test_translations_keep_the_placeholders() -> None:
    for message in read():
        if message.id:
            last = _texts(message.id)[-1]
            assert [(last, _placeholders(text)) for text in _texts(message.string)] == [(last, _placeholders(last))]


def test_translations_are_written_as_chinese_is() -> None:
    """Full-width marks after Chinese, no blanks round it where nothing is gained by them."""
    catalog = read()
    wrong = [text for message in catalog if message.id for text in _texts(message.string) if HALF_WIDTH.search(text)]
    assert wrong == []


def _placeholders(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{\w+(?:![rsa])?\}", text)))


def test_ids_are_english() -> None:
    assert [id_ for id_ in wanted() if re.search(r"[\u3400-\u9fff]", " ".join(_texts(id_)))] == []


def test_no_message_is_put_together_before_it_is_translated() -> None:
    for path in (ROOT / "quiz").rglob("*.py"):
        assert [call.lineno for call in _calls(path) if any(isinstance(arg, ast.JoinedStr) for arg in call.args)] == []


def test_the_words_of_click_are_those_of_the_installed_click() -> None:
    assert set(CLICK) <= extract(Path(click.__file__).parent)


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    assert PO.read_bytes() == po_bytes(fresh(read()))
    assert MO.read_bytes() == mo_bytes(fresh(read()))


def _help(*command: str, **languages: str) -> str:
    names = ("QUIZ_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    plain = {name: value for name, value in os.environ.items() if name not in names}
    environment = {**plain, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **languages}
    call = [sys.executable, "-m", "quiz", *command, "--help"]
    return subprocess.run(call, env=environment, cwd=ROOT, check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize(
    ("languages", "chinese"),
    [
        ({"QUIZ_LANG": "zh"}, True),
        ({"QUIZ_LANG": "en", "LANG": "zh_CN.UTF-8"}, False),
        ({"LANG": "zh_CN.UTF-8"}, True),
        ({"LANG": "zh_TW"}, True),
        ({"LANG": "C"}, False),
    ],
)
def test_help_speaks_the_language_of_the_environment(languages: dict[str, str], chinese: bool) -> None:
    text = _help(**languages)
    assert ("查看题库里的题" in text) is chinese
    assert ("Show the questions of a deck." in text) is not chinese


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_a_row_of_help_is_one_line_that_fits_the_terminal(command: tuple[str, ...]) -> None:
    lines = _help(*command, QUIZ_LANG="zh").splitlines()
    assert max(map(_cells, lines)) <= 80
    assert [line for line in lines if line.startswith("   ")] == []


def _cells(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
