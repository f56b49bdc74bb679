"""A session: which question comes next, and what becomes of the replies. The engine without a screen."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime

from quiz.model import Deck, Question, Review, Verdict
from quiz.study import marks
from quiz.study.days import milliseconds, offset, study_day
from quiz.study.grade import grade, replies
from quiz.study.log import Log
from quiz.study.marks import Mark, marked
from quiz.study.modes import DEFAULTS, MODES, Mode, Options, make_queue, rule_of
from quiz.study.outcome import Outcome, Summary
from quiz.study.progress import Standing, arrange, stand
from quiz.study.rating import rating

Clock = Callable[[], datetime]
"""The time now, aware of its zone."""

# The mode of sessions of chosen questions: their own, so that they are never resumed in place of the whole deck's.
_AGAIN = "again"


class Session:
    """One run through questions of a deck. Every reply is in the log before a method returns; when a method raises
    QuizError nothing has changed and it can be called again."""

    def __init__(
        self, deck: Deck, log: Log, clock: Clock, number: int, queue: Sequence[str], mode: str, options: Options
    ) -> None:
        """Use `begin`. `number` is the session's row in the log, `queue` the ids of its questions."""
        self._deck, self._log, self._clock, self._number = deck, log, clock, number
        self.mode, self.options = mode, options
        self._rule = rule_of(mode, options)
        self._questions = {question.id: question for question in deck.questions}
        self._queue = tuple(dict.fromkeys(name for name in queue if name in self._questions))
        self._marked: list[tuple[int, str, Mark]] = []  # with the number of replies before it, for undo
        self._hints: dict[str, int] = {}  # shown for the last reply to each question
        self._seen_hints: dict[str, int] = {}  # the same, of replies that were taken back
        self._shown, self._since = False, clock()
        self._reviews: tuple[Review, ...] = ()
        self._remaining: tuple[str, ...] = ()
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
        mode: Mode = "order",
        options: Options = DEFAULTS,
    ) -> "Session":
        """Resume the deck's unfinished session of `mode`, or start one with the questions that the mode asks.

        `fresh` finishes the unfinished one first. `only` starts a session of these question ids, which is never
        resumed, and leaves the unfinished one alone. A resumed session keeps the options it was begun with; a review
        of another day is not resumed, for other questions are due. ValueError for a mode that is none.
        """
        if mode not in MODES:
            raise ValueError(f"{mode} is no mode of a session")
        now = clock()
        at = milliseconds(now)
        if only is not None:
            number = log.start(deck.id, _AGAIN, only, at, options.to_json())
            return cls(deck, log, clock, number, only, _AGAIN, options)
        while unfinished := log.open_session(deck.id, mode):
            number, queue = unfinished
            begun, text = log.begun(number)
            session = cls(deck, log, clock, number, queue, mode, Options.from_json(text))
            if not (fresh or session.over or (mode == "review" and _is_old(begun, now))):
                return session
            log.finish(number, at)
        hidden = marked(log, deck.id)
        questions = [question for question in deck.questions if question.id not in hidden]
        queue = tuple(question.id for question in make_queue(mode, log, deck.id, questions, now, options))
        number = log.start(deck.id, mode, queue, at, options.to_json())
        return cls(deck, log, clock, number, queue, mode, options)

    @property
    def total(self) -> int:
        """The number of questions in this session."""
        return len(set(self._answered) | set(self._remaining) | self._seen)

    @property
    def answered(self) -> int:
        """The number of questions done with; in a review one that was forgotten comes back and is not."""
        return self.total - len(self._remaining)

    @property
    def over(self) -> bool:
        """Whether nothing more is asked: all is answered, or the mode ended the session (its time can run out between
        two calls)."""
        return not self._remaining or self.standing().over

    def standing(self) -> Standing:
        """The score, for the modes that keep one."""
        showing = (self._clock() - self._since).total_seconds() if self._shown else 0.0
        return stand(self._reviews, self._rule, max(0.0, showing))

    def current(self) -> Question | None:
        """The question to ask, None when the session is over. The first call for a question starts its time."""
        if self.over:
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

    def answer(self, given: Sequence[str], hints: int = 0) -> Outcome:
        """Grade `given`, as `grade` takes it, log it and move on; `hints` were shown for it, and an undo before gives
        none back. ValueError when nothing is asked, or only looked at."""
        if not self._rule.graded:
            raise ValueError("nothing is graded here")
        question = self._asked()
        result = grade(question, given)
        self._add(question, tuple(given), result.verdict, max(hints, self._seen_hints.get(question.id, 0)))
        self._seen_hints.pop(question.id, None)
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
        """Put the current question at the end of the queue; where questions are only looked at, go on to the next.
        ValueError when nothing is asked."""
        self._add(self._asked(), (), Verdict.SKIPPED)

    def mark(self, name: Mark, question: Question | None = None) -> bool:
        """Mark a question, by default the current one; False when it was marked so already. A suspended or rejected
        one is asked no more."""
        target = (question or self._asked()).id
        changed = marks.mark(self._log, self._deck.id, target, name, milliseconds(self._clock()))
        if changed:
            self._marked.append((len(self._reviews), target, name))
            self._reload()
        return changed

    def unmark(self, name: Mark, question: Question | None = None) -> bool:
        """Take a mark away; False when there was none."""
        target = (question or self._asked()).id
        changed = marks.unmark(self._log, self._deck.id, target, name)
        self._marked = [entry for entry in self._marked if entry[1:] != (target, name)]
        self._reload()
        return changed

    def take(self, question: Question) -> None:
        """Go on with an edited question in the place of the one with its id."""
        if question.id in self._questions:
            self._questions[question.id] = question

    def undo(self) -> Question | None:
        """Take the last reply, skip or mark of this session back and ask its question again; None when there is
        nothing to take back."""
        if self._marked and self._marked[-1][0] >= len(self._reviews):
            _number, question, name = self._marked.pop()
            marks.unmark(self._log, self._deck.id, question, name)
            taken = True
        else:
            review = self._log.take_back(self._number)
            taken = review is not None
            if review is not None:
                seen = (hints.get(review.question, 0) for hints in (self._hints, self._seen_hints))
                self._seen_hints[review.question] = max(seen)
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
        """Finish the session when it is over; otherwise it waits to be resumed."""
        if self.over:
            self._log.finish(self._number, milliseconds(self._clock()))

    def _asked(self) -> Question:
        if not self._remaining:
            raise ValueError("every question is answered")
        if not self._shown and self.over:  # a reply begun in time may end after it
            raise ValueError("the session is over")
        return self._questions[self._remaining[0]]

    def _add(self, question: Question, given: tuple[str, ...], verdict: Verdict, hints: int = 0) -> None:
        now = self._clock()
        seconds = max(0.0, (now - self._since).total_seconds())  # a clock can be set back
        review = Review(
            self._deck.id,
            question.id,
            milliseconds(now),
            offset(now),
            self.mode,
            given,
            verdict,
            rating(verdict, hints),
            seconds,
            self._number,
        )
        self._log.add(review, hints)
        self._hints[question.id] = hints
        self._arrange([*self._reviews, review])

    def _reload(self) -> None:
        """Read the replies and marks anew: another terminal may have added some."""
        self._hidden = marked(self._log, self._deck.id)
        self._arrange(self._log.reviews(self._number))

    def _arrange(self, reviews: Sequence[Review]) -> None:
        before = self._remaining[:1], len(self._reviews)
        self._reviews = tuple(reviews)
        remaining, self._answered = arrange(self._queue, self._reviews, self._rule)
        self._remaining = tuple(name for name in remaining if name not in self._hidden)
        self._seen = set(self._queue).difference(remaining)
        if (self._remaining[:1], len(self._reviews)) != before:  # a star does not stop the clock
            self._shown, self._since = False, self._clock()

    def _outcome(self, review: Review) -> Outcome:
        """The outcome of a logged reply; its question may have got other blanks since."""
        question = self._questions[review.question]
        return Outcome(question, grade(question, replies(question, review.given)), review.overruled)


def _is_old(begun: int, now: datetime) -> bool:
    """Whether a session was begun on another study day."""
    return study_day(datetime.fromtimestamp(begun / 1000, now.tzinfo)) != study_day(now)
