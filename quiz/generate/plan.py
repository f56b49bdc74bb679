"""Which questions a deck gets: the best of every sentence first, every section its share, no answer too often."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.generate.cloze import Draft

CHARACTERS_A_QUESTION = 20  # of a sentence, by default
MAX_A_SENTENCE = 6
SAME_ANSWER = 20  # one repeat of an answer for so many questions, two are always free
FREE_REPEATS = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """A question on offer: of which section and sentence, and which choice of that sentence it is (0 the best)."""

    section: int
    sentence: int
    choice: int
    draft: Draft


def offers(section: int, sentence: int, text: str, drafts: Sequence[Draft], density: float = 1.0) -> list[Offer]:
    """As many of a sentence's drafts as its length carries."""
    most = max(1, min(MAX_A_SENTENCE, round(len(text) * density / CHARACTERS_A_QUESTION)))
    return [Offer(section, sentence, choice, draft) for choice, draft in enumerate(drafts[:most])]


def choose(on_offer: Sequence[Offer], count: int | None) -> list[Offer]:
    """`count` of the offers (all when None), spread over the sections by what each has to offer.

    They come sentence by sentence as the report reads, the best of each first.
    """
    allowed = _without_repeats(on_offer, count)
    if count is not None and count < len(allowed):
        shares = _shares(Counter(offer.section for offer in allowed), count)
        allowed = [offer for section, share in shares.items() for offer in _best(allowed, section)[:share]]
    return sorted(allowed, key=lambda offer: (offer.sentence, offer.choice))


def _without_repeats(on_offer: Sequence[Offer], count: int | None) -> list[Offer]:
    """Without the weaker offers of an answer that is asked too often already."""
    most = FREE_REPEATS + (count or len(on_offer)) // (SAME_ANSWER * 10)
    asked: Counter[tuple[str, ...]] = Counter()
    allowed = []
    for offer in sorted(on_offer, key=lambda offer: (offer.choice, -offer.draft.weight, offer.sentence)):
        answers = tuple(phrase.text for phrase in offer.draft.phrases)
        if asked[answers] < most:
            asked[answers] += 1
            allowed.append(offer)
    return allowed


def _best(on_offer: Sequence[Offer], section: int) -> list[Offer]:
    """A section's offers, every sentence's best before any sentence's second."""
    own = [offer for offer in on_offer if offer.section == section]
    return sorted(own, key=lambda offer: (offer.choice, -offer.draft.weight, offer.sentence))


def _shares(sizes: Counter[int], count: int) -> dict[int, int]:
    """How many of `count` each section gets: one each while they last, the rest by size (largest remainder)."""
    shares = dict.fromkeys(sorted(sizes), 0)
    for section in sorted(sizes, key=lambda section: (-sizes[section], section))[:count]:
        shares[section] = 1
    rest = count - sum(shares.values())
    room = {section: sizes[section] - shares[section] for section in shares}
    total = sum(room.values())
    exact = {section: rest * room[section] / total if total else 0.0 for section in shares}
    for section in shares:
        shares[section] += int(exact[section])
    left = count - sum(shares.values())
    for section in sorted(shares, key=lambda section: (int(exact[section]) - exact[section], section))[:left]:
        shares[section] += 1
    return shares
