"""The main line: a report becomes a deck that is checked, shown, drilled and exported; a deck keeps a hand's work."""

import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Quiz = Callable[..., "CompletedProcess[str]"]


def test_make_check_show_run_and_export(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    made = quiz("make", report.name, "-o", "甲.yaml")
    assert (made.returncode, made.stdout) == (0, "")
    checked = quiz("check", "甲.yaml")
    assert (checked.returncode, checked.stdout) == (0, "")
    shown = quiz("show", "甲.yaml", "--json")
    questions = json.loads(shown.stdout)["questions"]
    assert f"甲.yaml: {len(questions)} questions" in made.stderr
    for question in questions:
        cut = [question["sentence"][start:end] for start, end in question["spans"]]
        assert cut == question["answers"]
        assert question["flags"] == []
    drilled = quiz("run", "甲.yaml", "--plain", typed=f"{questions[0]['answers'][0]}\n:q\n")
    assert drilled.returncode == 0
    assert "✓ Right" in drilled.stdout
    exported = quiz("export", "甲.yaml", "-o", "甲.apkg")
    assert exported.returncode == 0
    assert "collection.anki2" in zipfile.ZipFile(tmp_path / "甲.apkg").namelist()


def test_make_says_which_headings_it_asks_about(quiz: Quiz, tmp_path: Path) -> None:
    (tmp_path / "甲.txt").write_text(
        "柳溪镇的五年小结\n"
        "一、扶持乡土产业\n镇里建成果品烘干车间十二座，带动三百户增收。镇里扶持“竹编合作社”走向全国市场。\n"
        "二、办好村里学堂\n镇里修缮旧日校舍二十间，留住外乡教师十五名。\n",
        encoding="utf-8",
    )
    assert "2 of 2 headings asked about\n" in quiz("make", "甲.txt", "-o", "全.yaml").stderr
    few = quiz("make", "甲.txt", "-n", "1", "-o", "少.yaml").stderr
    assert "1 of 2 headings asked about; nothing about: " in few
    part = quiz("make", "甲.txt", "--only-section", "一", "-o", "部.yaml").stderr
    assert "headings asked about" not in part


def test_the_deck_is_named_after_the_report_and_stays_in_this_folder(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    moved = report.rename(tmp_path / "sub" / report.name)
    assert quiz("make", moved).returncode == 0
    assert (tmp_path / "青禾.yaml").exists()
    assert quiz("export", "青禾.yaml").returncode == 0
    assert (tmp_path / "青禾.apkg").exists()


def test_making_twice_gives_the_same_bytes(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    for name in ("甲.yaml", "乙.yaml", "甲.yaml"):
        assert quiz("make", report.name, "-o", name).returncode == 0
    assert (tmp_path / "甲.yaml").read_bytes() == (tmp_path / "乙.yaml").read_bytes()


def test_exporting_twice_gives_the_same_cards(quiz: Quiz, deck: Path, tmp_path: Path) -> None:
    assert quiz("export", deck.name, "-o", "甲.apkg").returncode == 0
    assert quiz("export", deck.name, "-o", "乙.apkg").returncode == 0
    assert (tmp_path / "甲.apkg").read_bytes() == (tmp_path / "乙.apkg").read_bytes()


def test_making_onto_an_edited_deck_keeps_the_edit_and_the_comment(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    quiz("make", report.name, "-o", "甲.yaml")
    path = tmp_path / "甲.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    at = next(at for at, line in enumerate(lines) if line.startswith("  text: "))
    edited = lines[at].replace("】", "|手写的答案】", 1)
    lines[at : at + 1] = ["  # 这道题改过\n", edited]
    path.write_text("".join(lines), encoding="utf-8")
    report.write_text(
        report.read_text(encoding="utf-8") + "三、共建水文化\n学生们每月到“护河课堂”参加志愿服务活动。\n",
        encoding="utf-8",
    )
    again = quiz("make", report.name, "-o", "甲.yaml")
    assert again.returncode == 0
    assert "1 with your edits kept" in again.stderr
    text = path.read_text(encoding="utf-8")
    assert f"  # 这道题改过\n{edited}" in text
    assert "志愿服务" in text


def test_n_asks_for_the_best_from_all_sections(quiz: Quiz, report: Path) -> None:
    assert quiz("make", report.name, "-o", "甲.yaml", "-n", "3").returncode == 0
    questions = json.loads(quiz("show", "甲.yaml", "--json").stdout)["questions"]
    assert [question["section"] for question in questions] == [[], ["守护水源"], ["盘活沿河产业"]]


def test_a_report_that_gives_fewer_than_were_asked_for_says_so(quiz: Quiz, report: Path) -> None:
    told = "500 were asked for; the report makes no more good ones"
    assert told in quiz("make", report.name, "-o", "甲.yaml", "-n", "500").stderr
    assert "were asked for" not in quiz("make", report.name, "-o", "乙.yaml", "-n", "3").stderr


def test_reading_is_accounted_for_and_verbose_lists_every_removal(quiz: Quiz, report: Path) -> None:
    brief = quiz("make", report.name)
    assert "dropped: line of the web site: 1" in brief.stderr
    assert "line 6: xx英寸的管: looks blotted out" in brief.stderr
    assert "责任编辑" not in brief.stderr
    verbose = quiz("make", report.name, "--verbose")
    assert "  line 6: U+200B: control character\n  line 7: 责任编辑：老田: line of the web site\n" in verbose.stderr


def test_what_the_page_said_reaches_no_deck(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    quiz("make", report.name, "-o", "甲.yaml")
    text = (tmp_path / "甲.yaml").read_text(encoding="utf-8")
    assert "责任编辑" not in text
    assert "口径××英寸的管网" in text
    assert not any("×" in answer for answer in text.split("【")[1:] for answer in [answer.partition("】")[0]])


def test_several_reports_make_a_deck_each(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    other = tmp_path / "第二.txt"
    other.write_bytes(report.read_bytes())
    assert quiz("make", report.name, other.name).returncode == 0
    assert (tmp_path / "青禾.yaml").read_bytes().replace("青禾.txt".encode(), b"") == (
        tmp_path / "第二.yaml"
    ).read_bytes().replace("第二.txt".encode(), b"")


def test_running_a_report_makes_its_deck_and_keeps_it(quiz: Quiz, report: Path, tmp_path: Path) -> None:
    first = quiz("run", report.name, "--plain", typed="不知道\n")
    assert first.returncode == 0
    assert len(list((tmp_path / "home" / "decks").glob("*.yaml"))) == 1
    second = quiz("run", report.name, "--plain", typed="")
    assert "Resumed: 1 of " in second.stdout
    listed = json.loads(quiz("list", "--json").stdout)
    kept = next(row for row in listed if row["title"] == "清水润城的青禾实践")
    assert (kept["wrong"], kept["unfinished"], kept["problem"]) == (1, True, "")


@pytest.mark.parametrize("command", ["show", "list", "where"])
def test_data_goes_to_stdout_and_nothing_else(command: str, quiz: Quiz, deck: Path) -> None:
    done = quiz(command, *([deck.name] if command == "show" else []))
    assert done.returncode == 0
    assert done.stdout
    assert done.stderr == ""


def test_every_reason_and_doubt_has_words_for_the_user() -> None:
    from quiz import model
    from quiz.cli import talk

    assert set(talk.REASONS) == set(model.REASONS)
    assert set(talk.DOUBTS) == set(model.DOUBTS)
    assert set(talk.CHANGES) == set(model.CHANGES)
