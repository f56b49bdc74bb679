"""Decks to export, written as the texts around the blanks."""

from collections.abc import Callable
from typing import TypeAlias

import pytest

from quiz.model import Blank, Cloze, Deck, Origin, Provenance

Part: TypeAlias = str | tuple[str, str, tuple[str, ...]]
MakeCloze: TypeAlias = Callable[..., Cloze]


@pytest.fixture
def make_cloze() -> MakeCloze:
    """A question of texts and (answer, hint, accepted) in the order of the sentence."""

    def make(question_id: str, *parts: Part, section: tuple[str, ...] = (), lead: str = "") -> Cloze:
        sentence, blanks = "", []
        for part in parts:
            text = part if isinstance(part, str) else part[0]
            if not isinstance(part, str):
                blanks.append(Blank(len(sentence), len(sentence) + len(text), text, part[2], part[1]))
            sentence += text
        return Cloze(question_id, sentence, tuple(blanks), Provenance(section, 1, sentence), lead)

    return make


@pytest.fixture
def make_deck() -> Callable[..., Deck]:
    """A deck of questions about an invented town."""

    def make(*questions: Cloze, deck_id: str = "town", title: str = "小城一年") -> Deck:
        return Deck(deck_id, title, Origin("小城一年 纪事", "town.txt", "2025年3月"), questions)

    return make


@pytest.fixture
def town(make_cloze: MakeCloze, make_deck: Callable[..., Deck]) -> Deck:
    """Three questions: in a subsection with a hint, with three blanks and a lead, outside all sections."""
    return make_deck(
        make_cloze("q1", "图书馆每逢", ("周二", "星期几", ()), "闭馆整理书架。", section=("服务", "开放时间")),
        make_cloze(
            "q2",
            "栽树选在",
            ("春天", "", ("春季", "开春")),
            "，浇水要",
            ("浇透", "", ()),
            "，修枝要",
            ("趁早", "", ("及早",)),
            "。",
            section=("绿化",),
            lead="园丁这样总结：",
        ),
        make_cloze("q3", "旧桥在", ("六月", "", ()), "完工。"),
    )
