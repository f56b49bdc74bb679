"""The benchmark scores rankings as its page says, and refuses bad data in one sentence."""

import json
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ITEMS = [
    ("县里走出“清水润城”的发展路子，着力保护湿地。", ["清水润城"]),
    ("全县水质优良率提高到98%，百姓都很满意。", ["98%"]),
    ("老田强调，要保护湿地、修复河岸。", ["湿地", "河岸"]),
    ("沿河的村子办起了民宿、茶园和书屋。", ["民宿"]),
    ("各级河长每周巡查不少于两次。", ["河长"]),
]
MEASURES = ["hit@1", "hit@3", "hit@5", "recall@5", "overlap@5"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    lines = []
    for number, (sentence, answers) in enumerate(ITEMS):
        spans = [[sentence.index(answer), sentence.index(answer) + len(answer)] for answer in answers]
        item = {"id": str(number), "sentence": sentence, "spans": spans, "body_start": 0, "core": number < 4}
        lines.append(json.dumps(item, ensure_ascii=False) + "\n")
    path = tmp_path / "dev.jsonl"
    path.write_text("".join(lines), encoding="utf-8")
    return path


def run(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "benchmarks.blanks", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def test_every_ranking_is_measured(data: Path) -> None:
    result = run(data, "--json")
    rates = json.loads(result.stdout)
    keywords = ["textrank", "tfidf"] if find_spec("jieba") else []
    assert list(rates) == ["quiz", "quiz make", *keywords]
    assert all(list(rate) == MEASURES for rate in rates.values())
    assert rates["quiz"]["hit@1"] >= 20
    assert rates["quiz"]["hit@1"] <= rates["quiz"]["hit@3"] <= rates["quiz"]["hit@5"] <= 100
    assert keywords or "jieba is not installed" in result.stderr


def test_only_core_lines_are_scored_when_asked(data: Path) -> None:
    shares = {rate for rates in json.loads(run(data, "--core", "--json").stdout).values() for rate in rates.values()}
    assert all(share * 4 % 25 == 0 or round(share * 5) % 100 == 0 for share in shares)  # of 4 statements, of 5 blanks
    assert "hit@1" in run(data, "--core").stdout


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "cannot be read"), ("{}\n", ":1: is no JSON object"), ("\n", ":1: is no JSON object"), ("", "holds no")],
)
def test_bad_data_are_refused_in_one_sentence(content: str | None, complaint: str, tmp_path: Path) -> None:
    path = tmp_path / "data.jsonl"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    result = run(path)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert complaint in result.stderr
    assert result.stdout == ""
