"""Where the learner stands: counts of a deck, the exam planned for it, figures over time."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.desk.shelf import Shelf
from quiz.model import Deck

if TYPE_CHECKING:
    from quiz.study.counts import Counts
    from quiz.study.figures import Hard, Mastery
    from quiz.study.history import Day, Streak
    from quiz.study.planning import Goal, Plan
    from quiz.study.retention import Recalled


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


class Overview(Shelf):
    """Counts and plans."""

    def counts(self, deck: Deck) -> "Counts":
        from quiz.study.counts import counts

        return counts(self.log_to_read, deck, self._clock(), self.preferences.streak)

    def today(self) -> tuple["Day", "Streak"]:
        """What was done today over all decks, and for how many days in a row."""
        from quiz.study.history import streak, today

        return today(self.log_to_read, self._clock()), streak(self.log_to_read, self._clock())

    def goal(self, deck: Deck) -> "tuple[Goal, Plan] | None":
        """The exam planned for a deck and what it asks of today; None when none is planned."""
        from quiz.study.planning import goal_of

        goal = goal_of(self.log_to_read, deck.id)
        return None if goal is None else (goal, self.plan(deck, goal))

    def plan(self, deck: Deck, goal: "Goal") -> "Plan":
        """What an exam would ask of today."""
        from quiz.study.days import study_day
        from quiz.study.planning import plan

        return plan(goal, self.counts(deck).new, study_day(self._clock()), self._schedule())

    def set_goal(self, deck: Deck, goal: "Goal | None") -> None:
        """Plan the exam of a deck, or forget it."""
        from quiz.study.planning import set_goal

        set_goal(self.log, deck.id, goal)

    def figures(self, deck: Deck | None = None) -> Figures:
        """The figures of one deck, or of everything that was studied."""
        from quiz.study import figures, history, overview, retention

        moment, name = self._clock(), deck.id if deck else ""
        decks = [deck] if deck else [each for _path, each in self._shelf() if isinstance(each, Deck)]
        mastery = {each.id: figures.mastery(self.log_to_read, each, moment) for each in decks}
        wholes = [overview.as_one(each.title, mastery[each.id]) for each in decks]
        return Figures(
            deck,
            days=history.calendar(self.log_to_read, moment, name),
            streak=history.streak(self.log_to_read, moment, name),
            forecast=overview.add_up(figures.forecast(self.log_to_read, each, moment) for each in decks),
            retention=retention.retention(self.log_to_read, moment, name),
            mastery=mastery[deck.id] if deck else tuple(whole for whole in wholes if whole.seen),
            hardest=overview.worst(hard for each in decks for hard in figures.hardest(self.log_to_read, each)),
            seconds=history.seconds_spent(self.log_to_read, name),
            reviews=history.replies(self.log_to_read, name),
        )
