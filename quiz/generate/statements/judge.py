"""True or false: a sentence of the report as it stands, or with one figure, date or body changed.

Names and titles of persons, what they said, and official formulations are never changed.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from quiz.generate.cloze import short_id
from quiz.generate.options.inventory import Inventory
from quiz.generate.source import Draft, Source
from quiz.generate.statements.statement import ended, stretch
from quiz.generate.statements.swaps import Swap, Way, changed, surely_false, swaps
from quiz.model import Judge

# Words of persons are theirs; a changed figure in them would put another word into their mouth.
PERSON = re.compile(
    "习近平|毛泽东|周恩来|邓小平|江泽民|胡锦涛|总书记|主席(?!团)|总理|同志(?!们)|"
    "(?:强调|指出|表示|介绍|认为|写道|要求|说)[，：]"
)
# Nothing is made up about the territory of the country and the founding of party and state.
CORE = re.compile(
    "主权|领土|台湾|香港|澳门|港澳|两制|不可分割|应运而生|中国共产党(?:的)?(?:成立|诞生)|(?:建立了?|成立了?)中华人民共和国"
)


def judge(source: Source, draft: Draft, inventory: Inventory, seed: int) -> Judge | None:
    """A statement about what a draft asks, or about another figure, date or body of its sentence; None without one.

    Half of the statements are true, by the id and `seed`. A true one is verbatim. A false one has the true text of
    the same stretch for its `provenance.quote`.
    """
    text = source.text
    if PERSON.search(text) or CORE.search(text) or not text.endswith(("。", "；", "，", "！")):
        return None
    asked = draft.phrases[0]
    found = sorted(swaps(source, inventory), key=lambda swap: _distance(swap, asked.start, asked.end))
    for swap in found:
        part = stretch(source.marked, swap.start, swap.end)
        if part is None:
            continue
        ways = list(islice((way for way in swap.ways if surely_false(text, part, way, inventory)), 2))
        if ways:
            return _question(source, swap, part, ways, seed)
    return None


def _question(source: Source, swap: Swap, part: tuple[int, int], ways: Sequence[Way], seed: int) -> Judge:
    text = source.text
    question_id = short_id("j", f"judge\0{text}\0{swap.start}-{swap.end}")
    chance = hashlib.blake2b(f"{seed}\0{question_id}".encode(), digest_size=2).digest()
    true = chance[0] % 2 == 0
    said = ended(text[slice(*part)])
    false = ended(changed(text, part, ways[chance[1] % len(ways)]))
    return Judge(
        question_id,
        said if true else false,
        provenance=source.provenance if true else replace(source.provenance, quote=said),
        lead=_lead(source, part[0], text[swap.start : swap.end]),
        why=(swap.kind,),
        difficulty=2,
        true=true,
    )


def _distance(swap: Swap, start: int, end: int) -> tuple[int, int]:
    """What the draft asks comes first, then what stands near it."""
    return max(swap.start - end, start - swap.end, 0), swap.start


def _lead(source: Source, start: int, asked: str) -> str:
    """What a member of a list is a member of (主要目标是：), else the source's own lead, else the heading."""
    stem = re.match(r"[^：；]{4,60}：", source.text[:start])
    leads = (stem[0] if stem else "", source.lead, source.path[-1] if source.path else "")
    return next((lead for lead in leads if lead and asked not in lead), "")
