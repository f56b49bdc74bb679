"""The rows of a table as sentences that can be asked: 指标：粮食产量；今年：三十万吨。"""

import re
from collections.abc import Iterator, Sequence

MAX_NAME = 20  # characters of a column's name
MAX_COLUMNS = 100
MAX_CELL = 120  # a longer cell is prose, and a table of prose is a way to lay out a page
STOP = re.compile("[。；！？]")
FIGURE = re.compile(r"\d")
YEAR = re.compile(r"\d{4}年?")
RUNNING = "序号"  # numbers the rows and says nothing of them
# The first row of a table of two columns is a pair like any other, unless its words name columns.
NAMES = re.compile(
    r"序号|编号|项目|指标|名称|内容|时间|日期|单位|数值|数量|类别|类型|地区|年份|目标|任务|措施|责任|部门|备注|说明|比重|比例"
)


def is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the cells hold paragraphs and no entries: one column only, more than a page is wide, a cell of prose."""
    width = max(map(len, rows), default=0)
    prose = (len(cell) > MAX_CELL or len(STOP.findall(cell)) > 1 for row in rows for cell in row)
    return not 2 <= width <= MAX_COLUMNS or any(prose)


def row_sentences(rows: Sequence[Sequence[str]], headers: int = 0) -> Iterator[str]:
    """One sentence a row, with the names of the columns from the first rows.

    `headers` says how many rows hold names, 0 when the format does not say. A cell that spans columns stands once in
    its row, with empty ones behind it.
    """
    if not headers or headers == len(rows):
        headers = int(names_columns(rows))
    width = max(map(len, rows), default=0)
    names = ["".join(dict.fromkeys(_above(row, at) for row in rows[:headers])) for at in range(width)]
    for row in rows[headers:]:
        values = [(names[at], STOP.sub("，", cell.rstrip("。；"))) for at, cell in enumerate(row) if cell]
        if len(values) == 1:
            yield values[0][1]  # a line across the table, as over a group of rows
        elif values and headers:
            named = (f"{name}：{cell}" if name else cell for name, cell in values if name != RUNNING)
            yield f"{'；'.join(named)}。"
        elif values:
            (_unnamed, first), *others = values
            yield f"{first}：{'；'.join(cell for _unnamed, cell in others)}。"


def _above(names: Sequence[str], at: int) -> str:
    """The name over a column; one that spans columns stands over each of them."""
    return next((name for name in reversed(names[: at + 1]) if name), "")


def names_columns(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row holds the names of the columns, by its words and by the figures under it."""
    if len(rows) < 2:
        return False
    first, *others = rows
    if len(first) < 2 or len(set(first)) < len(first) or not all(first[1:]):
        return False
    if any(len(cell) > MAX_NAME or STOP.search(cell) for cell in first):
        return False
    if len(first) > 2:
        return not all(FIGURE.search(cell) and not YEAR.match(cell) for cell in first[1:])
    below = all(FIGURE.search(row[1]) for row in others if len(row) > 1)
    return bool(NAMES.search("".join(first))) or (below and not FIGURE.search(first[1]))
