"""The learned weights load whole and put what a person would ask before what nobody would."""

from collections.abc import Callable

import pytest

from quiz.generate.candidates import Marked, Span, mark
from quiz.generate.ranker import WEIGHTS, explain, rank, score, weights

SpanOf = Callable[[Marked, str], Span]


def test_the_weights_file_is_sorted_and_holds_whole_hundredths() -> None:
    about, *lines = WEIGHTS.read_text(encoding="utf-8").splitlines()
    assert about.startswith("# ")
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(names)
    assert len(set(names)) == len(names) == len(weights())
    assert all(line.count("\t") == 1 and int(line.split("\t")[1]) for line in lines)


def test_each_name_has_the_figure_of_its_line() -> None:
    line = next(line for line in WEIGHTS.read_text(encoding="utf-8").splitlines() if line.startswith("quoted\t"))
    assert weights()["quoted"] == int(line.split("\t")[1]) > 0


@pytest.mark.parametrize(
    ("sentence", "better", "worse"),
    [
        ("县里走出“清水润城”的发展路子，着力保护湿地。", "清水润城", "着力"),
        ("县里走出“清水润城”的发展路子，着力保护湿地。", "清水润城", "发展路子"),
        ("全县水质优良率提高到98%，百姓都很满意。", "98%", "提高"),
        ("沿河的村子办起了民宿、茶园和书屋。", "茶园", "办起"),
    ],
)
def test_what_a_person_would_ask_outranks_the_rest(sentence: str, better: str, worse: str, span_of: SpanOf) -> None:
    marked = mark(sentence)
    assert score(marked, span_of(marked, better)) > score(marked, span_of(marked, worse))


def test_the_rank_runs_from_best_to_worst_and_starts_behind_the_attribution() -> None:
    marked = mark("老田强调，要保护湿地、修复河岸。")
    ranked = rank(marked)
    scores = [candidate.score for candidate in ranked]
    assert scores == sorted(scores, reverse=True)
    assert min(candidate.span.start for candidate in ranked) >= marked.body == 5
    assert rank(marked) == ranked


def test_an_explanation_names_the_features_that_moved_the_score(span_of: SpanOf) -> None:
    marked = mark("县里走出“清水润城”的发展路子，着力保护湿地。")
    span = span_of(marked, "清水润城")
    moved = explain(marked, span, most=99)
    assert "quoted" in dict(moved)
    assert [abs(weight) for _name, weight in moved] == sorted((abs(weight) for _name, weight in moved), reverse=True)
    assert sum(weight for _name, weight in moved) == pytest.approx(score(marked, span))
    assert explain(marked, span) == moved[:8]
