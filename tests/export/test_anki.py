"""The real Anki imports what we write: fields, cards, decks, and a second import."""

import re
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from quiz.export.anki import Ledger, Options, export
from quiz.export.anki.notetypes import CHOICE, CLOZE, TYPING
from quiz.model import Cloze, Deck, Judge, Question

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:anki")
NOW = 1740000000
Shown = Callable[[str], str]


def test_a_question_becomes_a_note_with_one_card(anki: Any, town: Deck) -> None:
    assert len(anki.add(town).new) == 3
    assert (anki.col.note_count(), anki.col.card_count()) == (3, 3)
    note = anki.note("q2")
    assert list(note.keys()) == list(CLOZE.fields)
    assert note["前文"] == "园丁这样总结："
    assert note["补充"] == "春天　也可答：春季、开春<br>趁早　也可答：及早"
    assert note["出处"] == "小城一年 纪事 · 绿化 · 2025年3月"
    assert anki.stems(note) == ("栽树选在[...]，浇水要[...]，修枝要[...]。", "栽树选在春天，浇水要浇透，修枝要趁早。")
    assert anki.stems(anki.note("q1"))[0] == "图书馆每逢[星期几]闭馆整理书架。"


def test_the_question_side_shows_no_answer_and_no_source(anki: Any, town: Deck, shown: Shown) -> None:
    anki.add(town)
    question, answer = anki.html(anki.note("q2"))
    assert not re.search("春季|小城一年", question)
    assert "春天" not in shown(question)
    assert "小城一年 纪事" in shown(answer)
    assert 'lang="zh-CN"' in question


def test_sections_are_numbered_subdecks_and_tags_in_reading_order(anki: Any, town: Deck) -> None:
    anki.add(town)
    cards = [anki.note(name).cards()[0] for name in ("q1", "q2", "q3")]
    names = [anki.col.decks.name(card.did) for card in cards]
    assert names == ["小城一年::01 服务::01 开放时间", "小城一年::02 绿化", "小城一年"]
    assert anki.note("q1").tags == ["小城一年_纪事", "小城一年_纪事::服务::开放时间", "年份::2025", "题型::填空"]
    assert [card.due for card in cards] == sorted({card.due for card in cards})
    assert "小城一年 纪事" in anki.col.decks.by_name("小城一年")["desc"]


def test_every_kind_shows_its_question_and_its_answer(anki: Any, kinds: Deck, shown: Shown) -> None:
    assert len(anki.add(kinds).new) == anki.col.card_count() == len(kinds.questions)

    def sides(name: str) -> list[str]:
        return [" ".join(shown(html).split()) for html in anki.html(anki.note(name))]

    source = "小城一年 纪事 · 桥 · 2025年3月"
    whole = "全城有七座石桥。"
    assert sides("choice")[0].startswith("单选 全城有（ ）座石桥。 五七九")
    assert sides("choice")[1] == f"单选 全城有（ ）座石桥。 五七九 答案 B {whole} 桥名见县志。 {source}"
    assert (
        sides("many")[1] == "多选 街边种着（ ）。 柳树桑树槐树 答案 AC 街边种着柳树和槐树。 小城一年 纪事 · 2025年3月"
    )
    assert sides("yes")[1] == f"{whole} 正确 {source}"
    assert sides("no") == ["全城有九座石桥。 ✓✗", f"全城有九座石桥。 错误 {whole} {source}"]
    assert sides("order")[1].startswith("按早晚排列渡口的三件事。 敲钟开船收绳 敲钟在先。")
    assert sorted(re.findall("敲钟|开船|收绳", sides("order")[0])) == sorted(("敲钟", "开船", "收绳"))
    assert "敲钟开船收绳" not in sides("order")[0]
    assert sides("short")[0] == "县里开会： 修桥有哪些要求？"
    assert "不断航不占街" in sides("short")[1]


def test_no_question_side_gives_its_answer_away(anki: Any, kinds: Deck) -> None:
    anki.add(kinds)
    for name, answers in {"choice": ["桥名", ">B<"], "many": ["AC"], "yes": ["正确"], "no": ["错误", "七座"]}.items():
        question, answer = anki.html(anki.note(name))
        for text in answers:
            assert text not in question
            assert text in answer


def test_anki_is_content_with_every_kind(anki: Any, kinds: Deck) -> None:
    anki.add(kinds)
    assert anki.col.fix_integrity() == ("Database rebuilt and optimized.", True)
    assert not anki.col.get_empty_cards().notes
    assert [str(anki.note("yes").tags), str(anki.note("choice").tags)] == [
        "['小城一年_纪事', '小城一年_纪事::桥', '年份::2025', '数字::桥_梁', '易错', '题型::判断']",
        "['小城一年_纪事', '小城一年_纪事::桥', '年份::2025', '难度::3', '题型::单选']",
    ]


def test_a_second_import_updates_in_place(anki: Any, town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    package = export([(town, Ledger())], NOW)
    anki.load(package)
    anki.col.sched.set_due_date([card.id for note in anki.notes() for card in note.cards()], "9")
    schedule = "select nid, did, type, queue, due, ivl, reps from cards where type = 2 order by nid"
    before = anki.col.db.all(schedule)
    first, *rest = town.questions
    added = make_cloze("q4", "新桥在", ("腊月", "", ()), "通车。")
    edited = replace(town, questions=(added, replace(first, lead="公告里说："), *rest))
    log = anki.load(export([(edited, package.ledgers[0])], NOW + 60))
    assert (len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting)) == (1, 1, 2, 0)
    assert anki.note("q1")["前文"] == "公告里说："
    assert anki.note("q1").mod == NOW + 60
    assert anki.note("q3").mod == NOW
    assert len(before) == 3
    assert anki.col.db.all(schedule) == before
    assert anki.col.card_count() == 4


def test_a_question_that_changes_its_kind_is_another_note_and_conflicts_with_none(anki: Any, kinds: Deck) -> None:
    package = export([(kinds, Ledger())], NOW)
    anki.load(package)
    questions: dict[str, Question] = {question.id: question for question in kinds.questions}
    questions["short"] = Judge("short", "修桥不断航。", true=True)
    edited = export([(replace(kinds, questions=tuple(questions.values())), package.ledgers[0])], NOW + 60)
    assert edited.removed == ("short",)
    log = anki.load(edited)
    assert (len(log.new), len(log.conflicting)) == (1, 0)


def test_the_search_for_removed_questions_finds_their_notes(anki: Any, town: Deck) -> None:
    package = export([(town, Ledger())], NOW)
    anki.load(package)
    removed = export([(replace(town, questions=town.questions[2:]), package.ledgers[0])], NOW + 60).removed
    found = anki.col.find_notes(" OR ".join(f"编号:{name}" for name in removed))
    assert [anki.col.get_note(note)["编号"] for note in found] == ["q1", "q2"]


def test_a_card_a_blank_keeps_its_schedule_when_another_blank_goes(anki: Any, town: Deck) -> None:
    package = export([(town, Ledger())], NOW, Options(cards="blank"))
    anki.load(package)
    assert anki.col.card_count() == 5
    note = anki.note("q2")
    assert anki.stems(note, 1) == ("栽树选在春天，浇水要[...]，修枝要趁早。", "栽树选在春天，浇水要浇透，修枝要趁早。")
    anki.col.sched.set_due_date([card.id for card in note.cards()], "9")
    second = town.questions[1]
    assert isinstance(second, Cloze)
    fewer = replace(second, blanks=second.blanks[1:])
    edited = export(
        [(replace(town, questions=(town.questions[0], fewer, town.questions[2])), package.ledgers[0])], NOW + 9
    )
    assert edited.emptied == ("q2",)
    assert len(anki.load(edited).updated) == 1
    assert anki.stems(anki.note("q2"), 2)[0] == "栽树选在春天，浇水要浇透，修枝要[...]。"
    assert [len(entry.card_ids) for entry in anki.col.get_empty_cards().notes] == [1]
    assert [card.ivl for card in anki.note("q2").cards()] == [9, 9, 9]


def test_only_a_short_word_is_typed(anki: Any, town: Deck) -> None:
    anki.add(town, typing="yes")
    assert [bool(anki.note(name)[TYPING]) for name in ("q1", "q2", "q3")] == [True, False, True]
    assert "[[type:cloze:题文]]" in anki.html(anki.note("q3"))[0]
    assert "[[type:" not in anki.html(anki.note("q2"))[0]


def test_several_decks_are_one_package_and_two_of_one_title_one_deck(anki: Any, town: Deck, kinds: Deck) -> None:
    other = replace(kinds, id="kinds")
    package = export([(town, Ledger()), (other, Ledger())], NOW)
    assert len(anki.load(package).new) == len(town.questions) + len(kinds.questions)
    names = sorted(deck.name for deck in anki.col.decks.all_names_and_ids())
    assert [name for name in names if name != "Default"] == [
        "小城一年",
        "小城一年::01 服务",
        "小城一年::01 服务::01 开放时间",
        "小城一年::01 桥",
        "小城一年::02 绿化",
    ]
    alone = [export([(deck, Ledger())], NOW).ledgers[0] for deck in (town, other)]
    assert list(package.ledgers) == alone


def test_what_the_learner_changed_in_anki_stays(anki: Any, town: Deck) -> None:
    package = export([(town, Ledger())], NOW)
    anki.load(package)
    note = anki.note("q3")
    note["提示"] = "自己的提示"
    anki.col.update_note(note)
    look = anki.col.models.get(CLOZE.id)
    anki.col.models.update_dict(look | {"css": ".card {color: red}"})
    edited = replace(town, questions=(replace(town.questions[0], lead="新的前文："), *town.questions[1:]))
    anki.load(export([(edited, package.ledgers[0])], NOW + 60))
    later = int(time.time()) + 600  # than the learner's change, which Anki's own clock dates
    anki.load(export([(replace(town, id="other", title="另一座小城"), Ledger())], later))
    assert anki.col.note_count() == 6
    assert "自己的提示" in [found["提示"] for found in anki.notes()]
    anki.col.models._clear_cache()
    assert anki.col.models.get(CLOZE.id)["css"] == ".card {color: red}"


def test_the_browser_shows_clean_columns(anki: Any, kinds: Deck) -> None:
    anki.add(kinds)
    for number in anki.col.find_cards(f"mid:{CHOICE.id}"):
        output = anki.col.get_card(number).render_output(reload=True, browser=True)
        assert "<div" not in output.question_text + output.answer_text
