"""How soon the screens are there and how little they take, beside the smallest program with Textual in the same run.

    python -m benchmarks.screens [paint | keys | idle]

`paint`: from the start of the process to the first text on a terminal. `keys`: from Enter to the next question, in a
deck of 10,000. `idle`: the processor that a screen takes while nobody touches it. Unix, and `idle` Linux.
"""

import asyncio
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from benchmarks.terminal import Terminal
from quiz.deckfile import write_deck
from quiz.desk import Desk
from quiz.errors import QuizError
from quiz.model import Blank, Cloze, Deck, Origin, Provenance

RUNS, PRESSES, QUESTIONS, IDLE = 11, 60, 10_000, 10.0
SMALLEST = """
from textual.app import App
from textual.widgets import Static

class Smallest(App):
    def compose(self):
        yield Static("ready", id="text")

    def on_mount(self):
        self.number = 0

    def on_key(self):
        self.number += 1
        self.query_one(Static).update(f"<{self.number:05}>")

if __name__ == "__main__":
    Smallest().run()
"""


def made_up(questions: int) -> Deck:
    """A deck of clozes, each of which names its number, so that the screen tells which one it shows."""
    clozes = []
    for number in range(questions):
        sentence = f"渔村的<{number:05}>号码头今年修好了三座栈桥，把“海上菜园”搬进了课本，来往的船只多了两成。"
        start = sentence.index("三座")
        where = Provenance((f"第{number // 100}节",), number, sentence)
        clozes.append(Cloze(f"q{number:05}", sentence, (Blank(start, start + 2, "三座"),), provenance=where))
    return Deck("benchmark", "海边的一天", Origin("海边的一天", "a.txt", ""), tuple(clozes))


def tell(name: str, ours: Iterable[float], theirs: Iterable[float]) -> None:
    """Print the median ratio of two series taken in turn, and the medians."""
    ours, theirs = list(ours), list(theirs)
    ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
    spread = f"95 % within {1000 * statistics.quantiles(ours, n=20)[-1]:.1f} ms"
    medians = f"{1000 * statistics.median(ours):.1f} ms / {1000 * statistics.median(theirs):.1f} ms"
    sys.stdout.write(f"{name}: {ratio:.2f} times the smallest Textual app ({medians}; {spread})\n")
    sys.stdout.flush()


# First paint


def paint(deck: Path) -> None:
    small = deck.with_name("small.yaml")
    write_deck(small, made_up(60))
    title = Desk().decks()[0].title[:4]
    ways = {
        "quiz run": (["-m", "quiz", "run"], title),
        "quiz run DECK (60 questions)": (["-m", "quiz", "run", str(small)], "<00000>"),
        f"quiz run DECK ({QUESTIONS:,} questions)": (["-m", "quiz", "run", str(deck)], "<00000>"),
    }
    for name, (arguments, text) in ways.items():
        pairs = [(first_text(text, *arguments), first_text("ready", "-c", SMALLEST)) for _run in range(RUNS + 1)]
        tell(f"first paint, {name}", *zip(*pairs[1:], strict=True))  # the first one fills caches


def first_text(text: str, *arguments: str) -> float:
    with Terminal(*arguments) as terminal:
        return terminal.seconds_until(text)


# Keys


def keys(deck: Path) -> None:
    on_terminal(deck)
    asyncio.run(in_pilot(deck))


def on_terminal(deck: Path) -> None:
    verdicts, questions, baseline = [], [], []
    with Terminal("-m", "quiz", "run", str(deck), "--fresh") as ours, Terminal("-c", SMALLEST) as theirs:
        ours.seconds_until("<00000>")
        theirs.seconds_until("ready")
        for number in range(1, PRESSES + 1):
            ours.seconds_until("三", "三座".encode())
            verdicts.append(ours.seconds_until(f"{number}/{QUESTIONS}", b"\r"))
            questions.append(ours.seconds_until(f"<{number:05}>", b"\r"))
            baseline.append(theirs.seconds_until(f"<{number:05}>", b"\r"))
    tell("a terminal, Enter to the verdict", verdicts, baseline)
    tell("a terminal, Enter to the next question", questions, baseline)


async def in_pilot(deck: Path) -> None:
    """The same through Textual's Pilot, which waits until the program has nothing more to do."""
    from quiz.tui.app import QuizApp
    from quiz.tui.desk import Start

    smallest: dict[str, Callable[[], QuizApp]] = {}
    exec(SMALLEST, smallest)
    verdicts, questions, baseline = [], [], []
    with Desk() as desk:
        opened = desk.open(deck)
        app = QuizApp(desk, Start(opened), desk.begin(opened, fresh=True))
        async with app.run_test() as ours, smallest["Smallest"]().run_test() as theirs:
            for _press in range(PRESSES):
                await ours.press("三", "座")
                verdicts.append(await press(ours))
                questions.append(await press(ours))
                baseline.append(await press(theirs))
    tell("Pilot, Enter to the verdict", verdicts, baseline)
    tell("Pilot, Enter to the next question", questions, baseline)


async def press(pilot: Pilot[Any]) -> float:
    began = time.perf_counter()
    await pilot.press("enter")
    return time.perf_counter() - began


# Idle


def idle(deck: Path) -> None:
    """The share of one processor that a screen takes while it waits."""
    screens = {
        "home": (["run"], Desk().decks()[0].title[:4], b""),
        "a question": (["run", str(deck), "--fresh"], "<00000>", b""),
        "an exam and its clock": (["run", str(deck), "--mode", "exam"], "Begin", b"\r"),
    }
    for name, (arguments, text, keys_on) in screens.items():
        with Terminal("-m", "quiz", *arguments) as terminal:
            terminal.seconds_until(text)
            if keys_on:
                terminal.seconds_until("<", keys_on)
            terminal.processor_share(1.0)  # what is still to be done behind the first text
            share = terminal.processor_share(IDLE)
        sys.stdout.write(f"idle, {name}: {100 * share:.1f} % of a processor\n")
        sys.stdout.flush()


PARTS: dict[str, Callable[[Path], None]] = {"paint": paint, "keys": keys, "idle": idle}


def main(arguments: list[str]) -> None:
    wrong = [name for name in arguments if name not in PARTS]
    if wrong:
        raise QuizError(f"{wrong[0]}: no part of this benchmark; there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as name:
        os.environ["QUIZ_HOME"] = str(Path(name) / "home")
        deck = Path(name) / "deck.yaml"
        write_deck(deck, made_up(QUESTIONS))
        for part in arguments or PARTS:
            PARTS[part](deck)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except QuizError as error:
        sys.exit(str(error))
