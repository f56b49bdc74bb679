"""A mock exam (模拟考试): a paper, a time limit, no verdict before it is handed in."""

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any

from quiz.errors import QuizError
from quiz.i18n import gettext as _
from quiz.model import Deck, Question, Review, Short
from quiz.study.days import milliseconds, offset
from quiz.study.grade import grade, replies
from quiz.study.held import Held, held_replies, hold
from quiz.study.log import Log
from quiz.study.marks import marked
from quiz.study.paper import Layout, PaperPart, draw, size, usual_layout
from quiz.study.rating import rating
from quiz.study.scoring import Preset, Result, Scored, points
from quiz.study.session import Clock

_MODE = "exam"


class Exam:
    """One sitting. A reply is on the disk when `save` returns. When the time is over the exam is handed in by the next
    call, with what was saved in time, also when that is in another run of the program."""

    def __init__(self, deck: Deck, log: Log, clock: Clock, number: int) -> None:
        """Use `begin`; with the `number` of an exam handed in earlier, look at it again."""
        self._deck, self._log, self._clock, self.number = deck, log, clock, number
        self._begun, text = log.begun(number)
        options = json.loads(text)
        self.limit: float = options["limit"]
        """The seconds given, 0 for no limit."""
        self._preset: Preset = options["preset"]
        self.flags = frozenset(options.get("flags", ()))
        """The ids of questions that the learner marked to come back to."""
        self.parts = tuple(_parts(deck, options["parts"]))
        """The paper; questions that have left the deck since are left out."""
        self._held = held_replies(log, number)
        self._since = clock()
        self.left()

    @classmethod
    def begin(
        cls,
        deck: Deck,
        log: Log,
        clock: Clock,
        *,
        layout: Layout | None = None,
        seed: int | None = None,
        fresh: bool = False,
    ) -> "Exam":
        """Resume the deck's unfinished exam, or draw a new one. One whose time ran out meanwhile is handed in by this
        and returned, to show its result; the next call draws a new one. Raises QuizError when there is nothing to ask.

        `fresh` hands an unfinished one in first. `layout` is by default the one that suits the questions, `seed` draws
        the same paper again.
        """
        unfinished = log.open_session(deck.id, _MODE)
        if unfinished:
            exam = cls(deck, log, clock, unfinished[0])
            if not fresh:
                return exam
            exam.hand_in()
        now = clock()
        hidden = marked(log, deck.id)
        questions = [question for question in deck.questions if question.id not in hidden]
        layout = layout or usual_layout(questions)
        parts = draw(questions, layout, Random(milliseconds(now) if seed is None else seed))
        if not parts:
            raise QuizError(_("no question fits this paper; ask for more of a kind, or for other kinds"))
        queue = [question.id for part in parts for question in part.questions]
        number = log.start(deck.id, _MODE, queue, milliseconds(now), _options(layout, parts))
        return cls(deck, log, clock, number)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions of all parts, in order."""
        return tuple(question for part in self.parts for question in part.questions)

    @property
    def handed_in(self) -> bool:
        rows = self._log.database.read("SELECT finished FROM session WHERE id = ?", self.number)
        return rows[0][0] is not None

    def left(self) -> float | None:
        """The seconds left, None without a limit; at 0 the exam is handed in."""
        if self.handed_in:
            return 0.0
        if not self.limit:
            return None
        left = self.limit - max(0.0, (milliseconds(self._clock()) - self._begun) / 1000)
        if left <= 0:
            self.hand_in()
        return max(0.0, left)

    def show(self) -> None:
        """Start the time of the question shown now."""
        self._since = self._clock()

    def given(self, question: str) -> tuple[str, ...]:
        """The reply saved for a question id, empty when there is none."""
        held = self._held.get(question)
        return held.given if held else ()

    def save(self, question: str, given: Sequence[str]) -> bool:
        """Save the reply to a question id, over an earlier one; nothing but empty texts takes it back. False when the
        exam is over and nothing was saved. LookupError for a question of another paper."""
        if question not in {asked.id for asked in self.questions}:
            raise LookupError(f"{question} is not in this paper")
        if self.left() == 0.0:
            return False
        now = self._clock()
        before = self._held[question].seconds if question in self._held else 0.0
        seconds = before + max(0.0, (now - self._since).total_seconds())
        held = Held(tuple(given), milliseconds(now), offset(now), seconds)
        if not hold(self._log, self.number, question, held):
            return False
        self._held[question], self._since = held, now
        return True

    def flag(self, question: str) -> None:
        """Mark a question id to come back to, or take the mark away; it is on the disk when this returns."""
        flags = self.flags ^ {question}
        statement = "UPDATE session SET options = json_set(options, '$.flags', json(?)) WHERE id = ?"
        self._log.database.write(statement, json.dumps(sorted(flags)), self.number)
        self.flags = flags

    def unanswered(self) -> tuple[Question, ...]:
        """The questions without a reply, in the order of the paper; one of two blanks filled is a reply."""
        return tuple(question for question in self.questions if not _filled(self.given(question.id)))

    def hand_in(self) -> Result:
        """Log the replies and close the exam, all or nothing; a second call only gives the result again."""
        at = milliseconds(self._clock())
        if self.limit:
            at = min(at, self._begun + round(self.limit * 1000))
        self._held = held_replies(self._log, self.number)  # another terminal may have saved some
        with self._log.database.transaction() as connection:
            close = "UPDATE session SET finished = ? WHERE id = ? AND finished IS NULL"
            if connection.execute(close, (at, self.number)).rowcount:
                for review in sorted(self._reviews(), key=lambda review: review.at):
                    self._log.insert(connection, review)
        return self.result()

    def result(self) -> Result:
        """The points by now, also before it is handed in; the screens show it after."""
        logged = {review.question: review for review in self._log.reviews(self.number)}
        return Result(tuple(self._score(logged)))

    def count_right(self, question: str) -> Result:
        """After the exam: count the reply to a question id right after all. LookupError when there is none."""
        if question not in {review.question for review in self._log.reviews(self.number)}:
            raise LookupError(f"{question} has no reply in an exam handed in")
        self._log.overrule(self.number, question)
        return self.result()

    def judge(self, question: str, had: Sequence[str]) -> Result:
        """After the exam: the points of a short answer that the learner finds in what he wrote. LookupError when there
        is no reply to it."""
        asked = self._deck.question(question)
        logged = {review.question: review for review in self._log.reviews(self.number)}
        if not isinstance(asked, Short) or question not in logged:
            raise LookupError(f"{question} has no short answer in an exam handed in")
        written = tuple(text for text in logged[question].given if text not in asked.points)
        given = (*written, *had)
        verdict = grade(asked, given).verdict
        self._log.regrade(self.number, question, given, verdict)
        return self.result()

    def _score(self, logged: dict[str, Review]) -> Iterator[Scored]:
        for part in self.parts:
            for question in part.questions:
                review = logged.get(question.id)
                given = review.given if review else self.given(question.id)
                overruled = review is not None and review.overruled
                graded = grade(question, replies(question, given))
                of = part.points * size(question)
                earned = of if overruled else points(question, graded, of, self._preset)
                yield Scored(question, given, graded, earned, of, overruled)

    def _reviews(self) -> Iterator[Review]:
        """The replies as the log keeps them; a question that was left empty was not studied."""
        for question in self.questions:
            held = self._held.get(question.id)
            if held and _filled(held.given):
                verdict = grade(question, replies(question, held.given)).verdict
                place = (self._deck.id, question.id, held.at, held.offset, _MODE, held.given)
                yield Review(*place, verdict, rating(verdict), held.seconds, self.number)


def past_exams(log: Log, deck: str) -> list[tuple[int, datetime]]:
    """The exams of a deck that were handed in, newest first: number and time (UTC)."""
    query = "SELECT id, finished FROM session WHERE deck = ? AND mode = ? AND finished IS NOT NULL ORDER BY id DESC"
    rows = log.database.read(query, deck, _MODE)
    return [(number, datetime.fromtimestamp(finished / 1000, UTC)) for number, finished in rows]


def _options(layout: Layout, parts: Sequence[PaperPart]) -> str:
    held = [[part.kind, part.points, [question.id for question in part.questions]] for part in parts]
    return json.dumps({"limit": layout.minutes * 60, "preset": layout.preset, "parts": held})


def _parts(deck: Deck, held: Sequence[Any]) -> Iterator[PaperPart]:
    questions = {question.id: question for question in deck.questions}
    for kind, worth, names in held:
        yield PaperPart(kind, worth, tuple(questions[name] for name in names if name in questions))


def _filled(given: Sequence[str]) -> bool:
    return any(reply.strip() for reply in given)
