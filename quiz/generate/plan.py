"""Which questions a deck gets: the best of every sentence first, every section its share, no answer too often."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.generate.source import Draft, Source
from quiz.generate.worth import worth
from quiz.model import Question

CHARACTERS_A_QUESTION = 20  # of a sentence, by default
MAX_A_SENTENCE = 6
LATER_CHOICE = 1.0  # of worth, for each question of the sentence before it
LEAST_WORTH = -1.4  # a strict reader objects to every sixth of the weaker questions
BAREST_WORTH = -2.5  # of the only question of a section, or to fill up a number that was asked for
SPARE = 1.3  # times as many sentences are looked at as questions are wanted, and the weakest dropped
# A report four times as long gets twice as many questions, the best of it: 310 of 30,000 characters, 400 of 50,000.
QUESTIONS_OF_A_ROOT = 1.8
SAME_ANSWER = 20  # one repeat of an answer for so many questions, two are always free
FREE_REPEATS = 2


@dataclass(frozen=True, slots=True)
class Offer:
    """A question on offer: of which section and sentence, and which choice of that sentence it is (0 the best)."""

    section: int
    sentence: int
    choice: int
    draft: Draft
    question: Question | None = None
    worth: float = 0.0

    @property
    def place(self) -> tuple[float, float, int]:
        """Where it stands among others, the best first: a sentence asked already is worth less."""
        return (self.choice * LATER_CHOICE - self.worth, -self.draft.weight, self.sentence)


def usual_count(characters: int, density: float) -> int:
    """How many questions suit a report of so many characters."""
    return round(QUESTIONS_OF_A_ROOT * math.sqrt(characters) * density)


def shortlist(sources: Sequence[Source], count: int) -> list[Source]:
    """The sources worth a closer look when `count` questions are wanted: the most salient of every section."""
    most = round(count * SPARE)
    if len(sources) <= most:
        return list(sources)
    shares = _shares(Counter(source.section for source in sources), most)
    ranked = sorted(sources, key=lambda source: (-source.salience, source.number))
    kept: list[Source] = []
    for source in ranked:
        if shares[source.section] > 0:
            shares[source.section] -= 1
            kept.append(source)
    return sorted(kept, key=lambda source: source.number)


def offers(source: Source, drafts: Sequence[Draft], density: float = 1.0) -> list[Offer]:
    """As many of a sentence's drafts as its length carries, the worthiest first."""
    most = max(1, min(MAX_A_SENTENCE, round(len(source.text) * density / CHARACTERS_A_QUESTION)))
    valued = [(worth(source, draft.phrases), draft) for draft in drafts]
    best = sorted(valued, key=lambda pair: -pair[0])[:most]
    found = (
        Offer(source.section, source.number, choice, draft, worth=value) for choice, (value, draft) in enumerate(best)
    )
    return [offer for offer in found if offer.worth >= BAREST_WORTH * density]


def choose(on_offer: Sequence[Offer], count: int | None, density: float = 1.0, *, least: int = 0) -> list[Offer]:
    """`count` of the offers (all when None) that are good enough, spread over the sections by what each has to offer;
    weaker ones only where there would be fewer than `least`.

    They come sentence by sentence as the report reads, the best of each first.
    """
    allowed = _without_repeats(_good_enough(on_offer, LEAST_WORTH * density, least), count)
    if count is not None and count < len(allowed):
        shares = _shares(Counter(offer.section for offer in allowed), count)
        allowed = [offer for section, share in shares.items() for offer in _best(allowed, section)[:share]]
    return sorted(allowed, key=lambda offer: (offer.sentence, offer.choice))


def _good_enough(on_offer: Sequence[Offer], worth: float, least: int) -> list[Offer]:
    """Those of at least this worth, the best one of a section that has no such, and the best others up to `least`."""
    kept = [offer for offer in on_offer if offer.worth >= worth]
    served = {offer.section for offer in kept}
    bare = sorted({offer.section for offer in on_offer} - served)
    kept += [_best(on_offer, section)[0] for section in bare]
    if len(kept) >= least:
        return kept
    taken = set(map(id, kept))
    others = sorted((offer for offer in on_offer if id(offer) not in taken), key=lambda offer: offer.place)
    return kept + others[: least - len(kept)]


def _without_repeats(on_offer: Sequence[Offer], count: int | None) -> list[Offer]:
    """Without the weaker offers of an answer that is asked too often already; what is all that a section has to offer
    goes first."""
    most = FREE_REPEATS + (count or len(on_offer)) // (SAME_ANSWER * 10)
    sizes = Counter(offer.section for offer in on_offer)
    asked: Counter[tuple[str, ...]] = Counter()
    allowed = []
    for offer in sorted(on_offer, key=lambda offer: (sizes[offer.section] > 1, offer.place)):
        answers = tuple(phrase.text for phrase in offer.draft.phrases)
        if asked[answers] < most:
            asked[answers] += 1
            allowed.append(offer)
    return allowed


def _best(on_offer: Sequence[Offer], section: int) -> list[Offer]:
    """A section's offers, the best first."""
    own = [offer for offer in on_offer if offer.section == section]
    return sorted(own, key=lambda offer: offer.place)


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
