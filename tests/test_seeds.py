"""The study reports that ship with the program are what a report should be: clean, dated, numbered, worth a quiz."""

import re
from datetime import date
from pathlib import Path

import opencc
import pytest
import yaml

from quiz.paths import shipped

SEEDS = sorted(shipped("seeds").glob("*.md"))
KEYS = ["title", "date", "source", "licence"]
NUMERALS = "一二三四五六七八九十"
HAN = r"[\u3400-\u9fff]"
HALF_WIDTH = re.compile(rf"""(?<={HAN})\s*[,.;:!?()"'\[\]<>]|[,.;:!?()"'\[\]<>]\s*(?={HAN})""")
SENTENCE_END = re.compile(r"[。！？：]$")

each_seed = pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)


def parts(seed: Path) -> tuple[dict[str, str], str]:
    """The front matter, every value as text, and what follows it."""
    opening, front, body = re.split(r"^---\n", seed.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
    assert opening == "", "the first line is not ---"
    values = yaml.load(front, Loader=yaml.BaseLoader)
    return values, body


def headings(body: str) -> list[tuple[str, str]]:
    """Each heading's mark as printed (一、 or （一）) and its words, in file order."""
    return re.findall(rf"^([{NUMERALS}]+、|（[{NUMERALS}]+）)(.+)$", body, flags=re.MULTILINE)


def test_there_are_seeds() -> None:
    assert len(SEEDS) >= 2


@each_seed
def test_front_matter_names_title_date_source_and_licence(seed: Path) -> None:
    front, body = parts(seed)
    assert list(front) == KEYS
    assert all(value.strip() for value in front.values())
    assert date.fromisoformat(front["date"])
    assert front["licence"] == "MIT"
    assert body.startswith("\n"), "an empty line parts the front matter from the text"


@each_seed
def test_script_is_simplified(seed: Path) -> None:
    text = seed.read_text(encoding="utf-8")
    converted = opencc.OpenCC("t2s").convert(text)
    assert [(old, new) for old, new in zip(text, converted, strict=True) if old != new] == []


@each_seed
def test_punctuation_between_chinese_characters_is_full_width(seed: Path) -> None:
    front, body = parts(seed)
    for text in (front["title"], front["source"], body):
        assert [text[max(hit.start() - 5, 0) : hit.end() + 5] for hit in HALF_WIDTH.finditer(text)] == []


@each_seed
def test_quotation_marks_titles_and_brackets_are_closed(seed: Path) -> None:
    _, body = parts(seed)
    for paragraph in body.splitlines():
        for opener, closer in ("“”", "《》", "（）"):
            marks = "".join(re.findall(f"[{opener}{closer}]", paragraph))
            assert marks == (opener + closer) * (len(marks) // 2), paragraph[:30]


@each_seed
def test_headings_are_numbered_without_gaps(seed: Path) -> None:
    _, body = parts(seed)
    top, below = 0, 0
    for mark, _words in headings(body):
        if mark.endswith("、"):
            top, below = top + 1, 0
            assert mark == f"{NUMERALS[top - 1]}、"
        else:
            below += 1
            assert mark == f"（{NUMERALS[below - 1]}）"
    assert top >= 4


@each_seed
def test_every_line_is_a_heading_or_whole_sentences(seed: Path) -> None:
    _, body = parts(seed)
    marks = {mark + words for mark, words in headings(body)}
    for line in filter(None, body.splitlines()):
        assert line == line.strip()
        assert (line in marks) != bool(SENTENCE_END.search(line)), line[:30]


@each_seed
def test_enumerations_count_up_by_one(seed: Path) -> None:
    _, body = parts(seed)
    for paragraph in body.splitlines():
        found = re.findall(rf"(?:^|[。；：，])([{NUMERALS}])[是要]", paragraph)
        assert found == list(NUMERALS[: len(found)]), paragraph[:30]


@each_seed
def test_no_sentence_stands_twice(seed: Path) -> None:
    _, body = parts(seed)
    sentences = [sentence for sentence in re.split(r"[。\n]", body) if sentence]
    assert len(sentences) == len(set(sentences))


def test_lengths_suit_a_short_and_a_long_session() -> None:
    lengths = [len(re.sub(r"\s", "", parts(seed)[1])) for seed in SEEDS]
    assert min(lengths) >= 1500
    assert max(lengths) >= 2600
