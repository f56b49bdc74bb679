"""Ordering questions keep the report's order and give no place away."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.generate.sections.order import orders
from quiz.generate.source import sources
from quiz.model import Order, Report
from quiz.sources import read_report

FILLER = "镇里的老人说，这样的年景从前想也不敢想，如今家家户户都过得安稳。"


@pytest.fixture
def orders_of(tmp_path: Path) -> Callable[..., list[Order]]:
    """The ordering questions of a report with these lines below its title."""

    def make(*lines: str, seed: int = 0) -> list[Order]:
        path = tmp_path / "小结.txt"
        path.write_text("\n".join(["柳溪镇的五年小结", *lines]), encoding="utf-8")
        report: Report = read_report(path)[0]
        return [question for _section, question in orders(report, list(sources(report)), seed)]

    return make


def test_a_marked_series_is_asked_without_its_marks(orders_of: Callable[..., list[Order]]) -> None:
    question = orders_of(
        "一、办好实事",
        "镇里主要做了以下三项工作。一是修通进山的公路。二是翻新小学的操场。三是给老街换上路灯。",
        "二、来年打算",
        FILLER,
    )[0]
    assert question.items == ("修通进山的公路", "翻新小学的操场", "给老街换上路灯")
    assert question.sentence == "报告讲到“镇里主要做了以下三项工作”，按报告中的先后顺序，排列这三项工作。"
    assert question.provenance.section == ("办好实事",)
    assert question.provenance.quote == "修通进山的公路"


def test_headings_are_asked_by_the_name_of_the_part_they_stand_in(orders_of: Callable[..., list[Order]]) -> None:
    lines = ["一、扶持乡土产业"]
    for number, heading in zip("一二三", ("做大山坡果园", "做精竹编手工", "做活圩日集市"), strict=True):
        lines += [f"（{number}）{heading}", FILLER]
    asked = {question.sentence: question.items for question in orders_of(*lines)}
    task = "按报告中的先后顺序，排列“扶持乡土产业”部分的三个小标题。"
    assert asked[task] == ("做大山坡果园", "做精竹编手工", "做活圩日集市")


def test_of_a_long_series_one_run_of_neighbours_is_asked(orders_of: Callable[..., list[Order]]) -> None:
    names = ["修通公路", "翻新操场", "换上路灯", "疏浚河道", "扩建果园", "请来医生", "办起书屋", "种满花木"]
    members = "".join(f"{number}是{name}一件事。" for number, name in zip("一二三四五六七八", names, strict=True))
    lines = ("一、办好实事", f"镇里接连办成了八件实事。{members}", "二、来年打算", FILLER)
    runs = set()
    for seed in range(12):
        question = next(q for q in orders_of(*lines, seed=seed) if "八件实事" in q.sentence)
        assert "排列其中连续的四件" in question.sentence
        joined = [name + "一件事" for name in names]
        start = joined.index(question.items[0])
        assert list(question.items) == joined[start : start + 4]
        runs.add(question.items)
    assert len(runs) == 2  # the seed chooses


@pytest.mark.parametrize(
    "members",
    [
        "一是首先修通公路。二是翻新操场一座。三是换上路灯百盏。",  # says that it is the first
        "一是修通公路这条大路。二是修通公路这条大道。三是换上路灯百盏。",  # hard to tell apart
        "一是修通公路一条。二是翻新操场一座。",  # two only
        "一是修通公路一条。三是换上路灯百盏。四是疏浚河道十里。",  # one is missing
    ],
)
def test_no_question_where_items_are_few_alike_or_tell_their_place(
    members: str, orders_of: Callable[..., list[Order]]
) -> None:
    assert orders_of("一、办好实事", f"镇里主要做了以下工作。{members}", "二、来年打算", FILLER) == []


def test_a_series_that_nothing_names_is_not_asked(orders_of: Callable[..., list[Order]]) -> None:
    members = "一是修通公路一条。二是翻新操场一座。三是换上路灯百盏。"
    assert orders_of("一、办好实事", FILLER, FILLER[:-1] + "啊。", members, FILLER[3:], "二、来年打算", FILLER) == []


def test_stages_are_put_in_order_of_time_without_their_years(orders_of: Callable[..., list[Order]]) -> None:
    question = next(
        question
        for question in orders_of(
            "一、来年打算",
            "到2035年，全镇的公路修到每个山村。",
            "到2030年，三所小学都换上新的操场。到本世纪中叶，柳溪镇建成花园一样的山乡。",
            "二、结语",
            FILLER,
        )
        if "时间" in question.sentence
    )
    assert question.sentence == "按时间先后，排列“来年打算”部分提到的各阶段的目标。"
    assert question.items == ("三所小学都换上新的操场", "全镇的公路修到每个山村", "柳溪镇建成花园一样的山乡")


def test_events_need_distinct_years_and_something_that_happened(orders_of: Callable[..., list[Order]]) -> None:
    def asked(*lines: str) -> list[tuple[str, ...]]:
        found = orders_of("一、镇史", *lines, "二、结语", FILLER)
        return [question.items for question in found if "事件" in question.sentence]

    lines = ("1958年，镇里成立第一个合作社。", "1979年5月，镇里建成小水电站。", "2003年，镇里开通进山的班车。")
    assert asked(*lines) == [("镇里成立第一个合作社", "镇里建成小水电站", "镇里开通进山的班车")]
    assert asked(lines[0], lines[1], "1979年8月，镇里开通进山的班车。") == []
    assert asked(lines[0], lines[1], "2003年，全镇老少都很高兴很满足。") == []


def test_ids_do_not_hang_on_the_wording_of_the_task(orders_of: Callable[..., list[Order]]) -> None:
    series = "一是修通公路一条。二是翻新操场一座。三是换上路灯百盏。"
    one = orders_of("一、办好实事", f"镇里主要做了以下工作。{series}", "二、来年打算", FILLER)
    other = orders_of("一、办好实事", f"镇里今年办成了三件大事。{series}", "二、来年打算", FILLER)
    assert [question.id for question in one] == [question.id for question in other]
    assert one[0].sentence != other[0].sentence
