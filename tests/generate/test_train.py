"""Training learns a habit of the people who chose the blanks, and the same data give the same bytes."""

import json
from pathlib import Path

import pytest

from quiz.generate.candidates import mark
from quiz.generate.ranker import Model, read_weights

np = pytest.importorskip("numpy", reason="training needs the extra `train`")
from quiz.generate import train  # noqa: E402  # its parts need numpy

PLACES = ["青禾县", "河东村", "渔歌镇", "南岸区", "柳林乡"]
COINAGES = ["清水润城", "绿岸成荫", "碧波通衢", "稻香满川"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twenty statements in which a person always blanked what stands in quotation marks."""
    lines = []
    for place in PLACES:
        for coinage in COINAGES:
            sentence = f"{place}坚持“{coinage}”的理念，努力改善水质。"
            start = sentence.index(coinage)
            item = {
                "id": sentence,
                "sentence": sentence,
                "spans": [[start - 1, start + len(coinage) + 1]],
                "core": True,
            }
            lines.append(json.dumps(item, ensure_ascii=False))
    for name in train.SHARES:
        (tmp_path / name).write_text("\n".join(lines[:10] if name == "dev.jsonl" else lines[10:]), encoding="utf-8")
    return tmp_path


@pytest.fixture
def weights_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "weights.txt"
    monkeypatch.setattr(train, "WEIGHTS", path)
    monkeypatch.setattr(train, "LEAST_COUNT", 2)
    return path


def test_the_same_data_give_the_same_bytes(folder: Path, weights_file: Path) -> None:
    train.main([str(folder)])
    first = weights_file.read_bytes()
    weights_file.unlink()
    train.main([str(folder)])
    assert weights_file.read_bytes() == first
    assert first.startswith(b"# ")


def test_the_ranker_reads_what_was_learned_and_follows_the_habit(folder: Path, weights_file: Path) -> None:
    train.main([str(folder)])
    weights = read_weights(weights_file)
    model = Model(weights)
    assert weights["quoted"]["whole"] > 0
    marked = mark("白鹭村走出“书香满园”的新路，大家都叫好。")  # holds none of the words it learned from
    best = model.rank(marked)[0].span
    assert marked.text[best.start : best.end] == "书香满园"


def test_the_file_keeps_only_the_weights_that_count_most(
    folder: Path, weights_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train, "KEPT", 20)
    train.main([str(folder)])
    assert 15 <= sum(len(values) for values in read_weights(weights_file).values()) <= 20


@pytest.mark.usefixtures("weights_file")
def test_what_is_left_out_teaches_nothing(folder: Path) -> None:
    found = train.statements(folder)
    material = train.gather(found)
    assert train.learn(material, {statement.id for statement in found}) == {}


@pytest.mark.usefixtures("weights_file")
def test_the_gradient_is_the_slope_of_the_loss(folder: Path) -> None:
    problem = train.gather(train.statements(folder)).problem
    weight = np.linspace(-0.5, 0.5, len(problem.penalty))
    loss, gradient = problem.loss(weight)
    for at in range(0, len(weight), 7):
        nudged = weight.copy()
        nudged[at] += 1e-6
        assert problem.loss(nudged)[0] - loss == pytest.approx(1e-6 * gradient[at], rel=1e-2, abs=1e-8)


def test_folds_are_scored_and_nothing_is_written(
    folder: Path, weights_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    train.main([str(folder), "--folds"])
    assert capsys.readouterr().out == "core n=10: hit@1 100.0%, hit@3 100.0%, hit@5 100.0%\n"
    assert not weights_file.exists()


def test_a_folder_without_the_statements_is_told_in_a_sentence(
    tmp_path: Path, weights_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        train.main([str(tmp_path)])
    assert ended.value.code == 2
    assert f"{tmp_path}: no dev.jsonl, train.jsonl, train_general.jsonl in it" in capsys.readouterr().err
    assert not weights_file.exists()
