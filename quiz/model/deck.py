"""A deck: the questions of one report, as one file holds them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from quiz.model.question import Question

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Origin:
    """The report a deck was made of: `source` is a file name without its folder, `date` as printed or empty."""

    title: str
    source: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Questions in reading order. `id` is written once and kept.

    `made` maps the id of every question that `quiz make` wrote to the digest of what it wrote then, so that the next
    run can tell a hand's edits and deletions from its own work.
    """

    id: str
    title: str
    report: Origin
    questions: tuple[Question, ...]
    made: tuple[tuple[str, str], ...] = ()

    def question(self, question_id: str) -> Question | None:
        return next((question for question in self.questions if question.id == question_id), None)

    def swapped(self, old: Collection[str], new: Iterable[Question]) -> "Deck":
        """The deck with `new` where the first of the questions with the ids `old` stands, and without those.

        What `made` says of them stays, so that they are not made again.
        """
        before = list(self.questions)
        place = next((at for at, question in enumerate(before) if question.id in old), len(before))
        after = [question for question in before[place:] if question.id not in old]
        return replace(self, questions=(*before[:place], *new, *after))
