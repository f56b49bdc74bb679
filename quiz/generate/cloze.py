"""Key phrases into fill-in-the-blank questions: one blank, or two or three that belong together."""

import hashlib
import re
from base64 import b32encode
from collections import Counter
from collections.abc import Iterator

from quiz.generate.candidates import Marked
from quiz.generate.difficulty import difficulty
from quiz.generate.source import Draft, Source
from quiz.generate.stems import stem_bounds
from quiz.language.words import Token
from quiz.model import Blank, Cloze, KeyPhrase

MAX_BLANKS = 3
FROM_ONE_LIST = 2
COMPLEMENT = ("为", "成为", "作为", "是")  # what follows them goes with what stands before, not with the next member
MAX_BLANKED = 0.4  # of the sentence's characters
TOGETHER = re.compile(r"”?(?:、|和|与|及|以及)“?|”“")


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
    """Whether the run is a whole list, its members whole and alike, and short enough to be asked at once."""
    if not 2 <= len(group) <= MAX_BLANKS:
        return False
    text, start, end = marked.text, group[0].start, group[-1].end
    quoted = {text[phrase.start - 1 : phrase.start] == "“" for phrase in group}
    lengths = [len(phrase.text) for phrase in group]
    alike = len(quoted) == 1 and max(lengths) <= 3 * min(lengths)
    one_list = _opens_whole(marked, start) and _closes_whole(marked, end) and _share_their_verb(marked, group)
    whole = quoted == {True} or one_list
    return alike and whole and sum(lengths) <= len(text) * MAX_BLANKED


def _share_their_verb(marked: Marked, group: list[KeyPhrase]) -> bool:
    """Whether no later member is an idiom with a verb of its own, as in 改进|作风|、|奋力拼搏|."""
    first, *others = group
    words = {token.text: token.tag for token in marked.tokens}
    idiom = any(words.get(phrase.text) == "i" and phrase.text[-1] != first.text[-1] for phrase in others)
    verb = any(token.end == first.start and token.tag == "v" for token in marked.tokens)
    return not (idiom and verb and words.get(first.text, "")[:1] == "n")


def _opens_whole(marked: Marked, start: int) -> bool:
    """Whether nothing before a list belongs to its first member or is a member too."""
    before = [token for token in marked.tokens if token.end <= start and token.text != "“"]
    if not before or before[-1].text in "，；：。（":
        return True
    last = before[-1]
    if last.text in ("、", "和", "与", "及", "以及", "或") or last.text in COMPLEMENT or last.tag[:1] in "nt":
        return False
    # A verb between nouns inside a clause is part of a name (工程模拟设施) and does not govern the list.
    named = len(before) > 1 and last.tag[:1] == "v" and before[-2].tag[:1] == "n"
    return not (named and any(token.tag[:1] == "v" for token in _clause(marked, before[-2].start)))


def _clause(marked: Marked, end: int) -> list[Token]:
    """The words of the clause at `end`, up to there."""
    found: list[Token] = []
    for token in marked.tokens:
        if token.start >= end:
            break
        found = [] if token.text in "，；：。" else [*found, token]
    return found


def _closes_whole(marked: Marked, end: int) -> bool:
    """Whether nothing behind a list belongs to its last member or is a member too."""
    after = next((token for token in marked.tokens if token.start >= end and token.text != "”"), None)
    return after is None or (after.text not in ("、", "和", "与", "及", "以及", "或") and after.tag[:1] not in "nvtp")


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
