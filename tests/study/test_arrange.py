"""Where a session stands follows from its queue and its replies alone."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.model import Review, Verdict
from quiz.study import arrange


def review(question: str, verdict: Verdict) -> Review:
    return Review("d", question, 0, 0, "order", (), verdict, 0, 0.0, 1)


REPLIES = st.lists(st.tuples(st.sampled_from("abcdex"), st.sampled_from(Verdict)), max_size=30)


@given(REPLIES)
@settings(max_examples=200, deadline=None)
def test_every_question_is_either_asked_or_answered(replies: list[tuple[str, Verdict]]) -> None:
    remaining, answered = arrange("abcde", [review(*reply) for reply in replies])
    assert sorted([*remaining, *answered]) == list("abcde")
    for name, last in answered.items():
        graded = [verdict for question, verdict in replies if question == name and verdict is not Verdict.SKIPPED]
        assert last.verdict is graded[-1]


@given(st.lists(st.booleans(), max_size=40))
@settings(max_examples=100, deadline=None)
def test_taking_the_last_reply_away_brings_its_question_back(skips: list[bool]) -> None:
    reviews: list[Review] = []
    for skip in skips:
        before = arrange("abcde", reviews)
        if not before[0]:
            break
        reviews.append(review(before[0][0], Verdict.SKIPPED if skip else Verdict.WRONG))
        after = arrange("abcde", reviews)
        assert after != before or len(before[0]) == 1
        assert arrange("abcde", reviews[:-1]) == before
