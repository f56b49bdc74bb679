"""Each check flags the weakness it is named for and passes a sound question."""

import pytest

from quiz.generate.checks import CHECKS, flags
from quiz.model import Blank, Cloze, Provenance

TEXT = "全县建成湿地公园，让沿河的村民都能在家门口散步、锻炼。"
SOUND = Cloze("c1", TEXT, (Blank(4, 8, "湿地公园"),), Provenance(("源头",), 1, TEXT))


def question(text: str, *answers: str, lead: str = "", quote: str = "") -> Cloze:
    blanks = tuple(Blank(text.index(answer), text.index(answer) + len(answer), answer) for answer in answers)
    return Cloze("c1", text, blanks, Provenance((), 1, quote or text), lead)


CASES = [
    (question("湿地就是财富，要保护湿地。", "湿地"), "the answer can be read elsewhere in the question"),
    (question(TEXT, "湿地公园", lead="湿地公园"), "the answer can be read elsewhere in the question"),
    (question("全县铺设口径××英寸的管网，日夜输水。", "××英寸"), "asks for a figure that was blotted out"),
    (
        question("会上宣读了" + "水" * 31 + "，" + "会后大家又讨论了很久很久" * 3, "水" * 31),
        "an answer is longer than one remembers",
    ),
    (question("建成湿地公园了。", "建成湿地公园"), "so much is blank that nothing leads to the answer"),
    (question(TEXT, "全县", "湿地", "村民", "散步"), "so much is blank that nothing leads to the answer"),
    (question(TEXT * 10 + "清水润城。", "清水"), "the sentence is too long to take in"),
    (question(TEXT, "湿地公园", quote=TEXT.replace("散步", "跑步")), "differs from the words of the report"),
]


@pytest.mark.parametrize(("weak", "flag"), CASES)
def test_a_weak_question_gets_its_flag_and_no_other(weak: Cloze, flag: str) -> None:
    assert flags(weak) == (flag,)


def test_a_sound_question_gets_none() -> None:
    assert flags(SOUND) == ()


def test_every_check_has_a_case() -> None:
    assert {flag for _weak, flag in CASES} == set(CHECKS)
