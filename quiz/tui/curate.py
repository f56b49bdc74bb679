"""Curating: the questions of a deck one after another, to accept, reject, suspend, star, edit or split them."""

from collections.abc import Callable, Iterable, Mapping
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from quiz.curation import Curation, Keeper, can_split
from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark, ngettext
from quiz.model import Cloze, Deck, Question
from quiz.study import Mark
from quiz.study.asking import KINDS
from quiz.tui import answered, judged
from quiz.tui.drillbar import DrillBar
from quiz.tui.editing import EditScreen
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.sheet import Sheet
from quiz.tui.walk import Walk
from quiz.tui.worksheet import Worksheet

ALL, FLAGGED, UNREVIEWED = QUEUES = (mark("All questions"), mark("Doubtful ones"), mark("Not looked at yet"))


class CurateScreen(Page[None]):
    """Every decision is kept at once, so that leaving never asks and the next time goes on from there."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(f"{letter('a')},enter", "accept", mark("Accept")),
        Binding(letter("r"), "put('rejected')", mark("Reject")),
        Binding(letter("e"), "edit", mark("Edit")),
        HELP,
        Binding(letter("p"), "split", mark("Split")),
        Binding(letter("u") + ",ctrl+z", "undo", mark("Undo")),
        Binding(letter("s"), "put('starred')", mark("Star")),
        Binding(f"{letter('q')},escape", "leave", mark("Leave")),
        Binding("tab", "queue", mark("Range")),
        Binding(letter("x"), "put('suspended')", mark("Suspend")),
        Binding("right,down,space,ideographic_space", "move(1)", mark("Next"), show=False),
        Binding("left,up,backspace", "move(-1)", mark("Question before"), show=False),
        Binding("pageup", "scroll(-1)", mark("Scroll up"), show=False),
        Binding("pagedown", "scroll(1)", mark("Scroll down"), show=False),
    ]

    def __init__(self, keeper: Keeper, deck: Deck, flag: Callable[[Deck], Mapping[str, tuple[str, ...]]]) -> None:
        """`flag` as `Curation` takes it."""
        super().__init__()
        self._curation = Curation(keeper, deck, flag)
        self._walk = Walk([question.id for question in deck.questions])
        self._range = ALL

    def body(self) -> Iterable[Widget]:
        yield DrillBar(self._curation.deck.title, self._title())
        yield Worksheet(lambda: None)

    def on_mount(self) -> None:
        if self._try(self._curation.load):
            self._go_on()
        self._show()

    def _go_on(self) -> None:
        """Begin where the last time ended: with the first question that was not looked at."""
        decided = [self._curation.is_decided(name) for name in self._walk.ids]
        if any(decided) and not all(decided):
            self._walk.at = decided.index(False)
            self.status.say(_("This is the first one not looked at yet."))

    # What is on the screen

    def _title(self) -> str:
        return _("Curate") if self._range == ALL else _(self._range)

    def _current(self) -> Question | None:
        name = self._walk.current
        return self._curation.deck.question(name) if name is not None else None

    def _show(self) -> None:
        bar, question = self.query_one(DrillBar), self._current()
        bar.count(judged.progress(self._curation, self._walk))
        bar.name_mode(self._title())
        bar.name_kind(_(KINDS[question.kind]) if question else "")
        self.query_one(Worksheet).visible = question is not None
        self.refresh_keys()
        if question is None:
            self.status.say(_("No question of the deck is of these: {queue}").format(queue=_(self._range)))
            return
        source = [*answered.source(question), *judged.doubts(self._curation, question)]
        self.query_one(Worksheet).show_read(question, judged.state(self._curation, question), source)

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        question = self._current()
        if action == "split":
            return can_split(question)
        return question is not None or action not in ("accept", "put", "edit", "move")

    def describe(self, binding: Binding) -> str:
        """Undo is told of once there is something to undo; before, the key says that there is not."""
        return "" if binding.action == "undo" and not self._curation.can_undo else binding.description

    def _try(self, decide: Callable[[], object]) -> bool:
        """Decide something; False, and why, when it could not be kept."""
        try:
            decide()
        except QuizError as error:
            self.status.complain(error)
            return False
        self.status.say("")
        return True

    # Walking

    def action_move(self, step: int) -> None:
        end = _("This is the last question.") if step > 0 else _("This is the first question.")
        self.status.say("" if self._walk.move(step) else end)
        self._show()

    def action_scroll(self, pages: int) -> None:
        self.query_one(Sheet).scroll_pages(pages)

    def action_queue(self) -> None:
        """Walk through all questions, the doubtful ones, those not looked at yet; the current one stays if it can."""
        self._choose(QUEUES[(QUEUES.index(self._range) + 1) % len(QUEUES)])
        self.status.say(_(self._range))
        self._show()

    def _choose(self, name: str) -> None:
        self._range = name
        ids = [question.id for question in self._curation.deck.questions]
        self._walk.narrow([question for question in ids if self._belongs(question)])

    def _belongs(self, question: str) -> bool:
        if self._range == FLAGGED:
            return bool(self._curation.doubts.get(question))
        return self._range == ALL or not self._curation.is_decided(question)

    # Deciding

    def action_accept(self) -> None:
        question = self._walk.current
        if question is not None and self._try(lambda: self._curation.accept(question)):
            self.action_move(1)

    def action_put(self, name: Mark) -> None:
        """Mark the question or take the mark away; a rejected one leads on to the next."""
        question = self._walk.current
        if question is None or not self._try(lambda: self._curation.toggle(question, name)):
            return
        if name == "rejected" and self._curation.has(question, name):
            self.action_move(1)
        else:
            self._show()

    def action_edit(self) -> None:
        def after(new: Question | None) -> None:
            if new is not None:
                self._show()
                self.status.say(_("Saved in the deck."))

        if (question := self._current()) is not None:
            self.app.push_screen(EditScreen(question, self._curation.edit), after)

    def action_split(self) -> None:
        """A question for each blank in the place of the current one; the first of them is shown."""
        question = self._current()
        if not isinstance(question, Cloze):
            return
        parts: list[str] = []
        if self._try(lambda: parts.extend(self._curation.split(question))):
            self._walk.swap([question.id], parts)
            self._show()
            said = ngettext(
                "Split into {n} question, new to you; answers to the old one stay on record.",
                "Split into {n} questions, new to you; answers to the old one stay on record.",
                len(parts),
            )
            self.status.say(said.format(n=len(parts)))

    def action_undo(self) -> None:
        """Take the last decision back and show its question."""
        undone: list[str | None] = []
        if not self._try(lambda: undone.append(self._curation.undo())):
            return
        question = undone[0]
        if question is None:
            self.status.say(_("There is nothing to undo."))
            return
        gone = [name for name in self._walk.ids if self._curation.deck.question(name) is None]
        self._walk.swap(gone, [question])
        if not self._walk.go(question):
            self._choose(ALL)
            self._walk.go(question)
        self._show()
        self.status.say(_("Taken back."))

    def action_leave(self) -> None:
        self.dismiss()
