"""Short-answer tasks name what is asked and never hold their points."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.generate.sections.order import orders
from quiz.generate.sections.short import shorts
from quiz.generate.source import sources
from quiz.model import Short
from quiz.sources import read_report

FILLER = "镇里的老人说，这样的年景从前想也不敢想，如今家家户户都过得安稳。"


@pytest.fixture
def tasks_of(tmp_path: Path) -> Callable[..., dict[str, tuple[str, ...]]]:
    """Tasks and points of a report with these lines below its title."""

    def make(*lines: str) -> dict[str, tuple[str, ...]]:
        path = tmp_path / "小结.txt"
        path.write_text("\n".join(["柳溪镇的五年小结", *lines]), encoding="utf-8")
        report = read_report(path)[0]
        found: list[tuple[int, Short]] = shorts(report, list(sources(report)), 0)
        return {question.sentence: question.points for _section, question in found}

    return make


def headed(heading: str, *points: str) -> list[str]:
    lines = [f"一、{heading}"]
    for number, point in zip("一二三四五六七八九", points, strict=False):
        lines += [f"（{number}）{point}", FILLER]
    return lines


def test_what_a_heading_demands_is_asked_of_its_headings(tasks_of: Callable[..., dict[str, tuple[str, ...]]]) -> None:
    tasks = tasks_of(*headed("扶持乡土产业", "做大山坡果园", "做精竹编手工", "做活圩日集市"))
    assert tasks["围绕“扶持乡土产业”，报告提出了哪些要求？"] == ("做大山坡果园", "做精竹编手工", "做活圩日集市")


@pytest.mark.parametrize(
    ("heading", "task"),
    [
        ("五年工作回顾", "围绕“五年工作回顾”，报告从哪些方面作了总结？"),
        ("今后五年的主要目标", "围绕“今后五年的主要目标”，报告提出了哪些目标？"),
        ("今后五年的重点任务", "围绕“今后五年的重点任务”，报告部署了哪些任务？"),
        ("柳溪的山和水", "围绕“柳溪的山和水”，报告讲了哪些要点？"),
    ],
)
def test_the_verb_follows_what_the_heading_calls_its_points(
    heading: str, task: str, tasks_of: Callable[..., dict[str, tuple[str, ...]]]
) -> None:
    assert task in tasks_of(*headed(heading, "山坡果园连成一片", "竹编手工走出深山", "圩日集市人来人往"))


def test_a_document_that_is_no_report_is_called_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "opinion.txt"
    lines = headed("扶持乡土产业", "做大山坡果园", "做精竹编手工", "做活圩日集市")
    path.write_text("\n".join(["柳溪镇关于扶持产业的意见", *lines]), encoding="utf-8")
    report = read_report(path)[0]
    found = list(sources(report))
    assert [q.sentence for _section, q in shorts(report, found, 0)] == ["围绕“扶持乡土产业”，《意见》提出了哪些要求？"]
    assert [q.sentence for _section, q in orders(report, found, 0)] == [
        "按《意见》中的先后顺序，排列“扶持乡土产业”部分的三个小标题。"
    ]


def test_a_label_is_asked_with_the_heading_above_it(tasks_of: Callable[..., dict[str, tuple[str, ...]]]) -> None:
    series = "一是坚持自愿参加。二是坚持量力而行。三是坚持公开算账。"
    tasks = tasks_of("一、修路的总体安排", "（一）基本原则", series, "（二）修路的时间", FILLER)
    assert "围绕“修路的总体安排”，报告提出了哪些基本原则？" in tasks


def test_a_sentence_that_lists_behind_a_colon_is_asked_by_its_stem(
    tasks_of: Callable[..., dict[str, tuple[str, ...]]],
) -> None:
    tasks = tasks_of(
        "一、来年打算",
        "明年全镇的主要目标是：果园扩大到八百亩；小学操场全部翻新；老街路灯增加一倍，夜里不再漆黑，等等。",
        "二、结语",
        FILLER,
    )
    points = ("果园扩大到八百亩", "小学操场全部翻新", "老街路灯增加一倍，夜里不再漆黑")
    assert tasks == {"报告讲到“明年全镇的主要目标是……”，具体有哪些目标？": points}


def test_what_somebody_said_is_no_list_of_points(tasks_of: Callable[..., dict[str, tuple[str, ...]]]) -> None:
    assert (
        tasks_of("一、来年打算", "老田在会上反复强调：果园要扩大；操场要翻新；路灯要增加。", "二、结语", FILLER) == {}
    )


def test_what_points_share_names_them(tasks_of: Callable[..., dict[str, tuple[str, ...]]]) -> None:
    tasks = tasks_of(
        "一、柳溪的家底",
        FILLER,
        FILLER.replace("老人", "果农"),
        *(f"柳溪的家底是{what}。{FILLER[:-1]}{what}。" for what in ("满山的果树", "一手好竹编", "清清的河水")),
        "二、结语",
        FILLER,
    )
    task = "报告在“柳溪的家底”部分接连讲了三个“柳溪的家底是……”，分别是什么？"
    assert tasks[task][1] == "柳溪的家底是一手好竹编"


@pytest.mark.parametrize(
    "lines",
    [
        headed("做大山坡果园和竹编手工", "做大山坡果园", "做大竹编手工", "做活圩日集市"),  # the task would tell
        headed("扶持乡土产业", "指导思想", "目标任务", "基本原则"),  # mere labels
        headed("扶持乡土产业", "做大山坡果园", "做精竹编手工"),  # too few
        headed("扶持乡土产业", *(f"{what}产业做强做大" for what in "果茶竹布鱼菌药米花")),  # too many
    ],
)
def test_no_task_that_tells_or_asks_nothing(
    lines: list[str], tasks_of: Callable[..., dict[str, tuple[str, ...]]]
) -> None:
    assert tasks_of(*lines) == {}


def test_the_same_points_are_asked_once(tasks_of: Callable[..., dict[str, tuple[str, ...]]]) -> None:
    points = ("做大山坡果园", "做精竹编手工", "做活圩日集市")
    again = [
        line.replace("一、", "二、").replace("扶持乡土产业", "来年接着办") for line in headed("扶持乡土产业", *points)
    ]
    tasks = tasks_of(*headed("扶持乡土产业", *points), *again)
    assert list(tasks.values()).count(points) == 1
