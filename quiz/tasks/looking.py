"""What the generator makes of a question that is there."""

from quiz.model import Cloze, Deck, Question


def flags(deck: Deck) -> dict[str, tuple[str, ...]]:
    """The names of the quality checks that each question fails, by its id."""
    from quiz.generate.company import deck_flags

    return deck_flags(deck)


def explained(question: Question) -> list[tuple[str, list[tuple[str, float]]]]:
    """For every blank its answer and the features of the ranker that spoke most for or against it."""
    from quiz.generate.explain import explained as explain

    return explain(question)


def split(question: Cloze) -> tuple[Cloze, ...]:
    """One question for each blank, with the others filled in."""
    from quiz.generate.split import split as parts

    return parts(question)
