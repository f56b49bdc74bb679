"""How long the program takes, against bare libraries in the same run: ratios, as times mean little on their own.

python -m benchmarks.program REPORT
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 9
TAG = "import sys, rjieba; rjieba.tag(open(sys.argv[1], encoding='utf-8').read())"
LOAD = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.CSafeLoader)"
OPEN = "import sys, pathlib; from quiz import tasks; tasks.open_deck(pathlib.Path(sys.argv[1]))"
LARGE = 10_000  # questions


def seconds(*command: str) -> float:
    """The wall time of one run of Python with these arguments."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return time.perf_counter() - began


def compare(name: str, ours: list[str], baseline: list[str]) -> None:
    """Print the median ratio of `ours` to `baseline`, run in turn."""
    seconds(*ours)
    seconds(*baseline)
    pairs = [(seconds(*ours), seconds(*baseline)) for _run in range(RUNS)]
    ratio = statistics.median(a / b for a, b in pairs)
    ours_ms, base_ms = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(f"{name}: {ratio:.2f} ({ours_ms:.0f} ms / {base_ms:.0f} ms)\n")


def large_deck(folder: Path, small: Path) -> Path:
    """A deck of `LARGE` questions: those of `small` again and again under other ids."""
    from dataclasses import replace

    from quiz.deckfile import read_deck, write_deck

    deck = read_deck(small)
    copies = [replace(deck.questions[n % len(deck.questions)], id=f"q{n:06}") for n in range(LARGE)]
    write_deck(path := folder / "large.yaml", replace(deck, questions=tuple(copies), made=()))
    return path


def main(report: str) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["QUIZ_HOME"] = str(folder / "home")
        deck = folder / "deck.yaml"
        make = (
            "import sys, pathlib; sys.argv = ['quiz', 'make', *sys.argv[1:]]; pathlib.Path(sys.argv[-1]).unlink(True);"
        )
        compare("quiz --help / import click", ["-m", "quiz", "--help"], ["-c", "import click"])
        run = f"{make} from quiz.cli import main; main()"
        compare("quiz make / import rjieba and tag", ["-c", run, report, "-o", str(deck)], ["-c", TAG, report])
        large = str(large_deck(folder, deck))
        compare(f"open a deck of {LARGE} / yaml.load", ["-c", OPEN, large], ["-c", LOAD, large])


if __name__ == "__main__":
    main(*sys.argv[1:])
