"""The question on the screen: its words, what to pick from, and after the answer the verdict and the source."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.geometry import Region, Size

from quiz.model import Question
from quiz.study import Outcome
from quiz.tui import answered, stem
from quiz.tui.prose import Prose
from quiz.tui.reply import Reply
from quiz.tui.rows import Row, Rows
from quiz.tui.text import clean
from quiz.tui.wrap import Piece

AFTER = ("verdict", "replies", "truth", "note", "origin")


class Sheet(VerticalScroll, can_focus=False):
    """As high as its text, but leaving room for the lines to answer in (`#ask`), which follow right under it."""

    _aim: Callable[[], None] | None = None  # brings into sight what matters now
    _wrapped_at = 0

    def on_resize(self, event: Resize) -> None:
        """What matters stays in sight when the lines break elsewhere."""
        if self._aim and self._wrapped_at != event.size.width:
            self.call_after_refresh(self._aim)
        self._wrapped_at = event.size.width

    def compose(self) -> ComposeResult:
        yield Prose(id="lead")
        yield Prose(id="stem")
        yield Rows(id="rows")
        for part in AFTER:
            yield Prose(id=part)

    def show_asked(self, question: Question, reply: Reply) -> None:
        """The question with the reply so far.

        The headings above it come with the answer: they often hold it.
        """
        self._show_question(question, reply.stem(), reply.rows())
        for part in AFTER:
            self._show(part, [])
        self._aim = self.scroll_to_current

    def show_solved(self, outcome: Outcome) -> None:
        """The question with its answers, the verdict, and what was typed where it was wrong."""
        question, grade = outcome.question, outcome.grade
        self._show_question(question, stem.solved(question, grade), answered.rows(question, grade))
        self._show("verdict", [answered.verdict(grade, overruled=outcome.overruled)])
        self._show("replies", answered.replies(question, grade))
        self._show("truth", answered.truth(question))
        self._show("note", answered.note(question))
        self._show("origin", answered.origin(question))
        self._aim = partial(self.query_one("#verdict").scroll_visible, animate=False)
        self.call_after_refresh(self._aim)

    def show_slips(self, outcome: Outcome, slips: Mapping[int, str]) -> None:
        """Name what went wrong in the replies that `show_solved` shows."""
        self._show("replies", answered.replies(outcome.question, outcome.grade, slips))

    def show_read(self, question: Question, about: Sequence[Piece] = (), source: Sequence[Piece] = ()) -> None:
        """The question with its answers, judged by nobody; `about` is said of it, `source` told with it."""
        grade = answered.perfect(question)
        self._show_question(question, stem.solved(question, grade), answered.rows(question, grade))
        self.set_class(not about, "read")
        self._show("verdict", about)
        self._show("replies", [])
        self._show("truth", source or answered.truth(question))
        self._show("note", answered.note(question))
        self._show("origin", answered.origin(question))
        self._aim = partial(self.scroll_home, animate=False)
        self.call_after_refresh(self._aim)

    def scroll_to_current(self) -> None:
        """Bring what the keys act on into sight: a blank to the middle, a row as little as needed."""
        rows, prose = self.query_one(Rows), self.query_one("#stem", Prose)
        if lines := rows.lines_of("current"):
            top = rows.virtual_region.y + lines.start
            self.scroll_to_region(Region(0, top, 1, len(lines)), animate=False)
        elif lines := prose.lines_of("current"):
            self.scroll_to(y=max(0, prose.virtual_region.y + lines.start - self.size.height // 2), animate=False)
        else:
            self.scroll_home(animate=False)

    def scroll_pages(self, pages: int) -> None:
        self.scroll_relative(y=pages * max(1, self.size.height - 2), animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        ask, label = self.screen.query_one("#ask"), self.screen.query_one("#label", Prose)
        taken = 2 + label.display * len(label.lines(width)) if ask.display else 0
        return min(super().get_content_height(container, viewport, width), max(1, container.height - taken))

    def _show_question(self, question: Question, words: Sequence[Piece], rows: Sequence[Row]) -> None:
        self._show("lead", [Piece(clean(question.lead), "dim")] if question.lead else [])
        self._show("stem", words)
        self.query_one(Rows).show_rows(rows)

    def _show(self, part: str, pieces: Sequence[Piece]) -> None:
        self.query_one(f"#{part}", Prose).show(pieces)
