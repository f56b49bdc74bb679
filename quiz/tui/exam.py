"""The exam: one question at a time without a verdict, and the answer sheet to jump about."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Deck
from quiz.study.exam import Exam
from quiz.tui.exambar import ExamBar
from quiz.tui.examgrid import AnswerGrid, AnswerSheet
from quiz.tui.examkeys import BINDINGS, Moment
from quiz.tui.invigilated import InvigilatedScreen
from quiz.tui.keys import KeyHint
from quiz.tui.prose import Prose
from quiz.tui.rowkeys import picks, press, reply_actions
from quiz.tui.sheet import Sheet
from quiz.tui.worksheet import Worksheet
from quiz.tui.wrap import Piece


class ExamScreen(InvigilatedScreen):
    """The questions of the paper, to be answered in any order; a reply is saved when the learner moves on."""

    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    def __init__(self, deck: Deck, exam: Exam) -> None:
        super().__init__(exam)
        self._title = deck.title
        self._greets = False  # whether the status line still says that the exam goes on

    def body(self) -> Iterable[Widget]:
        yield ExamBar(self._title)
        yield Prose(id="part")
        yield Worksheet(self.action_submit)
        yield AnswerSheet(self._sitting)

    def on_mount(self) -> None:
        self.query_one("#answers").display = False
        if self._sitting.answered():
            self._greets = True
            self.status.say(_("The exam goes on where you left it."))
        self._ask()

    # The question

    @property
    def _work(self) -> Worksheet:
        return self.query_one(Worksheet)

    @property
    def _answers(self) -> AnswerSheet:
        return self.query_one(AnswerSheet)

    @property
    def _on_sheet(self) -> bool:
        return self.is_mounted and self._answers.display

    def _ask(self) -> None:
        if self._sitting.total:
            self._draw_place()
            self._work.ask(self._sitting.question, self._sitting.reply())

    def _draw_place(self) -> None:
        sitting = self._sitting
        if not sitting.total:  # every question has left the deck since
            return
        self._count(sitting.place)
        flag = [Piece("  ? " + _("marked"), "missed")] if sitting.place in sitting.flags else []
        self.query_one("#part", Prose).show([Piece(sitting.heading(sitting.part()), "dim"), *flag])

    def _count(self, place: int) -> None:
        self.query_one(ExamBar).show(place + 1, len(self._sitting.answered()), self._sitting.total)

    def on_worksheet_changed(self) -> None:
        self.refresh_keys()

    def on_answer_input_shortened(self) -> None:
        self.status.say(_("An answer is one line of at most 200 characters."))

    def _save(self) -> bool:
        reply = self._work.reply
        if reply is None or self._sitting.is_saved(reply.given()):
            return True
        try:
            kept = self._sitting.save(reply.given())
        except QuizError as error:
            self.status.complain(error)
            return False
        if kept:
            self._draw_place()
        else:
            self._tick()
        return kept

    def action_submit(self) -> None:
        """Enter: on within the reply, or to the next question; on the answer sheet to the number chosen."""
        if self._on_sheet:
            self._jump(self._answers.cursor)
        elif self._work.enter():
            self._save()
        else:
            self._go(1)
        self._unask()

    def action_go(self, step: int) -> None:
        """To a neighbouring question; a long one is scrolled to its end first."""
        sheet = self.query_one(Sheet)
        if step > 0 and sheet.scroll_offset.y < sheet.max_scroll_y:
            sheet.scroll_pages(1)
            return
        self._unask()
        self._go(step)

    def _go(self, step: int) -> None:
        """The answer sheet follows the last question."""
        place = self._sitting.place + step
        if 0 <= place < self._sitting.total:
            self._jump(place)
        elif self._save() and step > 0:
            self._show_sheet(shown=True)

    def _jump(self, place: int) -> None:
        if self._on_sheet or self._save():
            self._show_sheet(shown=False)
            if self._greets:
                self._greets = False
                self.status.say("")
            self._sitting.place = place
            self._ask()

    # Keys of the reply

    async def on_key(self, event: Key) -> None:
        if not self._on_sheet and await press(self, event, _ACTIONS):
            self._picked()

    def action_reply(self, key: str) -> None:
        self._work.use(key)
        self._picked()

    def on_rows_clicked(self) -> None:
        self._picked()

    def _picked(self) -> None:
        self._unask()
        self._save()

    # The answer sheet

    def action_sheet(self) -> None:
        self._unask()
        if self._on_sheet:
            self._jump(self._sitting.place)
        elif self._save():
            self._show_sheet(shown=True)

    def _show_sheet(self, *, shown: bool) -> None:
        """The answer sheet in the place of the question, or the other way round."""
        self._answers.display = shown
        self._work.display = self.query_one("#part").display = not shown
        if shown:
            self.set_focus(None)
            self._answers.show(self._sitting.place)
        self.refresh_keys()

    def action_grid(self, across: int, down: int) -> None:
        self._unask()
        self._answers.step(across, down)
        self._count(self._answers.cursor)

    def action_next_open(self) -> None:
        self._unask()
        if self._answers.next_open():
            self._count(self._answers.cursor)
        else:
            self.status.say(_("Every question is answered."))

    def on_answer_grid_picked(self, event: AnswerGrid.Picked) -> None:
        self._unask()
        self._jump(event.place)

    def action_flag(self) -> None:
        self._unask()
        place = self._answers.cursor if self._on_sheet else self._sitting.place
        try:
            self._sitting.flag(place)
        except QuizError as error:
            self.status.complain(error)
            return
        if self._on_sheet:
            self._answers.show(place)
        else:
            self._draw_place()

    # Leaving

    def action_leave(self) -> None:
        if self._on_sheet:
            self.action_sheet()
        elif self._save():
            self._leave(handed_in=False)

    # The key bar

    @property
    def _moment(self) -> Moment:
        return Moment(self._work.reply if self.is_mounted else None, self._on_sheet)

    def hints(self) -> list[KeyHint]:
        return [*picks(None if self._on_sheet else self._work.reply), *super().hints()]

    def describe(self, binding: Binding) -> str:
        return self._moment.name(binding)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return self._moment.has_use_for(action, parameters)


_ACTIONS = reply_actions(BINDINGS)
