"""Clauses of a report as points and items: what a member of a series says first, what announces a series."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quiz.generate.leads import LEANS
from quiz.language.numbers import canonical_numbers

STOP = re.compile("[。；：！？!?;]")
# These open a phrase that says nothing before its second half.
HANGING = re.compile(
    r"以[^，]*为[^，]{1,7}$|在|围绕|按照|根据|对(?!外|接)|从|通过|随着|由于|鉴于|为了|为(?!民)|面对|针对|依托|关于|力争|如果|只有"
)
DANGLING = re.compile(
    r"这|那|其(?!中)|该|此|它|他们|同志们|各位|我(?!国|省|市|区|县)|今[年天]|现在|过去|一年|五年|有的|对此"
)
COUNT = "[一两二三四五六七八九十]{1,3}|\\d{1,2}"
ANNOUNCES = re.compile(
    rf"(?P<open>以下|如下|下列)|(?:^|[^第上下前后分全])(?P<count>{COUNT})(?:个|项|条|件|点|大|对|个?方面)[^，。]{{0,12}}$"
)
POINTING = tuple("这其该此")
MIN_INTRO, MAX_INTRO = 8, 44


def announcement(text: str, count: int) -> str:
    """The end of a sentence that announces `count` points (主要做了以下工作), empty when it announces none."""
    clauses = re.split("[，；。]", text.rstrip("。：:"))
    match = ANNOUNCES.search(clauses[-1])
    if not match and not text.endswith(("：", ":")):
        return ""
    if match and match["count"] and canonical_numbers(match["count"]) != str(count):
        return ""
    kept = clauses.pop()
    while clauses and len(clauses[-1]) + len(kept) < MAX_INTRO and clauses[-1][:1] not in POINTING:
        kept = f"{clauses.pop()}，{kept}"
    if kept[:1] in POINTING:
        return ""
    return kept if MIN_INTRO <= len(kept) <= MAX_INTRO else ""


def lead_clause(text: str, marker: str = "") -> str:
    """What a member of a series says first: up to the first stop, without its mark."""
    return STOP.split(text[len(marker) :].strip(), maxsplit=1)[0].strip("，、 ")


def shortened(clause: str, most: int) -> str:
    """`clause`, or when it is longer than `most` what it opens with; empty when that would say nothing by itself."""
    if DANGLING.match(clause) or LEANS.match(clause):
        return ""
    kept = clause if len(clause) <= most else _opening(clause)
    whole = kept.count("“") == kept.count("”") and kept.count("（") == kept.count("）")
    return kept if 4 <= len(kept) <= most and whole and (kept == clause or not HANGING.match(kept)) else ""


def _opening(clause: str) -> str:
    first, *rest = clause.split("，")
    return first if len(first) > 5 or not rest else f"{first}，{rest[0]}"


def similarity(a: str, b: str) -> float:
    """Jaccard similarity of the pairs of neighbouring characters."""
    left, right = set(pairwise(a)), set(pairwise(b))
    return len(left & right) / (len(left | right) or 1)


def alike(texts: Sequence[str], most: float) -> bool:
    """Whether two of the texts are at least as similar as `most`, or one is part of another."""
    return any(similarity(a, b) >= most or a in b or b in a for at, a in enumerate(texts) for b in texts[at + 1 :])
