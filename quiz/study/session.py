"""A session: which question comes next, and what becomes of the replies. The engine without a screen."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from quiz.model import Deck, Question, Review, Verdict
from quiz.study.grade import Grade, grade
from quiz.study.log import Log
from quiz.study.order import reading_order

Clock = Callable[[], datetime]
"""The time now, aware of its zone."""

# As in FSRS. Again for PARTLY too: a part was forgotten, and "hard" means recalled with effort.
_RATINGS = {Verdict.RIGHT: 3, Verdict.PARTLY: 1, Verdict.WRONG: 1, Verdict.SKIPPED: 0}

# The mode of sessions of chosen questions: their own, so that they are never resumed in place of the whole deck's.
_AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a reply. `grade` is the program's own, also where the learner overruled it."""

    question: Question
    grade: Grade
    overruled: bool = False

    @property
    def verdict(self) -> Verdict:
        """The verdict that counts."""
        return Verdict.RIGHT if self.overruled else self.grade.verdict


@dataclass(frozen=True, slots=True)
class Summary:
    """How the session went so far; `to_review` holds the questions whose last verdict is not RIGHT, in queue order."""

    right: int
    partly: int
    wrong: int
    seconds: float
    to_review: tuple[Question, ...]


def arrange(queue: Sequence[str], reviews: Sequence[Review]) -> tuple[tuple[str, ...], dict[str, Review]]:
    """Where a session stands: the question ids still to ask, next first, and the last graded reply to each other one.

    A skipped question goes to the end. Replies to questions outside `queue` do not matter, and of two replies to one
    question (two terminals) the later counts.
    """
    remaining = dict.fromkeys(queue)  # a set that keeps its order
    answered: dict[str, Review] = {}
    for review in reviews:
        if review.question in remaining:
            del remaining[review.question]
            if review.verdict is Verdict.SKIPPED:
                remaining[review.question] = None
            else:
                answered[review.question] = review
        elif review.question in answered and review.verdict is not Verdict.SKIPPED:
            answered[review.question] = review
    return tuple(remaining), answered


class Session:
    """One run through questions of a deck. Every reply is in the log before a method returns; when a method raises
    QuizError nothing has changed and it can be called again."""

    def __init__(self, deck: Deck, log: Log, clock: Clock, number: int, queue: Sequence[str], mode: str) -> None:
        """Use `begin`. `number` is the session's row in the log, `queue` the ids of its questions."""
        self._deck, self._log, self._clock, self._number, self._mode = deck, log, clock, number, mode
        self._questions = {question.id: question for question in deck.questions}
        self._queue = tuple(dict.fromkeys(name for name in queue if name in self._questions))
        self._shown, self._since = False, clock()
        self._reload()
        self.resumed = bool(self._reviews)

    @classmethod
    def begin(
        cls,
        deck: Deck,
        log: Log,
        clock: Clock,
        *,
        only: Sequence[str] | None = None,
        fresh: bool = False,
        mode: str = "order",
    ) -> "Session":
        """Resume the deck's unfinished session of `mode`, or start one with all questions in reading order.

        `fresh` finishes the unfinished one first. `only` starts a session of these question ids, which is never
        resumed, and leaves the unfinished one alone.
        """
        at = _milliseconds(clock())
        if only is not None:
            return cls(deck, log, clock, log.start(deck.id, _AGAIN, only, at), only, _AGAIN)
        while unfinished := log.open_session(deck.id, mode):
            number, queue = unfinished
            session = cls(deck, log, clock, number, queue, mode)
            if session._remaining and not fresh:
                return session
            log.finish(number, at)
        queue = tuple(question.id for question in reading_order(deck.questions))
        return cls(deck, log, clock, log.start(deck.id, mode, queue, at), queue, mode)

    @property
    def total(self) -> int:
        """The number of questions in this session."""
        return len(self._queue)

    @property
    def answered(self) -> int:
        """The number of questions with a verdict."""
        return len(self._answered)

    def current(self) -> Question | None:
        """The question to ask, None when all are answered. The first call for a question starts its time."""
        if not self._remaining:
            return None
        if not self._shown:
            self._shown, self._since = True, self._clock()
        return self._questions[self._remaining[0]]

    def last(self) -> Outcome | None:
        """The last graded reply, for showing it again after a resume or an undo."""
        replies = (
            r for r in reversed(self._reviews) if r.verdict is not Verdict.SKIPPED and r.question in self._answered
        )
        review = next(replies, None)
        return None if review is None else self._outcome(review)

    def answer(self, given: Sequence[str]) -> Outcome:
        """Grade `given`, one reply a blank, log it and move on. ValueError when nothing is asked."""
        question = self._asked()
        result = grade(question, given)
        self._add(question, tuple(given), result.verdict)
        return Outcome(question, result)

    def count_right(self) -> Outcome:
        """Count the last reply right after all. ValueError when it was right already, a skip, or there is none."""
        last = self._reviews[-1] if self._reviews else None
        if last is None or last.verdict not in (Verdict.PARTLY, Verdict.WRONG) or last.question not in self._questions:
            raise ValueError("the last reply is not a wrong one")
        self._log.overrule(self._number)
        self._reload()
        return self._outcome(self._reviews[-1])

    def skip(self) -> None:
        """Put the current question at the end of the queue. ValueError when nothing is asked."""
        self._add(self._asked(), (), Verdict.SKIPPED)

    def undo(self) -> Question | None:
        """Take the last reply or skip back and ask its question again; None when there is nothing to take back."""
        taken = self._log.take_back(self._number)
        self._reload()
        return self.current() if taken else None

    def summary(self) -> Summary:
        """The figures of the session so far."""
        verdicts = {name: review.verdict for name, review in self._answered.items()}
        count = Counter(verdicts.values())
        return Summary(
            right=count[Verdict.RIGHT],
            partly=count[Verdict.PARTLY],
            wrong=count[Verdict.WRONG],
            seconds=sum(review.seconds for review in self._reviews),
            to_review=tuple(
                self._questions[name] for name in self._queue if verdicts.get(name, Verdict.RIGHT) is not Verdict.RIGHT
            ),
        )

    def close(self) -> None:
        """Finish the session when all questions are answered; otherwise it waits to be resumed."""
        if not self._remaining:
            self._log.finish(self._number, _milliseconds(self._clock()))

    def _asked(self) -> Question:
        if not self._remaining:
            raise ValueError("every question is answered")
        return self._questions[self._remaining[0]]

    def _add(self, question: Question, given: tuple[str, ...], verdict: Verdict) -> None:
        now = self._clock()
        zone = now.utcoffset()
        offset = 0 if zone is None else round(zone.total_seconds() / 60)
        seconds = max(0.0, (now - self._since).total_seconds())  # a clock can be set back
        at, rating = _milliseconds(now), _RATINGS[verdict]
        review = Review(
            self._deck.id, question.id, at, offset, self._mode, given, verdict, rating, seconds, self._number
        )
        self._log.add(review)
        self._arrange([*self._reviews, review])

    def _reload(self) -> None:
        """Read the replies anew: another terminal may have added some to the same session."""
        self._arrange(self._log.reviews(self._number))

    def _arrange(self, reviews: Sequence[Review]) -> None:
        self._reviews = tuple(reviews)
        self._remaining, self._answered = arrange(self._queue, self._reviews)
        self._shown, self._since = False, self._clock()

    def _outcome(self, review: Review) -> Outcome:
        """The outcome of a logged reply; its question may have got other blanks since."""
        question = self._questions[review.question]
        given = (*review.given, *[""] * len(question.blanks))[: len(question.blanks)]
        return Outcome(question, grade(question, given), review.overruled)


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
