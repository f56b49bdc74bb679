"""Each check flags the weakness it is named for and passes a sound question."""

from dataclasses import replace

import pytest

from quiz.generate.checks import CHECKS, flags
from quiz.model import Blank, Choice, Cloze, Judge, Provenance, Question

TEXT = "全县建成湿地公园，让沿河的村民都能在家门口散步、锻炼。"
SOUND = Cloze("c1", TEXT, (Blank(4, 8, "湿地公园"),), provenance=Provenance(("源头",), 1, TEXT))


def question(text: str, *answers: str, lead: str = "", quote: str = "") -> Cloze:
    blanks = tuple(Blank(text.index(answer), text.index(answer) + len(answer), answer) for answer in answers)
    return Cloze("c1", text, blanks, provenance=Provenance((), 1, quote or text), lead=lead)


def judge(text: str, quote: str = "全县建成三个公园，村民满意。") -> Judge:
    return Judge("j1", text, true=False, provenance=Provenance((), 1, quote))


def choice(*options: str, key: str) -> Choice:
    """Of the sound stem, whose blank is 湿地公园."""
    return Choice("x1", TEXT, SOUND.blanks, options, (options.index(key),))


CASES = [
    (question("湿地就是财富，要保护湿地。", "湿地"), "the answer can be read elsewhere in the question"),
    (question(TEXT, "湿地公园", lead="湿地公园"), "the answer can be read elsewhere in the question"),
    (question("全县铺设口径××英寸的管网，日夜输水。", "××英寸"), "asks for a figure that was blotted out"),
    (
        question("会上宣读了" + "水" * 31 + "，" + "会后大家又讨论了很久很久" * 3, "水" * 31),
        "an answer is longer than one remembers",
    ),
    (question("大家一起建成湿地公园。", "建成湿地公园"), "so much is blank that nothing leads to the answer"),
    (question(TEXT, "全县", "湿地", "村民", "散步"), "so much is blank that nothing leads to the answer"),
    (question(TEXT * 10 + "清水润城。", "清水"), "the sentence is too long to take in"),
    (question(TEXT, "湿地公园", quote=TEXT.replace("散步", "跑步")), "differs from the words of the report"),
    (replace(SOUND, blanks=(Blank(4, 8, "湿地公园", hint="某个湿地公"),)), "a hint gives the answer away"),
    (question("这让沿河的村民都能在家门口散步。", "散步"), "opens with a word that points at what is not shown"),
    (question("二是修复滨河湿地，让村民满意。", "滨河湿地"), "opens with a word that points at what is not shown"),
    (
        replace(question("今年修复滨河湿地两千三百亩。", "滨河湿地"), provenance=Provenance()),
        "says this year or at present, and no year is shown",
    ),
    (question("青禾县湿地公园，责任编辑李某。", "湿地公园"), "is a line of the page and not of the report"),
    (question("全县修复滨河湿地2300亩，村民满意。", "2300"), "a blank cuts a number or parts it from its unit"),
    (question("修复2300亩的湿地，村民都满意。", "300亩"), "a blank cuts a number or parts it from its unit"),
    (question("保护湿地公园吧。", "湿地"), "the sentence is too short to tell what is asked"),
    (judge("全县建成五个公园，村民满意。", quote=""), "is to be called false, but nothing shows that it is"),
    (judge("全县建成三个公园，村民满意。"), "is to be called false, but nothing shows that it is"),
    (judge("全县没有建成三个公园，村民不是满意。"), "is false by a mere not"),
    (choice("三处", "五处", "七处", key="五处"), "the right option is not what stands in the blank"),
    (choice("湿地公园", "桥", "船", key="湿地公园"), "the right option stands out by its length"),
    (choice("湿地公园", "湿地公", "文化广场", key="湿地公园"), "an option holds another, or says all or none"),
    (choice("湿地公园", "文化广场", "以上都是", key="湿地公园"), "an option holds another, or says all or none"),
    (choice("湿地公园", "在家门口", "文化广场", key="湿地公园"), "a wrong option can be read in the question"),
    (
        Choice("m1", "保护山、水、林，人人有责。", (Blank(2, 7, "山、水、林"),), ("山", "水", "林"), (0, 1, 2)),
        "every option is right",
    ),
]


@pytest.mark.parametrize(("weak", "flag"), CASES)
def test_a_weak_question_gets_its_flag_and_no_other(weak: Question, flag: str) -> None:
    assert flags(weak) == (flag,)


def test_a_sound_question_gets_none() -> None:
    assert flags(SOUND) == ()


def test_every_check_has_a_case() -> None:
    assert {flag for _weak, flag in CASES} == set(CHECKS)
