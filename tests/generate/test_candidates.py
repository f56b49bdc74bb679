"""Candidates are runs of whole words inside one clause; quotations and titles are candidates whole."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.generate.candidates import MAX_LENGTH, MAX_WORDS, mark, spans


def answers(text: str) -> set[str]:
    return {text[span.start : span.end] for span in spans(mark(text))}


def test_candidates_begin_and_end_where_words_do() -> None:
    marked = mark("全县建成湿地公园，游客很多。")
    found = spans(marked)
    assert {"湿地公园", "游客"} <= answers(marked.text)
    for span in found:
        assert {span.start, span.end} <= set(marked.begins)
        assert marked.tokens[span.first].start <= span.start < marked.tokens[span.first].end
        assert marked.tokens[span.last].start < span.end <= marked.tokens[span.last].end


def test_a_long_word_may_be_cut_where_its_own_words_meet() -> None:
    marked = mark("走好群众路线，办好实事。")
    assert "群众路线" in [token.text for token in marked.tokens]
    assert {"群众", "路线", "群众路线"} <= answers(marked.text)
    assert "众路" not in answers(marked.text)


def test_no_candidate_crosses_a_stop() -> None:
    text = "河水清了，岸绿了：村里有民宿、茶园（新建）。"
    assert not any(mark_ in answer for answer in answers(text) for mark_ in "，：（）。")


def test_members_of_a_list_may_be_asked_together_but_no_candidate_opens_or_ends_on_the_comma() -> None:
    found = answers("村里有民宿、茶园和书屋。")
    assert "民宿、茶园" in found
    assert not any(answer.startswith("、") or answer.endswith("、") for answer in found)


def test_a_quotation_or_title_is_never_cut_at_its_mark() -> None:
    found = answers("学习《河长工作手册》，走“清水润城”的路子。")
    assert {"河长工作手册", "清水润城"} <= found
    assert not any(mark_ in answer for answer in found for mark_ in "《》“”")


def test_a_long_title_is_a_candidate_although_its_words_are_many() -> None:
    title = "关于加强沿河产业带建设和湿地保护修复的若干意见"
    assert len(title) > MAX_LENGTH
    assert title in answers(f"会议通过了《{title}》。")


def test_an_attribution_stands_before_the_body() -> None:
    marked = mark("老田强调，要守住清水。")
    assert marked.text[marked.body :] == "守住清水。"
    assert all(span.start >= marked.body for span in spans(marked))
    assert mark("要守住清水。").body == 0


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("去年春天，老田在沿河五村碰头会上指出，", "清水是大家的。"),
        ("《青禾县护河办法》规定，", "岸边不得堆放杂物。"),
        ("老田指出：“", "清水是大家的。”"),
        ("", "这是守住清水的总要求，人人都要记住。"),
        ("", "要守住清水，这是老田强调的。"),
    ],
)
def test_an_attribution_may_be_long_but_is_no_clause_that_says_something(opening: str, rest: str) -> None:
    assert mark(opening + rest).text[mark(opening + rest).body :] == rest


def test_members_of_a_list_know_their_place() -> None:
    marked = mark("村里有民宿、茶园、渔场，还有书屋。")
    at = next(at for at, token in enumerate(marked.tokens) if token.text == "茶园")
    assert marked.runs[marked.segment[at]] == (1, 3)
    last = next(at for at, token in enumerate(marked.tokens) if token.text == "书屋")
    assert marked.runs[marked.segment[last]] == (0, 1)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("清水润城河岸绿了，、。“”《》（）1.5%ab×的和 "), min_size=1, max_size=40))
def test_any_text_has_sound_candidates(text: str) -> None:
    marked = mark(text)
    assert "".join(token.text for token in marked.tokens) == text
    found = spans(marked)
    assert len({(span.start, span.end) for span in found}) == len(found)
    for span in found:
        assert 0 <= span.start < span.end <= len(text)
        enclosed = (span.start, span.end) in marked.quotes + marked.titles
        words = sum(span.start <= begin < span.end for begin in marked.begins)
        assert enclosed or (words <= MAX_WORDS and span.end - span.start <= MAX_LENGTH)
