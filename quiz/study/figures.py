"""What there is to know of a deck by its cards: what falls due when, how well each part is known, what is hard."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quiz.model import Deck, Question, Verdict
from quiz.study.counts import ids
from quiz.study.days import day_end, milliseconds
from quiz.study.log import Log
from quiz.study.marks import marked

MATURE = 21
"""From a stability of so many days a question is known for long, as Anki counts."""


@dataclass(frozen=True, slots=True)
class Mastery:
    """The questions under one outermost heading (empty: under none): how many were `seen`, were `right` the last time,
    are known for long (`mature`), and the mean chance of knowing one now, 0 for one never seen."""

    section: str
    questions: int
    seen: int
    right: int
    mature: int
    recall: float


@dataclass(frozen=True, slots=True)
class Hard:
    """A question that goes wrong: `wrong` of so many `replies`, and how often it was forgotten once known."""

    question: Question
    wrong: int
    replies: int
    lapses: int


def forecast(log: Log, deck: Deck, now: datetime, days: int = 30) -> tuple[int, ...]:
    """How many questions fall due on each of the coming study days, today with all that is overdue first."""
    log.refresh()
    asked = {question.id for question in deck.questions} - marked(log, deck.id)
    query = """
        SELECT max(0, CASE WHEN last >= :end THEN 0 ELSE (due - :start) / 86400000 END) AS day, count(*)
        FROM card WHERE deck = :deck AND question IN (SELECT value FROM json_each(:ids)) GROUP BY day"""
    end = day_end(now)
    start = milliseconds(end - timedelta(days=1))
    values: dict[str, str | int] = {
        "start": start,
        "end": milliseconds(end),
        "deck": deck.id,
        "ids": ids(asked),
    }
    found = dict(log.database.read_named(query, values))
    return tuple(found.get(day, 0) for day in range(days))


def mastery(log: Log, deck: Deck, now: datetime) -> tuple[Mastery, ...]:
    """How well each part of the report is known, in the order of the deck."""
    latest, at = log.latest(deck.id), milliseconds(now)
    log.refresh()
    rows = log.database.read("SELECT question, stability, (? - last) / 86400000 FROM card WHERE deck = ?", at, deck.id)
    known = {name: (stability, max(0, days)) for name, stability, days in rows}
    sections: dict[str, list[Question]] = {}
    for question in deck.questions:
        sections.setdefault("".join(question.provenance.section[:1]), []).append(question)
    found: list[Mastery] = []
    for section, questions in sections.items():
        seen = [known[question.id] for question in questions if question.id in known]
        found.append(
            Mastery(
                section,
                questions=len(questions),
                seen=len(seen),
                right=sum(latest.get(question.id) is Verdict.RIGHT for question in questions),
                mature=sum(stability >= MATURE for stability, _days in seen),
                recall=sum(log.schedule.forgetting(*memory) for memory in seen) / len(questions),
            )
        )
    return tuple(found)


def hardest(log: Log, deck: Deck, most: int = 10) -> tuple[Hard, ...]:
    """The questions that go wrong, the worst first: by lapses, then by the share of wrong replies, where one wrong of
    one says less than five of six."""
    log.refresh()
    query = """
        SELECT question, wrong, replies, coalesce(lapses, 0) FROM (
            SELECT question, sum(verdict <> 'right') AS wrong, count(*) AS replies FROM review
            WHERE deck = :deck AND verdict <> 'skipped' GROUP BY question
        ) LEFT JOIN card USING (question)
        WHERE card.deck = :deck AND wrong > 0 AND question IN (SELECT value FROM json_each(:ids))
        ORDER BY lapses DESC, (wrong + 1.0) / (replies + 2) DESC, question LIMIT :most"""
    questions = {question.id: question for question in deck.questions}
    values: dict[str, str | int] = {"deck": deck.id, "ids": ids(questions), "most": most}
    rows = log.database.read_named(query, values)
    return tuple(Hard(questions[name], wrong, replies, lapses) for name, wrong, replies, lapses in rows)
