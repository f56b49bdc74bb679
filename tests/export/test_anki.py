"""The real Anki imports what we write: fields, cards, decks, hostile text, and a second import."""

import random
import re
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from quiz.export.anki import Ledger, export
from quiz.export.anki.notetype import FIELDS, MODEL
from quiz.model import Cloze, Deck

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:anki")
NOW = 1740000000
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "--><b>",
    "{{c2::乙}}",
    "{{编号}}",
    "}}",
    "}",
    "::",
    "党::政:",
    "[sound:a.mp3][latex]x[/latex][$]y[/$]",
    "\\(x\\) \\[y\\]",
    "&lt;&#125;&amp;",
]


class Anki:
    """A collection of the learner's, and what a card of it shows."""

    def __init__(self, path: Path) -> None:
        import anki.lang
        from anki.collection import Collection

        anki.lang.set_lang("en")
        self.folder = path
        self.col: Any = Collection(str(path / "learner.anki2"))

    def load(self, package: bytes) -> Any:
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        file = self.folder / "deck.apkg"
        file.write_bytes(package)
        request = ImportAnkiPackageRequest(package_path=str(file), options=ImportAnkiPackageOptions())
        return self.col.import_anki_package(request).log

    def note(self, question: str) -> Any:
        return next(note for note in self.notes() if note["编号"] == question)

    def notes(self) -> list[Any]:
        return [self.col.get_note(number) for number in self.col.find_notes("")]

    def html(self, note: Any) -> tuple[str, str]:
        """Question and answer of the note's only card."""
        (card,) = note.cards()
        output = card.render_output(reload=True)
        return output.question_text, output.answer_text

    def stems(self, note: Any) -> tuple[str, str]:
        """The sentence as it shows in question and answer."""
        question, answer = (re.search(r'<div class="stem">(.*?)</div>', side, re.S) for side in self.html(note))
        assert question
        assert answer
        return visible(question[1]), visible(answer[1])


def visible(html: str) -> str:
    html = re.sub(r"<!--.*?-->", "", html, flags=re.S).replace("<br>", "\n")
    return unescape(re.sub(r"<[^>]*>", "", html))


@pytest.fixture
def anki(tmp_path: Path) -> Iterator[Anki]:
    opened = Anki(tmp_path)
    yield opened
    opened.col.close()


def test_a_question_becomes_a_note_with_one_card(anki: Anki, town: Deck) -> None:
    assert len(anki.load(export(town, Ledger(), NOW)[0]).new) == 3
    assert (anki.col.note_count(), anki.col.card_count()) == (3, 3)
    note = anki.note("q2")
    assert list(note.keys()) == list(FIELDS)
    assert note["前文"] == "园丁这样总结："
    assert note["补充"] == "春天　也可答：春季、开春<br>趁早　也可答：及早"
    assert note["出处"] == "小城一年 纪事 · 绿化 · 2025年3月"
    assert anki.stems(note) == ("栽树选在[...]，浇水要[...]，修枝要[...]。", "栽树选在春天，浇水要浇透，修枝要趁早。")
    assert anki.stems(anki.note("q1"))[0] == "图书馆每逢[星期几]闭馆整理书架。"


def test_the_question_side_shows_no_answer_and_no_source(anki: Anki, town: Deck) -> None:
    anki.load(export(town, Ledger(), NOW)[0])
    question, answer = anki.html(anki.note("q2"))
    assert not re.search("春季|小城一年", question)
    assert "春天" not in visible(question)
    assert "小城一年 纪事" in visible(answer)
    assert 'lang="zh-CN"' in question


def test_sections_are_subdecks_and_tags_in_reading_order(anki: Anki, town: Deck) -> None:
    anki.load(export(town, Ledger(), NOW)[0])
    cards = [anki.note(name).cards()[0] for name in ("q1", "q2", "q3")]
    names = [anki.col.decks.name(card.did) for card in cards]
    assert names == ["小城一年::服务::开放时间", "小城一年::绿化", "小城一年"]
    assert anki.note("q1").tags == ["小城一年_纪事", "小城一年_纪事::服务::开放时间"]
    assert [card.due for card in cards] == sorted({card.due for card in cards})
    assert "小城一年 纪事" in anki.col.decks.by_name("小城一年")["desc"]


def test_hostile_text_shows_as_it_is_written(
    anki: Anki, make_cloze: Callable[..., Cloze], make_deck: Callable[..., Deck]
) -> None:
    questions = [
        make_cloze(f"{n}{p}", f"{p}前{p}", (f"{p}答{p}", p, (p,)), f"{p}后{p}", section=(p, f"{p}节"), lead=f"{p}引")
        for n, p in enumerate(PAYLOADS)
    ]
    anki.load(export(make_deck(*questions, title="".join(PAYLOADS)), Ledger(), NOW)[0])
    for n, p in enumerate(PAYLOADS):
        (note,) = (note for note in anki.notes() if visible(note["编号"]) == f"{n}{p}")
        assert anki.stems(note) == (f"{p}前{p}[{p}]{p}后{p}", f"{p}前{p}{p}答{p}{p}后{p}")
        tags = re.findall(r"<(/?\w+)", re.sub(r"<!--.*?-->", "", "".join(anki.html(note))))
        assert set(tags) == {"div", "/div", "span", "/span"}
    assert len(anki.col.decks.all_names_and_ids()) == 2 + 2 * len(PAYLOADS)
    assert anki.col.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert anki.col.card_count() == len(PAYLOADS)


def test_any_mixture_of_marks_is_exact(
    anki: Anki, make_cloze: Callable[..., Cloze], make_deck: Callable[..., Deck]
) -> None:
    chance = random.Random(20250301)
    texts = [["".join(chance.choices("{}:[]\\()<>&;c1!-甲e\u0301", k=6)) for _ in range(4)] for _ in range(300)]
    questions = [make_cloze(f"q{n}", a, (b + "乙", c, ()), d) for n, (a, b, c, d) in enumerate(texts)]
    anki.load(export(make_deck(*questions), Ledger(), NOW)[0])
    for note in anki.notes():
        a, b, c, d = (normalize("NFC", text) for text in texts[int(note["编号"][1:])])
        assert anki.stems(note) == (f"{a}[{c}]{d}", f"{a}{b}乙{d}")


def test_a_second_import_updates_in_place(anki: Anki, town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    package, ledger = export(town, Ledger(), NOW)
    anki.load(package)
    anki.col.sched.set_due_date([card.id for note in anki.notes() for card in note.cards()], "9")
    schedule = "select nid, did, type, queue, due, ivl, reps from cards where type = 2 order by nid"
    before = anki.col.db.all(schedule)
    first, *rest = town.questions
    added = make_cloze("q4", "新桥在", ("腊月", "", ()), "通车。")
    edited = replace(town, questions=(added, replace(first, lead="公告里说："), *rest))
    log = anki.load(export(edited, ledger, NOW + 60)[0])
    assert (len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)) == (1, 1, 2, 0)
    assert anki.note("q1")["前文"] == "公告里说："
    assert anki.note("q1").mod == NOW + 60
    assert anki.note("q3").mod == NOW
    assert len(before) == 3
    assert anki.col.db.all(schedule) == before
    assert anki.col.card_count() == 4


def test_what_the_learner_changed_in_anki_stays(anki: Anki, town: Deck) -> None:
    package, ledger = export(town, Ledger(), NOW)
    anki.load(package)
    note = anki.note("q3")
    note["提示"] = "自己的提示"
    anki.col.update_note(note)
    look = anki.col.models.get(MODEL)
    anki.col.models.update_dict(look | {"css": ".card {color: red}"})
    edited = replace(town, questions=(replace(town.questions[0], lead="新的前文："), *town.questions[1:]))
    anki.load(export(edited, ledger, NOW + 60)[0])
    later = int(time.time()) + 600  # than the learner's change, which Anki's own clock dates
    anki.load(export(replace(town, id="other", title="另一座小城"), Ledger(), later)[0])
    assert anki.col.note_count() == 6
    assert "自己的提示" in [found["提示"] for found in anki.notes()]
    anki.col.models._clear_cache()
    assert anki.col.models.get(MODEL)["css"] == ".card {color: red}"
