"""Stars, suspended questions and edits, in the middle of a drill."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import TextArea

from quiz.deckfile import read_deck
from quiz.errors import QuizError
from quiz.model import Kind

Play = Callable[..., list[str]]


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("keys", [["f3"], ["enter", "s"]])
def test_a_star_is_kept_and_told_in_the_bar(play: Play, desk: Any, keys: list[str]) -> None:
    text = shown(play(*keys))
    assert "★Fillin" in text
    assert "Starred." in text
    assert desk.marked(desk.deck, "starred") == {"q1"}
    text = shown(play(*["ctrl+z"] * (len(keys) - 1), "f3"))
    assert "Thestaristakenaway." in text
    assert not desk.marked(desk.deck, "starred")


def test_a_suspended_question_is_asked_no_more_until_undo(play: Play, desk: Any) -> None:
    text = shown(play("f4"))
    assert "0/2" in text
    assert "街坊们" in text
    assert "Suspended" in text
    assert desk.marked(desk.deck, "suspended") == {"q1"}
    text = shown(play("f4", "ctrl+z"))
    assert "①" in text or "渔村" in text
    assert "Themarkistakenback." in text


def test_a_question_suspended_at_its_answer_stays_in_sight(play: Play) -> None:
    text = shown(play("enter", "x"))
    assert "‖Fillin" in text
    assert "✗Wrong" in text
    assert "‖" not in shown(play("ctrl+z", "enter", "x", "u"))


def test_every_question_suspended_ends_the_drill(play: Play) -> None:
    assert "Thereisnothingtoask." in shown(play("f4", "f4", "f4"))


def test_an_edit_goes_into_the_file_and_the_session(play: Play, desk: Any) -> None:
    text = shown(play("enter", "e", "新", "ctrl+s"))
    assert "Savedinthedeck." in text
    assert "课本。新✗Wrong" in text
    saved = read_deck(desk.folder / "harbour.yaml").question("q1")
    assert saved is not None
    assert saved.sentence.endswith("课本。新")
    assert saved.provenance.quote == "渔村今年修好了三座码头，把“海上菜园”搬进了课本。"
    assert "课本。新" in shown(play("ctrl+z"))


def test_what_is_asked_after_an_edit_is_graded_by_it(play: Play) -> None:
    text = shown(play("enter", "e", "，共【四】里", "ctrl+s", "u", "三座", "enter", "四", "enter"))
    assert "✓Right" in text


def test_escape_leaves_everything_as_it_was(play: Play, desk: Any) -> None:
    text = shown(play("enter", "e", "新", "escape"))
    assert "✗Wrong" in text
    assert not (desk.folder / "harbour.yaml").exists()


def test_a_mistake_is_told_and_nothing_is_lost(play: Play, desk: Any) -> None:
    lines = shown(play("enter", "e", "【", "ctrl+s"))
    assert "Text:【isneverclosed" in lines
    assert "课本。【" in lines
    assert not (desk.folder / "harbour.yaml").exists()


def test_a_deck_that_cannot_be_written_keeps_what_was_typed(
    play: Play, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise QuizError("harbour.yaml: the disk is full")

    monkeypatch.setattr(desk, "save", full)
    text = shown(play("enter", "e", "新", "ctrl+s"))
    assert "thediskisfull" in text
    assert "课本。新" in text
    assert "thediskisfull" in shown(play("ctrl+z", "二座", "enter", "c"))


FORMS: dict[Kind, tuple[str, str, str]] = {
    "choice": ("key", "BD", "Multi-choice"),
    "multiple": ("options", "青砖\n琉璃瓦\n黛瓦", "琉璃瓦"),
    "judge": ("answer", "对", "✓1.True"),
    "order": ("items", "接通水电\n划定摊位", "✓1.接通水电"),
    "short": ("points", "先修防波堤", "✓1.先修防波堤"),
}


def test_every_kind_can_be_edited_and_the_schema_has_its_say(
    play: Play, deal: Callable[..., None], desk: Any, screen_text: Callable[..., list[str]]
) -> None:
    deal(*FORMS)
    ids = [question.id for question in desk.deck.questions]

    async def fill(pilot: Pilot[None], field: str, text: str) -> str:
        pilot.app.screen.query_one(f"#field-{field}", TextArea).load_text(text)
        await pilot.press("ctrl+s")
        return shown(screen_text(pilot.app))

    async def walk(pilot: Pilot[None]) -> None:
        for field, text, told in FORMS.values():
            await pilot.press("e")
            wrong = "Z" if field == "key" else ""
            assert "Savedinthedeck" not in await fill(pilot, field, wrong), field
            lines = await fill(pilot, field, text)
            assert told in lines
            assert "Savedinthedeck." in lines
            await pilot.press("enter")

    play(mode="browse", then=walk)
    assert [question.id for question in read_deck(desk.folder / "harbour.yaml").questions] == ids


def test_a_hostile_paste_is_cleaned(play: Play) -> None:
    async def paste(pilot: Pilot[None]) -> None:
        pilot.app.post_message(Paste("红\x1b[2J\x9b\u202e[/]灯\n二"))

    raw = "\n".join(play("enter", "e", then=paste))
    assert "红[2J[/]灯 二" in raw
    assert not any(c in raw for c in "\x1b\x9b\u202e")


def test_enter_goes_on_to_the_next_field(play: Play, desk: Any) -> None:
    play("enter", "e", "enter", "街坊说：", "tab", "见第三页", "ctrl+s")
    question = desk.deck.question("q1")
    assert (question.lead, question.note) == ("街坊说：", "见第三页")


def test_the_key_bar_of_the_form_tells_no_letters(play: Play) -> None:
    assert play("enter", "e")[-1].strip() == "Ctrl+S Save  Esc Leave as it was  F1 Help  Tab Next field"
