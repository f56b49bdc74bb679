"""Before an exam: how many questions of each kind, what they are worth, how long it takes."""

import unicodedata
from collections.abc import Callable, Iterable
from random import Random
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Click, Key
from textual.geometry import Region
from textual.message import Message
from textual.widget import Widget

from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Deck, Kind
from quiz.study.asking import KINDS
from quiz.study.paper import Layout, draw, usual_layout
from quiz.tui.examform import PRESET_NAMES, PRESET_WORDS, ExamForm, number
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.statstitle import Title
from quiz.tui.text import cut, pad, right
from quiz.tui.wrap import Piece

NAME, FIELD, WORTH = 14, 8, 5  # cells
COLUMNS = (2 + NAME, 2 + NAME + FIELD)  # where the fields begin


class PaperTable(Prose):
    """The form drawn in cells that line up; a click on an arrow changes a number."""

    class Touched(Message):
        """A click in a row, on a field (0 or 1), on its arrow down (-1) or up (1) or on the field itself (0)."""

        def __init__(self, row: int, column: int, step: int) -> None:
            super().__init__()
            self.row, self.column, self.step = row, column, step

    def __init__(self, form: ExamForm) -> None:
        super().__init__(id="paper")
        self._form = form

    def redraw(self) -> None:
        self._lines.clear()
        self.refresh(layout=True)

    def lines(self, width: int) -> list[list[Piece]]:
        """One line a row under a line of headings."""
        if width not in self._lines:
            form, heads = self._form, (_("number"), _("points"), _("sum"))
            head = [pad("", 2 + NAME), *(_centred(text, FIELD) for text in heads[:2]), right(heads[2], WORTH)]
            rows = [self._part(row, kind, width) for row, kind in enumerate(form.kinds)]
            below = [self._below(len(form.kinds), _("Minutes"), self._minutes(), FIELD)]
            preset = _(PRESET_NAMES[form.preset])
            below.append(self._below(form.rows - 1, _("Scoring"), preset, width - 2 - NAME))
            self._lines = {width: [[Piece("".join(head), "dim")], *rows, *below]}
        return self._lines[width]

    def _part(self, row: int, kind: Kind, width: int) -> list[Piece]:
        form, name = self._form, pad(cut(_(KINDS[kind]), NAME - 1), NAME)
        if not form.is_open(row):
            return [Piece("  " + name + _("none in the deck"), "dim")]
        count, points = form.counts[kind], form.points[kind]
        fields = [self._field(row, column, number(value)) for column, value in enumerate((count, points))]
        ends = [Piece(right(number(count * points), WORTH))]
        if width >= 60:
            ends.append(Piece("    " + _("{n} in the deck").format(n=form.held[kind]), "dim"))
        return [self._head(row, name), *fields, *ends]

    def _below(self, row: int, name: str, value: str, width: int) -> list[Piece]:
        return [self._head(row, pad(name, NAME)), self._field(row, self._form.column, value, width)]

    def _head(self, row: int, name: str) -> Piece:
        here = row == self._form.row
        return Piece(("▸ " if here else "  ") + name, "strong" if here else "")

    def _field(self, row: int, column: int, value: str, width: int = FIELD) -> Piece:
        if row == self._form.row and column == self._form.column:
            inner = _centred(value, FIELD - 4) if width == FIELD else value
            return Piece(pad(f"‹ {inner} ›", width), "current")
        return Piece(_centred(value, FIELD) if width == FIELD else "  " + value, "")

    def _minutes(self) -> str:
        return number(self._form.minutes) if self._form.minutes else "∞"

    def on_click(self, event: Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or offset.y == 0:
            return
        row = offset.y - 1
        column = 1 if row < len(self._form.kinds) and offset.x >= COLUMNS[1] else 0
        text = "".join(piece.text for piece in self.lines(self.content_size.width)[offset.y])
        near = _cells_from(text, offset.x - 1, 3)
        self.post_message(self.Touched(row, column, 1 if "›" in near else -1 if "‹" in near else 0))


class ExamSetupScreen(Page[Layout]):
    """Dismissed with the layout to draw a paper by, None when the learner left."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", mark("Begin the exam")),
        Binding("left,minus", "change(-1)", mark("Fewer")),
        Binding("right,plus", "change(1)", mark("More")),
        Binding("tab,shift+tab", "turn", mark("Points")),
        HELP,
        Binding(f"escape,{letter('q')}", "leave", mark("Back")),
        Binding("up", "go(-1)", mark("Row above"), show=False),
        Binding("down", "go(1)", mark("Row below"), show=False),
        Binding("backspace", "rub", mark("Take the last digit away"), show=False),
    ]

    def __init__(self, deck: Deck, hidden: frozenset[str], last: Callable[[], str] = str) -> None:
        """`hidden` are the ids that are not asked; `last` says how the last exam went."""
        super().__init__()
        self._deck = deck
        self._last = last
        self._asked = [question for question in deck.questions if question.id not in hidden]
        self.form = ExamForm(self._asked, usual_layout(deck))

    def body(self) -> Iterable[Widget]:
        yield Title(_("Mock exam"), self._deck.title)
        with VerticalScroll(id="sheet", can_focus=False):
            yield PaperTable(self.form)
            yield Prose(id="total")
            yield Prose(id="words")

    def on_mount(self) -> None:
        self._draw()

    def _draw(self) -> None:
        form = self.form
        asked = ngettext("{n} item", "{n} items", form.questions).format(n=form.questions)
        time = _("{n} minutes").format(n=number(form.minutes)) if form.minutes else _("no time limit")
        points = _("{n} points").format(n=number(form.total))
        self.query_one("#total", Prose).show([Piece(points, "strong"), Piece(f"  {asked}  {time}", "dim")])
        words = _(PRESET_WORDS[form.preset]) if form.counts["multiple"] else ""
        lines = [text for text in (words, self._last()) if text]
        self.query_one("#words", Prose).show([Piece("\n".join(lines), "dim")] if lines else [])
        table = self.query_one(PaperTable)
        table.redraw()
        below = 10 if form.row == form.rows - 1 else 1  # the last row brings what is said under the table with it
        place = Region(0, table.virtual_region.y + form.row + 1, 1, below)
        self.call_after_refresh(self.query_one("#sheet").scroll_to_region, place, animate=False)
        self.status.say("")
        self.refresh_keys()

    def on_key(self, event: Key) -> None:
        character = unicodedata.normalize("NFKC", event.character or "")
        if character and character in "0123456789.。":
            event.stop()
            self.form.type("." if character in ".。" else character)
            self._draw()

    def on_paper_table_touched(self, event: PaperTable.Touched) -> None:
        self.form.put(event.row, event.column)
        if event.step:
            self.form.change(event.step)
        self._draw()

    def action_go(self, step: int) -> None:
        self.form.go(step)
        self._draw()

    def action_change(self, step: int) -> None:
        self.form.change(step)
        self._draw()

    def action_turn(self) -> None:
        self.form.put(self.form.row, 1 - self.form.column)
        self._draw()

    def action_rub(self) -> None:
        self.form.rub()
        self._draw()

    def action_begin(self) -> None:
        layout = self.form.layout()
        if not layout.parts:
            self.status.say(_("There is nothing to ask; choose some questions that are worth points."), "wrong")
        elif not draw(self._asked, layout, Random(0)):  # each cloze has more blanks than are asked for
            self.status.say(_("No question fits; ask for more blanks."), "wrong")
        else:
            self.dismiss(layout)

    def describe(self, binding: Binding) -> str:
        """The other column is named after what stands in it."""
        if binding.action == "turn" and self.form.column:
            return mark("How many")
        return binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self.form.kind is not None if action == "turn" else True

    def action_leave(self) -> None:
        self.dismiss(None)


def _centred(text: str, width: int) -> str:
    before = max(0, width - cell_len(text)) // 2
    return pad(" " * before + text, width)


def _cells_from(text: str, start: int, width: int) -> str:
    """The characters in some cells of a line."""
    found, at = "", 0
    for character in text:
        if start <= at < start + width:
            found += character
        at += cell_len(character)
    return found
