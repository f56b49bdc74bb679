"""The part of a sentence that can be judged true or false by itself."""

import re

from quiz.generate.candidates import Marked
from quiz.generate.leads import LEANS

SHORTEST, LONGEST = 12, 90
NUMERAL = "[一二三四五六七八九十]{1,3}"
MARK = re.compile(
    rf"{NUMERAL}(?:是|要|靠|看|抓)|第{NUMERAL}[，、]|[（(](?:{NUMERAL}|\d+)[）)]|其[一二三四五][，是]|首先，|其次，|再次，|最后，"
)
# What points back before the sentence, or leans on the piece before it.
POINTS_AT = re.compile(
    "但|而|因此|所以|因而|此外|同时|另外|其中|不过|然而|可是|为此|于是|例如|比如|[^，。]{0,20}(?:上述|前面|如前|前述)"
)
LEANING = re.compile(
    "同比|环比|增长|下降|达到?|占|比|较|并|且|也|还|又|其|仍|均|约|超过|分别|后者|同年|次年|当年|届时|从而|以及|和|主要[有是]"
)
# A clause that ends or opens so has its predicate in the next one.
UNFINISHED = re.compile("(?:时|后|前|中|上|下|来|外|间|同时|为|的|方面|情况|基础|以来)$")
PREPOSITION = re.compile("在|为(?!民)|对|以|从|自|随着|通过|根据|按照|围绕|经过|针对|面对|由于|当")


def stretch(marked: Marked, start: int, end: int) -> tuple[int, int] | None:
    """Start and end of the sentence without its mark; of a long one, of the clauses up to `start`..`end` when they
    stand by themselves. None when they do not."""
    text = marked.text
    mark = MARK.match(text)
    opens = mark.end() if mark else 0
    if POINTS_AT.match(text) or LEANS.match(text[opens:]) or LEANING.match(text, opens):
        return None
    if len(text) - opens <= LONGEST:
        return (opens, len(text)) if len(text) - opens >= SHORTEST else None
    piece = max([opens, *(at + 1 for at in _stops(text, "；") if at < start)])
    ends = [at for at in (*_stops(text, "，；"), len(text) - 1) if at >= end and at - piece < LONGEST]
    full = [at for at in ends if text[at] != "，"]
    stop = min(full or ends, default=-1)
    return (piece, stop) if stop > 0 and _whole(marked, piece, stop, opens) else None


def _stops(text: str, stops: str) -> list[int]:
    """Where the stops stand that are in no quotation or bracket."""
    found, depth = [], 0
    for at, character in enumerate(text):
        depth += (character in "“《（") - (character in "”》）")
        if depth == 0 and character in stops:
            found.append(at)
    return found


def _whole(marked: Marked, start: int, end: int, opens: int) -> bool:
    """Whether a part of a sentence can be read as a sentence."""
    text = marked.text
    part = text[start:end]
    leans = start > opens and (LEANING.match(part) or LEANS.match(part))
    if len(part) < SHORTEST or leans or text[end] != "，":
        return len(part) >= SHORTEST and not leans
    clause = max([start, *(at + 1 for at in _stops(text, "，") if at < end)])
    verb = any(token.tag in ("v", "vd") for token in marked.tokens if clause <= token.start < end)
    return verb and not (UNFINISHED.search(part) or PREPOSITION.match(text, clause) or "：" in part)


def ended(part: str) -> str:
    """With the end of a sentence."""
    return part if part.rstrip("”’）")[-1:] in ("。", "！") else part.rstrip("，；：、") + "。"
