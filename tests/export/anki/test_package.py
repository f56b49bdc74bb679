"""The package as bytes: repeatable, compressed, nothing left behind, refused when Anki could do nothing with it."""

import io
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.export.anki import Ledger, Options, export
from quiz.export.anki.ledger import digest
from quiz.export.anki.notetypes import CHOICE, CLOZE, JUDGE, NOTE_TYPES, ORDER, REVISED, SHORT, NoteType, model_json
from quiz.model import Cloze, Deck

NOW = 1740000000


def rows(package: bytes, query: str) -> list[Any]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive, closing(sqlite3.connect(":memory:")) as db:
        db.deserialize(archive.read("collection.anki2"))
        return db.execute(query).fetchall()


def test_the_same_deck_gives_the_same_bytes(town: Deck, kinds: Deck) -> None:
    for deck in (town, kinds):
        package = export([(deck, Ledger())], NOW)
        assert export([(deck, Ledger())], NOW) == package
        assert export([(deck, package.ledgers[0])], NOW + 86400) == package


def test_a_corrected_text_keeps_guid_and_model_time(town: Deck) -> None:
    package = export([(town, Ledger())], NOW)
    first, *rest = town.questions
    edited = replace(town, title="改了名的小城", questions=(replace(first, lead="公告里说："), *rest))
    query = "SELECT guid, mod FROM notes ORDER BY id"
    changed = rows(export([(edited, package.ledgers[0])], NOW + 60).data, query)
    assert [guid for guid, _mod in changed] == [guid for guid, _mod in rows(package.data, query)]
    assert [mod for _guid, mod in changed] == [NOW + 60, NOW, NOW]


def test_the_guid_of_a_cloze_hangs_on_the_two_ids_only(town: Deck) -> None:
    """Files of the first version of this program are out there."""
    found = rows(export([(town, Ledger())], NOW).data, "SELECT guid FROM notes ORDER BY id")
    assert found == [(digest("town", name),) for name in ("q1", "q2", "q3")]
    assert found[0] == ("15698783c1e63289",)


def test_two_decks_share_no_guid_and_no_deck_id(town: Deck) -> None:
    first, second = (export([(replace(town, id=name), Ledger())], NOW).ledgers[0] for name in ("a", "b"))
    assert not first.notes.keys() & second.notes.keys()
    assert not first.decks.keys() & second.decks.keys()
    assert first.models == second.models


def test_notes_and_cards_of_several_decks_have_ids_of_their_own(town: Deck, kinds: Deck) -> None:
    parts = [(town, Ledger()), (replace(kinds, id="kinds", title="别处"), Ledger(crt=NOW - 99))]
    package = export(parts, NOW, Options(cards="blank")).data
    notes, cards = rows(package, "SELECT id FROM notes"), rows(package, "SELECT id, nid, due FROM cards ORDER BY id")
    assert len(set(notes)) == len(town.questions) + len(kinds.questions)
    assert len({number for number, _note, _due in cards}) == len(cards) == len(notes) + 2
    assert {(note,) for _card, note, _due in cards} == set(notes)
    assert [due for _card, _note, due in cards] == sorted(due for _card, _note, due in cards)


def test_the_newer_time_of_a_shared_note_type_counts(town: Deck) -> None:
    other = replace(town, id="other", title="别处")
    old = Ledger(crt=1, models={str(CLOZE.id): ("another look", 5)})
    package = export([(other, old), (town, Ledger())], REVISED + 9)
    (models,) = rows(package.data, "SELECT models FROM col")[0]
    assert json.loads(models)[str(CLOZE.id)]["mod"] == REVISED + 9
    assert [ledger.models[str(CLOZE.id)][1] for ledger in package.ledgers] == [REVISED + 9, REVISED]


def test_what_the_last_export_held_and_this_does_not_is_told_once(town: Deck) -> None:
    ledger = export([(town, Ledger())], NOW).ledgers[0]
    fewer = replace(town, questions=town.questions[:1])
    package = export([(fewer, ledger)], NOW)
    assert package.removed == ("q2", "q3")
    assert export([(fewer, package.ledgers[0])], NOW).removed == ()
    assert export([(town, package.ledgers[0])], NOW).ledgers[0].notes == ledger.notes


def test_options_are_kept_until_others_are_asked_for(town: Deck) -> None:
    package = export([(town, Ledger())], NOW, Options(cards="blank", typing="yes", script="tc"))
    assert export([(town, package.ledgers[0])], NOW) == package
    back = export([(town, package.ledgers[0])], NOW, Options(typing="no", script="sc"))
    assert back.ledgers[0].options == {"cards": "blank"}


def test_the_other_script_changes_no_number(make_cloze: Callable[..., Cloze], make_deck: Callable[..., Deck]) -> None:
    deck = make_deck(make_cloze("q", "先看", ("图书", "", ()), "，再听", ("钟声", "", ()), "。"))
    ledger = export([(deck, Ledger())], NOW, Options(cards="blank")).ledgers[0]
    package = export([(deck, ledger)], NOW, Options(script="tc"))
    assert "先看{{c1::圖書}}，再聽{{c2::鐘聲}}。" in rows(package.data, "SELECT flds FROM notes")[0][0]
    assert (package.emptied, package.ledgers[0].clozes) == ((), ledger.clozes)


def test_a_question_that_began_as_one_card_stays_one(town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    ledger = export([(town, Ledger())], NOW).ledgers[0]
    added = make_cloze("q4", "新桥在", ("腊月", "", ()), "通车，", ("元宵", "", ()), "挂灯。")
    package = export([(replace(town, questions=(*town.questions, added)), ledger)], NOW, Options(cards="blank"))
    cards = rows(package.data, "SELECT n.sfld, count() FROM cards c JOIN notes n ON n.id = nid GROUP BY 1 ORDER BY 1")
    assert cards == [("q1", 1), ("q2", 1), ("q3", 1), ("q4", 2)]
    assert package.whole == 1


def test_the_description_says_how_often_a_question_shows(town: Deck) -> None:
    def description(cards: str) -> str:
        (decks,) = rows(export([(town, Ledger())], NOW, Options(cards=cards)).data, "SELECT decks FROM col")[0]
        return str(next(deck["desc"] for deck in json.loads(decks).values() if deck["name"] == "小城一年"))

    assert "一题一卡" in description("question")
    assert "每天只出同一题的一张卡片" in description("blank")
    assert "小城一年 纪事，2025年3月，town.txt" in description("set")


def test_nothing_is_left_on_the_disk(town: Deck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    package = export([(town, Ledger())], NOW)
    assert list(tmp_path.iterdir()) == []
    with zipfile.ZipFile(io.BytesIO(package.data)) as archive:
        assert [entry.compress_type for entry in archive.infolist()] == [zipfile.ZIP_DEFLATED] * 2
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_ids_are_positive_also_at_the_beginning_of_time(town: Deck) -> None:
    found = rows(export([(town, Ledger())], 0).data, "SELECT id FROM notes UNION ALL SELECT id FROM cards")
    assert all(0 < number < 1 << 53 for (number,) in found)


def test_what_anki_could_do_nothing_with_is_refused(town: Deck, make_cloze: Callable[..., Cloze]) -> None:
    with pytest.raises(QuizError, match="小城一年: has no questions"):
        export([(replace(town, questions=()), Ledger())], NOW)
    with pytest.raises(QuizError, match="小城一年: question q9 has no blank"):
        export([(replace(town, questions=(make_cloze("q9", "没有空。"),)), Ledger())], NOW)
    with pytest.raises(QuizError, match="two of these decks have the same id"):
        export([(town, Ledger()), (replace(town, title="别处"), Ledger())], NOW)


TAIL = "前文 后文 提示 解析 出处 报告 日期 备用1 备用2 备用3"


@pytest.mark.parametrize(
    ("kind", "number", "name", "fields", "ids"),
    [
        (CLOZE, 1626872061034, "quiz 填空", "编号 题文 前文 后文 提示 补充 出处 备用1 备用2 备用3", "d0ecef977b63a305"),
        (CHOICE, 1741208365127, "quiz 选择", f"编号 题干 选项 答案 题型 {TAIL}", "2af316cc5e232c7b"),
        (JUDGE, 1718826934513, "quiz 判断", f"编号 题干 答案 {TAIL}", "9e12715c80adbead"),
        (ORDER, 1755093417268, "quiz 排序", f"编号 题干 乱序 条目 {TAIL}", "8e349ee6911e2205"),
        (SHORT, 1709374652981, "quiz 简答", f"编号 题干 要点 {TAIL}", "d8fc4e514548913a"),
    ],
)
def test_a_note_type_is_frozen(kind: NoteType, number: int, name: str, fields: str, ids: str) -> None:
    """Anki takes an added, renamed or moved field for another note type, and updates no old note any more."""
    assert (kind.id, kind.name, " ".join(kind.fields)) == (number, name, fields)
    assert digest(*map(str, kind.fields.values()), *map(str, kind.template)) == ids


def test_a_new_look_has_a_new_time() -> None:
    """Decks exported for the first time take the look's own time, so it moves whenever the look does."""
    looks = [json.dumps(model_json(kind), sort_keys=True) for kind in NOTE_TYPES.values()]
    assert (REVISED, digest(*looks)) == (1764547200, "047b8d43b03a5693")


def test_no_card_asks_for_anything_from_outside() -> None:
    for kind in NOTE_TYPES.values():
        look = json.dumps(model_json(kind))
        assert not re.search(r"https?:|//[a-z]|@import|url\(|document\.write", look)


def test_the_script_is_one_function_and_no_template() -> None:
    template = model_json(CHOICE)["tmpls"][0]
    for side in (template["qfmt"], template["afmt"]):
        script = side.partition("<script>")[2].partition("</script>")[0].strip()
        assert script.startswith("(function () {")
        assert script.endswith("})();")
        assert "{{" not in script
    assert "答案" not in template["qfmt"]
