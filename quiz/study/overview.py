"""The figures of several decks put together."""

from collections.abc import Iterable, Sequence

from quiz.study.figures import Hard, Mastery


def add_up(forecasts: Iterable[Sequence[int]]) -> tuple[int, ...]:
    """How much is due on each day in all."""
    return tuple(sum(day) for day in zip(*forecasts, strict=True))


def as_one(name: str, sections: Sequence[Mastery]) -> Mastery:
    """A deck as if all its questions stood under one heading."""
    questions = sum(section.questions for section in sections)
    return Mastery(
        name,
        questions=questions,
        seen=sum(section.seen for section in sections),
        right=sum(section.right for section in sections),
        mature=sum(section.mature for section in sections),
        recall=sum(section.recall * section.questions for section in sections) / max(1, questions),
    )


def worst(found: Iterable[Hard], most: int = 10) -> tuple[Hard, ...]:
    """The hardest of several decks, ordered as within one."""

    def badness(hard: Hard) -> tuple[float, float, str]:
        return -hard.lapses, -(hard.wrong + 1) / (hard.replies + 2), hard.question.id

    return tuple(sorted(found, key=badness)[:most])
