"""Going through what went wrong in an exam: the answers, short ones judged by the learner, slips counted right."""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, TypeAlias

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widget import Widget

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Short
from quiz.study import Outcome
from quiz.study.asking import KINDS, held
from quiz.study.exam import Exam
from quiz.study.scoring import Result, Scored
from quiz.tui.examform import number
from quiz.tui.keys import KeyHint, letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.reply.points import Points
from quiz.tui.rowkeys import SPACE, picks, press
from quiz.tui.sheet import Sheet
from quiz.tui.text import one_line
from quiz.tui.worksheet import Worksheet
from quiz.tui.wrap import Piece

Accept: TypeAlias = Callable[[Outcome], tuple[str, ...]]  # the new answers; raises QuizError


class ExamReviewScreen(Page[None]):
    """One question at a time with its answer and its points; a short answer first asks which points it holds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", mark("Next")),
        Binding(letter("c"), "count_right", mark("Count as right")),
        Binding(letter("j"), "judge", mark("Judge again")),
        HELP,
        Binding("right,pagedown,ctrl+n", "go(1)", mark("Next")),
        Binding("left,pageup", "go(-1)", mark("Previous")),
        Binding(f"escape,{letter('q')}", "leave", mark("Back")),
        Binding(SPACE, "reply('space')"),
        Binding("up,shift+tab", "reply('up')"),
        Binding("down", "reply('down')"),
    ]

    def __init__(self, exam: Exam, wrong: Sequence[Scored], accept: Accept) -> None:
        """`accept` has the deck accept a reply that was counted right."""
        super().__init__()
        self._exam = exam
        self._accept = accept
        self._ids = [scored.question.id for scored in wrong]
        self._scored = {scored.question.id: scored for scored in wrong}
        self._place = 0
        self._judged: set[str] = set()

    def body(self) -> Iterable[Widget]:
        yield Prose(id="part")
        yield Worksheet(self.action_submit)

    def on_mount(self) -> None:
        self._show()

    @property
    def _now(self) -> Scored:
        return self._scored[self._ids[self._place]]

    @property
    def _work(self) -> Worksheet:
        return self.query_one(Worksheet)

    def _show(self) -> None:
        scored = self._now
        if self._is_to_judge(scored):
            self._judge(scored)
        else:
            self._work.show_solved(Outcome(scored.question, scored.grade, scored.overruled))
        self._draw_head()

    def _draw_head(self) -> None:
        scored = self._now
        points = _("{points} of {of} points").format(points=number(scored.points), of=number(scored.of))
        missed = "" if scored.answered else "  " + _("not answered")
        head = f"{self._place + 1}/{len(self._ids)}"
        pieces = [Piece(head, "strong"), Piece(f"  {_(KINDS[scored.question.kind])}  {points}{missed}", "dim")]
        self.query_one("#part", Prose).show(pieces)

    def _is_to_judge(self, scored: Scored) -> bool:
        question = scored.question
        judged = question.id in self._judged or scored.points or scored.overruled
        return isinstance(question, Short) and scored.answered and not judged

    def _judge(self, scored: Scored) -> None:
        """Show the points to tick, those ticked that the answer seems to hold."""
        question = scored.question
        if isinstance(question, Short):
            notes = [text for text in scored.given if text not in question.points]
            had = [part.answer for part in scored.grade.parts if part.right] or held(question.points, "\n".join(notes))
            self._work.ask(question, Points(question, had, notes))

    def on_worksheet_changed(self) -> None:
        self.refresh_keys()

    def action_submit(self) -> None:
        """Enter: take down what was ticked, or on to the next question, after the last one back to the result."""
        reply = self._work.reply
        if reply is None:
            self.action_go(1, past=True)
            return
        question = self._now.question.id
        try:
            self._take(self._exam.judge(question, reply.given()))
        except QuizError as error:
            self.status.complain(error)
            return
        self._judged.add(question)
        self._show()

    def _take(self, result: Result) -> None:
        self._scored.update({scored.question.id: scored for scored in result.scored if scored.question.id in self._ids})

    def action_go(self, step: int, *, past: bool = False) -> None:
        sheet = self.query_one(Sheet)
        if step > 0 and not past and sheet.scroll_offset.y < sheet.max_scroll_y:
            sheet.scroll_pages(1)
        elif 0 <= self._place + step < len(self._ids):
            self._place += step
            self.status.say("")
            self._show()
        elif past:
            self.dismiss()

    def action_count_right(self) -> None:
        """Count the reply right, and have the deck accept it from now on."""
        try:
            self._take(self._exam.count_right(self._now.question.id))
            self._show()
            texts = self._accept(Outcome(self._now.question, self._now.grade, overruled=True))
        except QuizError as error:
            self.status.complain(error)
            return
        if texts:
            answers = one_line(_(", ").join(texts))
            self.status.say(_("The deck accepts {answers} from now on.").format(answers=answers))

    def action_judge(self) -> None:
        self._judge(self._now)

    async def on_key(self, event: Key) -> None:
        await press(self, event, {})

    def action_reply(self, key: str) -> None:
        self._work.use(key)

    def hints(self) -> list[KeyHint]:
        return [*picks(self._work.reply), *super().hints()]

    def describe(self, binding: Binding) -> str:
        _target, action, parameters = parse(binding.action)
        reply = self._work.reply
        if reply is not None and action == "submit":
            return mark("Done")
        if reply is not None and action == "reply":
            return reply.uses()[str(parameters[0])].name
        if action == "submit" and self._place + 1 == len(self._ids):
            return mark("Back to the result")
        return binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if not self.is_mounted:
            return True
        reply, scored = self._work.reply, self._now
        match action:
            case "reply":
                return reply is not None and parameters[0] in reply.uses()
            case "count_right":
                return reply is None and scored.answered and scored.points < scored.of
            case "judge":
                return reply is None and scored.answered and isinstance(scored.question, Short)
            case _:
                return True

    def action_leave(self) -> None:
        self.dismiss()
