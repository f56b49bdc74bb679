"""Key phrases into fill-in-the-blank questions: one blank, or two or three that belong together."""

import hashlib
import re
from base64 import b32encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.generate.candidates import Marked
from quiz.model import Blank, Cloze, KeyPhrase, Provenance

MAX_BLANKS = 3
FROM_ONE_LIST = 2
MAX_BLANKED = 0.4  # of the sentence's characters
TOGETHER = re.compile(r"”?(?:、|和|与|及|以及)“?|”“")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before it is chosen: the phrases to blank and their joint weight."""

    phrases: tuple[KeyPhrase, ...]
    weight: float


def drafts(marked: Marked, phrases: list[KeyPhrase]) -> list[Draft]:
    """The questions one sentence could make, best first; each phrase is asked once.

    Two or three phrases that stand in one list (A、B和C; “甲”“乙”) and are the whole of it are asked together; of a
    longer list no more than two members are asked, the rest shown.
    """
    groups = [group for group in _neighbours(marked.text, phrases) if _is_set(marked, group)]
    grouped = {phrase for group in groups for phrase in group}
    sets = [Draft(tuple(group), max(phrase.weight for phrase in group)) for group in groups]
    room = len(marked.text) * MAX_BLANKED
    singles = [Draft((p,), p.weight) for p in phrases if p not in grouped and len(p.text) <= room]
    found = sorted(sets + singles, key=lambda draft: (-draft.weight, draft.phrases[0].start))
    return list(_few_of_a_list(marked, found))


def _neighbours(text: str, phrases: list[KeyPhrase]) -> Iterator[list[KeyPhrase]]:
    """Runs of phrases with nothing but 、 or 和 or quotation marks between them."""
    run: list[KeyPhrase] = []
    for phrase in sorted(phrases, key=lambda phrase: phrase.start):
        if run and TOGETHER.fullmatch(text[run[-1].end : phrase.start]):
            run.append(phrase)
            continue
        yield run
        run = [phrase]
    yield run


def _is_set(marked: Marked, group: list[KeyPhrase]) -> bool:
    """Whether the run is a whole list, its members whole, and short enough to be asked at once."""
    if not 2 <= len(group) <= MAX_BLANKS:
        return False
    text, start, end = marked.text, group[0].start, group[-1].end
    before, after = text[:start].rstrip("“"), text[end:].lstrip("”")
    quoted = {text[phrase.start - 1 : phrase.start] == "“" for phrase in group}
    whole = len(quoted) == 1 and not before.endswith("、") and not after.startswith("、")
    half = any(
        (token.end == start and token.tag[:1] in "nt") or (token.start == end and token.tag[:1] in "nv")
        for token in marked.tokens
    )
    return whole and not half and sum(len(phrase.text) for phrase in group) <= len(text) * MAX_BLANKED


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


def cloze(text: str, draft: Draft, lead: str, provenance: Provenance) -> Cloze:
    """The question of a draft; its id comes from its kind, sentence and blanks, and is never computed again."""
    ordered = sorted(draft.phrases, key=lambda phrase: phrase.start)
    blanks = tuple(Blank(phrase.start, phrase.end, phrase.text) for phrase in ordered)
    why = tuple(dict.fromkeys(reason for phrase in ordered for reason in phrase.why))
    return Cloze(question_id("cloze", text, blanks), text, blanks, provenance, lead, why)


def question_id(kind: str, text: str, blanks: tuple[Blank, ...]) -> str:
    """A short id of letters and digits, the kind's initial first."""
    places = ",".join(f"{blank.start}-{blank.end}" for blank in blanks)
    return short_id(kind[0], f"{kind}\0{text}\0{places}")


def short_id(initial: str, content: str) -> str:
    """`initial` and ten letters and digits that stand for `content`."""
    digest = hashlib.blake2b(content.encode(), digest_size=6).digest()
    return initial + b32encode(digest).decode().rstrip("=").lower()
