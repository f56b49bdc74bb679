"""A candidate where it stands."""

from dataclasses import dataclass, field

from quiz.generate.candidates import Marked, Span


@dataclass(slots=True)
class Place:
    """A candidate in its sentence, and what else the learner reads beside it: the lead and the title.

    `enclosed` says that it is exactly the inside of a quotation or a title.
    """

    marked: Marked
    span: Span
    visible: str
    answer: str = field(init=False)
    enclosed: bool = field(init=False)

    def __post_init__(self) -> None:
        bounds = (self.span.start, self.span.end)
        self.answer = self.marked.text[slice(*bounds)]
        self.enclosed = bounds in self.marked.quotes or bounds in self.marked.titles
