"""Exporters are found by name and loaded only then."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.errors import UsageError
from quiz.export import EXPORTERS, exporter

ROOT = Path(__file__).parents[2]


def test_every_exporter_can_be_called() -> None:
    assert all(callable(exporter(name)) for name in EXPORTERS)


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no format pdf\\x1b; choose one of .*apkg"):
        exporter("pdf\x1b")


@pytest.mark.parametrize(
    ("code", "library"),
    [("import quiz.export", "sqlite3"), ("import quiz.export.anki", "genanki")],
)
def test_libraries_wait_until_they_are_needed(code: str, library: str) -> None:
    script = f"import sys; {code}; sys.exit({library!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False).returncode == 0
