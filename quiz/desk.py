"""Decks, sessions, exams and figures for the front ends: everything that needs the log of answers."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Self

from quiz import paths
from quiz.errors import DeckError, QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.model import Deck, Question, Verdict
from quiz.tasks import Progress, make_kept, now, open_deck, unwatched, write_question

if TYPE_CHECKING:
    from quiz.errors import Problem
    from quiz.settings import Preferences
    from quiz.study import Log, Mark, Mode, Options, Session
    from quiz.study.doctor import Repair
    from quiz.study.exam import Exam
    from quiz.study.figures import Counts, Hard, Mastery
    from quiz.study.history import Day, Recalled, Streak
    from quiz.study.paper import Layout
    from quiz.study.planning import Goal, Plan
    from quiz.study.schedule import Settings
    from quiz.study.scoring import Result


@dataclass(frozen=True, slots=True)
class DeckRow:
    """One deck of the home screen. `right` and `wrong` count questions by their newest verdict, `unfinished` says that
    a session in order waits to be resumed, `due` counts what a review would ask again today, caps and all. `problem`
    says why the deck cannot be used and is empty when it can; `counts` and `goal` are None for such a deck, and `goal`
    where no exam is planned."""

    path: Path
    title: str
    questions: int
    right: int = 0
    wrong: int = 0
    unfinished: bool = False
    due: int = 0
    problem: str = ""
    counts: "Counts | None" = None
    goal: "Goal | None" = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What there is to tell of the study of one deck, or of all when `deck` is None: study days with replies, the
    longest run of them, how much is due on each of the coming days, what was remembered, each section (or each deck
    that was studied), the hardest questions, the seconds spent, the number of logged replies."""

    deck: Deck | None
    days: tuple["Day", ...]
    streak: "Streak"
    forecast: tuple[int, ...]
    retention: tuple["Recalled", ...]
    mastery: tuple["Mastery", ...]
    hardest: tuple["Hard", ...]
    seconds: float
    reviews: int


class Desk:
    """Opens the log on first use; close it with `close` or `with`. Every method may raise QuizError."""

    def __init__(self, *, reading: bool = False) -> None:
        """`reading` works on a copy of the log and writes nothing, so that the folder need not be writable."""
        self._reading = reading
        self._log: Log | None = None
        self._copying: Thread | None = None
        self._preferences: Preferences | None = None
        self._paths: dict[str, Path] = {}  # of the decks opened, by id

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        if self._copying is not None:
            self._copying.join()
            self._copying = None
        if self._log is not None:
            self._log.close()
            self._log = None

    def back_up(self, tell: Callable[[QuizError], None]) -> None:
        """Copy the log aside once a study day, in the background; `tell` hears, in that thread, why it failed."""
        from quiz.study.backups import back_up_in_background

        self._copying = back_up_in_background(paths.log_file(), now(), tell)

    @property
    def preferences(self) -> "Preferences":
        """What the user has set, read once."""
        if self._preferences is None:
            from quiz.settings import read_settings

            self._preferences = read_settings(paths.settings_file())
        return self._preferences

    def _schedule(self) -> "Settings":
        """The settings of the schedule."""
        from quiz.study.schedule import Settings

        chosen = self.preferences
        return Settings(retention=chosen.retention, new=chosen.new, reviews=chosen.reviews)

    @property
    def log(self) -> "Log":
        if self._log is None:
            from quiz.study import Log

            self._log = Log(paths.log_file(), self._schedule(), reading=self._reading)
        return self._log

    # Decks

    def decks(self) -> list[DeckRow]:
        """The shipped decks, then the user's own, by name; a user's own copy of a shipped deck stands in its place."""
        return [
            self._row(path, found) if isinstance(found, Deck) else DeckRow(path, path.stem, 0, problem=found)
            for path, found in self._shelf()
        ]

    def _shelf(self) -> list[tuple[Path, Deck | str]]:
        """The files of `decks`, each with the deck in it or with the problem of one that cannot be used."""
        folders = (paths.shipped("decks"), paths.kept_decks())
        found: dict[str, tuple[Path, Deck | str]] = {}
        for path in (path for folder in folders for path in sorted(folder.glob("*.yaml"))):
            try:
                deck = self.open(path)
            except DeckError as error:
                found[str(path)] = path, str(error.problems[0])
            except QuizError as error:
                found[str(path)] = path, str(error)
            else:
                found[deck.id] = path, deck
        return list(found.values())

    def _row(self, path: Path, deck: Deck) -> DeckRow:
        from quiz.study.planning import goal_of

        present = {question.id for question in deck.questions}
        cards = self.log.cards(deck.id)
        verdicts = Counter(verdict for name, verdict in self.log.latest(deck.id).items() if name in present)
        return DeckRow(
            path,
            deck.title,
            len(deck.questions),
            right=verdicts[Verdict.RIGHT],
            wrong=verdicts[Verdict.PARTLY] + verdicts[Verdict.WRONG],
            unfinished=self.unfinished(deck, "order") is not None,
            due=sum(question.id in cards for question in self._queue(deck)),
            counts=self.counts(deck),
            goal=goal_of(self.log, deck.id),
        )

    def open(self, path: Path) -> Deck:
        """The deck in a file; where it came from is remembered for changes to it."""
        deck = open_deck(path)
        self._paths[deck.id] = path
        return deck

    def make(self, path: Path, progress: Progress = unwatched) -> Path:
        """Turn a report into a kept deck and return its path."""
        return make_kept(path, progress).path

    def save(self, deck: Deck, question: Question) -> Deck:
        """Put `question` in the place of the one with its id, in the deck's file too, and return the deck so changed.

        A deck that came with the program is copied to the user's own first. The file's comments and order stay.
        """
        path = write_question(self._paths[deck.id], question)
        self._paths[deck.id] = path
        questions = tuple(question if old.id == question.id else old for old in deck.questions)
        return replace(deck, questions=questions)

    # Drilling

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
        return Session.begin(deck, self.log, now, only=only, fresh=fresh, mode=mode, options=options)

    def options(self) -> "Options":
        """What the user has set for the modes; a challenge has one life."""
        from quiz.study import Options

        chosen = self.preferences
        return Options(target=chosen.target, limit=chosen.limit, streak=chosen.streak)

    def unfinished(self, deck: Deck, mode: "Mode") -> "Options | None":
        """What the session of a mode that waits to be resumed was begun with; None when none waits."""
        from quiz.study import Options

        unfinished = self.log.open_session(deck.id, mode)
        if unfinished is None or not self.log.reviews(unfinished[0]):
            return None
        return Options.from_json(self.log.begun(unfinished[0])[1])

    def exam(self, deck: Deck, *, layout: "Layout | None" = None, fresh: bool = False) -> "Exam":
        """Resume the deck's exam or draw a new one; see `Exam.begin`."""
        from quiz.study.exam import Exam

        return Exam.begin(deck, self.log, now, layout=layout, fresh=fresh)

    def mark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Mark a question as suspended, starred or rejected; False when it was already."""
        from quiz.study.days import milliseconds
        from quiz.study.marks import mark

        return mark(self.log, deck.id, question, name, milliseconds(now()))

    def unmark(self, deck: Deck, question: str, name: "Mark") -> bool:
        """Take a mark away; False when there was none."""
        from quiz.study.marks import unmark

        return unmark(self.log, deck.id, question, name)

    def marked(self, deck: Deck, *names: "Mark") -> frozenset[str]:
        """The ids of the questions that carry one of these marks."""
        from quiz.study.marks import marked

        return marked(self.log, deck.id, names)

    def waiting(self, deck: Deck) -> int:
        """How many questions a review would ask now, daily caps and all."""
        return len(self._queue(deck))

    def _queue(self, deck: Deck) -> list[Question]:
        from quiz.study.reviewing import review_queue

        hidden = self.marked(deck)
        return review_queue(self.log, deck.id, [q for q in deck.questions if q.id not in hidden], now())

    def past_exams(self, deck: Deck) -> list[tuple[int, datetime]]:
        """The exams handed in, newest first: number and time (UTC)."""
        from quiz.study.exam import past_exams

        return past_exams(self.log, deck.id)

    def unfinished_exam(self, deck: Deck) -> "Exam | None":
        """The exam that waits to be resumed, or that this hands in because its time ran out; None without."""
        from quiz.study.exam import Exam

        unfinished = self.log.open_session(deck.id, "exam")
        return Exam(deck, self.log, now, unfinished[0]) if unfinished else None

    def exam_seconds(self, deck: Deck, exam: "Exam") -> float:
        """The time from the beginning of an exam to its end, or until now."""
        begun, _options = self.log.begun(exam.number)
        ended = dict(self.past_exams(deck)).get(exam.number, now())
        return max(0.0, ended.timestamp() - begun / 1000)

    def exam_result(self, deck: Deck, number: int) -> "Result":
        """The result of an exam that was handed in."""
        from quiz.study.exam import Exam

        return Exam(deck, self.log, now, number).result()

    def picker(self, only: str = "") -> Callable[[Deck], Deck]:
        """What takes a deck to the one to export: with the tags 收藏 and 停用 on what is starred and suspended, and
        with `only` what is due, wrong, starred, or in the sections that name it. QuizError when that leaves nothing."""

        def pick(deck: Deck) -> Deck:
            if not only and not paths.log_file().exists():
                return deck  # nothing was ever studied
            starred, suspended = self.marked(deck, "starred"), self.marked(deck, "suspended")
            wanted = self._wanted(deck, only) if only else None
            questions = []
            for question in deck.questions:
                if wanted is None or question.id in wanted:
                    signs = ("收藏",) * (question.id in starred) + ("停用",) * (question.id in suspended)
                    questions.append(replace(question, tags=(*question.tags, *signs)) if signs else question)
            if wanted is not None and not questions:
                message = _("{deck}: nothing in it is {only}, and no section has that in its headings")
                raise QuizError(message.format(deck=printable(deck.title), only=only))
            return replace(deck, questions=tuple(questions))

        return pick

    def _wanted(self, deck: Deck, only: str) -> frozenset[str]:
        from quiz.study.reviewing import is_due
        from quiz.study.wrongbook import wrong_book

        match only:
            case "due":
                return frozenset(name for name, card in self.log.cards(deck.id).items() if is_due(card, now()))
            case "wrong":
                return frozenset(wrong_book(self.log, deck.id))
            case "starred":
                return self.marked(deck, "starred")
            case _:
                return frozenset(q.id for q in deck.questions if any(only in part for part in q.provenance.section))

    # Figures

    def counts(self, deck: Deck) -> "Counts":
        from quiz.study.figures import counts

        return counts(self.log, deck, now(), self.preferences.streak)

    def today(self) -> tuple["Day", "Streak"]:
        """What was done today over all decks, and for how many days in a row."""
        from quiz.study.history import streak, today

        return today(self.log, now()), streak(self.log, now())

    def goal(self, deck: Deck) -> "tuple[Goal, Plan] | None":
        """The exam planned for a deck and what it asks of today; None when none is planned."""
        from quiz.study.planning import goal_of

        goal = goal_of(self.log, deck.id)
        return None if goal is None else (goal, self.plan(deck, goal))

    def plan(self, deck: Deck, goal: "Goal") -> "Plan":
        """What an exam would ask of today."""
        from quiz.study.days import study_day
        from quiz.study.planning import plan

        return plan(goal, self.counts(deck).new, study_day(now()), self._schedule())

    def set_goal(self, deck: Deck, goal: "Goal | None") -> None:
        """Plan the exam of a deck, or forget it."""
        from quiz.study.planning import set_goal

        set_goal(self.log, deck.id, goal)

    def figures(self, deck: Deck | None = None) -> Figures:
        """The figures of one deck, or of everything that was studied."""
        from quiz.study import figures, history, overview

        moment, name = now(), deck.id if deck else ""
        decks = [deck] if deck else [each for _path, each in self._shelf() if isinstance(each, Deck)]
        mastery = {each.id: figures.mastery(self.log, each, moment) for each in decks}
        wholes = [overview.as_one(each.title, mastery[each.id]) for each in decks]
        return Figures(
            deck,
            days=history.calendar(self.log, moment, name),
            streak=history.streak(self.log, moment, name),
            forecast=overview.add_up(figures.forecast(self.log, each, moment) for each in decks),
            retention=history.retention(self.log, moment, name),
            mastery=mastery[deck.id] if deck else tuple(whole for whole in wholes if whole.seen),
            hardest=overview.worst(hard for each in decks for hard in figures.hardest(self.log, each)),
            seconds=history.seconds_spent(self.log, name),
            reviews=history.replies(self.log, name),
        )


def examine_log() -> "list[Problem]":
    """What is wrong with the log of answers; nothing is changed."""
    from quiz.study.doctor import examine

    return examine(paths.log_file())


def repair_log() -> "Repair":
    """Repair the log of answers, after a copy of it was kept."""
    from quiz.study.doctor import repair

    return repair(paths.log_file(), now())
