"""Single and multiple choice: a key that its sentence fixes, and wrong options of its kind."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import islice

from quiz.generate.candidates import Marked
from quiz.generate.cloze import question_id
from quiz.generate.difficulty import difficulty
from quiz.generate.options.distractors import FORBIDDEN, Reach, Slot, distractors, gives_away, occurrence
from quiz.generate.options.entry import entry_in
from quiz.generate.options.fixed import figure_in, fixed_by_context, fixed_list
from quiz.generate.options.inventory import Inventory
from quiz.generate.options.steps import Number, numbers, steps
from quiz.generate.source import Draft, Source
from quiz.generate.stems import stem_bounds
from quiz.language.numbers import canonical_numbers
from quiz.model import Blank, Choice

OPTIONS = 4
MOST_OPTIONS = 5
# What may stand for a key, by why it is fixed; the class as a whole where that says enough (a title, a coinage).
REACH: dict[str, Reach] = {"known term": "frame", "repeated": "frame", "variable part": "frame", "member": "list"}


def choice(source: Source, draft: Draft, inventory: Inventory, seed: int) -> Choice | None:
    """A question with four options, one of them right, of a draft of one phrase.

    None when the sentence does not fix the answer or three good wrong options cannot be found.
    """
    if len(draft.phrases) != 1:
        return None
    phrase, marked = draft.phrases[0], source.marked
    reason = fixed_by_context(marked, phrase)
    if reason is None:
        return None
    slot = Slot(marked.text, phrase.start, phrase.end, (phrase.text,), source.lead)
    question = replace(_question(source, slot, phrase.why), difficulty=difficulty(draft, options=True))
    place = drawn(seed, question.id) % OPTIONS
    if reason == "figure":
        options = _figures(slot, figure_in(marked, phrase), inventory, place)
    else:
        options = _terms(slot, marked, inventory, place, REACH.get(reason, "class"))
    return _with(question, options, slot.answers) if options else None


def multiple(source: Source, draft: Draft, inventory: Inventory, seed: int) -> Choice | None:
    """A question with four or five options, two or more of them right but never all: the whole of a list as one gap.

    None when the draft is no closed list of one form, or good wrong options cannot be found.
    """
    marked = source.marked
    members = fixed_list(marked, draft.phrases)
    if not 2 <= len(members) < MOST_OPTIONS:
        return None
    start, end = members[0][0], members[-1][1]
    if marked.text[start - 1 : start] in ("“", "《"):
        start, end = start - 1, end + 1
    answers = tuple(marked.text[a:b] for a, b in members)
    slot = Slot(marked.text, start, end, answers, source.lead)
    question = replace(_question(source, slot, draft.phrases[0].why), difficulty=difficulty(draft, options=True) + 1)
    draw = drawn(seed, question.id)
    most = max(OPTIONS, len(answers) + 1) if draw % 2 else MOST_OPTIONS
    wrong = _wrong_members(slot, marked, members, inventory, most - len(answers))
    if len(answers) + len(wrong) < OPTIONS or not wrong:
        return None
    return _with(question, tuple(sorted((*answers, *wrong), key=lambda option: drawn(draw, option))), answers)


def drawn(seed: int, text: str) -> int:
    """A number as good as random, always the same for a seed and a text."""
    return int.from_bytes(hashlib.blake2b(f"{seed}\0{text}".encode(), digest_size=6).digest(), "big")


def _question(source: Source, slot: Slot, why: tuple[str, ...]) -> Choice:
    """The question without its options."""
    kind = "choice" if len(slot.answers) == 1 else "multiple"
    blanks = (Blank(slot.start, slot.end, slot.text[slot.start : slot.end]),)
    made = question_id(kind, slot.text, blanks)
    return Choice(made, slot.text, blanks, (), (), provenance=source.provenance, lead=source.lead, why=why)


def _with(question: Choice, options: tuple[str, ...], answers: Sequence[str]) -> Choice:
    """With its options, and of a long sentence only the part that the blank needs."""
    (blank,) = question.blanks
    begin, end = stem_bounds(question.sentence, blank.start, blank.end)
    return replace(
        question,
        sentence=question.sentence[begin:end],
        blanks=(replace(blank, start=blank.start - begin, end=blank.end - begin),),
        options=options,
        key=tuple(at for at, option in enumerate(options) if option in answers),
    )


def _terms(slot: Slot, marked: Marked, inventory: Inventory, place: int, reach: Reach) -> tuple[str, ...]:
    """The options of a term, its key at `place`; empty when there are too few or the key can be told."""
    key = entry_in(marked, slot.start, slot.end)
    wrong = list(islice(distractors(slot, key, inventory, reach), OPTIONS - 1))
    if len(wrong) < OPTIONS - 1 or gives_away(slot, wrong):
        return ()
    mixed = sorted(wrong, key=lambda option: drawn(place, option))
    return (*mixed[:place], *slot.answers, *mixed[place:])


def _figures(slot: Slot, number: Number | None, inventory: Inventory, place: int) -> tuple[str, ...]:
    """The options of a figure, rising, its key at `place`.

    Empty where the figure could not stand at any place (2座, 99%): such keys would always be the first or the last.
    """
    if number is None:
        return ()
    occurs = occurrence(slot, inventory)
    head, tail = slot.text[slot.start : number.start], slot.text[number.end : slot.end]
    latest = inventory.latest if inventory.latest >= number.value else None
    others = {head + step + tail: _value(step) for step in steps(number, latest)}
    fit = sorted(
        (value, text)
        for text, value in others.items()
        if text not in slot.rest and not occurs(text) and keeps_direction(slot.text, number, value)
    )
    lower = [text for value, text in fit if value < number.value]
    higher = [text for value, text in fit if value > number.value]
    if min(len(lower), len(higher)) < OPTIONS - 1:
        return ()
    return (*lower[len(lower) - place :], *slot.answers, *higher[: OPTIONS - 1 - place])


def keeps_direction(text: str, number: Number, value: Decimal) -> bool:
    """Whether `value` lies where the figure does beside the one that it came from: 从5.6万元增加到 no 4.8万元."""
    before = [other for other in numbers(text[: number.start]) if other.unit == number.unit]
    if not before or text[before[-1].start - 1 : before[-1].start] not in ("从", "由"):
        return True
    start = before[-1].value
    return (value > start) == (number.value > start) and value != start


def _value(figure: str) -> Decimal:
    return Decimal(canonical_numbers(figure).replace(",", ""))


def _wrong_members(
    slot: Slot, marked: Marked, members: Sequence[tuple[int, int]], inventory: Inventory, most: int
) -> list[str]:
    """Up to `most` terms of the form of the list's members, taken in turn from what resembles each."""
    found: dict[str, None] = {}
    for start, end in members:
        own = Slot(slot.text, start, end, slot.answers, slot.visible)
        for wrong in islice(distractors(own, entry_in(marked, start, end), inventory, "frame"), most):
            if not any(forbids(wrong, own, list(found)) for forbids in FORBIDDEN.values()):
                found.setdefault(wrong)
    return list(found)[:most]
