"""A small deck, a log of its own and a clock that moves only when told."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from quiz.model import Blank, Cloze, Deck, Origin, Provenance, Review, Verdict
from quiz.study import Log

_WORDS = [
    f"{one}{other}{one}{another}"
    for one, other, another in zip(
        "春夏秋冬东西南北红黄蓝绿金木火土日月星风",
        "花草树叶山川江河马牛羊鸡梅兰竹菊琴棋书画",
        "早晚远近高低长短新旧多少轻重快慢冷热干湿",
        strict=True,
    )
]


@dataclass
class HandClock:
    """Half past eight in the morning in China; `wait` moves the hands."""

    now: datetime = field(default_factory=lambda: datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=8))))

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture(scope="session")
def make_clock() -> Callable[[], HandClock]:
    return HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "new" / "folder" / "log.sqlite3"


@pytest.fixture
def log(log_path: Path) -> Iterator[Log]:
    with Log(log_path) as log:
        yield log


@pytest.fixture
def deck() -> Deck:
    """Four questions with the answers 山, 水, 林 and the list 田、湖."""
    single = [Cloze(f"q{n}", f"保护{word}。", (Blank(2, 3, word),)) for n, word in enumerate("山水林", 1)]
    pair = Cloze("q4", "保护田、湖。", (Blank(2, 3, "田"), Blank(4, 5, "湖")))
    return Deck("d1", "试卷", Origin("试卷"), (*single, pair))


@pytest.fixture(scope="session")
def course() -> Deck:
    """Sixty questions, three of each of twenty sentences with the answers 第一 第二 第三, in two parts of a report."""
    questions = []
    for sentence in range(20):
        quote = f"{_WORDS[sentence]}的第一、第二、第三。"
        for turn, answer in enumerate(("第一", "第二", "第三")):
            start = quote.index(answer)
            place = Provenance((f"第{sentence // 10}部分",), sentence + 1, quote)
            blank = Blank(start, start + 2, answer)
            questions.append(Cloze(f"s{sentence:02}-{turn}", quote, (blank,), provenance=place))
    return Deck("course", "课程", Origin("课程"), tuple(questions))


@pytest.fixture
def review() -> Callable[..., Review]:
    """Makes a reply: `review(session, question, verdict)`."""

    def make(session: int = 1, question: str = "q1", verdict: Verdict = Verdict.RIGHT) -> Review:
        return Review("d1", question, 1_772_325_000_000, 480, "order", ("山", ""), verdict, 3, 2.5, session)

    return make
