"""What to review today: the due questions, the weakest first, then new ones, within the caps of the day."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from quiz.model import Question
from quiz.study.days import day_end, milliseconds, study_day
from quiz.study.log import Log
from quiz.study.order import reading_order
from quiz.study.planning import Plan, goal_of, plan
from quiz.study.schedule import Card, State
from quiz.study.spacing import spread


class Today(NamedTuple):
    """The questions of a deck answered on a study day, and those among them that were new that day."""

    answered: frozenset[str]
    new: frozenset[str]


def today(log: Log, deck: str, day: int) -> Today:
    """What was answered on study day `day` (by the zone of each reply)."""
    rows = log.database.read(
        """SELECT question, NOT EXISTS (
               SELECT 1 FROM review AS older
               WHERE older.deck = review.deck AND older.question = review.question
               AND older.verdict <> 'skipped' AND older.day < review.day
           ) FROM review WHERE day = ? AND deck = ? AND verdict <> 'skipped' GROUP BY question""",
        day,
        deck,
    )
    return Today(frozenset(name for name, _ in rows), frozenset(name for name, new in rows if new))


def plan_today(log: Log, deck: str, questions: Sequence[Question], now: datetime) -> Plan:
    """The plan of the study day for these questions, which was the same when the day began."""
    return _plan(log, deck, questions, log.cards(deck), today(log, deck, study_day(now)), now)


def _plan(
    log: Log, deck: str, questions: Sequence[Question], cards: Mapping[str, Card], done: Today, now: datetime
) -> Plan:
    unseen = sum(question.id not in cards or question.id in done.new for question in questions)
    return plan(goal_of(log, deck), unseen, study_day(now), log.settings)


def is_due(card: Card, now: datetime) -> bool:
    """Whether a card is to be asked on the study day of `now`, or for one being learned, at once.

    One last answered in the future, by a clock that was wrong, has no honest due date and is due.
    """
    end = milliseconds(day_end(now))
    if card.last >= end:
        return True
    return card.due < end if card.state is State.REVIEW else card.due <= milliseconds(now)


def review_queue(log: Log, deck: str, questions: Sequence[Question], now: datetime) -> list[Question]:
    """The questions to review now, next first.

    Of one sentence at most one is asked a day, the weakest first; the others wait, but for the last days before an
    exam, where they stay apart at least.
    """
    cards, done = log.cards(deck), today(log, deck, study_day(now))
    course = _plan(log, deck, questions, cards, done, now)
    due = _due(log, questions, cards, now, course)
    unseen = [question for question in reading_order(questions) if question.id not in cards]
    new, reviews = course.new - len(done.new), log.settings.reviews - len(done.answered - done.new)
    awake = course.final or not log.settings.bury
    taken = {question.quote for question in questions if question.id in done.answered}
    queue: list[Question] = []
    for question in [*unseen, *due] if course.final else [*due, *unseen]:
        seen, back = question.id in cards, question.id in done.answered
        if not back:  # one that comes back on the same day has its place already
            if (reviews if seen else new) <= 0 or (question.quote in taken and not awake):
                continue
            new, reviews = (new, reviews - 1) if seen else (new - 1, reviews)
        queue.append(question)
        taken.add(question.quote)
    return spread(queue)


def _due(
    log: Log, questions: Sequence[Question], cards: Mapping[str, Card], now: datetime, course: Plan
) -> list[Question]:
    """The due questions, the least known first; before an exam also those known less surely than the plan wants."""
    at = milliseconds(now)
    recall = {name: log.schedule.recall(card, at) for name, card in cards.items()}
    due = [
        question
        for question in questions
        if question.id in cards
        and (is_due(cards[question.id], now) or (course.days and recall[question.id] < course.retention))
    ]
    return sorted(due, key=lambda question: (recall[question.id], cards[question.id].due))
