"""The tree of Anki decks: the deck's title, below it the sections of the report."""

import html
from collections.abc import Iterable
from typing import Any, TypeAlias

from quiz.export.anki.escape import clean, deck_part
from quiz.export.anki.ledger import digest
from quiz.model import Deck

Levels: TypeAlias = tuple[str, ...]
SECTION_LEVELS = 2  # below the deck's own name; deeper trees are tiresome to study from
_FIRST_ID = 1 << 40  # ids are milliseconds since 1970 in Anki: this is 2004, and 1 is its default deck


def subdeck(deck: Deck, section: Iterable[str]) -> Levels:
    """The levels of the deck's name for a section, the deck's title first; none is empty."""
    headings = [part for part in map(deck_part, section) if part]
    return (deck_part(deck.title) or deck_part(deck.id) or "quiz", *headings[:SECTION_LEVELS])


def deck_id(deck: Deck, levels: Levels) -> int:
    """A number that stays with the deck's id and the headings, whatever its title becomes.

    Anki takes names that differ in case only for one, so these get one number.
    """
    headings = (level.casefold() for level in levels[1:])
    return _FIRST_ID + int(digest(deck.id, *headings, size=5), 16)


def decks_json(deck: Deck, subdecks: Iterable[Levels]) -> dict[str, dict[str, Any]]:
    """Every deck of the tree by its id, as Anki stores it, in order of first use; `subdecks` may repeat."""
    from genanki import Deck as AnkiDeck

    tree: dict[str, dict[str, Any]] = {}
    for levels in dict.fromkeys(subdecks):
        for count in range(1, len(levels) + 1):
            number = deck_id(deck, levels[:count])
            description = _description(deck) if count == 1 else ""
            tree.setdefault(str(number), AnkiDeck(number, "::".join(levels[:count]), description).to_json())
    return tree


def _description(deck: Deck) -> str:
    """What the learner reads on the deck's page; in Chinese, as the cards are."""
    title, source, date = (clean(text).strip() for text in (deck.report.title, deck.report.source, deck.report.date))
    about = "，".join(part for part in (title or deck.title, date, source) if part)
    lines = (
        f"填空题，由 quiz 根据学习材料生成：{clean(about)}。",
        "一题一卡，同一题的几个空一起作答。",
        "题目修改后重新导出、再次导入，原有卡片就地更新，不会重复，学习进度保留。",
    )
    return "\n".join(html.escape(line) for line in lines)
