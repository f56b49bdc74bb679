"""What holds of every screen, judged by the golden texts that test_golden.py keeps."""

import gettext
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from rich.cells import cell_len

from quiz.i18n import LOCALE

GOLDEN = Path(__file__).parent / "golden"
CLOSING = "，。、；：！？）】》〉」』”’…%％"
FIRST = re.compile(rf"^[ ▸]*[{CLOSING}]")
LETTER_ALONE = re.compile(r"^[ ▸✓✗]*(\[.\] )?[A-H]\.$")
CIRCLED_LAST = re.compile(r"[①-⑳]$")
LATIN = re.compile(r"[A-Za-z]{2,}")
KEYS = {"Enter", "Esc", "Tab", "Shift", "Ctrl", "PageUp", "PageDown", "F1", "F2", "F3", "F4"}
NAMES = {"quiz", "AC", "questions", "is", "not", "list", "farm", "txt", "docx", "empty", "missing", "sz"}
RAISED = {"there", "no", "such", "file", "text", "in", "it"}  # what the stand-in for the desk complains of


def screens() -> Iterator[tuple[str, str, int, int, list[str]]]:
    """Language, name, width, height and lines of each."""
    for path in sorted(GOLDEN.glob("*/*.txt")):
        parts = re.split(r"^--- (\d+)x(\d+)\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
        for width, height, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
            yield path.parent.name, path.stem, int(width), int(height), text.splitlines()


ALL = list(screens())
FULL = [screen for screen in ALL if screen[1] != "too-small"]


def faults(law: re.Pattern[str]) -> list[str]:
    """Each line that breaks a law, with where it stands."""
    return [
        f"{language}/{name} {width}x{height}: {line}"
        for language, name, width, height, lines in FULL
        for line in lines
        if law.search(line.rstrip(" ▁▂▃▄▅▆▇█"))
    ]


def test_every_screen_is_kept_in_every_size_and_language() -> None:
    sizes: dict[tuple[str, str], list[tuple[int, int]]] = {(language, name): [] for language, name, *_rest in FULL}
    for language, name, width, height, _lines in FULL:
        sizes[language, name].append((width, height))
    assert {tuple(sorted(each)) for each in sizes.values()} == {((40, 15), (80, 24), (120, 40))}
    assert {name for language, name in sizes if language == "en"} == {
        name for language, name in sizes if language == "zh"
    }
    assert len(sizes) > 150


def test_every_screen_shows_something_and_fits() -> None:
    for language, name, width, height, lines in ALL:
        place = f"{language}/{name} {width}x{height}"
        assert any(line.strip() for line in lines), place
        assert len(lines) <= height, place
        assert [line for line in lines if cell_len(line) > width] == [], place


@pytest.mark.parametrize("law", [FIRST, LETTER_ALONE, CIRCLED_LAST])
def test_no_line_breaks_a_rule_of_line_breaking(law: re.Pattern[str]) -> None:
    assert faults(law) == []


def test_a_blank_is_never_split() -> None:
    for language, name, width, _height, lines in FULL:
        for above, below in pairwise(lines):
            assert not (above.endswith("＿") and below.strip().startswith("＿")), f"{language}/{name} {width}: {above}"


def test_the_chinese_screens_are_chinese() -> None:
    words = {
        (word, name)
        for language, name, *_size, lines in ALL
        if language == "zh"
        for word in LATIN.findall("\n".join(lines))
        if word not in KEYS | NAMES | RAISED and word not in "broken.yaml"  # a window over it may cut it
    }
    assert words == set()


def test_the_english_screens_are_english() -> None:
    """The catalogue's longer texts are nowhere in them."""
    catalogue = gettext.translation("quiz", LOCALE, languages=["zh"])._catalog  # type: ignore[attr-defined]
    texts = {text for text in catalogue.values() if len(re.findall(r"[\u4e00-\u9fff]", text)) > 3 and "{" not in text}
    for language, name, *_size, lines in ALL:
        if language == "en":
            shown = "".join("".join(lines).split())
            assert [text for text in texts if text in shown] == [], name


def test_help_is_told_of_wherever_there_is_a_key_bar() -> None:
    """What does not fit into the key bar is found there."""
    for language, name, width, _height, lines in FULL:
        if not name.startswith(("palette",)) and not name.endswith("help"):
            bar = lines[-1].split()
            assert {"?", "F1"} & set(bar), f"{language}/{name} {width}: {lines[-1]}"
