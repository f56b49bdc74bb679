"""An examiner turns to figures, coinages and demands, and passes over greetings."""

import pytest

from quiz.generate.salience import salience

PLAIN = "村民们每天早上都到河边散步聊天。"


@pytest.mark.parametrize(
    "text",
    [
        "全县修复滨河湿地2300亩，水质优良率达到98%。",
        "必须坚持“清水润城”这个根本，牢牢守住水源。",
        "县里公布了《青禾县湿地保护条例》。",
        "到2030年基本消除黑臭水体，让群众满意。",
    ],
)
def test_what_holds_something_to_know_is_worth_more_than_talk(text: str) -> None:
    assert salience(text) > salience(PLAIN)


@pytest.mark.parametrize(
    "text", ["现在，我代表县政府，向大会报告工作，请予审议。", "各位代表，让我们一起努力，谢谢大家！"]
)
def test_a_greeting_is_worth_least(text: str) -> None:
    assert salience(text) < salience(PLAIN) - 1


def test_headings_and_members_of_a_series_are_worth_more() -> None:
    assert salience(PLAIN, heading=True) > salience(PLAIN, enumerated=True) > salience(PLAIN)
