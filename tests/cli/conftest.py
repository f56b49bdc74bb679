"""The program as a process of its own, in an empty folder with an invented report and a small deck."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Timer
from typing import TypeAlias

import pytest

Process: TypeAlias = "subprocess.CompletedProcess[str]"
QUIZ = [sys.executable, "-m", "quiz"]
ROOT = Path(__file__).parents[2]
REPORT = """清水润城的青禾实践
青禾县坐落在两条河的交汇处，牢牢抓住河湖治理这条主线，走出了一条“因河兴县”的路子。
一、守护水源
青禾县把水源保护放在首位，划定一级保护区120处，面积达1.5万亩。治水要做到：一是关停沿岸的小作坊；二是修复受损的湿地和河滩。
二、盘活沿河产业
县里铺设口径xx英寸的管网120公里，\u200b带动沿河三千户村民增收。沿河的村子办起了民宿、茶园和农家书屋，游客络绎不绝。
责任编辑：老田
"""
DECK = """format: 1
id: dsmall
title: 小题
report:
  title: 小题
questions:
- id: one1
  text: 河水要从【源头|根子】治起。
  section: [守护水源]
- id: two2
  text: 村里有【民宿】、【茶园】。
- id: tri3
  lead: 第三题
  text: 全县种下【水源涵养林】。
"""
EVERY_KIND = """format: 1
id: dkinds
title: 各种题
report:
  title: 各种题
questions:
- id: one1
  text: 河水要从【源头】治起。
  difficulty: 2
  tags: [易错]
- id: two2
  kind: choice
  text: 村里有【民宿】。
  options: [民宿, 渔场]
  key: A
  note: 见第二章。
- id: tri3
  kind: multiple
  text: 哪两样不是村里的？
  options: [海港, 茶园, 机场]
  key: AC
- id: for4
  kind: judge
  text: 全县种树120亩。
  answer: false
  quote: 全县种树150亩。
- id: fiv5
  kind: judge
  text: 河水清了。
  answer: true
  section: [守护水源]
- id: six6
  kind: order
  text: 排出先后。
  items: [关作坊, 种水草]
- id: sev7
  kind: short
  text: 怎样治水？
  points: [关作坊, 种水草]
"""


@pytest.fixture
def every_kind(tmp_path: Path) -> Path:
    """A question of each kind."""
    path = tmp_path / "各种题.yaml"
    path.write_text(EVERY_KIND, encoding="utf-8")
    return path


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青禾.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Three questions: one blank with a second answer, a list of two, one with a lead."""
    path = tmp_path / "小题.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


@pytest.fixture
def environment() -> dict[str, str]:
    """What a child process sees; the home and the language are those of the test."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "LC_ALL": "C"}


@pytest.fixture
def quiz(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Process]:
    """`quiz("make", "x.txt", typed="...", before=...)` runs in the test's folder and returns how it ended."""

    def run(*arguments: str | Path, typed: str = "", before: Callable[[], None] | None = None) -> Process:
        return subprocess.run(
            [*QUIZ, *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            input=typed,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
            preexec_fn=before,
        )

    return run


@pytest.fixture
def start(tmp_path: Path, environment: dict[str, str]) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """The same, but left running with its input and output open; what hangs is killed after half a minute."""
    started: list[tuple[subprocess.Popen[str], Timer]] = []

    def run(*arguments: str | Path) -> "subprocess.Popen[str]":
        child = subprocess.Popen(
            [*QUIZ, *map(str, arguments)],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            # Tests that run in the background of a shell, which ignores it for them, would hand that on.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        started.append((child, Timer(30, child.kill)))
        started[-1][1].start()
        return child

    yield run
    for child, watchdog in started:
        watchdog.cancel()
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout, child.stderr):
            if stream is not None:
                stream.close()
