"""Key phrases into fill-in-the-blank questions: one blank, or two or three that belong together."""

import hashlib
from base64 import b32encode
from collections import Counter
from collections.abc import Iterator

from quiz.generate.candidates import Marked
from quiz.generate.difficulty import difficulty
from quiz.generate.sets import MAX_BLANKED, MAX_BLANKS, sets
from quiz.generate.source import Draft, Source
from quiz.generate.stems import stem_bounds
from quiz.model import Blank, Cloze, KeyPhrase

FROM_ONE_LIST = 2


def drafts(marked: Marked, phrases: list[KeyPhrase]) -> list[Draft]:
    """The questions one sentence could make, best first; each phrase is asked once.

    Two or three phrases that stand in one list (A、B和C; “甲”“乙”) and are the whole of it are asked together; of a
    longer list no more than two members are asked, the rest shown.
    """
    groups = sets(marked, phrases)
    grouped = {phrase for group in groups for phrase in group}
    together = [Draft(tuple(group), max(phrase.weight for phrase in group)) for group in groups]
    room = len(marked.text) * MAX_BLANKED
    singles = [Draft((p,), p.weight) for p in phrases if p not in grouped and len(p.text) <= room]
    found = sorted(together + singles, key=lambda draft: (-draft.weight, draft.phrases[0].start))
    return list(_few_of_a_list(marked, found))


def _few_of_a_list(marked: Marked, found: list[Draft]) -> Iterator[Draft]:
    asked: Counter[int] = Counter()
    for draft in found:
        at = next(k for k, token in enumerate(marked.tokens) if token.end > draft.phrases[0].start)
        segment = marked.segment[at]
        place, members = marked.runs[segment]
        if members > MAX_BLANKS - 1 and len(draft.phrases) == 1:
            asked[segment - place] += 1
            if asked[segment - place] > FROM_ONE_LIST:
                continue
        yield draft


def cloze(source: Source, draft: Draft, _inventory: object = None, _seed: int = 0) -> Cloze:
    """The question of a draft; its id comes from its kind, stem and blanks, and is never computed again."""
    ordered = sorted(draft.phrases, key=lambda phrase: phrase.start)
    begin, end = stem_bounds(source.text, ordered[0].start, ordered[-1].end)
    stem = source.text[begin:end]
    blanks = tuple(Blank(phrase.start - begin, phrase.end - begin, phrase.text) for phrase in ordered)
    return Cloze(
        question_id("cloze", stem, blanks),
        stem,
        blanks,
        provenance=source.provenance,
        lead=source.lead,
        why=reasons(draft),
        difficulty=difficulty(draft),
    )


def reasons(draft: Draft) -> tuple[str, ...]:
    """What spoke for the blanks, each reason once."""
    ordered = sorted(draft.phrases, key=lambda phrase: phrase.start)
    return tuple(dict.fromkeys(reason for phrase in ordered for reason in phrase.why))


def question_id(kind: str, text: str, blanks: tuple[Blank, ...]) -> str:
    """A short id of letters and digits, the kind's initial first."""
    places = ",".join(f"{blank.start}-{blank.end}" for blank in blanks)
    return short_id(kind[0], f"{kind}\0{text}\0{places}")


def short_id(initial: str, content: str) -> str:
    """`initial` and ten letters and digits that stand for `content`."""
    digest = hashlib.blake2b(content.encode(), digest_size=6).digest()
    return initial + b32encode(digest).decode().rstrip("=").lower()
