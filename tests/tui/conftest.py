"""A desk with made-up decks over a real session and a real log, and a way to play keys into the screens."""

import asyncio
import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from quiz.errors import QuizError
from quiz.model import Blank, Cloze, Deck, Origin, Provenance, Question
from quiz.study import Log, Session
from quiz.tui.desk import DeckRow, Start

if TYPE_CHECKING:  # child.py, too, runs this file, and must see the program import Textual
    from textual.app import App
    from textual.pilot import Pilot

Play: TypeAlias = Callable[..., list[str]]


def cloze(number: int, sentence: str, *answers: str, lead: str = "", section: tuple[str, ...] = ()) -> Cloze:
    """A question whose blanks are the first places of `answers`, in order."""
    blanks: list[Blank] = []
    for answer in answers:
        start = sentence.index(answer, blanks[-1].end if blanks else 0)
        blanks.append(Blank(start, start + len(answer), answer))
    return Cloze(f"q{number}", sentence, tuple(blanks), Provenance(section, number, sentence), lead)


QUESTIONS: tuple[Question, ...] = (
    cloze(1, "渔村今年修好了三座码头，把“海上菜园”搬进了课本。", "三座", section=("一、海边的事", "（一）码头")),
    cloze(
        2,
        "老街要留住青砖、黛瓦、石板路，也要通上电梯和暖气，让八成以上的住户不必搬走，夜里巷口的灯一直亮到最后一班船靠岸。",
        "青砖",
        "石板路",
        "八成",
        lead="街坊们是这样商量的。",
        section=("二、老街的事",),
    ),
    cloze(3, "夜市收摊以后，清洁船沿河再走一遍。", "清洁船"),
)
DECK = Deck("harbour", "小港镇的一年：码头、老街与夜市", Origin("小港镇的一年"), QUESTIONS)


class FakeDesk:
    """What the program does for the screens, with a clock that goes on by a second at each look."""

    def __init__(self, folder: Path, deck: Deck = DECK) -> None:
        self.folder = folder
        self.deck = deck
        self.rows = [
            DeckRow(Path("harbour.yaml"), deck.title, len(deck.questions), right=1, wrong=1, unfinished=True),
            DeckRow(Path("farm.yaml"), "山里的果园", 12),
            DeckRow(Path("broken.yaml"), "broken.yaml", 0, problem="broken.yaml:3:1: questions: is not a list"),
        ]
        self.asked: list[str] = []
        self.log = Log(folder / "log.sqlite3")
        self._now = datetime(2031, 5, 4, 9, tzinfo=UTC)

    def clock(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now

    def decks(self) -> list[DeckRow]:
        return self.rows

    def open(self, path: Path) -> Deck:
        self.asked.append(f"open {path}")
        if path.name == "missing.yaml":
            raise QuizError("missing.yaml: there is no such file")
        return self.deck

    def begin(self, deck: Deck, *, only: Sequence[str] | None = None, fresh: bool = False) -> Session:
        self.asked.append(f"begin {'fresh' if fresh else 'resume'} {' '.join(only or [])}".strip())
        return Session.begin(deck, self.log, self.clock, only=only, fresh=fresh)

    def make(self, path: Path) -> Path:
        self.asked.append(f"make {path}")
        if path.name == "empty.txt":
            raise QuizError("empty.txt: there is no text in it")
        return Path("kept.yaml")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[FakeDesk]:
    desk = FakeDesk(tmp_path)
    yield desk
    desk.log.close()


@pytest.fixture
def make_cloze() -> Callable[..., Cloze]:
    return cloze


def character_of(key: str) -> str | None:
    """What a key types: `question_mark` is a ?, `enter` is nothing."""
    try:
        return key if len(key) == 1 else unicodedata.lookup(key.replace("_", " "))
    except KeyError:
        return None


@pytest.fixture(name="screen_text")
def _screen_text() -> Callable[["App[None]"], list[str]]:
    return screen_text


def screen_text(app: "App[None]") -> list[str]:
    """The screen as the terminal would show it, line by line."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.fixture
def play(desk: FakeDesk) -> Play:
    """Press `keys` one after another, from the home screen or, with `drill`, from the first question.

    What is no name of a key is text, typed without a pause. Returns the lines of the screen; `then` may look at the
    app before it closes. (Faster than `pilot.press`, which waits after every key.)
    """

    def run(
        *keys: str,
        size: tuple[int, int] = (80, 24),
        drill: bool = True,
        then: Callable[["Pilot[None]"], Awaitable[None]] | None = None,
    ) -> list[str]:
        from textual.events import Key

        from quiz.tui.app import QuizApp

        async def inside() -> list[str]:
            start = Start(desk.deck if drill else None)
            app = QuizApp(desk, start, desk.begin(desk.deck) if drill else None)
            async with app.run_test(size=size) as pilot:
                for key in keys:
                    for name in [key] if re.fullmatch(r"[a-z0-9_+]+|.", key) else key:
                        app.post_message(Key(name, character_of(name)))
                    await pilot.pause()
                await pilot.pause()
                if then is not None:
                    await then(pilot)
                    await pilot.pause()
                return screen_text(app)

        return asyncio.run(inside())

    return run
