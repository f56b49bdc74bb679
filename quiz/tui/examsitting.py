"""Where the learner is in an exam: the question, what is answered, what is marked. No widget."""

from collections.abc import Sequence

from quiz.i18n import gettext as _
from quiz.model import Question
from quiz.study.asking import KINDS
from quiz.study.exam import Exam
from quiz.study.paper import PaperPart
from quiz.tui.examform import number
from quiz.tui.examreply import filled, reply_to
from quiz.tui.reply import Reply


class Sitting:
    """`place` counts the questions from 0; it starts at the first that is open."""

    def __init__(self, exam: Exam) -> None:
        self.exam = exam
        self.questions = exam.questions
        self.place = min(self.missing(), default=0)

    @property
    def total(self) -> int:
        return len(self.questions)

    @property
    def question(self) -> Question:
        return self.questions[self.place]

    def answered(self) -> frozenset[int]:
        """The places of the questions with an answer."""
        given = (self.exam.given(question.id) for question in self.questions)
        return frozenset(place for place, texts in enumerate(given) if filled(texts))

    def missing(self) -> list[int]:
        """The places of those without."""
        answered = self.answered()
        return [place for place in range(self.total) if place not in answered]

    def reply(self) -> Reply:
        """The reply to the current question, to go on with; its time begins."""
        self.exam.show()
        return reply_to(self.question, self.exam.given(self.question.id))

    def is_saved(self, given: Sequence[str]) -> bool:
        """Whether there is nothing new in a reply to the current question."""
        saved = self.exam.given(self.question.id)
        return list(saved) == list(given) or not (filled(saved) or filled(given))

    def save(self, given: Sequence[str]) -> bool:
        """False when the exam is over. Raises QuizError."""
        return self.exam.save(self.question.id, given)

    @property
    def flags(self) -> frozenset[int]:
        """The places of the questions that are marked."""
        return frozenset(place for place, question in enumerate(self.questions) if question.id in self.exam.flags)

    def flag(self, place: int) -> None:
        """Mark a question to come back to it, or take the mark away. Raises QuizError."""
        self.exam.flag(self.questions[place].id)

    def part(self) -> PaperPart:
        """The part of the current question."""
        ends = 0
        for part in self.exam.parts:
            ends += len(part.questions)
            if self.place < ends:
                return part
        return self.exam.parts[-1]

    def heading(self, part: PaperPart) -> str:
        """The number of a part, its kind, and what each question or blank is worth."""
        each = _("{n} a blank") if part.kind == "cloze" else _("{n} each")
        name = _("Part {n}: {kind}").format(n=self.exam.parts.index(part) + 1, kind=_(KINDS[part.kind]))
        return name + "  " + each.format(n=number(part.points))
