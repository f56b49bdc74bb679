"""Before an exam: how many questions of each kind, what they are worth, how long it takes."""

import unicodedata
from collections.abc import Callable, Iterable
from random import Random
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.geometry import Region
from textual.widget import Widget

from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Deck
from quiz.study.paper import Layout, draw, usual_layout
from quiz.tui.examform import PRESET_WORDS, ExamForm, number
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.papertable import PaperTable
from quiz.tui.prose import Prose
from quiz.tui.statstitle import Title
from quiz.tui.wrap import Piece


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
        self.form = ExamForm(self._asked, usual_layout(self._asked))

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
