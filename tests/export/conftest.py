"""Decks to export, written as the texts around the blanks, and the real Anki to import them."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from quiz.export.anki import Ledger, Options, Package, export
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Provenance, Question, Short

Part: TypeAlias = str | tuple[str, str, tuple[str, ...]]
MakeCloze: TypeAlias = Callable[..., Cloze]
NOW = 1740000000


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
        return Cloze(
            question_id, sentence, provenance=Provenance(section, 1, sentence), lead=lead, blanks=tuple(blanks)
        )

    return make


@pytest.fixture
def make_deck() -> Callable[..., Deck]:
    """A deck of questions about an invented town."""

    def make(*questions: Question, deck_id: str = "town", title: str = "小城一年") -> Deck:
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


@pytest.fixture
def kinds(make_deck: Callable[..., Deck], make_cloze: MakeCloze) -> Deck:
    """A question of every kind."""
    here = Provenance(("桥",), 4, "全城有七座石桥。")
    trees = Blank(4, 9, "柳树和槐树")
    return make_deck(
        make_cloze("cloze", "钟楼高", ("十二丈", "", ()), "。", section=("桥",)),
        Choice(
            "choice",
            "全城有七座石桥。",
            provenance=here,
            blanks=(Blank(3, 4, "七", (), "几座"),),
            options=("五", "七", "九"),
            key=(1,),
            difficulty=3,
            note="桥名见县志。",
        ),
        Choice("many", "街边种着柳树和槐树。", blanks=(trees,), options=("柳树", "桑树", "槐树"), key=(0, 2)),
        Judge("yes", "全城有七座石桥。", provenance=here, true=True, tags=("易错", "数字::桥 梁")),
        Judge("no", "全城有九座石桥。", provenance=here, true=False),
        Order("order", "按早晚排列渡口的三件事。", items=("敲钟", "开船", "收绳"), note="敲钟在先。"),
        Short("short", "修桥有哪些要求？", points=("不断航", "不占街"), lead="县里开会："),
    )


class Anki:
    """A collection of the learner's, and what its cards show."""

    def __init__(self, folder: Path) -> None:
        import anki.lang
        from anki.collection import Collection

        anki.lang.set_lang("en")
        self.folder = folder
        self.col: Any = Collection(str(folder / "learner.anki2"))

    def load(self, package: Package) -> Any:
        """Import it; the log tells new, updated, duplicate and conflicting notes apart."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        file = self.folder / "deck.apkg"
        file.write_bytes(package.data)
        request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
        return self.col.import_anki_package(request).log

    def add(self, deck: Deck, **options: str) -> Any:
        """Export the deck for the first time and import it."""
        return self.load(export([(deck, Ledger())], NOW, Options(**options)))

    def notes(self) -> list[Any]:
        return [self.col.get_note(number) for number in self.col.find_notes("")]

    def note(self, question: str) -> Any:
        return next(note for note in self.notes() if visible(note["编号"]) == question)

    def html(self, note: Any, card: int = 0) -> tuple[str, str]:
        """Question and answer of a card of the note's."""
        output = note.cards()[card].render_output(reload=True)
        return output.question_text, output.answer_text

    def stems(self, note: Any, card: int = 0) -> tuple[str, str]:
        """The sentence as it shows in question and answer."""
        question, answer = (re.search(r'<div class="stem">(.*?)</div>', side, re.S) for side in self.html(note, card))
        assert question
        assert answer
        return visible(question[1]), visible(answer[1])


def visible(html: str) -> str:
    """The text that a piece of HTML shows."""
    html = re.sub(r"<!--.*?-->|<script>.*?</script>", "", html, flags=re.S).replace("<br>", "\n")
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    opened = Anki(tmp_path)
    yield opened
    opened.col.close()


@pytest.fixture
def shown() -> Callable[[str], str]:
    return visible
