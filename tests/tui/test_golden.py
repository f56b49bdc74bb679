"""Every screen as text, in both languages and three sizes.

After a wanted change write them anew, and read what `git diff` shows:

    QUIZ_UPDATE_GOLDEN=1 python -m pytest tests/tui/test_golden.py
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from types import EllipsisType
from typing import Any, TypeAlias

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz.model import Review, Verdict
from quiz.study import Options
from quiz.study.counts import Counts
from quiz.study.planning import Goal
from quiz.tui.keys import labels
from quiz.tui.rows import Rows

GOLDEN = Path(__file__).parent / "golden"
Key: TypeAlias = "str | int | EllipsisType"
SIZES = [(120, 40), (40, 15), (80, 24)]  # the last is the one that the keys are pressed in


@dataclass(frozen=True)
class Walk:
    """Screens that one run of the program comes through: of each the keys that lead to it from the one before.

    A number among the keys lets so many seconds go by; the keys after ... are pressed in each size anew. It begins on
    the home screen, or with a `mode` of the deck.
    """

    screens: dict[str, Sequence[Key]]
    mode: str = "home"
    desk: Callable[[Any], object] = str
    sizes: Sequence[tuple[int, int]] = tuple(SIZES)


def empty(desk: Any) -> None:
    """No deck, and nothing ever answered."""
    desk.rows = []


def busy(desk: Any) -> None:
    """Decks with every number and a title too long for any line; an exam planned; answers of today."""
    counts = Counts(questions=40, new=25, learning=3, due=9, today=9, suspended=2, starred=4, wrong=6, reviews=70)
    goal = Goal(date(2031, 6, 3))
    desk.set_goal(desk.deck, goal)
    long = "山里的果园：从修路、引水、剪枝到直播卖果的五年，以及果农们自己算的一笔账和后来的打算"
    desk.rows[0] = desk.rows[0]._replace(questions=40, right=10, due=8, counts=counts, goal=goal)
    desk.rows.insert(1, desk.rows[1]._replace(path=Path("long.yaml"), title=long))
    desk.begin(desk.deck).answer(["两座"])


def one_of_each(desk: Any) -> None:
    """Questions of every other kind instead of fill-ins."""
    desk.deck = replace(desk.deck, questions=desk.each)


def bank(desk: Any) -> None:
    """Questions of every kind."""
    desk.deck = replace(desk.deck, questions=(*desk.deck.questions, *desk.each))


def lengthy(desk: Any) -> None:
    """A question longer than the screen, with many blanks."""
    names = ["码头", "灯塔", "栈桥", "船坞", "渔市", "冰库", "鱼干场", "网具房", "潮位牌", "避风港", "老街", "夜市"] * 2
    told = (f"第{place}处修好的是{name}，旁边的路也铺平，晚上有灯、雨天不滑" for place, name in enumerate(names, 1))
    desk.deck = replace(desk.deck, questions=(desk.make_cloze(1, "；".join(told) + "。", *names),))


def studied(desk: Any) -> None:
    """Half a year of replies, every third of them wrong, with a pause of a month."""
    bank(desk)
    questions = desk.deck.questions
    number = desk.log.start(desk.deck.id, "order", [question.id for question in questions], 0)
    count = 0
    for ago in range(180, -1, -2):
        for _ in range(0 if 60 < ago < 90 else 1 + ago % 5 if ago else 2):
            count += 1
            question, wrong = questions[count % len(questions)], count % 3 == 0
            at = int((desk.clock() - timedelta(days=ago, seconds=600 - count)).timestamp() * 1000)
            verdict = Verdict.WRONG if wrong else Verdict.RIGHT
            desk.log.add(
                Review(desk.deck.id, question.id, at, 0, "order", ("x",), verdict, 3 - 2 * wrong, 20.0, number)
            )


def done(desk: Any) -> None:
    """Everything was answered right just now: nothing is due, and there are no mistakes."""
    session = desk.begin(desk.deck)
    while question := session.current():
        session.answer([blank.answer for blank in question.blanks])


def doubtful(desk: Any) -> None:
    """A question that nobody can know the answer of, and one that tells it."""
    told = desk.make_cloze(1, "码头修好了三座，三座都通了电，夜里一直亮着。", "三座")
    loose = desk.make_cloze(2, "它们都有了新的变化。", "变化")
    desk.deck = replace(desk.deck, questions=(told, loose, *desk.deck.questions[2:]))


def begun(desk: Any) -> None:
    """A drill that was left after the first question."""
    desk.begin(desk.deck).answer(["三座"])


WALKS = {
    "first": Walk({"home-empty": [], "home-empty-help": ["f1"], "stats-empty": ["escape", "s"]}, desk=empty),
    "home": Walk(
        {
            "home": [],
            "home-help": ["f1"],
            "palette": ["escape", "ctrl+p"],
            "palette-end": ["up", ..., "up", "down"],
            "palette-found": ["s"],
            "search": ["escape", "slash", "果园"],
            "search-nothing": ["没有的"],
            "menu": ["escape", "m"],
            "plan": ["p"],
            "plan-date": ["ctrl+r", "m", "p", "+", "3", "0"],
            "plan-wrong": [*["backspace"] * 3, "2030-01-01", "enter"],
            "picker": ["escape", "o", "down"],
            "picker-nothing": ["没有的"],
            "picker-missing": [*["backspace"] * 3, "./missing.yaml", "enter"],
            "picker-report": [*["backspace"] * 14, "empty.txt", "enter"],
        },
        desk=busy,
    ),
    "menu": Walk({"menu-new": ["m"], "menu-help": ["f1"]}, desk=bank),
    "done": Walk({"menu-nothing": ["m"]}, desk=done),
    "fill": Walk(
        {
            "fill-asked": [],
            "fill-hints": ["f2", "f2"],
            "fill-hints-over": ["f2", "f2", "f2"],
            "fill-right": ["三座", "enter"],
            "fill-undone": ["u"],
            "fill-slip": [*["backspace"] * 2, "两座", "enter"],
            "fill-counted": ["c"],
            "fill-starred": ["s"],
            "edit": ["e"],
            "edit-wrong": ["【", "ctrl+s"],
            "blanks-asked": ["escape", "enter"],
            "blanks-typed": ["青砖", "enter", "石"],
            "blanks-partly": ["库路", "enter", "九成", "enter"],
            "fill-help": ["f1"],
            "fill-skipped": ["escape", "enter", "ctrl+n"],
            "fill-wrong": [75, "enter"],
            "fill-suspended": ["x"],
            "summary": ["enter"],
        },
        mode="order",
    ),
    "long": Walk(
        {
            "long-asked": [],
            "long-scrolled": [..., "pagedown"],
            "long-typed": ["东街", "enter"] * 14,
            "long-answered": ["西街", "enter"] * 10,
        },
        mode="order",
        desk=lengthy,
    ),
    "kinds": Walk(
        {
            "choice-asked": [],
            "choice-picked": ["a"],
            "choice-wrong": ["enter"],
            "choice-right": ["u", "b", "enter"],
            "several-asked": ["enter"],
            "several-picked": ["a", "b"],
            "several-partly": ["enter"],
            "several-right": ["u", "b", "c", "enter"],
            "judge-asked": ["enter"],
            "judge-wrong": ["y", "enter"],
            "judge-right": ["u", "n", "enter"],
            "steps-asked": ["enter"],
            "steps-picked": ["3", "1"],
            "steps-wrong": ["2", "4", "enter"],
            "short-asked": ["enter"],
            "short-noted": ["潮位牌装上了", "enter", "先修防波堤"],
            "short-points": ["enter", "enter"],
            "short-partly": ["enter"],
            "summary-kinds": [200, "enter"],
        },
        mode="order",
        desk=one_of_each,
    ),
    "read": Walk({"read": [], "read-end": ["enter"] * 3}, mode="browse"),
    "challenge": Walk({"challenge": ["f3"], "challenge-over": [5, "enter", "enter"]}, mode="challenge"),
    "race": Walk(
        {"race": [35], "race-right": ["b", "enter"], "race-over": ["enter", 70]}, mode="race", desk=one_of_each
    ),
    "review": Walk({"review": []}, mode="review"),
    "review-done": Walk({"review-nothing": []}, mode="review", desk=done),
    "wrong": Walk({"mistakes-none": []}, mode="wrong"),
    "curate": Walk(
        {
            "curate": [],
            "curate-marked": ["s", "x"],
            "curate-last": ["a", "a", "r", "a", "a", "a", "a", "a"],
            "curate-none": ["tab", "tab"],
            "curate-edit": ["u", "e"],
        },
        mode="curate",
        desk=bank,
    ),
    "split": Walk(
        {"curate-whole": ["right"], "curate-split": ["p"], "curate-part": ["right"], "curate-joined": ["u"]},
        mode="curate",
    ),
    "doubtful": Walk({"curate-doubtful": ["tab"]}, mode="curate", desk=doubtful),
    "edit": Walk(
        {
            "edit-choice": ["e"],
            "edit-several": ["escape", "right", "e"],
            "edit-judge": ["escape", "right", "e"],
            "edit-order": ["escape", "right", "e"],
            "edit-short": ["escape", "right", "e"],
        },
        mode="curate",
        desk=one_of_each,
    ),
    "resumed": Walk({"fill-resumed": []}, mode="order", desk=begun),
    "exam": Walk(
        {
            "setup": [],
            "setup-points": ["tab", "2", ".", "5"],
            "setup-scoring": [..., *["down"] * 7],
            "setup-help": ["f1"],
            "exam": ["escape", "enter"],
            "exam-several": ["码头", *["pagedown"] * 4, "a", "c"],
            "exam-short": [*["pagedown"] * 2, "先修堤", "enter", "分开停"],
            "exam-sheet": ["f3", "f2", "n"],
            "exam-unanswered": ["f4"],
            "exam-late": ["escape", 5130],
            "exam-help": ["f1"],
            "result": ["escape", "f4", "f4"],
            "review-exam": ["enter"],
            "review-exam-short": ["enter"] * 5,
            "result-judged": ["1", "2", "enter", "enter"],
        },
        mode="exam",
        desk=bank,
    ),
    "stats": Walk(
        {"stats": ["m", "s"], "stats-end": [..., "end"], "stats-all": ["a"], "stats-all-end": [..., "end"]},
        desk=studied,
    ),
    "tiny": Walk({"too-small": []}, sizes=[(39, 12), (41, 9), (20, 5)]),
}


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 4, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch, desk: Any, kinds: Any, make_cloze: Any, tmp_path: Path) -> Clock:
    """A time that stands still, and a folder with files to pick."""
    clock = Clock()
    monkeypatch.setattr(desk, "clock", clock)
    monkeypatch.setattr("quiz.desk.now", clock)
    desk.make_cloze, desk.each = make_cloze, [question for kind, question in kinds.items() if kind != "cloze"]
    place = tmp_path / "资料"
    (place / "往年").mkdir(parents=True)
    for name in ("渔村.txt", "海洋.docx", "farm.yaml", "empty.txt"):
        (place / name).touch()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(place)
    return clock


def told(bar: str) -> dict[str, str]:
    """The keys that a key bar tells of, with what they do."""
    return {key: does for key, _, does in (hint.partition(" ") for hint in bar.strip().split("  ") if hint)}


def usable(app: App[None]) -> set[str]:
    """The keys that do something now, as key bars name them."""
    bound = {label for key in app.screen.active_bindings for label in labels(key, typing=False)}
    rows = ["".join(str(row.mark.text) for row in rows._rows) for rows in app.screen.query(Rows)]
    found = [re.findall(r"([A-Z0-9])\. ", marks) for marks in rows]
    return bound | {f"{min(marks)}-{max(marks)}" for marks in found if marks}


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("name", WALKS)
def test_screens(
    play: Any,
    type_keys: Any,
    screen_text: Any,
    monkeypatch: pytest.MonkeyPatch,
    desk: Any,
    clock: Clock,
    name: str,
    language: str,
) -> None:
    monkeypatch.setenv("QUIZ_LANG", language)
    walk, texts = WALKS[name], {}
    walk.desk(desk)

    async def press(pilot: Pilot[None], keys: Sequence[Key]) -> None:
        for key in keys:
            if isinstance(key, int):
                clock.wait(key)
                pilot.app.screen._tick()  # type: ignore[attr-defined]  # what the timer does once a second
            else:
                await type_keys(pilot, key)
        await settle(pilot)

    async def settle(pilot: Pilot[None]) -> str:
        """The screen once it changes no more."""
        text = ""
        while (now := "\n".join(screen_text(pilot.app)).rstrip()) != text:
            text = now
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()
        return text

    async def go(pilot: Pilot[None]) -> None:
        for screen, keys in walk.screens.items():
            split = [*keys, ...].index(...)
            await press(pilot, keys[:split])
            parts = []
            for width, height in walk.sizes:
                await pilot.resize_terminal(width, height)
                if anew := keys[split + 1 :]:
                    await press(pilot, anew)
                parts.append(f"--- {width}x{height}\n{await settle(pilot)}\n")
            if not pilot.app.screen.is_modal:
                bar = told(screen_text(pilot.app)[-1])
                assert bar.keys() <= usable(pilot.app), screen
                assert len(set(bar.values())) == len(bar), screen  # nothing is told twice
            texts[GOLDEN / language / f"{screen}.txt"] = "".join(parts)

    play(drill=walk.mode != "home", mode=walk.mode, options=Options(seed=1), then=go)
    for path, text in texts.items():
        if os.environ.get("QUIZ_UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for path, text in texts.items():
        assert text == path.read_text(encoding="utf-8"), path.name
