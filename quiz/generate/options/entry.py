"""Terms with their shapes: their class, how they open and close, what they share with their siblings in the field."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from quiz.generate.candidates import Marked
from quiz.generate.terms import ORGANISATION, institutions
from quiz.language.words import tag

SIBLINGS = Path(__file__).with_name("siblings.txt")
SHORTEST_BODY = 5  # characters of an institution's name
JOINTS = re.compile(r"[\W的和与]")
NUMERAL = re.compile(r"[\d一二两三四五六七八九十百千]")
SURNAMES = frozenset(
    "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "廖贾夏韦付邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵钱覃武戴莫孔汤习温焦瞿恽闻"
)
# Heads under which good and bad stand together, or a whole and its parts, or nearly everything.
LOOSE_HEADS = frozenset({
    "主义", "问题", "工作", "方面", "活动", "情况", "建设", "发展", "精神", "经济", "人民", "主体", "时期", "地区",
    "关系", "监督", "教育", "保险", "政策", "企业",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A whole term. `kind` is title, quoted, institution, place, action (verb and object), noun, verb, quality, idiom
    or other; `opens` and `closes` are the first letters of its first and last part of speech, `joints` what joins its
    parts (、 和 的), `behind` the word that follows its closing mark (“…”工程)."""

    text: str
    kind: str
    opens: str
    closes: str
    joints: str = ""
    behind: str = ""


def frame(text: str) -> str:
    """What a term shares with its siblings: the head that closes it; "" where that says nothing."""
    loose = len(text) < 4 or text[-2:] in LOOSE_HEADS or text[-1] == "化"
    return "" if loose else text[-2:]


def is_coinage(text: str) -> bool:
    """Whether a quotation is a term and not a saying."""
    return len(text) <= 12 and not re.search(r"[，。；：！？]", text)


def entry_of(text: str, kind: str = "") -> Entry:
    """A term with its shape; `kind` where its place in the sentence tells (title, quoted, institution)."""
    own, opens, closes, joints = _shape(text)
    return Entry(text, kind or own, opens, closes, joints)


@lru_cache(maxsize=20_000)
def _shape(text: str) -> tuple[str, str, str, str]:
    """Kind, first and last part of speech, and what joins the parts (、 和 的)."""
    tags = [word.tag for word in tag(text)]
    numbered = tags[0][:1] == "m" and NUMERAL.match(text) is not None
    kind = "numbered" if numbered else _kind(text, tags)
    return kind, "m" if numbered else tags[0][:1], _coarse(tags[-1]), "".join(JOINTS.findall(text))


def entry_in(marked: Marked, start: int, end: int, kind: str = "") -> Entry:
    """A term where it stands in a sentence."""
    entry = entry_of(marked.text[start:end], kind or kind_in(marked, start, end))
    if entry.kind != "quoted":
        return entry
    behind = next((word for word in marked.tokens if word.start == end + 1 and word.tag[:1] in "nv"), None)
    return replace(entry, behind=behind.text if behind else "")


def _coarse(part: str) -> str:
    return "n" if part in ("vn", "an") else part[:1]


def _kind(text: str, tags: list[str]) -> str:
    if tags[-1] == "nt":
        return "institution"
    if ORGANISATION.search(text):
        return "organ"
    if len(tags) == 1 and tags[0] == "i":
        return "idiom"
    closes = _coarse(tags[-1])
    if len(tags) > 1 and tags[0] == "v" and closes == "n":
        return "action"
    return {"n": "noun", "v": "verb", "a": "quality"}.get(closes, "other")


def kind_in(marked: Marked, start: int, end: int) -> str:
    """The kind of a term where its place in the sentence tells it, else ""."""
    if (start, end) in marked.titles:
        return "title"
    if (start, end) in marked.quotes:
        return "quoted"
    body = ORGANISATION.search(marked.text, start, end) and (start, end) in bodies(marked)
    return "institution" if body else ""


def bodies(marked: Marked) -> list[tuple[int, int]]:
    """Where institutions are named in full; 城市中心 is none, though the segmenter takes 城市 for a place."""
    return [
        (start, end)
        for start, end in institutions(marked)
        if end - start >= SHORTEST_BODY and not marked.text.startswith("城市", start)
    ]


def names_a_person(marked: Marked, start: int, end: int) -> bool:
    """Whether a person's name is part of it; the segmenter also takes terms of the field (水清, 严格执法) for names."""
    inside = (word for word in marked.tokens if start <= word.start < end and word.tag[:2] == "nr")
    return marked.text[start:end] not in siblings() and any(
        len(word.text) < 4 and (word.tag != "nr" or word.text[0] in SURNAMES) for word in inside
    )


@cache
def siblings() -> Mapping[str, tuple[str, ...]]:
    """The terms of siblings.txt, each with those that stand beside it in any of its groups."""
    beside: dict[str, dict[str, None]] = {}
    for line in SIBLINGS.read_text(encoding="utf-8").splitlines():
        group = [] if line.startswith("#") else line.split()
        for term in group:
            beside.setdefault(term, {}).update(dict.fromkeys(other for other in group if other != term))
    return {term: tuple(others) for term, others in beside.items()}


@cache
def field_by_frame() -> Mapping[str, tuple[Entry, ...]]:
    """The terms of siblings.txt by their frame."""
    found: dict[str, list[Entry]] = {}
    for term in siblings():
        found.setdefault(frame(term), []).append(entry_of(term))
    return {head: tuple(terms) for head, terms in found.items() if head}
