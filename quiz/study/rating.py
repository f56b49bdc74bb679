"""How well a reply was known, as FSRS takes it: 1 again, 2 hard, 3 good, 4 easy; 0 says nothing."""

from quiz.model import Verdict

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4


def rating(verdict: Verdict, hints: int = 0) -> int:
    """The rating of a verdict after so many hints.

    Again for PARTLY too: a part was forgotten, and "hard" means recalled with effort. Right after one or two hints is
    hard; after three most of the answer was shown, and it counts as forgotten. Easy is for the learner to say, the
    program cannot see it.
    """
    match verdict:
        case Verdict.SKIPPED:
            return 0
        case Verdict.PARTLY | Verdict.WRONG:
            return AGAIN
        case Verdict.RIGHT:
            return (GOOD, HARD, HARD, AGAIN)[min(hints, 3)]
