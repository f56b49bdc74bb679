"""Which key phrases stand in one list and are the whole of it, so that one question asks for them together."""

import re
from collections.abc import Iterator

from quiz.generate.candidates import Marked
from quiz.generate.rules.words import JOINS, hollow_words
from quiz.language.words import Token
from quiz.model import KeyPhrase

BESIDE = JOINS | {"、", "或"}  # a member on their other side
MAX_BLANKS = 3
MAX_BLANKED = 0.4  # of the sentence's characters
COMPLEMENT = ("为", "成为", "作为", "是")  # what follows them goes with what stands before, not with the next member
# What closes a last member and belongs to all, where the others close otherwise.
HEADS = frozenset({
    "事业", "水平", "功能", "工作", "建设", "改革", "改造", "整治", "监督", "单位", "机制", "能力", "产量", "权益",
    "比重", "出口", "项目", "政策", "研究", "任务", "制度", "保障", "服务", "管理",
})  # fmt: skip
# The same, of members of one length.
HEADS_OF_LIKE = ("体系", "保险", "意义", "时限", "增加值", "税率", "和平", "地区", "职称", "群众")
SHORT = 3  # characters
TOGETHER = re.compile(r"”?(?:、|和|与|及|以及)“?|”“")
# Verbs beside the hollow ones that always have an object.
GOVERNS = frozenset({"尊重", "集中", "丰富", "放大", "拉长", "锻造", "贴近", "增进", "学习", "维护"})


def sets(marked: Marked, phrases: list[KeyPhrase]) -> list[list[KeyPhrase]]:
    """The runs of phrases (A、B和C; “甲”“乙”) that are a whole list of two or three like members."""
    return [group for group in _neighbours(marked.text, phrases) if _is_set(marked, group)]


def _neighbours(text: str, phrases: list[KeyPhrase]) -> Iterator[list[KeyPhrase]]:
    """Runs of phrases with nothing but 、 or 和 or quotation marks between them."""
    run: list[KeyPhrase] = []
    for phrase in sorted(phrases, key=lambda phrase: phrase.start):
        if run and TOGETHER.fullmatch(text[run[-1].end : phrase.start]):
            run.append(phrase)
            continue
        yield run
        run = [phrase]
    yield run


def _is_set(marked: Marked, group: list[KeyPhrase]) -> bool:
    """Whether the run is a whole list, its members whole and alike, and short enough to be asked at once."""
    if not 2 <= len(group) <= MAX_BLANKS:
        return False
    text, start, end = marked.text, group[0].start, group[-1].end
    quoted = {text[phrase.start - 1 : phrase.start] == "“" for phrase in group}
    lengths = [len(phrase.text) for phrase in group]
    alike = len(quoted) == 1 and max(lengths) <= 3 * min(lengths)
    one_list = _opens_whole(marked, start) and _closes_whole(marked, end) and _are_even(marked, group)
    whole = quoted == {True} or one_list
    return alike and whole and sum(lengths) <= len(text) * MAX_BLANKED


def _are_even(marked: Marked, group: list[KeyPhrase]) -> bool:
    """Whether no member holds what belongs to all of them, none has a verb of its own, and 的 is in all or in none
    (|财政政策|和|稳健的货币政策|)."""
    texts = [phrase.text for phrase in group]
    if len({"的" in text for text in texts}) > 1:
        return False
    shares = _closes_with_a_head(texts) or _opens_with_a_modifier(texts)
    return not (shares or _has_its_own_verb(marked, group))


def _closes_with_a_head(texts: list[str]) -> bool:
    """物质文明和|精神文明建设|, 国际性和|全国性赛事|, 失业、|工伤保险|."""
    *earlier, last = texts
    if last[0].isdigit() or earlier[0][0].isdigit():
        return last[0].isdigit() != earlier[0][0].isdigit()
    if last.endswith(earlier[0][-1]) or (last[0] == earlier[0][0] and last[-2:] not in HEADS):
        return False
    named = len(last) > max(map(len, earlier)) and (last[-2:] in HEADS or last[-1] == "化")
    lengths = {len(text) for text in earlier}
    longer = len(lengths) == 1 and len(last) >= min(lengths) + 2 and last.endswith(HEADS_OF_LIKE)
    return named or longer or all(_tail(text) in last[1:-1] for text in earlier)


def _tail(text: str) -> str:
    """What closes a member and would close one that it is like: 文明, 性."""
    return text[-1:] if len(text) < SHORT or text[-1] in "化性" else text[-2:]


def _opens_with_a_modifier(texts: list[str]) -> bool:
    """|人民人身权|、财产权、人格权."""
    first, *others = texts
    longer = len(first) >= max(map(len, others)) + 2 and max(map(len, others)) <= SHORT + 1
    return longer and all(text[-1] == first[-1] for text in others) and not first[0].isdigit()


def _has_its_own_verb(marked: Marked, group: list[KeyPhrase]) -> bool:
    """Whether a verb governs the first member and a later one has another or is an idiom (改进|作风、|奋力拼搏), or the
    first holds the verb of all (|推广以工代赈、|以奖代补)."""
    first, *others = group
    governing = next((token for token in marked.tokens if token.end == first.start and token.tag[:1] == "v"), None)
    words = {token.start: token for token in marked.tokens}
    opens, *later = (words.get(phrase.start) for phrase in group)
    if opens and opens.tag == "v" and opens.end < first.end and not any(_is_verb(word) for word in later):
        return True
    if governing is None or opens is None or opens.tag[:1] not in "na":
        return False
    return any(
        word and _stands_alone(word, phrase, governing, first) for phrase, word in zip(others, later, strict=True)
    )


def _is_verb(word: Token | None) -> bool:
    return word is None or word.tag[:1] in "vil"


def _stands_alone(word: Token, phrase: KeyPhrase, governing: Token, first: KeyPhrase) -> bool:
    """Whether a later member, which opens on `word`, needs no verb of the first."""
    again = word.text == governing.text  # 融入|法治建设|、|融入社会发展|
    if phrase.text[-2:] == first.text[-2:] and not again:
        return False
    if word.end >= phrase.end:
        return word.text == phrase.text and word.tag == "i" and word.text[-1] != first.text[-1]
    short = len(word.text) == len(governing.text) == 1 and word.tag == "v"  # 解|难题|、|促发展|
    return again or short or word.text in GOVERNS or (word.text in hollow_words() and word.tag[:1] == "v")


def _opens_whole(marked: Marked, start: int) -> bool:
    """Whether nothing before a list belongs to its first member or is a member too."""
    before = [token for token in marked.tokens if token.end <= start and token.text != "“"]
    if not before or before[-1].text in "，；：。（":
        return True
    last = before[-1]
    if last.text in BESIDE or last.text in COMPLEMENT or last.tag[:1] in "nt":
        return False
    # A verb between nouns inside a clause is part of a name (工程模拟设施) and does not govern the list.
    named = len(before) > 1 and last.tag[:1] == "v" and before[-2].tag[:1] == "n"
    return not (named and any(token.tag[:1] == "v" for token in _clause(marked, before[-2].start)))


def _clause(marked: Marked, end: int) -> list[Token]:
    """The words of the clause at `end`, up to there."""
    found: list[Token] = []
    for token in marked.tokens:
        if token.start >= end:
            break
        found = [] if token.text in "，；：。" else [*found, token]
    return found


def _closes_whole(marked: Marked, end: int) -> bool:
    """Whether nothing behind a list belongs to its last member or is a member too."""
    after = next((token for token in marked.tokens if token.start >= end and token.text != "”"), None)
    return after is None or (after.text not in BESIDE and after.tag[:1] not in "nvtp")
