"""`quiz inspect`, and the ways to name reports."""

import json
import subprocess
import sys
from pathlib import Path

REPORT = """青禾县工作报告
小编为您整理了这篇报告，希望对您有帮助。
一、兴修水利
全县今年新修水渠三十公里，灌溉农田两万亩。
二、改善交通
村村通了公路，全县公路达到xx公里，班车开进了每个山村。
"""


def _quiz(folder: Path, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "quiz", *arguments]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False, timeout=60)


def _report(folder: Path, name: str = "a.txt", text: str = REPORT) -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


def test_json_tells_outline_removals_and_warnings(tmp_path: Path) -> None:
    _report(tmp_path)
    data = json.loads(_quiz(tmp_path, "inspect", "a.txt", "--json").stdout)
    assert data["title"] == "青禾县工作报告"
    assert [(section["heading"], section["level"]) for section in data["sections"]] == [
        ("兴修水利", 1),
        ("改善交通", 1),
    ]
    assert data["sections"][0]["sentences"] == ["全县今年新修水渠三十公里，灌溉农田两万亩。"]
    assert [gone["reason"] for gone in data["dropped"]] == ["lead-in"]
    assert [warning["kind"] for warning in data["warnings"]] == ["censored"]


def test_the_outline_for_people(tmp_path: Path) -> None:
    _report(tmp_path)
    shown = _quiz(tmp_path, "inspect", "a.txt").stdout
    assert "一 兴修水利  [1]" in shown
    assert "xx公里" in shown


def test_a_wrong_removal_can_be_switched_off(tmp_path: Path) -> None:
    _report(tmp_path)
    data = json.loads(_quiz(tmp_path, "inspect", "a.txt", "--json", "--keep", "lead-in").stdout)
    assert not data["dropped"]
    assert "小编" in json.dumps(data["sections"], ensure_ascii=False)


def test_a_report_on_standard_input(tmp_path: Path) -> None:
    done = _quiz(tmp_path, "make", "-", "-o", "b.yaml", given=REPORT)
    assert (done.returncode, (tmp_path / "b.yaml").exists()) == (0, True)


def test_a_folder_gives_a_deck_for_each_report_and_tells_of_a_bad_one(tmp_path: Path) -> None:
    (folder := tmp_path / "reports").mkdir()
    _report(folder, "a.txt")
    _report(folder, "b.md")
    (folder / "c.txt").write_bytes(b"")
    (out := tmp_path / "out").mkdir()
    done = _quiz(tmp_path, "make", "reports", "-o", "out")
    assert done.returncode == 1
    assert "c.txt: is empty" in done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["a.yaml", "b.yaml"]


def test_several_reports_joined_in_one_deck(tmp_path: Path) -> None:
    _report(tmp_path, "a.txt")
    _report(tmp_path, "b.txt", REPORT.replace("青禾", "白石").replace("班车开进了每个山村", "快递送到了每个渔村"))
    assert _quiz(tmp_path, "make", "a.txt", "b.txt", "--join", "-o", "all.yaml").returncode == 0
    questions = json.loads(_quiz(tmp_path, "show", "all.yaml", "--json").stdout)["questions"]
    assert {question["section"][0] for question in questions if question["section"]} == {
        "青禾县工作报告",
        "白石县工作报告",
    }


def test_several_reports_and_one_deck_name_is_refused(tmp_path: Path) -> None:
    _report(tmp_path, "a.txt")
    _report(tmp_path, "b.txt")
    done = _quiz(tmp_path, "make", "a.txt", "b.txt", "-o", "one.yaml")
    assert (done.returncode, (tmp_path / "one.yaml").exists()) == (2, False)
    assert "--join" in done.stderr
