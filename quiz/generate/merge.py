"""Making a deck anew without losing what a hand did to it.

The digests in `Deck.made` tell what quiz wrote the last time: a question that differs from its digest was edited by
hand, one without a digest was written by hand, a digest without a question was deleted by hand. All three stay so.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TypeAlias, assert_never

from quiz.model import Choice, Cloze, Deck, Judge, Order, Question, Short
from quiz.model.digest import digest as digest

SAME_SENTENCE = 0.8
Key: TypeAlias = Callable[[Question], Hashable]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged deck and what became of the questions.

    `kept` did not change, `renewed` took over new content under their id, `edited` are the hand's own (changed or
    written by it), `added` are new, `removed` are no longer made of the report, `deleted` would be added had a hand
    not deleted them.
    """

    deck: Deck
    kept: int = 0
    edited: int = 0
    renewed: int = 0
    added: int = 0
    removed: int = 0
    deleted: int = 0


def merge(old: Deck, new: Deck) -> Merged:
    """`new`, freshly made of the report, brought into `old`, the deck as its file stands.

    The deck keeps its id, its title and the order of what stays; a new question follows the one it follows in `new`.
    Merging the result with the same `new` changes nothing.
    """
    made = dict(old.made)
    present = {question.id for question in old.questions}
    deleted = {question_id: wrote for question_id, wrote in made.items() if question_id not in present}
    matches = _match(old, [question for question in new.questions if question.id not in deleted])
    fates: Counter[str] = Counter()
    stays: list[Question] = []
    for question in old.questions:
        result, fate = _decide(question, made.get(question.id), matches.get(question.id))
        fates[fate] += 1
        stays += [result] if result else []
        if result and fate != "edited":
            made[result.id] = digest(result)
    followers, gone = _sort_in(new, {match.id: old_id for old_id, match in matches.items()}, deleted)
    added = [question for group in followers.values() for question in group]
    made |= {question.id: digest(question) for question in added}
    questions = list(followers[None])
    for question in stays:
        questions += [question, *followers[question.id]]
    ids = [question.id for question in questions if question.id in made]
    ledger = tuple((question_id, made[question_id]) for question_id in [*ids, *deleted])
    deck = Deck(old.id, old.title, new.report, tuple(questions), ledger)
    return Merged(deck, added=len(added), deleted=gone, **fates)


def _decide(question: Question, wrote: str | None, match: Question | None) -> tuple[Question | None, str]:
    """What becomes of an old question, of which quiz `wrote` the digest, when the new deck has `match` for it."""
    if wrote != digest(question):
        return question, "edited"
    if match is None:
        return None, "removed"
    renewed = replace(match, id=question.id)
    return renewed, "kept" if renewed == question else "renewed"


def _sort_in(
    new: Deck, home: dict[str, str], deleted: dict[str, str]
) -> tuple[defaultdict[str | None, list[Question]], int]:
    """The questions to add, by the id of the old question they follow, and how many a hand does not want again.

    `home` maps the id of a new question to that of the old one it belongs to, `deleted` ids to digests.
    """
    followers: defaultdict[str | None, list[Question]] = defaultdict(list)
    anchor, gone = None, 0
    unwanted = set(deleted.values())
    for question in new.questions:
        if question.id in home:
            anchor = home[question.id]
        elif question.id in deleted or (unwanted and digest(question) in unwanted):
            gone += 1
        else:
            followers[anchor].append(question)
    return followers, gone


def _match(old: Deck, candidates: list[Question]) -> dict[str, Question]:
    """The new question that belongs to each old one, by the old id.

    First by id, then by what quiz wrote, then by likeness: exact matches come first so that a second merge finds the
    same pairs.
    """
    unclaimed = {question.id: question for question in candidates}
    matches = {question.id: unclaimed.pop(question.id) for question in old.questions if question.id in unclaimed}
    made = dict(old.made)
    homeless = [question for question in old.questions if question.id in made and question.id not in matches]
    for question, twins in _paired(homeless, lambda question: made[question.id], unclaimed.values(), digest):
        match = next((twin for twin in twins if twin.id in unclaimed), None)
        if match:
            matches[question.id] = unclaimed.pop(match.id)
    homeless = [question for question in homeless if question.id not in matches]
    for question, others in _paired(homeless, _answers, unclaimed.values(), _answers):
        match = _likest(question, [other for other in others if other.id in unclaimed])
        if match:
            matches[question.id] = unclaimed.pop(match.id)
    return matches


def _paired(
    old: list[Question], old_key: Key, new: Iterable[Question], new_key: Key
) -> Iterator[tuple[Question, list[Question]]]:
    """Each old question with the new ones of the same key."""
    groups = defaultdict(list)
    for question in new if old else ():
        groups[new_key(question)].append(question)
    for question in old:
        yield question, groups[old_key(question)]


def _likest(question: Question, candidates: Iterable[Question]) -> Question | None:
    """The one of `candidates`, which ask for the same words, that has nearly the same sentence at the same place."""
    best, best_ratio = None, SAME_SENTENCE
    for candidate in candidates:
        if _is_same_place(candidate, question):
            ratio = SequenceMatcher(None, question.sentence, candidate.sentence, autojunk=False).ratio()
            if ratio > best_ratio or (best is None and ratio == best_ratio):
                best, best_ratio = candidate, ratio
    return best


def _answers(question: Question) -> tuple[str, ...]:
    """The kind, and what is asked for as far as it is not the sentence itself."""
    match question:
        case Cloze():
            return (question.kind, *(blank.answer for blank in question.blanks))
        case Choice():
            return (question.kind, *question.right)
        case Judge():
            return (question.kind, str(question.true))
        case Order() | Short():
            return (question.kind,)
        case _:
            assert_never(question)


def _is_same_place(one: Question, other: Question) -> bool:
    a, b = one.provenance, other.provenance
    return a.section == b.section or (a.sentence == b.sentence and a.sentence > 0)
