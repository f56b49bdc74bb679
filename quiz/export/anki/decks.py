"""The tree of Anki decks: the deck's title, below it the sections of the report."""

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from quiz.export.anki.escape import clean, deck_part
from quiz.export.anki.ledger import Ledger, digest
from quiz.export.anki.notetypes import KIND_NAMES
from quiz.model import Deck

Levels: TypeAlias = tuple[str, ...]
SECTION_LEVELS = 2  # below the deck's own name; deeper trees are tiresome to study from
_FIRST_ID = 1 << 40  # ids are milliseconds since 1970 in Anki: this is 2004, and 1 is its default deck
_NUMBERED = re.compile(r"[0-9]{2,} ")


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


def deck_names(deck: Deck, ledger: Ledger, write: Callable[[str], str]) -> dict[str, str]:
    """The full name of every deck of the tree by its id, in order of first use; `write` puts it in the wanted script.

    Anki moves no card that it has, so a deck keeps its first name. It also sorts decks by name: sections are numbered,
    to be studied in their order, but not in a tree that began without numbers.
    """
    sections = dict.fromkeys(question.provenance.section for question in deck.questions)
    tree: dict[str, Levels] = {}
    for levels in (subdeck(deck, section) for section in sections):
        for count in range(1, len(levels) + 1):
            tree.setdefault(str(deck_id(deck, levels[:count])), levels[:count])
    numbered = not any(_is_plain(number, levels, ledger) for number, levels in tree.items())
    digits = max(2, len(str(len(tree))))
    names: dict[str, str] = {}
    seen: Counter[Levels] = Counter()
    for number, levels in tree.items():
        above, leaf = levels[:-1], write(levels[-1])
        seen[above] += 1
        if above and numbered:
            leaf = f"{seen[above]:0{digits}} {leaf}"
        prefix = f"{names[str(deck_id(deck, above))]}::" if above else ""
        names[number] = ledger.names.get(number, prefix + leaf)
    return names


def _is_plain(number: str, levels: Levels, ledger: Ledger) -> bool:
    """Whether Anki has this section's deck under its bare heading; the first ledgers held no names, all were so."""
    if len(levels) == 1 or number not in ledger.decks:
        return False
    return not _NUMBERED.match(ledger.names.get(number, "").rpartition("::")[2])


def deck_json(deck: Deck, names: Mapping[str, str], description: str) -> dict[str, dict[str, Any]]:
    """Every deck by its id, as Anki stores it; the topmost with the description."""
    from genanki import Deck as AnkiDeck

    root = str(deck_id(deck, ("",)))
    return {
        number: AnkiDeck(int(number), name, description if number == root else "").to_json()
        for number, name in names.items()
    }


def describe(deck: Deck, *, siblings: bool) -> str:
    """What the learner reads on the deck's page; in Chinese, as the cards are. `siblings` says that some notes have
    several cards."""
    title, source, date = (clean(text).strip() for text in (deck.report.title, deck.report.source, deck.report.date))
    about = "，".join(part for part in (title or deck.title, date, source) if part)
    kinds = dict.fromkeys(KIND_NAMES[question.kind] for question in deck.questions)
    cards = "一题一卡，同一题的几个空一起作答。"
    if siblings:
        cards = "有的题一空一卡或一组空一卡：Anki 每天只出同一题的一张卡片，其余的自动顺延到第二天。"
    lines = (
        f"{'、'.join(kinds)}题，由 quiz 根据学习材料生成：{clean(about)}。",
        cards,
        "题目修改后重新导出、再次导入，原有卡片就地更新，不会重复，学习进度保留。",
    )
    return "\n".join(html.escape(line) for line in lines)
