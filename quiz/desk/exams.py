"""Exams of a deck: the one being written and those handed in."""

from datetime import datetime
from typing import TYPE_CHECKING

from quiz.desk.records import Records
from quiz.model import Deck

if TYPE_CHECKING:
    from quiz.study.exam import Exam
    from quiz.study.paper import Layout
    from quiz.study.scoring import Result


class Exams(Records):
    """Draws exams, resumes them, and tells their results."""

    def exam(self, deck: Deck, *, layout: "Layout | None" = None, fresh: bool = False) -> "Exam":
        """Resume the deck's exam or draw a new one; see `Exam.begin`."""
        from quiz.study.exam import Exam

        return Exam.begin(deck, self.log, self._clock, layout=layout, fresh=fresh)

    def unfinished_exam(self, deck: Deck) -> "Exam | None":
        """The exam that waits to be resumed, or that this hands in because its time ran out; None without."""
        from quiz.study.exam import Exam

        unfinished = self.log.open_session(deck.id, "exam")
        return Exam(deck, self.log, self._clock, unfinished[0]) if unfinished else None

    def exam_seconds(self, deck: Deck, exam: "Exam") -> float:
        """The time from the beginning of an exam to its end, or until now."""
        begun, _options = self.log.begun(exam.number)
        ended = dict(self.past_exams(deck)).get(exam.number, self._clock())
        return max(0.0, ended.timestamp() - begun / 1000)

    def past_exams(self, deck: Deck) -> list[tuple[int, datetime]]:
        """The exams handed in, newest first: number and time (UTC)."""
        from quiz.study.exam import past_exams

        return past_exams(self.log, deck.id)

    def exam_result(self, deck: Deck, number: int) -> "Result":
        """The result of an exam that was handed in."""
        from quiz.study.exam import Exam

        return Exam(deck, self.log, self._clock, number).result()
