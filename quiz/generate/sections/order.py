"""Ordering questions: series and headings of a report in its own order, stages and events in that of time."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from quiz.generate.cloze import short_id
from quiz.generate.leads import named
from quiz.generate.sections.clauses import alike, shortened
from quiz.generate.sections.series import Point, Series, find_series
from quiz.generate.sections.wording import MEASURES, label_of, nested, noun_of, spoken
from quiz.generate.source import Source
from quiz.language.numbers import canonical_numbers
from quiz.model import Order, Provenance, Report

LEAST, MOST = 3, 6
RUN = 5  # items of a series that is longer than `MOST`
MIN_ITEM, MAX_ITEM = 4, 28
ALIKE = 0.6
# What says where in a row an item stands, or when.
GIVES_AWAY = re.compile(
    r"^(?:进一步|同时|此外|还)|首先|其次|再次|最后|首要|第[一二三四五六七八九十\d]+[，、步点]|[12]\d{3}年|[一二][〇○零一二三四五六七八九]{3}年|本世纪|今年|去年|明年"
    r"|[\d,]{6,}|结束语|总结|回顾|展望|概述|工作安排|工作任务|工作部署"
)
YEAR = r"(?:[12]\d{3}|[一二][〇○零一二三四五六七八九]{3})年"
AIM = "(?:确保|力争|争取)?到"
STAGE = re.compile(rf"(?:^|[，；。：]){AIM}(?P<date>{YEAR}|本世纪中叶)，?(?P<what>[^，；。：].*?)(?=[；。]|，{AIM}|$)")
EVENT = re.compile(rf"^(?P<date>{YEAR}(?:\d{{1,2}}月)?(?:\d{{1,2}}日)?)，?(?P<what>[^，；。].*?)(?=[；。]|$)")
HAPPENED = re.compile(
    "召开|通过|成立|印发|公布|颁布|发布|设立|建立|提出|施行|启动|加入|开通|诞生|修改|作出|写入|举行|确定|决定|建成|组建|签署"
)
NO_EVENT = re.compile(r"[的至到起以前后底初末上下—-]|.{0,3}[的\d]")
CENTURY = {"本世纪中叶": (2050,)}


@dataclass(frozen=True, slots=True)
class Row:
    """Items in order with the task that asks for it; `first` is the sentence or heading the first one comes from."""

    section: int
    path: tuple[str, ...]
    task: str
    items: tuple[str, ...]
    first: Point


def orders(report: Report, sources: Sequence[Source], seed: int) -> list[tuple[int, Order]]:
    """The ordering questions of a report, each with the number of its section, in reading order.

    `provenance` names the place of the first item and quotes it. Of a long series one run is asked, which `seed`
    chooses.
    """
    document = named(report)
    rows = [*_series_rows(find_series(report), seed, document), *_dated_rows(sources, document)]
    rows.sort(key=lambda row: row.first.number)
    return [(row.section, _question(row)) for row in rows]


def _question(row: Row) -> Order:
    question_id = short_id("o", "\0".join(["order", *row.items]))
    provenance = Provenance(row.path, row.first.number, row.first.text, row.first.page)
    return Order(question_id, row.task, provenance=provenance, why=("order",), items=row.items)


def _series_rows(found: Iterable[Series], seed: int, document: str) -> Iterator[Row]:
    for series in found:
        named = series.kind == "headings" or series.intro or series.frame or (series.alone and series.kind == "marked")
        runs = list(_runs([_item(point) for point in series.points])) if named else []
        longest = max((len(items) for _first, items in runs), default=0)
        runs = [run for run in runs if len(run[1]) == longest]
        if runs:
            first, items = runs[_pick(runs[0][1][0], seed, len(runs))]
            yield Row(series.section, series.path, _task(series, len(items), document), items, series.points[first])


def _pick(text: str, seed: int, count: int) -> int:
    return hashlib.blake2b(f"{seed}\0{text}".encode(), digest_size=2).digest()[0] % count


def _item(point: Point) -> str:
    """The point as an item, empty when it is too long or tells its place."""
    text = shortened(point.text, MAX_ITEM)
    return "" if len(text) < MIN_ITEM or GIVES_AWAY.search(text) else text


def _runs(items: Sequence[str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """(place of the first, items) of the runs of neighbours that may be asked, a series of up to `MOST` as a whole."""
    at = 0
    for usable, group in groupby(items, key=bool):
        run = list(group)
        parts = 1 if len(run) <= MOST else -(-len(run) // RUN)
        size = -(-len(run) // parts)
        for start in range(0, len(run), size):
            chosen = tuple(run[start : start + size])
            if usable and _askable(chosen):
                yield at + start, chosen
        at += len(run)


def _askable(items: Sequence[str]) -> bool:
    """Enough of them, told apart with ease, and not mere labels (指导思想, 目标任务)."""
    return len(items) >= LEAST and max(map(len, items)) > MIN_ITEM and not alike(items, ALIKE)


def _task(series: Series, count: int, document: str) -> str:
    """What to put in order: all of the points, or a run of them."""
    where, noun = _named(series, document)
    many = MEASURES.get(noun, "个")
    if count < len(series.points):
        total = f"{spoken(len(series.points))}{many}{noun}"
        return f"{where}共有{total}，按{document}中的先后顺序，排列其中连续的{spoken(count)}{many}。"
    if where.endswith("，"):
        return f"{where}按{document}中的先后顺序，排列这{spoken(count)}{many}{noun}。"
    return f"按{document}中的先后顺序，排列{where}的{spoken(count)}{many}{noun}。"


def _named(series: Series, document: str) -> tuple[str, str]:
    """Where the points stand and what they are called: by the heading, what announces them, or what they share."""
    where = f"“{nested(series.heading)}”部分" if series.heading else "全文"
    if series.kind == "headings":
        return where, "小标题" if series.heading else "大标题"
    if series.intro:
        return f"{document}讲到“{nested(series.intro)}”，", noun_of(series.intro) or "要点"
    if series.frame and not series.alone:
        return where, f"“{nested(series.frame)}”"
    return where, label_of(series.heading) or "要点"


def _dated_rows(sources: Sequence[Source], document: str) -> Iterator[Row]:
    """Stages (到2030年…) and events (1954年…) of one section by their dates."""
    for section, group in groupby(sources, key=lambda source: source.section):
        own = list(group)
        for pattern, what in ((STAGE, "各阶段的目标"), (EVENT, "下列事件")):
            dated = [entry for source in own for entry in _dated(source, pattern)]
            by_year = {date[0]: (date, item, source) for date, item, source in reversed(dated)}
            chosen = [by_year[year] for year in sorted(by_year)][:MOST]
            items = tuple(item for _date, item, _source in chosen)
            if _askable(items):
                source = chosen[0][2]
                where = f"“{nested(source.path[-1])}”部分" if source.path else document
                first = Point(source.text, source.number, source.page)
                yield Row(section, source.path, f"按时间先后，排列{where}提到的{what}。", items, first)


def _dated(source: Source, pattern: re.Pattern[str]) -> Iterator[tuple[tuple[int, ...], str, Source]]:
    """(date, item without its date, source) of what is plainly dated in a sentence."""
    for match in pattern.finditer(source.text):
        item = shortened(match["what"].strip("，"), MAX_ITEM)
        plain = len(item) >= MIN_ITEM and not GIVES_AWAY.search(item)
        if pattern is EVENT:
            plain = plain and bool(HAPPENED.search(item)) and not NO_EVENT.match(item)
        date = CENTURY.get(match["date"]) or tuple(map(int, re.findall(r"\d+", canonical_numbers(match["date"]))))
        if plain:
            yield date, item, source
