"""Replies without a screen: what is given, whether it is all, and what was given before is put back."""

from collections.abc import Callable

import pytest

from quiz.model import Choice, Kind, Order, Question
from quiz.study import FALSE, TRUE, Outcome
from quiz.study.grade import grade
from quiz.tui.reply import Picked, Reply, Typed, begin, given

Kinds = dict[Kind, Question]


@pytest.fixture
def picked(kinds: Kinds) -> Callable[..., Picked]:
    """A reply to the question of a kind, with the rows that these keys name picked."""

    def pick(kind: Kind, keys: str = "") -> Picked:
        reply = begin(kinds[kind])
        if not isinstance(reply, Picked):
            reply = _enter(reply)
        for key in keys:
            place = reply.row_of(key)
            assert place is not None
            reply.pick(place)
        return reply

    return pick


def _enter(reply: Reply) -> Picked:
    following = reply.enter()
    assert isinstance(following, Picked)
    return following


def texts(reply: Reply) -> list[str]:
    return [row.mark.text + "".join(piece.text for piece in row.pieces) for row in reply.rows()]


def test_one_option_at_a_time(picked: Callable[..., Picked]) -> None:
    assert picked("choice").given() == []
    assert not picked("choice").is_complete()
    reply = picked("choice", "aｂ")
    assert reply.given() == ["街坊"]
    assert reply.is_complete()
    assert texts(reply)[:2] == ["  A. 游客", "▸ B. 街坊"]


def test_arrows_choose_where_one_is_right(picked: Callable[..., Picked]) -> None:
    reply = picked("choice")
    for step, wanted in [(1, "游客"), (1, "街坊"), (-1, "游客"), (-1, "游客")]:
        reply.move(step)
        assert reply.given() == [wanted]
    last = picked("choice")
    last.move(-1)
    assert last.given() == ["船长"]


def test_several_options_are_ticked_and_unticked(picked: Callable[..., Picked]) -> None:
    reply = picked("multiple", "c１2B")
    assert reply.given() == ["青砖", "黛瓦"]
    assert texts(reply)[:3] == ["  [x] A. 青砖", "▸ [ ] B. 霓虹灯", "  [x] C. 黛瓦"]
    reply.move(1)
    assert reply.given() == ["青砖", "黛瓦"], "arrows only move"
    reply.uses()["space"].act()
    assert reply.given() == ["青砖"]


@pytest.mark.parametrize(("keys", "truth"), [("1yYtＴ", TRUE), ("2nNf２", FALSE)])
def test_every_key_for_true_and_false(picked: Callable[..., Picked], keys: str, truth: str) -> None:
    assert [picked("judge", key).given() for key in keys] == [[truth]] * len(keys)


def test_items_take_their_places_and_the_last_one_by_itself(picked: Callable[..., Picked], kinds: Kinds) -> None:
    reply = picked("order")
    shown = [text[-4:] for text in texts(reply)]
    for keys, complete in [("3", False), ("1", False), ("4", True)]:
        assert not reply.is_complete()
        reply.pick(int(keys) - 1)
        assert reply.is_complete() is complete
    assert [text[-4:] for text in texts(reply)] == [shown[place][-4:] for place in (2, 0, 3, 1)]
    assert [text[2:8] for text in texts(reply)] == ["[1] 3.", "[2] 1.", "[3] 4.", "[4] 2."]
    question = kinds["order"]
    assert isinstance(question, Order)
    assert sorted(reply.given()) == sorted(question.items)


def test_all_keys_of_an_order_may_be_typed(picked: Callable[..., Picked]) -> None:
    assert texts(picked("order", "3142")) == texts(picked("order", "314"))
    assert not picked("order", "3141").is_complete()


def test_items_are_taken_back(picked: Callable[..., Picked]) -> None:
    reply = picked("order", "314")
    backspace = reply.uses()["backspace"].act
    backspace()
    assert [text[2:8] for text in texts(reply)] == ["[1] 3.", "[2] 1.", "[ ] 2.", "[ ] 4."]
    reply.pick(2)
    assert [text[2:8] for text in texts(reply)] == ["[1] 1.", "[ ] 2.", "[ ] 3.", "[ ] 4."]
    backspace()
    assert reply.given() == []
    assert "backspace" not in reply.uses()


def test_notes_become_points_with_ticks_where_the_notes_hold_them(kinds: Kinds) -> None:
    reply = begin(kinds["short"])
    assert isinstance(reply, Typed)
    reply.text = "潮位牌装上了"
    assert reply.enter() is reply
    reply.text = "先修堤"
    assert reply.enter() is reply
    assert texts(reply) == ["- 潮位牌装上了", "- 先修堤"]
    reply.back()
    assert reply.text == "先修堤"
    reply.text = "沿岸栽树"
    assert reply.enter() is reply
    points = _enter(reply)
    assert texts(points)[:2] == ["- 潮位牌装上了", "- 沿岸栽树"]
    assert texts(points)[-3:] == ["▸ [ ] 1. 先修防波堤", "  [ ] 2. 渔船客船分开停靠", "  [x] 3. 装上潮位牌"]
    points.pick(0)
    points.pick(2)
    assert points.given() == ["先修防波堤"]


@pytest.mark.parametrize(
    ("kind", "reply"),
    [
        ("cloze", ["两座"]),
        ("choice", ["船长"]),
        ("multiple", ["青砖", "霓虹灯"]),
        ("judge", [TRUE]),
        ("judge", [FALSE]),
        ("order", ["收运垃圾", "划定摊位", "接通水电", "请街坊打分"]),
        ("order", ["收运垃圾", "划定摊位"]),
        ("short", ["装上潮位牌"]),
    ],
)
def test_what_was_given_is_put_back(kinds: Kinds, kind: Kind, reply: list[str]) -> None:
    outcome = Outcome(kinds[kind], grade(kinds[kind], reply))
    assert begin(kinds[kind], given(outcome)).given() == reply


def test_nothing_given_is_put_back_as_nothing(kinds: Kinds) -> None:
    for question in kinds.values():
        empty = [""] if question.kind == "cloze" else []
        assert not any(begin(question, given(Outcome(question, grade(question, empty)))).given())


def test_a_short_answer_without_a_point_is_written_anew(kinds: Kinds) -> None:
    question = kinds["short"]
    assert isinstance(begin(question, given(Outcome(question, grade(question, [])))), Typed)


def test_what_is_no_option_any_more_is_left_out(kinds: Kinds) -> None:
    assert begin(kinds["choice"], ["渔夫"]).given() == []
    assert begin(kinds["order"], ["收运垃圾", "渔夫"]).given() == ["收运垃圾"]


def test_the_tenth_option_is_within_reach_of_the_arrows() -> None:
    options = tuple(f"第{number}号" for number in range(12))
    reply = begin(Choice("q", "哪一个？", (), options, (9,)))
    assert isinstance(reply, Picked)
    assert reply.row_of("j") is None
    for _step in range(10):
        reply.move(1)
    assert reply.given() == ["第9号"]
    assert texts(reply)[9] == "▸ J. 第9号"
