"""Lines in bold type over the paragraphs of a web page, as newspapers set their subheads."""

import re
from collections.abc import Sequence
from itertools import pairwise

from quiz.sources.headings import heading_of
from quiz.sources.html.page import Block

SHORTEST, LONGEST = 4, 40  # characters
LEAST = 3  # paragraphs of the article for each
# What ends like a sentence, a label of its own, and what stands at the head and under pictures.
OTHER = re.compile("[。！？；：，、…]$|[。；]|^(?:图为|(?:文|图|来源|记者|作者|编辑|通讯员)[ ：:|｜/／])")


def subheads(paragraphs: Sequence[tuple[int, Block, bool]], titled: bool) -> set[int]:
    """The places of the subheads among `paragraphs`, each its place, itself and whether it is prose.

    There are none where headings are numbered, for then bold type is only emphasis, and before the first prose only
    behind a title (`titled`).
    """
    found, begun = set(), titled
    for (at, block, prose), (_at, _block, leads) in pairwise(paragraphs):
        if leads and begun and _may_be_subhead(block):
            found.add(at)
        begun = begun or prose
    numbered = any(heading_of(block.text) for _at, block, _prose in paragraphs)
    return found if not numbered and len(found) * LEAST <= len(paragraphs) else set()


def _may_be_subhead(block: Block) -> bool:
    plain = block.bold and block.whole and not block.level and not block.links
    return plain and SHORTEST <= len(block.text) <= LONGEST and not OTHER.search(block.text)
