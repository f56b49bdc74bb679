"""The question on the screen: where it comes from, its words, and after the answer the verdict."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size

from quiz.model import Question
from quiz.study import Outcome
from quiz.tui import stem
from quiz.tui.prose import Prose
from quiz.tui.text import clean
from quiz.tui.wrap import Piece


class Sheet(VerticalScroll, can_focus=False):
    """As high as its text, but leaving room for the lines to answer in (`#ask`), which follow right under it."""

    def compose(self) -> ComposeResult:
        for part in ("lead", "stem", "verdict", "replies", "section"):
            yield Prose(id=part)

    def show_asked(self, question: Question, typed: Sequence[str], place: int) -> None:
        """The question with `typed` in its blanks, the one at `place` standing out.

        The headings above it come with the answer: they often hold it.
        """
        self._show_lead(question)
        self._show("stem", stem.asked(question, typed, place))
        self._show("verdict", [])
        self._show("replies", [])
        self._show("section", [])

    def show_solved(self, outcome: Outcome) -> None:
        """The question with its answers, the verdict, and what was typed where it was wrong."""
        self._show_lead(outcome.question)
        self._show("stem", stem.solved(outcome.question, outcome.grade))
        self._show("verdict", [stem.verdict(outcome.grade, overruled=outcome.overruled)])
        self._show("replies", stem.replies(outcome.question, outcome.grade))
        section = stem.section(outcome.question)
        self._show("section", [Piece(section, "dim")] if section else [])
        self.call_after_refresh(self.query_one("#verdict").scroll_visible, animate=False)

    def scroll_to_blank(self) -> None:
        """Bring the blank that is typed in to the middle."""
        prose = self.query_one("#stem", Prose)
        line = prose.virtual_region.y + prose.line_of("current")
        self.scroll_to(y=max(0, line - self.size.height // 2), animate=False)

    def scroll_pages(self, pages: int) -> None:
        self.scroll_relative(y=pages * max(1, self.size.height - 2), animate=False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        ask, label = self.screen.query_one("#ask"), self.screen.query_one("#label", Prose)
        taken = 2 + label.display * len(label.lines(width)) if ask.display else 0
        return min(super().get_content_height(container, viewport, width), max(1, container.height - taken))

    def _show_lead(self, question: Question) -> None:
        self._show("lead", [Piece(clean(question.lead), "dim")] if question.lead else [])

    def _show(self, part: str, pieces: Sequence[Piece]) -> None:
        self.query_one(f"#{part}", Prose).show(pieces)
