"""Every kind of question as its user meets it on the screen."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest
from textual.app import App
from textual.events import Key
from textual.pilot import Pilot

from quiz.model import Choice, Judge, Kind, Order, Provenance, Short
from quiz.tui.rows import Rows

Play = Callable[..., list[str]]
Deal = Callable[..., None]
Type = Callable[[Pilot[None], str], Awaitable[None]]

# A right reply and a wrong one.
REPLIES: dict[Kind, tuple[list[str], list[str]]] = {
    "choice": (["b", "enter"], ["a", "enter"]),
    "multiple": (["a", "c", "enter"], ["b", "enter"]),
    "judge": (["n", "enter"], ["y", "enter"]),
    "short": (["enter", "1", "2", "3", "enter"], ["enter", "enter"]),
}


def shown(lines: list[str]) -> str:
    return "".join("".join(lines).split())


@pytest.mark.parametrize("kind", REPLIES)
def test_right_wrong_counted_right_and_undone(play: Play, deal: Deal, kind: Kind) -> None:
    right, wrong = REPLIES[kind]
    deal(kind)
    assert "✓Right" in shown(play(*right, "u", *wrong[-1:])), "undo puts back what was given"
    deal(kind, "cloze")
    text = shown(play(*wrong, "c"))
    assert "✓Countedasright" in text
    assert "1/2✓1" in text


def test_items_are_ordered_by_digits_and_undo_keeps_the_order(play: Play, deal: Deal) -> None:
    deal("order")
    rows = [line.split(". ", 1)[1].strip() for line in play() if "] " in line]
    right = [str(rows.index(item) + 1) for item in ("划定摊位", "接通水电", "收运垃圾")]
    text = shown(play(*right, "enter"))
    assert "✓Right" in text
    assert "✓1.划定摊位✓2.接通水电✓3.收运垃圾✓4.请街坊打分" in text
    text = shown(play(*reversed(right), "enter", "u"))
    assert "[1]" + right[2] + ".收运垃圾[2]" in text
    text = shown(play(*reversed(right), "enter"))
    assert "✗1.划定摊位Youranswer:收运垃圾✓2.接通水电" in text


def test_the_gap_is_filled_and_the_options_are_told_apart(play: Play, deal: Deal) -> None:
    deal("choice")
    text = shown(play())
    assert "改老街先听＿＿＿＿的意见" in text
    assert "A-DChoose" in text
    assert "先听意见，后动工" not in text
    text = shown(play("1", "enter"))
    assert "改老街先听【街坊】的意见" in text
    assert "✗A.游客✓B.街坊C.替几家" in text
    assert "Explanation:先听意见，后动工。" in text
    assert "difficulty•••··" in text


def test_a_multiple_choice_shows_what_was_missed(play: Play, deal: Deal) -> None:
    deal("multiple")
    text = shown(play("space", "down", "space", "enter"))
    assert "✓[x]A.青砖✗[x]B.霓虹灯✓[]C.黛瓦[]D.玻璃幕墙" in text
    assert "留住【青砖、黛瓦】，" in text


def test_a_false_statement_is_shown_beside_the_report(play: Play, deal: Deal) -> None:
    deal("judge")
    text = shown(play("n", "enter"))
    assert "1.True✓2.False" in text
    assert "Thereportsays:全镇种下红树【150】亩，比去年多两成。" in text


@pytest.mark.parametrize("kind", ["choice", "judge", "order"])
def test_enter_on_nothing_asks_once_before_it_counts(play: Play, deal: Deal, kind: Kind) -> None:
    deal(kind, "cloze")
    text = shown(play("enter"))
    assert "Notansweredyet" in text
    assert "0/2" in text
    assert "Notansweredyet" not in shown(play("enter", "1"))
    assert "✗Wrong" in shown(play("enter", "enter"))


def test_keys_typed_in_the_same_moment_come_in_order(play: Play, deal: Deal) -> None:
    deal("multiple", "cloze")

    async def burst(pilot: Pilot[None]) -> None:
        for key in ["space", "c", "enter"]:
            pilot.app.post_message(Key(key, " " if key == "space" else None))

    assert "✓Right" in shown(play(then=burst))


def test_a_click_on_an_option_is_its_key(play: Play, deal: Deal) -> None:
    deal("choice")

    async def click(pilot: Pilot[None]) -> None:
        rows = pilot.app.screen.query_one(Rows)
        last = len(rows.lines(rows.content_size.width)) - 1
        await pilot.click(Rows, offset=(8, last))

    text = shown(play(then=click))
    assert "▸D.船长" in text
    assert "✗" not in text
    assert "✗D.船长" in shown(play("a", "enter", "u", "d", "enter"))


def test_a_second_line_of_an_option_belongs_to_it(play: Play, deal: Deal) -> None:
    deal("choice")

    async def click(pilot: Pilot[None]) -> None:
        await pilot.click(Rows, offset=(8, 3))

    lines = play(size=(40, 15), then=click)
    at = next(number for number, line in enumerate(lines) if "▸ C. 替几家" in line)
    assert lines[at + 1].startswith(" " * 6)
    assert lines[at + 1][6] != " "


@pytest.mark.parametrize("kind", ["choice", "multiple", "judge", "order"])
def test_letters_are_keys_where_nothing_is_typed(play: Play, deal: Deal, kind: Kind) -> None:
    deal(kind, "cloze")
    text = shown(play("question_mark"))
    assert "leavinglosesnothing" in text
    assert "↑" not in text
    assert "UpRowabove" in text.replace("/Shift+Tab", "")
    assert "skipped" in shown(play("ctrl+n")).lower()


def test_the_notes_of_a_short_answer_lead_to_the_points(play: Play, deal: Deal) -> None:
    deal("short")
    text = shown(play("潮位牌装上了", "enter"))
    assert "-潮位牌装上了" in text
    assert "先修防波堤" not in text
    assert "EnterShowthepoints" in text
    text = shown(play("潮位牌装上了", "enter", "enter", "1"))
    assert "▸[x]1.先修防波堤[]2.渔船客船分开停靠[x]3.装上潮位牌" in text
    text = shown(play("潮位牌装上了", "enter", "enter", "enter"))
    assert "✗1.先修防波堤✗2.渔船客船分开停靠✓3.装上潮位牌" in text
    assert "◐Partlyright" in text


def test_the_cursor_stays_in_sight(play: Play, deal: Deal) -> None:
    deal("choice")
    text = shown(play(*["down"] * 4, size=(40, 10)))
    assert "▸D.船长" in text


def test_the_summary_lists_every_kind_with_its_answer(play: Play, deal: Deal) -> None:
    deal("choice", "multiple", "judge", "order", "short")
    wrong = [*REPLIES["choice"][1], "enter", *REPLIES["multiple"][1], "enter", *REPLIES["judge"][1], "enter"]
    wrong += ["enter", "enter", "enter", *REPLIES["short"][1], "enter"]
    text = shown(play(*wrong, size=(80, 40)))
    assert "✗5wrong" in text
    assert "先听【街坊】的意见" in text
    assert "留住【青砖、黛瓦】" in text
    assert "比去年多两成。【False】Thereportsays:全镇种下红树【150】亩" in text
    assert "1.划定摊位2.接通水电3.收运垃圾4.请街坊打分" in text
    assert "1.先修防波堤2.渔船客船分开停靠3.装上潮位牌" in text


def test_hostile_text_of_every_kind_is_shown_and_obeyed_by_nobody(
    play: Play, desk: Any, type_keys: Type, screen_text: Callable[[App[None]], list[str]]
) -> None:
    bad = "[/]\x1b[2J\u202e[@click=app.quit]\x9b1m\x07"
    place = Provenance((f"章{bad}",), 1, f"镇上{bad}有一条河。")
    options = (f"山{bad}", f"水{bad}")
    desk.deck = replace(
        desk.deck,
        questions=(
            Choice("a", f"镇上{bad}有山。", (), options, (0,), note=f"注{bad}", lead=f"上{bad}", provenance=place),
            Judge("b", f"镇上{bad}有两条河。", provenance=place, true=False),
            Order("c", f"排{bad}", options, provenance=place),
            Short("d", f"问{bad}", options, provenance=place),
        ),
    )
    screens: list[list[str]] = []

    async def walk(pilot: Pilot[None]) -> None:
        for keys in (["b", "enter"], ["1", "enter"], ["1", "enter"], ["enter", "enter"]):
            for key in [*keys, "enter"]:
                screens.append(screen_text(pilot.app))
                await type_keys(pilot, key)

    screens.append(play(then=walk))
    for lines in screens:
        assert "[/][2J[@click=app.quit]1m" in shown(lines)
        assert not any(c in "".join(lines) for c in "\x1b\x07\x9b\u202e")
    assert "Thereportsays:镇上[/][2J[@click=app.quit]1m有【一】条河。" in shown(screens[5])
