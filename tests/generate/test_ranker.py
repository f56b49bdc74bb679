"""The learned weights load whole and put what a person would ask before what nobody would."""

from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.generate import ranker, sums
from quiz.generate.candidates import Marked, Span, mark, span_of
from quiz.generate.ranker import WEIGHTS, Model, body_spans, explain, rank, read_weights, score

SpanOf = Callable[[Marked, str], Span]


def test_the_weights_file_is_sorted_and_small_and_says_nothing_twice() -> None:
    weights = read_weights(WEIGHTS)
    assert list(weights) == sorted(weights)
    names = [name for line in WEIGHTS.read_text(encoding="utf-8").splitlines()[1:] for name in line.split("\t")[1:]]
    assert sum(len(values) for values in weights.values()) == len(names)
    assert WEIGHTS.stat().st_size < 450_000


def test_each_name_has_the_figure_of_its_line(tmp_path: Path) -> None:
    path = tmp_path / "weights.txt"
    path.write_text("# about\n@tags\n-3\tn\tv-n\n12\ta\n@text\n7\t清水\n", encoding="utf-8")
    assert read_weights(path) == {"tags": {"n": -3, "v-n": -3, "a": 12}, "text": {"清水": 7}}


SENTENCES = [
    "县里走出“清水润城”的发展路子，着力保护湿地。",
    "老田强调，要保护湿地、修复河岸、种下成片的水源涵养林；水质优良率提高到98%。",
    "学习《河长工作手册》，走好群众路线，把青山绿水留给子孙后代。",
    "好",
    "。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_quick_sums_come_to_the_named_features(sentence: str) -> None:
    marked = mark(sentence)
    for candidate in rank(marked):
        named = sum(weight for _name, weight in explain(marked, candidate.span, most=999))
        assert candidate.score == pytest.approx(named)
        assert candidate.score == score(marked, candidate.span)


def test_sums_are_forgotten_before_they_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(read_weights(WEIGHTS))
    before = [model.rank(mark(sentence)) for sentence in SENTENCES]
    monkeypatch.setattr(sums, "SUMS_KEPT", 1)
    assert [model.rank(mark(sentence)) for sentence in SENTENCES] == before


def test_what_is_not_allowed_takes_nobodys_place() -> None:
    marked = mark(SENTENCES[1])
    everything = rank(marked)
    long = rank(marked, allowed=lambda span: span.end - span.start >= 4)
    assert len(long) == len(everything) == ranker.FINALISTS
    assert all(candidate.span.end - candidate.span.start >= 4 for candidate in long)
    assert set(long) - set(everything)


def test_only_what_is_among_the_candidates_named_is_ranked() -> None:
    marked = mark(SENTENCES[1])
    among = {(6, 6): span_of(marked, 6, 6), (8, 9): span_of(marked, 8, 9)}
    assert {candidate.span for candidate in rank(marked, among)} == set(among.values())


def test_whole_words_are_neither_half_a_token_nor_two_members_of_a_list() -> None:
    marked = mark("走好群众路线、办好“清淤、护岸”两件事。")
    found = {marked.text[span.start : span.end] for span in body_spans(marked)}
    assert {"群众路线", "清淤、护岸"} <= found
    assert not {"群众", "路线", "群众路线、办好"} & found


def test_every_title_is_ranked_however_poor_its_borders() -> None:
    marked = mark(
        "会议学习了《关于加强沿河产业带建设和湿地保护修复的若干意见》，部署了清淤、护岸、植树、巡河和宣传等工作。"
    )
    assert marked.titles[0] in [(candidate.span.start, candidate.span.end) for candidate in rank(marked)]


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
    assert min(candidate.span.start for candidate in ranked) >= marked.body == 6
    assert rank(marked) == ranked


def test_an_explanation_names_the_features_that_moved_the_score(span_of: SpanOf) -> None:
    marked = mark("县里走出“清水润城”的发展路子，着力保护湿地。")
    span = span_of(marked, "清水润城")
    moved = explain(marked, span, most=99)
    assert "quoted whole" in dict(moved)
    assert [abs(weight) for _name, weight in moved] == sorted((abs(weight) for _name, weight in moved), reverse=True)
    assert sum(weight for _name, weight in moved) == pytest.approx(score(marked, span))
    assert explain(marked, span) == moved[:8]
