"""A sentence that leans on what came before it gets its heading, one that stands on its own gets nothing."""

import pytest

from quiz.generate.leads import lead_for
from quiz.model import Report, Section, Sentence


def lead(text: str, marker: str = "", heading: str = "守护水源") -> str:
    sentence = Sentence(text, 0, 0, marker)
    section = Section("一", heading, 1, 0, (heading,) if heading else (), (sentence,))
    return lead_for(Report("r", "清水润城", "a.txt", text, (section,)), section, sentence)


@pytest.mark.parametrize(
    "text", ["这条路要走下去。", "同时，要护岸。", "其成效明显。", "为此，要植树。", "该县建了水闸。", "它们都清了。"]
)
def test_a_sentence_that_points_back_gets_its_heading(text: str) -> None:
    assert lead(text) == "守护水源"


def test_a_member_of_a_list_gets_its_heading() -> None:
    assert lead("二是护岸。", "二是") == "守护水源"


@pytest.mark.parametrize("text", ["青禾县把水源保护放在首位。", "河岸上的树都绿了。"])
def test_a_sentence_that_stands_alone_gets_none(text: str) -> None:
    assert lead(text) == ""


def test_without_a_heading_the_title_leads() -> None:
    assert lead("这条路要走下去。", heading="") == "清水润城"
