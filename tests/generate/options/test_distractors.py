"""Wrong options are of the key's class, surely wrong, and none is another in other words."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from quiz.generate.options.distractors import FORBIDDEN, Slot, distractors, fitting, gives_away, occurrence, plain
from quiz.generate.options.entry import Entry, entry_of
from quiz.generate.options.inventory import MARKS, Inventory

COMMON_BEHIND = "家家户户出力，让每个人放心。村里村外种树，让每棵树有主。"
STEM = "青禾县实行河湖巡查制度，让每一段河岸都有人看护。"


def slot_for(text: str, answer: str, visible: str = "") -> Slot:
    start = text.index(answer)
    return Slot(text, start, start + len(answer), (answer,), visible)


def stocked(*terms: str, text: str = "") -> Inventory:
    inventory = Inventory(text)
    for term in terms:
        inventory.add(entry_of(term))
    return inventory


# rule: (a text it forbids, one it does not) for the stem and the key 河湖巡查制度
CASES = [
    ("in sight", "青禾县", "岸线巡查制度"),
    ("in sight", "民间观察员", "岸线巡查制度"),  # in the lead
    ("part of another", "巡查制度", "岸线管理制度"),
    ("part of another", "河湖巡查监督制度", "岸线管理制度"),
    ("part of another", "河巡制", "岸管制"),
    ("same meaning", "河湖巡查机制", "湿地巡查制度"),
    ("same meaning", "巡查河湖制度", "湿地巡查制度"),
    ("same meaning", "河湖巡查製度", "湿地巡查制度"),
]


@pytest.mark.parametrize(("rule", "forbidden", "allowed"), CASES)
def test_a_rule_forbids_one_and_lets_the_other_through(rule: str, forbidden: str, allowed: str) -> None:
    slot = slot_for(STEM, "河湖巡查制度", "县里聘请民间观察员")
    assert FORBIDDEN[rule](forbidden, slot, slot.answers)
    assert not FORBIDDEN[rule](allowed, slot, slot.answers)


def test_every_rule_has_a_case() -> None:
    assert {rule for rule, *_case in CASES} == set(FORBIDDEN)


@pytest.mark.parametrize(("a", "b"), [("加强水源建设", "增强水源建立"), ("改善农村水质", "优化乡村水质")])
def test_words_of_one_meaning_read_alike(a: str, b: str) -> None:
    assert plain(a) == plain(b)


@pytest.mark.parametrize(
    ("term", "kind", "fits"),
    [
        ("岸线管理制度", "", True),
        ("国家湿地监测中心", "institution", False),
        ("湿地", "", False),  # too short
        ("湿地和河滩制度", "", False),  # 和 inside, the key has none
        ("修复湿地河滩", "", False),  # verb and object
    ],
)
def test_a_wrong_option_is_of_the_class_and_the_length_of_the_key(term: str, kind: str, fits: bool) -> None:
    assert fitting(entry_of(term, kind), entry_of("河湖巡查制度")) is fits


def test_a_name_is_not_exchanged_for_a_clause() -> None:
    key = Entry("河湖巡查制度", "noun", "n", "n")
    assert not fitting(Entry("健全巡查制度", "noun", "a", "n"), key)
    assert fitting(Entry("岸线巡查制度", "noun", "n", "n"), key)


def test_a_law_stands_for_a_law_and_not_for_a_handbook() -> None:
    key = entry_of("青禾县水源保护法", "title")
    assert fitting(entry_of("青禾县湿地保护法", "title"), key)
    assert not fitting(entry_of("青禾县河长手册集", "title"), key)


def test_a_coinage_needs_the_same_word_behind_it_or_an_end_or_two_characters_in_common() -> None:
    key = Entry("清水润城", "quoted", "n", "n", behind="工程")
    assert fitting(Entry("百村万树", "quoted", "n", "n", behind="工程"), key)
    assert fitting(Entry("清风进村", "quoted", "n", "n", behind="活动"), key)
    assert fitting(Entry("润水清心", "quoted", "n", "n", behind="活动"), key)
    assert not fitting(Entry("百村万树", "quoted", "n", "n", behind="活动"), key)
    assert not fitting(Entry("风清气正", "quoted", "n", "n", behind="活动"), key)
    assert not fitting(Entry("一村一策", "quoted", "n", "n", behind="活动"), replace(key, text="一河一长"))
    assert not fitting(Entry("四个工程", "quoted", "m", "n", behind="工程"), key)


@pytest.mark.parametrize(
    ("report", "right_too"),
    [
        ("各乡也让每一段岸线巡查制度落地。", False),
        ("邻县实行岸线巡查制度。" + COMMON_BEHIND, True),  # now the words before the gap tell
        ("岸线巡查制度，让每个人都放心。", False),
        ("邻县也实行岸线巡查制度，让人放心。", True),
        ("邻县实行“岸线巡查制度”。" + COMMON_BEHIND, True),  # in quotation marks
        ("邻县实行岸线巡查制度。", False),  # the words behind it tell more: the stem alone has them
    ],
)
def test_what_a_report_says_in_the_same_surroundings_is_no_wrong_option(report: str, right_too: bool) -> None:
    slot = slot_for(STEM, "河湖巡查制度")
    reports = (STEM + report).translate(MARKS)
    assert occurrence(slot, Inventory(reports))("岸线巡查制度") is right_too


def test_the_rarer_side_tells() -> None:
    slot = slot_for("着力提升河湖治理力，守护一江清水。", "河湖治理力")
    report = "着力提升产业带动力，富裕一方百姓。着力提升文化引领力，滋养一座小城。守护一江清水。"
    assert not occurrence(slot, Inventory(report))(
        "产业带动力"
    )  # 着力提升 stands before many things, 守护一江清水 behind one


def options(key: str, inventory: Inventory, text: str = STEM, visible: str = "") -> Sequence[str]:
    return list(distractors(slot_for(text, key, visible), entry_of(key), inventory))


def test_options_never_hold_one_another() -> None:
    found = options("河湖巡查制度", stocked("湿地保护制度", "国家湿地保护制度", "湿地养护制度", "水源保护制度"))
    assert len(found) >= 3
    assert not any(a in b for a in found for b in found if a != b)


def test_the_siblings_of_the_field_come_first() -> None:
    text = "青禾县的河长们牢固树立文化自信，守护一江清水。"
    found = options("文化自信", stocked("水清岸绿", "湿地公园"), text)
    assert set(found[:3]) <= {"道路自信", "理论自信", "制度自信", "历史自信"}


def test_a_key_that_repeats_a_word_of_the_stem_gives_itself_away() -> None:
    slot = slot_for("保护湿地要靠湿地巡查员，人人有责。", "湿地巡查员")
    assert gives_away(slot, ["民间观察员", "水质监测员"])
    assert not gives_away(slot, ["民间观察员", "湿地监测员"])
