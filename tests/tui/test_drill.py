"""The drill as its user meets it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.events import Key, Paste
from textual.pilot import Pilot
from textual.widgets import Input

from quiz.errors import QuizError
from quiz.model import Cloze, Verdict
from quiz.study import Session
from quiz.tui.drill import DrillScreen
from quiz.tui.keybar import KeyBar
from quiz.tui.stem import MARKS

Play = Callable[..., list[str]]
SKIP_FIRST = ["三座", "enter", "enter"]


def shown(lines: list[str]) -> str:
    """The text without spaces and line ends, so that it does not matter where lines were broken."""
    return "".join("".join(lines).split())


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (120, 40), (200, 60), (40, 10)])
def test_a_question_is_all_there_and_its_answer_is_not(play: Play, size: tuple[int, int]) -> None:
    text = shown(play(size=size))
    assert "渔村今年修好了＿＿＿＿码头，把“海上菜园”搬进了课本。" in text
    assert "三座" not in text
    assert "0/3" in text
    assert "码头" in text


def test_a_right_answer(play: Play) -> None:
    text = shown(play("三座", "enter"))
    assert "✓Right" in text
    assert "渔村今年修好了【三座】码头" in text
    assert "1/3✓1" in text
    assert "Countasright" not in text


def test_a_wrong_answer_shows_both(play: Play) -> None:
    text = shown(play("两座", "enter"))
    assert "✗Wrong" in text
    assert "修好了【三座】码头" in text
    assert "Youranswer:[两→三]座" in text
    assert "1/3✓0" in text


def test_enter_on_nothing_shows_the_answer(play: Play) -> None:
    text = shown(play("enter"))
    assert "✗Wrong" in text
    assert "【三座】" in text
    assert "Youranswer" not in text


def test_blanks_are_asked_one_by_one(play: Play) -> None:
    text = shown(play(*SKIP_FIRST, "青瓦", "enter", "石"))
    assert "①青瓦＿＿、黛瓦、②石＿＿＿，也要" in text
    assert "让③＿＿＿＿以上" in text
    assert "blank2of3" in text


@pytest.mark.parametrize("back", ["up", "shift+tab"])
def test_back_to_the_blank_before(play: Play, back: str) -> None:
    text = shown(play(*SKIP_FIRST, "青瓦", "enter", "石", back, "backspace", "砖"))
    assert "blank1of3" in text
    assert "①青砖＿＿、黛瓦、②石＿＿＿" in text


def test_partly_right(play: Play) -> None:
    text = shown(play(*SKIP_FIRST, "青砖", "enter", "水泥路", "enter", "enter"))
    assert "◐Partlyright" in text
    assert "①【青砖】、黛瓦、②【石板路】" in text
    assert "③【八成】" in text
    assert "②Youranswer:水泥路" in text
    assert "③Youranswer" not in text


@pytest.mark.parametrize("key", ["c", "C", "ｃ", "Ｃ"])
def test_count_as_right(play: Play, key: str) -> None:
    text = shown(play("两座", "enter", key))
    assert "✓Countedasright" in text
    assert "1/3✓1" in text


@pytest.mark.parametrize("key", ["u", "ｕ", "ctrl+z"])
def test_undo_brings_the_question_back_as_it_was_typed(play: Play, key: str) -> None:
    def typed(pilot: Pilot[None]) -> str:
        return pilot.app.screen.query_one(Input).value

    values: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        values.append(typed(pilot))

    text = shown(play("两座", "enter", key, then=look))
    assert values == ["两座"]
    assert "0/3" in text
    assert "Takenback" in text


def test_undo_with_nothing_to_undo(play: Play) -> None:
    assert "There is nothing to undo." in "\n".join(play("ctrl+z"))


def test_skip_asks_again_at_the_end(play: Play) -> None:
    text = shown(play("ctrl+n", "enter", "enter", "enter", "enter"))
    assert "渔村今年" in text
    assert "2/3" in text


def test_letters_go_into_the_answer_while_typing(play: Play) -> None:
    text = shown(play("q", "c", "u", "question_mark", "space", "1"))
    assert "了qcu?1" in text
    assert "0/3" in text


def test_a_burst_of_keys_is_graded_once(play: Play) -> None:
    async def burst(pilot: Pilot[None]) -> None:
        for key in ["青", "砖", "enter", "石", "板", "路", "enter", "八", "成", "enter"]:
            pilot.app.post_message(Key(key, key if len(key) == 1 else None))

    text = shown(play(*SKIP_FIRST, then=burst))
    assert "✓Right" in text
    assert "2/3✓2" in text


def test_enter_twice_at_once_grades_once(play: Play) -> None:
    async def burst(pilot: Pilot[None]) -> None:
        for key in ["enter", "enter"]:
            pilot.app.post_message(Key(key, None))

    text = shown(play("三座", then=burst))
    assert "✓Right" in text
    assert "1/3✓1" in text


def test_leaving_and_coming_back(play: Play) -> None:
    play("三座", "enter", "q")
    text = shown(play())
    assert "Resumedwhereyouleftoff." in text
    assert "1/3✓1" in text
    assert "①＿＿＿＿、黛瓦" in text


def test_an_answer_that_cannot_be_saved_stays(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise QuizError("log.sqlite3: the disk is full; make room and answer again")

    monkeypatch.setattr(Session, "answer", full)
    text = shown(play("三座", "enter"))
    assert "thediskisfull" in text
    assert "修好了三座＿＿码头" in text
    assert "0/3" in text


@pytest.mark.parametrize("size", [(40, 10), (40, 15)])
def test_the_current_blank_is_in_sight_on_a_small_screen(play: Play, size: tuple[int, int]) -> None:
    text = shown(play(*SKIP_FIRST, "青砖", "enter", "石板路", "enter", "九", size=size))
    assert "③九＿＿＿" in text
    assert "blank3of3" in text


def test_a_paste_of_several_lines_says_so(play: Play) -> None:
    async def paste(pilot: Pilot[None]) -> None:
        pilot.app.post_message(Paste("三\x1b[2J座\n两座"))

    text = shown(play(then=paste))
    assert "修好了三[2J座" in text
    assert "\x1b" not in text
    assert "onelineofatmost200characters" in text


def test_a_paste_too_long_is_refused_aloud(play: Play) -> None:
    async def paste(pilot: Pilot[None]) -> None:
        pilot.app.post_message(Paste("长" * 100_000))

    assert "onelineofatmost200characters" in shown(play(then=paste))


def test_hostile_text_is_shown_and_obeyed_by_nobody(play: Play, desk: Any, make_cloze: Callable[..., Cloze]) -> None:
    nasty = "看\x1b[1m[red]红[/]灯[/]，[@click=app.quit]点\x1b]52;c;eA==\x07\u202e这\x9b31m里"
    question = make_cloze(1, nasty, "点", lead="[/b]\x1b[2J", section=("[bold]\x1b[31m",))
    desk.deck = replace(desk.deck, title="[/]题\x1b[0m", questions=(question,))
    for keys in ([], ["enter"], ["enter", "enter"]):
        raw = "\n".join(play(*keys))
        assert "看[1m[red]红[/]灯[/]，[@click=app.quit]" in shown(raw.splitlines())
        assert "[/]题[0m" in raw
        assert not any(c in raw for c in "\x1b\x07\x9b\u202e")


def test_help_lists_what_the_keys_do_now(play: Play) -> None:
    typing, judged = shown(play("f1")), shown(play("两座", "enter", "question_mark"))
    assert "Ctrl+NSkip" in typing
    assert "cCountasright" not in typing
    assert "cCountasright" in judged
    assert "Enter/SpaceNext" in judged


@pytest.mark.parametrize("key", ["question_mark", "fullwidth_question_mark", "f1"])
def test_every_form_of_the_help_key_opens_help_and_escape_closes_it(play: Play, key: str) -> None:
    assert "leavinglosesnothing" in shown(play("enter", key))
    assert "leavinglosesnothing" not in shown(play("enter", key, "escape"))


def test_every_verdict_has_a_sign_of_its_own() -> None:
    assert len({MARKS[verdict] for verdict in Verdict if verdict is not Verdict.SKIPPED}) == 3


def test_the_key_bar_never_wraps_and_drops_the_last(play: Play) -> None:
    async def shrink(pilot: Pilot[None]) -> None:
        assert "q Leave" in str(pilot.app.screen.query_one(KeyBar).render())
        await pilot.resize_terminal(40, 15)

    narrow = play("两座", "enter", then=shrink)[-1]
    assert "Enter Next  c Count as right  ? Help" in narrow
    assert "q Leave" not in narrow


def test_a_click_on_a_key_is_the_key(play: Play) -> None:
    async def click(pilot: Pilot[None]) -> None:
        await pilot.click("KeyBar", offset=(2, 0))

    assert "✗Wrong" in shown(play(then=click))


def test_a_tiny_window_keeps_what_was_typed(play: Play) -> None:
    seen: list[str] = []

    async def resize(pilot: Pilot[None]) -> None:
        await pilot.resize_terminal(30, 8)
        await pilot.pause()
        seen.append(" ".join(str(widget.display) for widget in pilot.app.screen.query("#too-small")))
        for width, height in [(1, 1), (3, 2), (17, 40), (200, 3), (80, 24)]:
            await pilot.resize_terminal(width, height)
        assert isinstance(pilot.app.screen, DrillScreen)

    text = shown(play("三", then=resize))
    assert seen == ["True"]
    assert "修好了三＿＿＿码头" in text
    assert "toosmall" not in text
