"""A desk with made-up decks over a real session and a real log, and a way to play keys into the screens."""

import asyncio
import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

from quiz.deckfile import write_deck
from quiz.desk import Desk
from quiz.errors import QuizError
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Kind, Order, Origin, Provenance, Question, Short
from quiz.study import MODES, Log, Mode, Options, Session
from quiz.tasks import Progress, unwatched
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
    return Cloze(f"q{number}", sentence, tuple(blanks), provenance=Provenance(section, number, sentence), lead=lead)


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
ONE_OF_EACH: tuple[Question, ...] = (
    Choice(
        "pick",
        "改老街先听街坊的意见，再动青砖黛瓦，夜里巷口的灯要一直亮到最后一班船靠岸。",
        (Blank(5, 7, "街坊"),),
        ("游客", "街坊", "替几家工地供应砖瓦木料的材料商行以及他们的伙计", "船长"),
        (1,),
        provenance=Provenance(("二、老街的事",), 4),
        lead="会上定了先后。",
        difficulty=3,
        note="先听意见，后动工。",
    ),
    Choice(
        "several",
        "老街要留住青砖、黛瓦，也要通上电梯。",
        (Blank(5, 10, "青砖、黛瓦"),),
        ("青砖", "霓虹灯", "黛瓦", "玻璃幕墙"),
        (0, 2),
    ),
    Judge(
        "claim",
        "全镇种下红树120亩，比去年多两成。",
        provenance=Provenance(quote="全镇种下红树150亩，比去年多两成。"),
        true=False,
    ),
    Order("steps", "按先后排列夜市整治的步骤。", ("划定摊位", "接通水电", "收运垃圾", "请街坊打分"), difficulty=5),
    Short("points", "码头要怎样修？", ("先修防波堤", "渔船客船分开停靠", "装上潮位牌"), note="见码头一节。"),
)
DECK = Deck("harbour", "小港镇的一年：码头、老街与夜市", Origin("小港镇的一年"), QUESTIONS)


class FakeDesk(Desk):
    """The desk with made-up decks and a clock that goes on by a second at each look."""

    def __init__(self, folder: Path, deck: Deck = DECK) -> None:
        super().__init__()
        self.folder = folder
        self.deck = deck
        self.rows = [
            DeckRow(Path("harbour.yaml"), deck.title, len(deck.questions), right=1, wrong=1, unfinished=True),
            DeckRow(Path("farm.yaml"), "山里的果园", 12),
            DeckRow(Path("broken.yaml"), "broken.yaml", 0, problem="broken.yaml:3:1: questions: is not a list"),
        ]
        self.asked: list[str] = []
        self._log = Log(folder / "log.sqlite3")
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

    def begin(
        self,
        deck: Deck,
        *,
        mode: Mode = "order",
        options: Options | None = None,
        only: Sequence[str] | None = None,
        fresh: bool = False,
    ) -> Session:
        way = "" if mode == "order" else f" {mode}"
        self.asked.append(f"begin {'fresh' if fresh else 'resume'}{way} {' '.join(only or [])}".strip())
        return super().begin(deck, mode=mode, options=options, only=only, fresh=fresh)

    def save(self, deck: Deck, question: Question) -> Deck:
        """Into a real file, which is written when the first question is saved."""
        self._write(deck)
        self.deck = super().save(deck, question)
        return self.deck

    def split(self, deck: Deck, question: Cloze) -> Deck:
        self._write(deck)
        self.deck = super().split(deck, question)
        return self.deck

    def join(self, deck: Deck, parts: Sequence[str], question: Question) -> Deck:
        self.deck = super().join(deck, parts, question)
        return self.deck

    def _write(self, deck: Deck) -> None:
        path = self._paths.setdefault(deck.id, self.folder / "harbour.yaml")
        if not path.exists():
            write_deck(path, deck)

    def make(self, path: Path, progress: Progress = unwatched) -> Path:
        self.asked.append(f"make {path}")
        progress(0.5)
        if path.name == "empty.txt":
            raise QuizError("empty.txt: there is no text in it")
        return Path("kept.yaml")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeDesk]:
    with FakeDesk(tmp_path) as desk:
        monkeypatch.setattr("quiz.desk.now", desk.clock)
        yield desk


@pytest.fixture
def kinds() -> dict[Kind, Question]:
    """A question of each kind."""
    return {question.kind: question for question in (QUESTIONS[0], *ONE_OF_EACH)}


@pytest.fixture
def deal(desk: FakeDesk, kinds: dict[Kind, Question]) -> Callable[..., None]:
    """Puts the questions of these kinds, and no others, into the deck."""

    def only(*names: Kind) -> None:
        desk.deck = replace(DECK, questions=tuple(kinds[name] for name in names))

    return only


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


@pytest.fixture(name="type_keys")
def _type_keys() -> Callable[["Pilot[None]", str], Awaitable[None]]:
    return type_keys


async def type_keys(pilot: "Pilot[None]", key: str) -> None:
    """Press a key, or type a text without a pause. (Faster than `pilot.press`, which waits after every key.)"""
    from textual.events import Key

    for name in [key] if re.fullmatch(r"[a-z0-9_+]+|.", key) else key:
        pilot.app.post_message(Key(name, character_of(name)))
    await pilot.pause()


def screen_text(app: "App[None]") -> list[str]:
    """The screen as the terminal would show it, line by line."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip).rstrip() for strip in strips]


@pytest.fixture
def play(desk: FakeDesk) -> Play:
    """Press `keys` one after another, from the home screen or, with `drill`, from the first question.

    What is no name of a key is text, typed without a pause. Returns the lines of the screen; `then` may look at the
    app before it closes.
    """

    def run(
        *keys: str,
        size: tuple[int, int] = (80, 24),
        drill: bool = True,
        mode: str = "order",
        options: Options | None = None,
        then: Callable[["Pilot[None]"], Awaitable[None]] | None = None,
    ) -> list[str]:
        from quiz.tui.app import QuizApp

        async def inside() -> list[str]:
            start = Start(desk.deck if drill else None, mode=mode)
            known = next((name for name in MODES if name == mode), None)
            session = desk.begin(desk.deck, mode=known, options=options) if drill and known else None
            app = QuizApp(desk, start, session)
            async with app.run_test(size=size) as pilot:
                for key in keys:
                    await type_keys(pilot, key)
                await pilot.pause()
                if then is not None:
                    await then(pilot)
                await app.workers.wait_for_complete()
                await pilot.pause()
                return screen_text(app)

        return asyncio.run(inside())

    return run
