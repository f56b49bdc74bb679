"""A report into a deck: find what to ask, ask it, keep the best.

`MAKERS` and `REPORT_MAKERS` are the seam: a kind of question to the "module:function" of this package that makes it.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias, cast

from quiz.errors import UsageError
from quiz.generate.checks import flags
from quiz.generate.cloze import drafts, short_id
from quiz.generate.company import two_fillers
from quiz.generate.headings import distinctive
from quiz.generate.phrases import Context, key_phrases
from quiz.generate.plan import Offer, choose, offers, shortlist, usual_count
from quiz.generate.source import Draft, Source, sources
from quiz.generate.terms import find_terms
from quiz.generate.wishes import USUAL, Wishes
from quiz.i18n import gettext as _
from quiz.model import KINDS, Deck, KeyPhrase, Kind, Order, Origin, Question, Report, Short

if TYPE_CHECKING:
    from quiz.generate.options.inventory import Inventory

__all__ = ["KINDS", "MAKERS", "REPORT_MAKERS", "Wishes", "generate"]

# Each, called with (source, draft, inventory, seed), makes a question or says with None that it would be a bad one.
MAKERS: dict[Kind, str] = {
    "cloze": "cloze:cloze",
    "choice": "options.choice:choice",
    "multiple": "options.choice:multiple",
    "judge": "statements.judge:judge",
}
# How many of ten drafts a kind is tried on first, for drafts of one phrase and of several; few make good options, so
# that most become clozes all the same.
SHARES: tuple[dict[Kind, int], dict[Kind, int]] = (
    {"cloze": 2, "choice": 4, "judge": 3, "multiple": 1},
    {"cloze": 3, "multiple": 7},
)
# Each, called with (report, sources, seed), makes (place of the section, question) in reading order.
REPORT_MAKERS: dict[Kind, str] = {
    "order": "sections.order:orders",
    "short": "sections.short:shorts",
    "choice": "sections.belonging:singles",
    "multiple": "sections.belonging:multiples",
}
REPORT_SHARE = 8  # one question about a whole section for so many wanted


Progress: TypeAlias = Callable[[float], None]


def _unwatched(_share: float) -> None:
    """Nobody looks."""


def generate(report: Report, wishes: Wishes = USUAL, *, text: str = "", progress: Progress = _unwatched) -> Deck:
    """The deck of a report: the best questions, spread over all sections; `Deck.made` is left to `merge`.

    `text` is that of all reports loaded with it, against which wrong options are checked. The same report and wishes
    give the same deck. `progress` hears how much is done, from 0 to 1. Raises UsageError for a section that the report
    does not have.
    """
    inside = _sections(report, wishes.sections)
    wanted = [source for source in sources(report) if source.section in inside]
    count = wishes.count or usual_count(sum(len(source.text) for source in wanted), wishes.density)
    found = shortlist(wanted, count)
    whole = _about_sections(report, found, wishes, inside, most=count // REPORT_SHARE)
    on_offer = _on_offer(report, found, wishes, text or report.text, progress)
    left = count - len(whole)
    chosen = choose(on_offer, left, wishes.density, least=left if wishes.count else 0)
    placed = [(offer.sentence, offer.question) for offer in chosen if offer.question]
    placed += [(question.provenance.sentence, question) for question in whole]
    questions = tuple(question for _number, question in sorted(placed, key=lambda pair: pair[0]))
    return Deck(short_id("d", report.id), report.title, Origin(report.title, report.source, report.date), questions)


def _sections(report: Report, names: tuple[str, ...]) -> set[int]:
    """The places of the sections whose number is a name or whose headings hold one; all when there are no names."""
    chosen: set[int] = set() if names else set(range(len(report.sections)))
    for name in names:
        places = {
            place
            for place, section in enumerate(report.sections)
            if section.number == name or any(name in heading for heading in section.path)
        }
        if not places:
            message = _("the report has no section '{name}'; `quiz inspect` lists them")
            raise UsageError(message.format(name=name))
        chosen |= places
    return chosen


def _on_offer(report: Report, found: Sequence[Source], wishes: Wishes, text: str, progress: Progress) -> list[Offer]:
    """A question for every draft of every source that makes a good one."""
    terms = find_terms(source.marked for source in found)
    special = distinctive(report)
    headings = "\n".join(special)
    phrases: dict[int, list[KeyPhrase]] = {}
    for done, source in enumerate(found):
        progress(done / len(found) / 2)
        own = special.get(source.text, frozenset())
        context = Context(terms, headings, f"{source.lead}\n{report.title}", own, wishes.lexicon)
        phrases[source.number] = key_phrases(source.marked, context)
    kinds = [kind for kind in MAKERS if kind in wishes.kinds]
    inventory = None
    if kinds != ["cloze"]:
        from quiz.generate.options.inventory import collect

        inventory = collect(found, phrases, terms, text)
    on_offer: list[Offer] = []
    made: set[str] = set()
    judged: set[int] = set()  # a second statement of a sentence would tell about the first
    for done, source in enumerate(found):
        progress(0.5 + done / len(found) / 2)
        for offer in offers(source, drafts(source.marked, phrases[source.number]), wishes.density):
            left = [kind for kind in kinds if kind != "judge" or source.number not in judged]
            question = _question(source, offer.draft, left, inventory, wishes.seed)
            if question is None or question.id in made or flags(question):
                continue
            made.add(question.id)
            judged |= {source.number} if question.kind == "judge" else set()
            on_offer.append(replace(offer, question=question))
    rivals = set(two_fillers([offer.question for offer in on_offer if offer.question]))
    return [offer for offer in on_offer if offer.question and offer.question.id not in rivals]


def _question(
    source: Source, draft: Draft, kinds: Sequence[Kind], inventory: "Inventory | None", seed: int
) -> Question | None:
    """The draft as a question of the kind whose turn it is, else of the first kind that suits it."""
    answers = "\0".join(phrase.text for phrase in draft.phrases)
    # Of the answers alone, so that a corrected typo elsewhere in the sentence does not change the kind.
    lot = hashlib.blake2b(f"{seed}\0{answers}".encode(), digest_size=4).digest()
    shares = SHARES[len(draft.phrases) > 1]
    turns = [kind for kind in kinds for _turn in range(shares.get(kind, 0))]
    first = turns[int.from_bytes(lot) % len(turns)] if turns else None
    for kind in sorted(kinds, key=lambda kind: kind != first):
        question: Question | None = _maker(MAKERS[kind])(source, draft, inventory, seed)
        if question is not None:
            return question
    return None


def _about_sections(
    report: Report, found: Sequence[Source], wishes: Wishes, inside: set[int], most: int
) -> list[Order | Short]:
    """At most so many questions about whole sections that are `inside` what is wanted, spread over the report."""
    made = [
        question
        for kind, name in REPORT_MAKERS.items()
        if kind in wishes.kinds
        for section, question in _maker(name)(report, found, wishes.seed)
        if section in inside
    ]
    if len(wishes.kinds) == len([kind for kind in wishes.kinds if kind in REPORT_MAKERS]):
        most = len(made)  # nothing else was asked for
    made.sort(key=lambda question: question.provenance.sentence)
    return [made[place * len(made) // most] for place in range(most)] if most < len(made) else made


def _maker(name: str) -> Callable[..., Any]:
    """The function that a "module:function" of the seam names."""
    module, function = name.split(":")
    return cast("Callable[..., Any]", getattr(import_module(f"{__name__}.{module}"), function))
