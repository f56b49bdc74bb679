"""Wrong options: real terms of the key's class and form, surely false where the key stands."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from quiz.generate.options.entry import Entry, entry_of, field_by_frame, frame, siblings
from quiz.generate.options.inventory import MARKS, Inventory
from quiz.language.script import fold_script

# Where wrong options may come from: the key's whole class; terms that share its head or stand beside it in the field;
# or, for a member of a list, those and what is formed as it is.
Reach = Literal["class", "frame", "list"]
MOST_LOOKED_AT = 60  # of the terms of a class: the nearest in form come first
NEAR, NEARER = 3, 2  # characters of the sentence on one side, on both sides
NUMERALS = frozenset("一二两三四五六七八九十百千万")
VERBAL = frozenset("vad")  # parts of speech that open a clause rather than a name
CLASSES_OF_THEIR_OWN = frozenset({"title", "institution", "place", "numbered"})
# Words that mean the same in this language of reports; a wrong option that differs in them alone would be right.
SAME_MEANING = (
    "建设 建立 构建 打造 建成 创建", "完善 健全 优化 改善", "推进 推动 促进 推行", "加强 增强 强化", "提高 提升",
    "扩大 拓展 扩展", "保障 保证 确保 保护 维护", "乡村 农村", "人民 群众 百姓 人民群众 老百姓", "全国 国家 我国 中国",
    "深化 深入", "实施 落实 执行 贯彻", "发展 壮大", "重要 重大 关键 核心", "主要 首要", "能力 本领 水平", "体系 系统",
    "制度 机制 体制", "目标 任务", "思想 理论 理念 观念", "科技 科学技术", "环境 生态 生态环境", "治理 管理",
    "质量 品质", "稳定 平稳", "公正 公平", "团结 统一",
)  # fmt: skip
MEANING = {word: group.split()[0] for group in SAME_MEANING for word in group.split()}
SYNONYM = re.compile("|".join(sorted(MEANING, key=lambda word: (-len(word), word))))


@dataclass(frozen=True, slots=True)
class Slot:
    """The gap of a question: `answers` are right, `visible` is all that the learner reads beside the stem."""

    text: str
    start: int
    end: int
    answers: tuple[str, ...]
    visible: str = ""

    @property
    def rest(self) -> str:
        """What the learner reads: the sentence without the gap, and what stands beside it."""
        return f"{self.text[: self.start]}\n{self.text[self.end :]}\n{self.visible}"


def distractors(slot: Slot, key: Entry, inventory: Inventory, reach: Reach = "class") -> Iterator[str]:
    """Wrong options for `key`, best first, none too like another; those that follow know of those taken before."""
    taken: list[str] = list(slot.answers)
    occurs: Callable[[str], bool] | None = None
    for entry in ranked(key, inventory, reach):
        if any(forbids(entry.text, slot, taken) for forbids in FORBIDDEN.values()):
            continue
        occurs = occurs or occurrence(slot, inventory)  # looks through the reports, so not before it is needed
        if not occurs(entry.text):
            taken.append(entry.text)
            yield entry.text


def ranked(key: Entry, inventory: Inventory, reach: Reach = "class") -> list[Entry]:
    """The terms that could stand for `key`, the most plausible first."""
    field = siblings().get(key.text, ())
    pool = [entry_of(text, key.kind) for text in field]
    if frame(key.text):
        known = field_by_frame().get(frame(key.text), ())
        pool += [*inventory.framed(key), *(entry for entry in known if inventory.says(entry.text))]
    if reach != "frame":
        pool += islice(inventory.like(key), MOST_LOOKED_AT)
    once = {entry.text: entry for entry in reversed(pool)}
    fits = [entry for entry in reversed(once.values()) if fitting(entry, key, related=entry.text in field)]
    if reach == "list":
        fits = [entry for entry in fits if entry.text in field or listed_alike(entry, key)]
    return sorted(fits, key=lambda entry: -plausibility(entry, key, entry.text in field))


def fitting(entry: Entry, key: Entry, *, related: bool = False) -> bool:
    """Whether the grammar around the key takes `entry`: same class, same part of speech at the end, like length.

    `related` terms stand beside the key in the field, which says more than the segmenter's parts of speech.
    """
    least, most = sorted((len(entry.text), len(key.text)))
    if 2 * most > 3 * least or entry.joints != key.joints:
        return False
    if related:
        return True
    if CLASSES_OF_THEIR_OWN & {entry.kind, key.kind}:
        return entry.kind == key.kind and same_head(entry.text, key.text)
    if key.kind == "quoted":
        return coined_alike(entry, key)
    if entry.opens in VERBAL and entry.opens != key.opens:
        return False
    return entry.closes == key.closes and (entry.kind == key.kind or "idiom" in (entry.kind, key.kind))


def listed_alike(entry: Entry, key: Entry) -> bool:
    """Whether two terms might be members of one list: of one kind and with one head, or idioms both."""
    if entry.kind != key.kind or abs(len(entry.text) - len(key.text)) > 1:
        return False
    return key.kind == "idiom" or frame(entry.text) == frame(key.text) != ""


def same_head(a: str, b: str) -> bool:
    """Whether two names say that they name the same sort of thing: 法, 条例, 委员会, 中心."""
    return a[-2:] == b[-2:] or (a[-1] == b[-1] == "法")


def coined_alike(entry: Entry, key: Entry) -> bool:
    """Whether two coinages might stand for one another: before the same word (“…”工程), or opened or closed by the
    same character, or with two in common."""
    shared = set(entry.text) & set(key.text) - NUMERALS
    edges = entry.text[-1] == key.text[-1] or entry.text[0] == key.text[0] in shared
    alike = entry.behind == key.behind != "" or edges or len(shared) > 1
    return alike and entry.kind == "quoted" and entry.closes == key.closes and "m" not in (entry.opens, key.opens)


def plausibility(entry: Entry, key: Entry, related: bool) -> float:
    """How soon somebody who half remembers would take `entry` for `key`."""
    shared = len(set(entry.text) & set(key.text)) / len(set(key.text))
    apart = abs(len(entry.text) - len(key.text))
    value = 3.0 * related + 2.0 * shared - (1.0 if apart else 0.0) - 0.6 * apart
    value += 0.6 * (entry.text[-1] == key.text[-1]) + 0.4 * (entry.opens == key.opens)
    return value + 0.5 * (entry.kind == key.kind)


def in_sight(text: str, slot: Slot, _taken: Sequence[str]) -> bool:
    """It stands in the rest of the stem, in the lead or in the title."""
    return text in slot.rest


def part_of_another(text: str, _slot: Slot, taken: Sequence[str]) -> bool:
    """It holds the key or another option, or is held by one; an abbreviation reads so, too."""
    return any(text in other or other in text or _abbreviates(text, other) for other in taken)


def _abbreviates(a: str, b: str) -> bool:
    """Whether the characters of the shorter stand in the longer in order and open it (医保, 医疗保险)."""
    short, long = sorted((a, b), key=len)
    rest = iter(long)
    return len(short) < len(long) and short[0] == long[0] and all(character in rest for character in short)


def same_meaning(text: str, _slot: Slot, taken: Sequence[str]) -> bool:
    """It means what the key or another option means: synonyms (建设, 建立), another script, the same parts in turn."""
    own = plain(text)
    return any(own == other or sorted(own) == sorted(other) for other in map(plain, taken))


def plain(text: str) -> str:
    """A term with its words replaced by the first of their synonyms, in one script."""
    return SYNONYM.sub(lambda match: MEANING[match[0]], fold_script(text).translate(MARKS))


FORBIDDEN: dict[str, Callable[[str, Slot, Sequence[str]], bool]] = {
    "in sight": in_sight,
    "part of another": part_of_another,
    "same meaning": same_meaning,
}


def occurrence(slot: Slot, inventory: Inventory) -> Callable[[str], bool]:
    """A test whether a term stands, in any loaded report, in the surroundings of the gap, so that it were right, too.

    It looks for the term with a few characters from both sides, and with more from the side that is rarer and so tells
    more: behind 着力提升 many things may stand, before 引领新兴产业 one.
    """
    left, right = slot.text[: slot.start].translate(MARKS), slot.text[slot.end :].translate(MARKS)
    near_left, near_right = left[-NEAR:], right[:NEAR]
    left_tells = bool(near_left) and (not near_right or inventory.count(near_left) <= inventory.count(near_right))

    def occurs(text: str) -> bool:
        bare = text.translate(MARKS)
        telling = near_left + bare if left_tells else bare + near_right
        return inventory.says(telling) or inventory.says(left[-NEARER:] + bare + right[:NEARER])

    return occurs


def gives_away(slot: Slot, wrong: Sequence[str]) -> bool:
    """Whether the key alone repeats a word of the stem, so that it can be told without knowing."""
    rest = slot.rest.translate(MARKS)
    echo = [any(echoes(answer, rest) for answer in slot.answers), *(echoes(option, rest) for option in wrong)]
    return echo[0] and not any(echo[1:])


def echoes(option: str, rest: str) -> bool:
    """Whether two neighbouring characters of an option stand in the rest of the question."""
    return any(option[at : at + 2] in rest for at in range(len(option) - 1))
