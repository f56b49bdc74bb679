"""What is weak about a question among the others of its deck."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from quiz.generate.checks import answers, flags
from quiz.i18n import mark
from quiz.model import Choice, Cloze, Deck, Gapped, Question

NEAR = 8  # characters on each side of a blank that may decide what fills it
ALIKE = 0.8
SAME_ANSWER = 3  # questions; one more for every hundred in the deck


def deck_flags(deck: Deck) -> dict[str, tuple[str, ...]]:
    """The names of the checks that each question fails, by its id: those of its own and those of its company."""
    company: defaultdict[str, list[str]] = defaultdict(list)
    for name, find in DECK_CHECKS.items():
        for question_id in find(deck.questions):
            company[question_id].append(name)
    return {question.id: (*flags(question), *company[question.id]) for question in deck.questions}


def two_fillers(questions: Sequence[Question]) -> Iterator[str]:
    """The characters round a blank stand round other words in another sentence of the deck, and the whole of both stems
    is as good as equal."""
    fillers: defaultdict[tuple[str, str], list[Gapped]] = defaultdict(list)
    for question in _single(questions):
        before, after = question.pieces()
        fillers[before[-NEAR:], after[:NEAR]].append(question)
    for group in fillers.values():
        for question in group:
            rivals = [other for other in group if other.blanks[0].answer != question.blanks[0].answer]
            if any(_likeness("".join(question.pieces()), "".join(other.pieces())) > ALIKE for other in rivals):
                yield question.id


def asked_too_often(questions: Sequence[Question]) -> Iterator[str]:
    """The same single answer again and again; the first few are let through."""
    most = SAME_ANSWER + len(questions) // 100
    asked: Counter[str] = Counter()
    for question in _single(questions):
        answer = question.blanks[0].answer
        asked[answer] += 1
        if asked[answer] > most:
            yield question.id


def same_question(questions: Sequence[Question]) -> Iterator[str]:
    """The same stem with the same blanks, or the same statement, a second time."""
    seen: set[tuple[object, ...]] = set()
    for question in questions:
        spans = tuple((b.start, b.end) for b in question.blanks) if isinstance(question, Gapped) else ()
        asked = (question.sentence, spans, answers(question))
        if asked in seen:
            yield question.id
        seen.add(asked)


DECK_CHECKS: dict[str, Callable[[Sequence[Question]], Iterable[str]]] = {
    mark("another answer of the deck fits as well"): two_fillers,
    mark("asks for an answer that is asked too often"): asked_too_often,
    mark("asks what another question asks"): same_question,
}


def _single(questions: Sequence[Question]) -> Iterator[Gapped]:
    """The questions with one blank."""
    for question in questions:
        if isinstance(question, Cloze | Choice) and len(question.blanks) == 1:
            yield question


def _likeness(one: str, other: str) -> float:
    """Jaccard's index of the pairs of neighbouring characters."""
    a, b = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, other))
    return len(a & b) / max(len(a | b), 1)
