"""What became of a reply, and of a session."""

from dataclasses import dataclass

from quiz.model import Question, Verdict
from quiz.study.alternatives import Alternative, alternatives
from quiz.study.grade import Grade


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

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """What the deck file would have to accept so that this reply is right by itself; see `alternatives`."""
        return alternatives(self.question, self.grade)


@dataclass(frozen=True, slots=True)
class Summary:
    """How the session went so far; `to_review` holds the questions whose last verdict is not RIGHT, in queue order."""

    right: int
    partly: int
    wrong: int
    seconds: float
    to_review: tuple[Question, ...]
