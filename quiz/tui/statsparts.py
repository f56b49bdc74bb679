"""The parts of the statistics, each a heading and a way to draw it in so many cells."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from rich.cells import cell_len

from quiz.desk import Figures
from quiz.i18n import gettext as _
from quiz.i18n import ngettext
from quiz.model import Cloze, Question
from quiz.study.figures import Hard, Mastery
from quiz.study.history import Day
from quiz.study.retention import Recalled, overall
from quiz.tui import stem
from quiz.tui.statsbars import bar, percent
from quiz.tui.statschart import Line, columns, heat_map
from quiz.tui.text import cut, one_line, pad, right
from quiz.tui.wrap import Piece, wrap

WIDE = 60
Draw = Callable[[int], list[Line]]


def known(figures: Figures, today: date, width: int) -> list[Line]:
    """Today, the run of days, all in all: two a line where there is room."""
    day = next((day for day in figures.days if day.date == today), Day(today, 0, 0, 0.0))
    share = _("{share} right").format(share=percent(day.right / day.replies)) if day.replies else ""
    streak = _days(figures.streak.current)
    facts = [
        (_("Today"), ngettext("{n} answer", "{n} answers", day.replies).format(n=day.replies), share),
        (_("Streak"), streak, _("longest {n}").format(n=figures.streak.longest)),
        (_("In all"), ngettext("{n} answer", "{n} answers", figures.reviews).format(n=figures.reviews), ""),
        (
            _("Time"),
            duration(figures.seconds),
            _("{time} today").format(time=duration(day.seconds)) if day.seconds else "",
        ),
    ]
    lines = [
        [
            Piece(pad(cut(name, 8), 8), "dim"),
            Piece(_(", ").join(filter(None, (value, more))), "strong" if name == facts[0][0] else ""),
        ]
        for name, value, more in facts
    ]
    if width < WIDE:
        return lines
    return [_beside(left, right_one, width // 2) for left, right_one in zip(lines[::2], lines[1::2], strict=True)]


def _beside(left: Line, other: Line, width: int) -> Line:
    used = sum(cell_len(piece.text) for piece in left)
    return [*left, Piece(" " * max(2, width - used)), *other]


def _days(count: int) -> str:
    return ngettext("{n} day", "{n} days", count).format(n=count)


def duration(seconds: float) -> str:
    """Hours and minutes, or minutes, or seconds."""
    whole = round(seconds)
    if whole < 60:
        return _("{n} s").format(n=whole)
    if whole < 3600:
        return _("{n} min").format(n=whole // 60)
    return _("{hours} h {minutes} min").format(hours=whole // 3600, minutes=whole % 3600 // 60)


def parts(figures: Figures, today: date) -> Iterator[tuple[str, Draw]]:
    """What there is to show beside the facts, in order."""
    replies = {day.date: day.replies for day in figures.days}
    yield _("Answers a day"), lambda width: heat_map(replies, today, width)
    if figures.forecast:
        yield _("Due in the coming days"), lambda width: _forecast(figures.forecast, today, width)
    yield _("Remembered, last 30 days"), lambda width: _retention(overall(figures.retention), width)
    if figures.mastery:
        heading = _("Known, by section") if figures.deck else _("Known, by deck")
        yield heading, lambda width: _mastery(figures.mastery, width)
    if figures.hardest:
        yield _("Hardest questions"), lambda width: _hardest(figures.hardest, width)


def _forecast(values: Sequence[int], today: date, width: int) -> list[Line]:
    shown = values[: 30 if width >= WIDE + 5 else 14]
    lines = columns(shown, today, width) if any(shown) else []
    text = _("today {n}, in {days} days {all}").format(n=values[0], days=len(shown), all=sum(shown))
    return [*lines, *wrap([Piece(text, "dim")], width)]


def _retention(recalled: Recalled, width: int) -> list[Line]:
    rows = [
        (_("young"), recalled.young_right, recalled.young),
        (_("mature"), recalled.mature_right, recalled.mature),
        (_("both"), recalled.young_right + recalled.mature_right, recalled.young + recalled.mature),
    ]
    rows = [row for row in rows if row[2]][: 3 if recalled.young and recalled.mature else 1]
    if not rows:
        return wrap([Piece(_("No question was repeated on a later day yet."), "dim")], width)
    first = max(cell_len(name) for name, _right, _asked in rows) + 2
    room = max(4, min(30, width - first - 16))
    lines = []
    for name, remembered, asked in rows:
        told = f" {percent(remembered / asked):>4}  {remembered}/{asked}"
        lines.append([Piece(pad(name, first)), *bar(remembered / asked, room, "right"), Piece(told)])
    return lines


def _mastery(rows: Sequence[Mastery], width: int) -> list[Line]:
    """The mean chance of knowing as a bar; how many were right the last time, and of how many."""
    names = [one_line(row.section) or _("no heading") for row in rows]
    counts = [f"{row.right}/{row.questions}" for row in rows]
    last = max(map(len, counts))
    first = min(max(map(cell_len, names)), max(8, (width - last - 7) * 3 // 5))
    room = max(4, min(30, width - first - last - 9))
    return [
        [
            Piece(pad(cut(name, first), first) + "  "),
            *bar(row.recall, room),
            Piece(f" {percent(row.recall):>4} ", ""),
            Piece(right(count, last), "dim"),
        ]
        for name, count, row in zip(names, counts, rows, strict=True)
    ]


def _hardest(rows: Sequence[Hard], width: int) -> list[Line]:
    """How often wrong of how often, then the question in one line."""
    counts = [_("{wrong} of {n} wrong").format(wrong=row.wrong, n=row.replies) for row in rows]
    first = max(map(cell_len, counts)) + 2
    texts = [one_line(_words(row.question)) for row in rows]
    return [
        [Piece(pad(count, first), "wrong"), Piece(cut(text, max(2, width - first)))]
        for count, text in zip(counts, texts, strict=True)
    ]


def _words(question: Question) -> str:
    """A question as it is asked: its answer would be given away."""
    gaps = [""] * len(question.blanks) if isinstance(question, Cloze) else []
    return "".join(piece.text for piece in stem.asked(question, gaps))
