"""After a session: how it went, and what to look at again."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widget import Widget

from quiz import telling
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.model import Deck, Verdict
from quiz.study import Session
from quiz.tui.answered import review
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.rows import Rows
from quiz.tui.stem import MARKS
from quiz.tui.text import one_line
from quiz.tui.wrap import Piece


class SummaryScreen(Page[bool]):
    """The counts, the time and the questions to review with their answers; dismissed with True to drill those again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(letter("r"), "again", mark("Drill these again")),
        Binding(f"enter,escape,{letter('q')}", "leave", mark("Done")),
        HELP,
    ]

    def __init__(self, deck: Deck, session: Session) -> None:
        super().__init__()
        self._deck = deck
        self._summary = session.summary()
        self._ending = telling.ending(session)
        self._judged, self._asked = session.mode != "browse" and session.total > 0, session.total > 0

    def body(self) -> Iterable[Widget]:
        yield Prose([Piece(one_line(self._deck.title), "strong")], id="title")
        with VerticalScroll(id="sheet"):
            if self._ending:
                yield Prose([Piece(self._ending, "strong")], id="ending")
            if self._asked:
                yield Prose(self._counts() if self._judged else self._time(), id="counts")
            if self._judged and not self._summary.to_review:
                yield Prose([Piece(_("Nothing to review: every answer was right."), "dim")], classes="review")
            for question in self._summary.to_review:
                yield Rows(review(question), classes="review")

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()

    def _counts(self) -> list[Piece]:
        summary = self._summary
        rows = [
            (Verdict.RIGHT, _("{n} right").format(n=summary.right)),
            (Verdict.PARTLY, _("{n} partly right").format(n=summary.partly)),
            (Verdict.WRONG, _("{n} wrong").format(n=summary.wrong)),
        ]
        pieces = [Piece(f"{MARKS[verdict]} {text}   ", verdict.value, whole=True) for verdict, text in rows]
        return [*pieces, *self._time()]

    def _time(self) -> list[Piece]:
        minutes, seconds = divmod(round(self._summary.seconds), 60)
        time = _("{minutes} min {seconds} s").format(minutes=minutes, seconds=seconds)
        return [Piece(time, "dim", whole=True)]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return bool(self._summary.to_review) if action == "again" else True

    def action_again(self) -> None:
        self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)
