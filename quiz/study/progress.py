"""Where a session stands: a fold over its queue and its replies, so that a resume and an undo need nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from quiz.model import Review, Verdict
from quiz.study.modes import Rule
from quiz.study.rating import AGAIN

_ONCE = Rule()


@dataclass(frozen=True, slots=True)
class Standing:
    """The score of a session: `streak` is the run of right replies that still goes on, `best` the longest one, `lives`
    are left of a challenge, `target` and `limit` are what a race asks for (0: nothing), `elapsed` are its seconds.
    `over` says that the rule of the mode ended it, `won` that the target was reached."""

    right: int
    wrong: int
    streak: int
    best: int
    lives: int
    target: int
    limit: float
    elapsed: float
    over: bool
    won: bool


def arrange(
    queue: Sequence[str], reviews: Sequence[Review], rule: Rule = _ONCE
) -> tuple[tuple[str, ...], dict[str, Review]]:
    """The question ids still to ask, next first, and the last graded reply to each that has one.

    A skipped question goes to the end, where nothing is graded it is done with. Replies to questions outside `queue`
    do not matter, and of two replies to one question (two terminals) the later counts.
    """
    remaining = dict.fromkeys(queue)  # a set that keeps its order
    answered: dict[str, Review] = {}
    for review in reviews:
        if review.question in remaining:
            del remaining[review.question]
            if review.verdict is not Verdict.SKIPPED:
                answered[review.question] = review
                if rule.back and review.rating == AGAIN:
                    remaining = _put_back(remaining, review.question, rule.back)
            elif rule.graded:
                remaining[review.question] = None
        elif review.question in answered and review.verdict is not Verdict.SKIPPED:
            answered[review.question] = review
    return tuple(remaining), answered


def _put_back(remaining: dict[str, None], question: str, back: int) -> dict[str, None]:
    """`question` after `back` others, or at the end."""
    names = iter(remaining)
    return dict.fromkeys([*islice(names, back), question, *names])


def stand(reviews: Sequence[Review], rule: Rule, showing: float) -> Standing:
    """The score by the replies and the seconds that the current question has been showing. A reply after the time of
    a race is kept in the log but does not count."""
    right = wrong = streak = best = 0
    elapsed = 0.0
    for review in reviews:
        elapsed += review.seconds
        late = rule.limit and elapsed > rule.limit
        if review.verdict is Verdict.SKIPPED or late:
            continue
        if review.verdict is Verdict.RIGHT:
            right, streak = right + 1, streak + 1
            best = max(best, streak)
        else:
            wrong, streak = wrong + 1, 0
    won = bool(rule.target) and right >= rule.target
    elapsed += showing
    dead = bool(rule.lives) and wrong >= rule.lives
    late = bool(rule.limit) and elapsed > rule.limit
    lives = max(0, rule.lives - wrong)
    return Standing(right, wrong, streak, best, lives, rule.target, rule.limit, elapsed, won or dead or late, won)
