"""How many characters a second become questions, beside bare libraries in the same run.

    python -m benchmarks.speed [REPORT]

Without REPORT the shipped reports stand in. The text is repeated, each sentence numbered anew, to 50,000 and 500,000
characters. Ratios are worth more than times: the libraries run on the same machine in the same minute.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from quiz import paths
from quiz.errors import QuizError
from quiz.generate import generate
from quiz.generate.candidates import mark
from quiz.generate.source import sources
from quiz.model import Report
from quiz.sources import read_report

SIZE, LARGE = 50_000, 500_000  # characters
RUNS = 5
TAG = "import sys, rjieba; rjieba.tag(open(sys.argv[1], encoding='utf-8').read())"
MAKE = "from quiz.cli import main; main()"


def enlarged(text: str, size: int) -> str:
    """`text` again and again, the sentences of each copy numbered so that none stands twice, cut to `size`."""
    copies, number, length = [text], 1, len(text)
    while length < size:
        copies.append(text.replace("。", f"（{number}）。"))
        length += len(copies[-1])
        number += 1
    return "\n".join(copies)[:size]


def seconds(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median time of `work`, after one run that loads what there is to load."""
    work()
    times = []
    for _run in range(runs):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def report_of(text: str, folder: Path) -> Report:
    """The report of this text, which stays in `folder`."""
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return read_report(path)[0]


def cutting(report: Report) -> float:
    """Seconds from a report's sentences to the words that all looks at them start from: what no generator in Python can
    fall below."""
    sentences = [source.text for source in sources(report)]
    return seconds(lambda: [mark(sentence) for sentence in sentences])


def libraries(text: str) -> dict[str, float]:
    """Seconds of rjieba's tagging and, where jieba is installed, of its TextRank."""
    import rjieba

    times = {"rjieba.tag": seconds(lambda: rjieba.tag(text))}
    try:
        import jieba
        from jieba import analyse
    except ModuleNotFoundError:
        sys.stderr.write("jieba is not installed: its TextRank is left out (pip install quiz[bench])\n")
        return times
    jieba.setLogLevel("ERROR")
    return times | {"jieba.analyse.textrank": seconds(lambda: analyse.textrank(text))}


def process(*command: str) -> float:
    """Seconds of one run of Python with these arguments, start to end."""
    return seconds(lambda: subprocess.run([sys.executable, *command], check=True, capture_output=True))


def whole_process(folder: Path) -> tuple[float, float]:
    """Seconds of `quiz make` on the report in `folder`, and of a process that only loads rjieba and tags it."""
    report, deck = str(folder / "report.txt"), str(folder / "deck.yaml")
    fresh = f"import pathlib, sys; pathlib.Path(sys.argv[-1]).unlink(True); sys.argv.insert(1, 'make'); {MAKE}"
    return process("-c", fresh, report, "-o", deck), process("-c", TAG, report)


def main(arguments: list[str]) -> None:
    files = [Path(name) for name in arguments] or sorted(paths.shipped("seeds").glob("*.md"))
    try:
        text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError(f"{', '.join(map(str, files))}: cannot be read ({error}); name a report in UTF-8") from error
    write = sys.stdout.write
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long = report_of(enlarged(text, LARGE), folder)
        large = seconds(lambda: generate(long), runs=1)
        report = report_of(enlarged(text, SIZE), folder)
        ours = seconds(lambda: generate(report))
        share = f"{1000 * cutting(report):.0f} of them for the words of every sentence"
        write(f"quiz.generate: {SIZE / ours:,.0f} characters a second ({SIZE:,} in {1000 * ours:.0f} ms, {share})\n")
        for library, time_taken in libraries(enlarged(text, SIZE)).items():
            ratio = ours / time_taken
            speed = f"{library}: {SIZE / time_taken:,.0f} characters a second"
            write(f"{speed}; quiz.generate takes {ratio:.1f} times its time\n")
        write(f"{LARGE:,} characters: {1000 * large:.0f} ms, {large / ours:.1f} times as long as {SIZE:,}\n")
        make, tag = whole_process(folder)
        write(f"quiz make: {1000 * make:.0f} ms, {make / tag:.2f} times import rjieba and tag ({1000 * tag:.0f} ms)\n")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except QuizError as error:
        sys.exit(str(error))
