"""Drills of a deck, new or resumed, and what a review would ask."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quiz.desk.marks import Marks
from quiz.model import Deck, Question

if TYPE_CHECKING:
    from quiz.study import Mode, Options, Session


class Sessions(Marks):
    """Begins the sessions of the modes."""

    def begin(
        self,
        deck: Deck,
        *,
        mode: "Mode" = "order",
        options: "Options | None" = None,
        only: Sequence[str] | None = None,
        fresh: bool = False,
    ) -> "Session":
        """Resume or start a session, by default with the options that the user has set; see `Session.begin`."""
        from quiz.study import Session

        options = options or self.options()
        return Session.begin(deck, self.log, self._clock, only=only, fresh=fresh, mode=mode, options=options)

    def options(self) -> "Options":
        """What the user has set for the modes; a challenge has one life."""
        from quiz.study import Options

        chosen = self.preferences
        return Options(target=chosen.target, limit=chosen.limit, streak=chosen.streak)

    def unfinished(self, deck: Deck, mode: "Mode") -> "Options | None":
        """What the session of a mode that waits to be resumed was begun with; None when none waits."""
        from quiz.study import Options

        unfinished = self.log_to_read.open_session(deck.id, mode)
        if unfinished is None or not self.log_to_read.reviews(unfinished[0]):
            return None
        return Options.from_json(self.log_to_read.begun(unfinished[0])[1])

    def waiting(self, deck: Deck) -> int:
        """How many questions a review would ask now, daily caps and all."""
        return len(self._queue(deck))

    def _queue(self, deck: Deck) -> list[Question]:
        from quiz.study.reviewing import review_queue

        hidden = self.marked(deck)
        return review_queue(self.log_to_read, deck.id, [q for q in deck.questions if q.id not in hidden], self._clock())
