"""The parts of the rules that look at a word by itself."""

from functools import cache
from pathlib import Path

from quiz.language.words import is_word

HOLLOW = Path(__file__).with_name("hollow.txt")
NEVER_OPENS = frozenset("ucpyeordxk")  # first letters of tags
NEVER_CLOSES = frozenset("ucpyeodrxkf")
PARTICLES = frozenset([*"相所可能会要已将被把较很说称", "有所", "只会", "势必会", "如下", "表示"])
QUALIFIES = frozenset({"跨地区", "跨区域", "跨部门", "跨行业", "跨省", "在建", "续建"})
INNER_AUXILIARIES = frozenset([*"要将已应须是到还也都就又才作则过了", "甚至", "必须", "正在", "继续", "仍然", "依然"])
LEADS_TO = frozenset({"取得", "给予", "加以", "予以", "加快", "成为"})
JOINS = frozenset({"和", "与", "及", "以及"})
CAUSATIVES = frozenset({"让", "使", "令"})
POINTERS = frozenset({"这", "这些", "那些", "其", "该"})
# How much or when: a blank that opens on one asks for what any report says.
DEGREES = frozenset({
    "今后", "当前", "目前", "今年", "去年", "全年",
    "十分", "极为", "相当", "完全", "非常", "更加", "更为", "比较", "丝毫", "一些", "许多", "很多", "大量", "坚决",
    "部分", "一部分", "大部分", "多次", "不同", "多种", "所有", "各种", "各类",
})  # fmt: skip
FUNCTION_CHARACTERS = frozenset("以为对和与在把被将由从向到使让就并及或而")


@cache
def hollow_words() -> frozenset[str]:
    """Words of any report that say nothing by themselves, one a line in hollow.txt."""
    return frozenset(HOLLOW.read_text(encoding="utf-8").split())


def never_opens(text: str, tag: str) -> bool:
    """的, a conjunction, a preposition, a pronoun, an adverb, a causative (让群众), or a word of degree or time."""
    return tag[:1] in NEVER_OPENS or text in DEGREES or text in CAUSATIVES or (len(text) == 4 and text[:2] in DEGREES)


def never_closes(text: str, tag: str) -> bool:
    """The same, a particle like 相, a verb that leads on with 于 (关键在于), or what qualifies (跨地区, 在建)."""
    return tag[:1] in NEVER_CLOSES or text in PARTICLES or text in QUALIFIES or (len(text) > 1 and text[-1] == "于")


def joins(text: str, tag: str) -> bool:
    """和, 与, 或, a preposition, a particle of a clause (今年要重点), or a word that points back (党的这些骨干)."""
    return tag[:1] in "cp" or text in INNER_AUXILIARIES or text in POINTERS or text in LEADS_TO


def made_up(text: str, _tag: str) -> bool:
    """No word of the dictionary, opening like a preposition (项目|向雄安): the segmenter guessed."""
    return text[0] in FUNCTION_CHARACTERS and not is_word(text)
