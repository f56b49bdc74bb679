"""Planning an exam: its date, the days for repetition before it, and what that makes of a day."""

from collections.abc import Iterable
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Label

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Deck
from quiz.study.planning import Goal, Plan
from quiz.tui.answer import AnswerInput
from quiz.tui.dates import read_date
from quiz.tui.decklist import days_left
from quiz.tui.desk import Desk
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.text import one_line
from quiz.tui.wrap import Piece

_REPETITION = 7


class PlanScreen(Page[None]):
    """Two lines to fill in and, under them, what they come to while one types."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "keep", mark("Keep")),
        Binding("up,down", "other", mark("Other line")),
        Binding("ctrl+r", "remove", mark("Remove the plan")),
        Binding("escape", "leave", mark("Back")),
        HELP,
    ]

    def __init__(self, desk: Desk, deck: Deck) -> None:
        """Raises QuizError when the plan that there is cannot be read."""
        super().__init__()
        self._desk, self._deck = desk, deck
        self._today: date = desk.today()[0].date
        planned = desk.goal(deck)
        self._planned = planned[0] if planned else None

    def body(self) -> Iterable[Widget]:
        yield Prose([Piece(one_line(self._deck.title), "strong")], id="title")
        when = AnswerInput(self.action_keep, id="date", placeholder=_("12-31, 2026-12-31, +30"))
        days = AnswerInput(self.action_keep, id="repetition")
        if self._planned is not None:
            when.value, days.value = self._planned.date.isoformat(), str(self._planned.repetition)
        else:
            days.value = str(_REPETITION)
        for about, line in ((_("Date of the exam; empty for none"), when), (_("Days for repetition before it"), days)):
            with Horizontal(classes="field"):
                yield Label(about, markup=False)
                yield line
        yield Prose(id="outlook")

    def on_mount(self) -> None:
        self.query_one("#date", AnswerInput).focus()
        self._look_ahead()

    def on_input_changed(self) -> None:
        self.status.say("")
        self._look_ahead()

    def _goal(self) -> Goal | str:
        """What was filled in, or what is wrong with it."""
        day = read_date(self.query_one("#date", AnswerInput).value, self._today)
        typed = self.query_one("#repetition", AnswerInput).value.strip()
        if day is None:
            return _("The date is not understood yet.")
        if day < self._today:
            return _("This date is over.")
        if not typed.isdecimal() or int(typed) > 365:
            return _("The days for repetition are a number from 0 to 365.")
        return Goal(day, int(typed))

    def _look_ahead(self) -> None:
        """Say what is filled in so far comes to; nothing for a date hardly begun."""
        goal = self._goal()
        outlook = self.query_one("#outlook", Prose)
        if isinstance(goal, str):
            typed = self.query_one("#date", AnswerInput).value
            outlook.show([Piece(goal, "dim")] if typed else [])
            return
        try:
            plan = self._desk.plan(self._deck, goal)
            new = self._desk.counts(self._deck).new
        except QuizError as error:
            self.status.complain(error)
            return
        outlook.show(_outlook(goal, plan, new, (goal.date - self._today).days))

    def action_keep(self) -> None:
        """Keep the plan; an empty date is none."""
        if not self.query_one("#date", AnswerInput).value.strip():
            self._set(None)
        elif isinstance(goal := self._goal(), str):
            self.query_one("#outlook", Prose).show([Piece(goal, "wrong")])
        else:
            self._set(goal)

    def action_remove(self) -> None:
        self._set(None)

    def _set(self, goal: Goal | None) -> None:
        try:
            self._desk.set_goal(self._deck, goal)
        except QuizError as error:
            self.status.complain(error)
        else:
            self.dismiss(None)

    def action_other(self) -> None:
        self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return self._planned is not None if action == "remove" else True

    def action_leave(self) -> None:
        self.dismiss(None)


def _outlook(goal: Goal, plan: Plan, new: int, days: int) -> list[Piece]:
    """The days left, what is new on each, and what comes last."""
    pieces = [Piece(f"{goal.date.isoformat()} · {days_left(days)}", "strong")]
    lines = []
    if plan.days and new:
        message = ngettext("{n} new question a day", "{n} new questions a day", plan.new).format(n=plan.new)
        lines.append(_("{what}, so that all {n} are learned before it.").format(what=message, n=new))
    elif plan.days:
        lines.append(_("Every question has been asked already; there is only repetition."))
    if min(goal.repetition, plan.days):
        shown = min(goal.repetition, plan.days)
        lines.append(
            ngettext("The last day is for repetition.", "The last {n} days are for repetition.", shown).format(n=shown)
        )
    if plan.days:
        percent = round(100 * plan.retention)
        lines.append(_("What is known less surely than {percent}% comes back today.").format(percent=percent))
    return [*pieces, *(Piece("\n" + line) for line in lines)]
