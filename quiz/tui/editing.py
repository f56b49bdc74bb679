"""Editing a question: its texts in the notation of the deck file, one under the other."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.events import Key
from textual.widget import Widget
from textual.widgets import TextArea
from textual.widgets.text_area import Edit, EditResult

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Question
from quiz.study.asking import KINDS
from quiz.tui.form import FIELDS, Field, read, written
from quiz.tui.page import Page
from quiz.tui.prose import Prose
from quiz.tui.text import clean, one_line
from quiz.tui.wrap import Piece

LONGEST = 4000  # characters that a paste may bring


class TextField(TextArea):
    """One text, in as many lines as it needs; Enter makes a new line only where a list is written."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(
            text,
            id=f"field-{field.key}",
            compact=True,
            soft_wrap=True,
            tab_behavior="focus",
            highlight_cursor_line=False,
        )
        self.field = field

    def edit(self, edit: Edit) -> EditResult:
        """What a terminal would obey never gets into the text, typed or pasted."""
        edit.text = (clean if self.field.many else one_line)(edit.text[:LONGEST])
        return super().edit(edit)

    def on_key(self, event: Key) -> None:
        if event.key == "enter" and not self.field.many:
            event.prevent_default()
            event.stop()
            self.screen.focus_next()


class EditScreen(Page[Question | None]):
    """Dismissed with the question as it was saved, with None when the user left before.

    `save` puts it into the deck and raises QuizError when that cannot be done; then everything stays as it was typed.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", mark("Save")),
        Binding("escape", "leave", mark("Leave as it was")),
        Binding("f1", "help", mark("Help")),
        Binding("tab", "app.focus_next", mark("Next field")),
        Binding("shift+tab", "app.focus_previous", mark("Field before"), show=False),
    ]

    def __init__(self, question: Question, save: Callable[[Question], None]) -> None:
        super().__init__()
        self._question = question
        self._save = save

    def body(self) -> Iterable[Widget]:
        kind = _(KINDS[self._question.kind])
        yield Prose([Piece(_("Edit the question"), "strong"), Piece(f"  {kind}", "dim")], id="title")
        texts = written(self._question)
        with VerticalScroll(id="form", can_focus=False):
            for field in FIELDS[self._question.kind]:
                yield Prose([Piece(_(field.label), "dim")], classes="label")
                yield TextField(field, texts[field.key])

    def on_mount(self) -> None:
        first = self.query(TextField).first()
        first.focus()
        first.move_cursor(first.document.end)

    @property
    def typing(self) -> bool:
        return True

    def action_save(self) -> None:
        texts = {area.field.key: area.text for area in self.query(TextField)}
        try:
            question = read(self._question, texts)
            if question != self._question:
                self._save(question)
        except QuizError as error:
            self.status.complain(error)
            return
        self.dismiss(question)

    def action_leave(self) -> None:
        self.dismiss(None)
