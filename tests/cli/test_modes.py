"""`quiz run --mode`, and what the drill line by line does to questions."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]


@pytest.fixture
def drill(quiz: Quiz, deck: Path) -> Callable[..., str]:
    def type_lines(*lines: str, mode: str = "order") -> str:
        done = quiz("run", deck.name, "--plain", "--mode", mode, typed="".join(f"{line}\n" for line in lines))
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    return type_lines


def test_hints_come_one_after_the_other(drill: Callable[..., str]) -> None:
    printed = drill(":h", ":h", ":h", ":h", ":h", ":q")
    stages = [
        "> hint: 守护水源",
        "> 2 characters",
        "> starts with 源",
        "> pinyin initials yt",
        "> There are no more hints.",
    ]
    assert [printed.index(stage) for stage in stages] == sorted(printed.index(stage) for stage in stages)


def test_count_right_goes_into_the_file_and_undo_takes_it_out(drill: Callable[..., str], deck: Path) -> None:
    assert "The deck accepts 上游 from now on." in drill("上游", ":c", ":q")
    assert "【源头|根子|上游】" in deck.read_text(encoding="utf-8")
    drill(":u", "中游", ":c", ":u", ":q")
    assert "【源头|根子|上游】" in deck.read_text(encoding="utf-8")


def test_a_star_and_a_suspended_question(drill: Callable[..., str]) -> None:
    printed = drill(":star", ":star", ":suspend", ":u", ":q")
    assert "Starred." in printed
    assert "The star is taken away." in printed
    assert printed.count("河水要从＿＿＿＿治起。") == 2
    assert "河水要从" not in drill(":suspend", ":q").rpartition("Suspended")[2]
    assert "[1/2]" in drill(":q")


def test_reading(drill: Callable[..., str]) -> None:
    printed = drill("", ":u", "", "", "", mode="browse")
    assert printed.count("河水要从【源头】治起。") == 2
    assert printed.endswith("3 questions read.\n")
    assert "Wrong" not in printed


def test_a_challenge_is_over_with_its_life(drill: Callable[..., str]) -> None:
    printed = drill("甲", "乙", "丙", mode="challenge")
    assert "♥ 1  streak 0" in printed
    assert "The challenge is over. Longest streak: 0" in printed


def test_the_mistakes_are_asked_again(drill: Callable[..., str]) -> None:
    assert "There is nothing to ask." in drill(mode="wrong")
    drill("下游", ":q")
    printed = drill(":q", mode="wrong")
    assert "Mistakes  小题" in printed
    assert "[1/1]\n河水要从＿" in printed


@pytest.mark.parametrize("arguments", [["run", "--mode", "review"], ["run", "x.yaml", "--plain", "--mode", "exam"]])
def test_what_goes_not_together_is_refused(quiz: Quiz, arguments: list[str]) -> None:
    done = quiz(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("quiz: --mode ")


def test_an_answer_is_accepted_once_and_leaves_the_remarks_of_the_file(drill: Callable[..., str], deck: Path) -> None:
    text = "# 我的题\n" + deck.read_text(encoding="utf-8").replace("治起。\n", "治起。  # 核对\n  # 见第一章\n")
    deck.write_text(text, encoding="utf-8")
    drill("上游", ":c", ":c", ":u", " 上 游。", ":c", ":q")
    assert deck.read_text(encoding="utf-8") == text.replace("源头|根子", "源头|根子|上 游。")
    assert "✓ Right" in drill(":u", "上游", ":q")


def test_a_deck_that_is_write_protected_stays_as_it_is(drill: Callable[..., str], deck: Path) -> None:
    before = deck.read_bytes()
    deck.chmod(0o444)
    printed = drill("上游", ":c", "民宿", "茶园", ":q")
    assert "Counted as right\n小题.yaml: cannot be written" in printed
    assert "accepts" not in printed
    assert "Answered 2 of 3: 2 right" in printed
    assert deck.read_bytes() == before


def test_what_a_shipped_deck_accepts_stays_in_the_users_copy(quiz: Quiz, tmp_path: Path) -> None:
    shipped = Path(__file__).parents[2] / "decks" / "five-powers.yaml"
    before, own = shipped.read_bytes(), tmp_path / "home" / "decks" / shipped.name
    for number, reply in enumerate(("初答", "再答"), 1):
        printed = quiz("run", shipped, "--plain", "--fresh", typed=f"{reply}\n:c\n:q\n").stdout
        assert f"The deck accepts {reply} from now on." in printed
        assert own.read_text(encoding="utf-8").count("答】") == 1
        assert own.read_text(encoding="utf-8").count("初答") == 1, number
    assert "✓ Right" in quiz("run", shipped, "--plain", "--fresh", typed="初答\n:q\n").stdout
    assert shipped.read_bytes() == before
