"""The drill line by line: replies, commands, resuming, hostile text, and a program that is killed."""

import signal
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess, Popen

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def drill(quiz: Quiz, deck: Path) -> Callable[..., str]:
    """Drills the small deck with these lines typed and returns what was printed."""

    def type_lines(*lines: str) -> str:
        done = quiz("run", deck.name, "--plain", typed="".join(f"{line}\n" for line in lines))
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return type_lines


def test_a_whole_drill(drill: Callable[..., str]) -> None:
    printed = drill("源头", "茶园", "民宿", "水源涵养林")
    assert "[1/3]\n河水要从＿＿＿＿治起。\n> ✓ Right\n河水要从【源头】治起。\n—— 守护水源\n" in printed
    assert "[2/3]\n村里有（1）＿＿＿＿、（2）＿＿＿＿。\n(1/2) > (2/2) > ✓ Right\n" in printed
    assert "[3/3]\n第三题\n全县种下＿＿＿＿。\n" in printed
    assert printed.endswith("Answered 3 of 3: 3 right, 0 partly right, 0 wrong.\n")


def test_wrong_and_partly_right_replies_are_put_right_and_listed(drill: Callable[..., str]) -> None:
    printed = drill("下游", "民宿", "渔场", "水源涵养林")
    assert "✗ Wrong\n  your answer: 下游  right: 源头\n河水要从【源头】治起。\n" in printed
    assert "◐ Partly right\n  your answer: 渔场  right: 茶园\n村里有【民宿】、【茶园】。\n" in printed
    assert (
        "1 right, 1 partly right, 1 wrong.\nTo review:\n  河水要从【源头】治起。\n  村里有【民宿】、【茶园】。\n"
        in printed
    )


def test_a_slip_is_named(drill: Callable[..., str]) -> None:
    printed = drill("源泉", "民素", "茶", "水源函养林")
    assert "  your answer: 源泉  right: 源头\n" in printed  # another word
    assert "  your answer: 民素  right: 民宿  (sounds the same, written otherwise)\n" in printed
    assert "  your answer: 茶  right: 茶园  (characters are missing)\n" in printed
    assert "right: 水源涵养林  (sounds and looks the same, is another character)\n" in printed


def test_a_second_answer_and_a_traditional_one_are_right(drill: Callable[..., str]) -> None:
    assert drill("根子", "民宿", "茶園", ":q").count("✓") == 2


def test_skip_puts_a_question_at_the_end(drill: Callable[..., str]) -> None:
    printed = drill(":s", "民宿", "茶园", "水源涵养林", "源头")
    assert printed.index("全县种下＿") < printed.rindex("河水要从＿")
    assert "3 right" in printed


def test_undo_asks_the_last_question_again(drill: Callable[..., str]) -> None:
    printed = drill("下游", ":u", "源头", ":q")
    assert printed.count("河水要从＿＿＿＿治起。") == 2
    assert "Answered 1 of 3: 1 right, 0 partly right, 0 wrong." in printed
    assert "nothing to undo" in drill(":u", ":u")


def test_count_me_right(drill: Callable[..., str]) -> None:
    printed = drill("下游", ":c", ":c", ":q")
    assert printed.count("Counted as right") == 1
    assert "no wrong answer" in printed
    assert "Answered 1 of 3: 1 right" in printed


def test_full_width_commands_and_help(drill: Callable[..., str]) -> None:
    printed = drill("：？", "：q")
    assert ":q quit (you can go on later)" in printed
    assert "Answered 0 of 3" in printed


@pytest.mark.parametrize("ending", [[":q"], []], ids=["quit", "end of input"])
def test_a_drill_that_was_left_goes_on_at_the_next_question(ending: list[str], drill: Callable[..., str]) -> None:
    assert "Answered 1 of 3" in drill("源头", *ending)
    printed = drill("民宿", "茶园", "水源涵养林")
    assert "Resumed: 1 of 3 answered.\n" in printed
    assert "河水要从" not in printed
    assert "Answered 3 of 3: 3 right" in printed
    assert "[1/3]" in drill(":q"), "a finished drill starts over"


def test_half_a_list_is_not_logged(drill: Callable[..., str]) -> None:
    drill("源头", "民宿")
    assert "Resumed: 1 of 3 answered." in drill(":q")


def test_fresh_starts_over(drill: Callable[..., str], quiz: Quiz, deck: Path) -> None:
    drill("源头")
    printed = quiz("run", deck.name, "--plain", "--fresh", typed=":q\n").stdout
    assert "Resumed" not in printed
    assert "[1/3]" in printed


def test_hostile_text_never_reaches_the_terminal(quiz: Quiz, deck: Path) -> None:
    bad = r"\e[2J\e]0;x\a\u202e\u200b\u009b"
    text = deck.read_text(encoding="utf-8").replace("title: 小题", f'title: "题{bad}"')
    text = text.replace("text: 河水要从【源头|根子】治起。", f'text: "河水{bad}要从【源{bad}头】治起。"')
    text = text.replace("section: [守护水源]", f'section: ["水{bad}源"]').replace(
        "lead: 第三题", f'lead: "第{bad}三题"'
    )
    deck.write_text(text, encoding="utf-8")
    drilled = quiz("run", deck.name, "--plain", typed="\x1b[31m\u202e水\n:s\n:q\n")
    for done in (drilled, quiz("show", deck.name), quiz("check", deck.name)):
        assert done.returncode == 0
        assert not [c for c in done.stdout + done.stderr if not c.isprintable() and c != "\n"]
    assert "全县种下" in drilled.stdout


def test_a_deck_with_hostile_mistakes_is_reported_harmlessly(quiz: Quiz, deck: Path) -> None:
    deck.write_text(deck.read_text(encoding="utf-8") + '"\\e[2J\\u202ex": 1\n', encoding="utf-8")
    done = quiz("check", deck.name)
    assert done.returncode == 1
    assert not [c for c in done.stdout + done.stderr if not c.isprintable() and c != "\n"]


@pytest.fixture
def drill_kinds(quiz: Quiz, every_kind: Path) -> Callable[..., str]:
    """Drills a question of each kind with these lines typed and returns what was printed."""

    def type_lines(*lines: str) -> str:
        done = quiz("run", every_kind.name, "--plain", "--fresh", typed="".join(f"{line}\n" for line in lines))
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return type_lines


def test_every_kind_answered_right(drill_kinds: Callable[..., str]) -> None:
    printed = drill_kinds("源头", "ａ", "C、A", "错", "y", "2 1", "先关作坊", "再种水草", "", "")
    assert (
        "[2/7] Choice\n村里有＿＿＿＿。\nA. 民宿\nB. 渔场\nType one letter from A to B.\n> ✓ Right\n"
        "村里有【民宿】。\nExplanation: 见第二章。\n" in printed
    )
    assert "✓ Right\n哪两样不是村里的？\nA. 海港\nC. 机场\n" in printed
    assert (
        "全县种树120亩。\n1. True  2. False\nType 1 for true or 2 for false.\n> ✓ Right\n"
        "全县种树120亩。【False】\nThe report says: 全县种树150亩。\n" in printed
    )
    assert "> ✓ Right\n河水清了。【True】\n—— 守护水源\n" in printed
    assert "排出先后。\n1. 种水草\n2. 关作坊\n" in printed
    assert "> ✓ Right\n排出先后。\n1. 关作坊\n2. 种水草\n" in printed
    assert "> > > 1. 关作坊\n2. 种水草\nWhich did you have? Numbers, 0 for none; Enter for 1 2: ✓ Right\n" in printed
    assert "Answered 7 of 7: 7 right, 0 partly right, 0 wrong.\n" in printed


def test_every_kind_answered_wrong_is_put_right_and_listed(drill_kinds: Callable[..., str]) -> None:
    printed = drill_kinds("", "b", "ab", "1", "", "12", "", "2")
    assert "✗ Wrong\n  your answer: B  right: A\n" in printed
    assert "✗ Wrong\n  your answer: A B  right: A C\n" in printed
    assert "✗ Wrong\n  your answer: True  right: False\n" in printed
    assert "✗ Wrong\n  your answer:   right: True\n" in printed
    assert "✗ Wrong\n  your answer: 1 2  right: 2 1\n" in printed
    assert "◐ Partly right\n  you had: 2\n" in printed
    review = printed.partition("To review:\n")[2]
    assert "  全县种树120亩。【False】\n    The report says: 全县种树150亩。\n" in review
    assert "  排出先后。\n    1. 关作坊\n    2. 种水草\n" in review


def test_what_is_not_understood_is_asked_again_and_not_graded(drill_kinds: Callable[..., str]) -> None:
    printed = drill_kinds("源头", "丙", "AB", "A", "D", "AC", "也许", "n", "y", "11", "21", "", "9", "1 2")
    assert printed.count("That was not understood; type one letter from A to B.\n> ") == 2
    assert "not understood; type the letters of all that are right, from A to C." in printed
    assert "not understood; type 1 for true or 2 for false." in printed
    assert "not understood; type the numbers from 1 to 2 in the right order." in printed
    assert "not understood; type numbers from 1 to 2, or 0 for none." in printed
    assert "7 right" in printed


def test_commands_work_in_every_kind(drill_kinds: Callable[..., str]) -> None:
    printed = drill_kinds(":s", "b", ":c", ":u", "：s", ":s", ":s", ":s", ":s", ":s", ":q")
    assert "Counted as right" in printed
    assert printed.count("村里有＿＿＿＿。") == 2
    assert printed.count("河水要从＿＿＿＿治起。") == 2
    assert "Answered 0 of 7" in printed
    assert "Answered 6 of 7" in drill_kinds("", "b", "ab", "1", "2", "12", "先关作坊", ":q")


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
@pytest.mark.parametrize("answered", [1, 2])
def test_a_killed_drill_loses_no_answered_question(
    answered: int, start: Callable[..., "Popen[str]"], drill: Callable[..., str], deck: Path
) -> None:
    child = start("run", deck.name, "--plain")
    assert child.stdin is not None
    assert child.stdout is not None
    for reply in ("源头\n", "民宿\n茶园\n")[:answered]:
        child.stdin.write(reply)
        child.stdin.flush()
        while "✓" not in child.stdout.readline():
            assert child.poll() is None
    child.kill()
    child.communicate()
    assert child.returncode == -signal.SIGKILL
    assert f"Resumed: {answered} of 3 answered." in drill(":q")
