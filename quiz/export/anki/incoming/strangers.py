"""Notes that people made in Anki, as questions: a cloze of each number, front and back as a short answer."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias, get_args

from quiz.export.anki.incoming.clozes import numbers, parse_clozes, sentence
from quiz.export.anki.incoming.collection import Kind, Row
from quiz.export.anki.incoming.text import MAX_FIELD, Marked, plain, read_html
from quiz.export.anki.ledger import digest
from quiz.model import Blank, Cloze, Provenance, Question, Short

Reason: TypeAlias = Literal["no text", "no answer", "no blank", "picture with covers", "too long", "unknown type"]
REASONS: tuple[Reason, ...] = get_args(Reason)

_FIELD = re.compile(r"\{\{([^{}]{1,200})\}\}")
_NOT_A_FIELD = frozenset(["FrontSide", "Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag"])
_GAP = re.compile(r"[_＿]{2,}|[（(][\s_＿]*[）)]|【[\s_＿]*】")
_BETWEEN = re.compile(r"[;；、\n]|(?<![0-9]),|，| {2,}")
_LONGEST = 40  # characters that one still fills into a gap


class Unusable(Exception):  # noqa: N818  # it is no error
    """Why a note makes no question."""

    def __init__(self, reason: Reason) -> None:
        self.reason = reason
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Made:
    """The questions of one note, and which of them each of its cards asks, by the card's place."""

    questions: tuple[Question, ...]
    cards: Mapping[int, str]


class _Sides(NamedTuple):
    """Names of fields: the cloze on the front, what else stands there, what the back adds."""

    cloze: str
    front: tuple[str, ...]
    back: tuple[str, ...]


def make_questions(note: Row, kind: Kind, section: tuple[str, ...], places: set[int]) -> Made:
    """The questions of a note; `places` are those of the cards it has. Raises Unusable."""
    fields = dict(zip(kind.fields, note.fields, strict=False))
    if any(len(text) > MAX_FIELD for text in fields.values()):
        raise Unusable("too long")
    texts = {name: read_html(html) for name, html in fields.items()}
    about = _About(note, section, texts)
    if kind.is_cloze:
        return _clozes(about, _sides(kind, 0, texts))
    made = {
        place: question
        for place in sorted(places or {0})
        if place < len(kind.sides) and (question := _card(about, place, _sides(kind, place, texts)))
    }
    if not made:
        raise Unusable("no answer" if about.text(_sides(kind, 0, texts).front) else "no text")
    return Made(tuple(made.values()), {place: question.id for place, question in made.items()})


class _About(NamedTuple):
    note: Row
    section: tuple[str, ...]
    texts: Mapping[str, Marked]

    def at(self, quote: str) -> Provenance:
        return Provenance(self.section, quote=quote)

    def id(self, place: int) -> str:
        return digest("anki", self.note.guid, str(place), size=6)

    def text(self, names: tuple[str, ...]) -> str:
        return "\n".join(filter(None, (plain(self.texts[name].text) for name in names)))

    def remark(self, *texts: str) -> str:
        """What stands with the answer: some texts, then the pictures and sounds of the note."""
        media = dict.fromkeys(media for text in self.texts.values() for media in text.media)
        return "\n".join(filter(None, (*texts, " ".join(media))))


def _sides(kind: Kind, place: int, texts: Mapping[str, Marked]) -> _Sides:
    """The fields that a card template shows."""
    question, answer = kind.sides[place] if place < len(kind.sides) else ("", "")
    front = [found.strip().split(":") for found in _FIELD.findall(question)]
    back = [found.strip().split(":") for found in _FIELD.findall(answer)]
    cloze = next((parts[-1] for parts in front if "cloze" in parts[:-1] and parts[-1] in texts), "")
    shown = _names([parts for parts in front if "type" not in parts[:-1]], texts, {cloze})
    return _Sides(cloze, shown, _names(back, texts, {cloze, *shown}))


def _names(found: list[list[str]], texts: Mapping[str, Marked], but: set[str]) -> tuple[str, ...]:
    names = dict.fromkeys(parts[-1].strip() for parts in found if parts[0][:1] not in ("#", "^", "/", "!"))
    return tuple(name for name in names if name in texts and name not in but | _NOT_A_FIELD)


def _clozes(about: _About, sides: _Sides) -> Made:
    """A question a number, or one of all where they are one list (甲、乙和丙)."""
    text = about.texts[sides.cloze].text if sides.cloze else ""
    content = parse_clozes(text)
    found = numbers(content)
    if "::image-occlusion:" in text:
        raise Unusable("picture with covers")
    if not plain(sentence(content, ())[0]):
        raise Unusable("no text")
    whole = sentence(content, found)
    lists = Cloze("", whole[0], blanks=whole[1]).lists()
    groups = [found] if len(lists) == 1 else [[number] for number in found]
    lead, note = about.text(sides.front), about.remark(about.text(sides.back))
    questions: list[Question] = []
    cards: dict[int, str] = {}
    for group in groups:
        words, blanks = sentence(content, group)
        if blanks:
            name, place, tags = about.id(group[0]), about.at(words), about.note.tags
            questions.append(Cloze(name, words, provenance=place, lead=lead, tags=tags, note=note, blanks=blanks))
            cards |= {number - 1: name for number in group}
    if not questions:
        raise Unusable("no blank")
    return Made(tuple(questions), cards)


def _card(about: _About, place: int, sides: _Sides) -> Question | None:
    """A card with front and back: a cloze where the front has the gaps that the back fills, else a short answer."""
    task, answer = about.text(sides.front), about.text(sides.back)
    if not task or not answer:
        return None
    name, tags, note = about.id(place), about.note.tags, about.remark()
    filled = _filled(task, answer)
    if filled:
        words, blanks = filled
        return Cloze(name, words, provenance=about.at(words), tags=tags, note=note, blanks=blanks)
    points = tuple(line for line in answer.split("\n") if line)
    return Short(name, task, provenance=about.at(""), tags=tags, note=note, points=points)


def _filled(task: str, answer: str) -> tuple[str, tuple[Blank, ...]] | None:
    """`task` with the answers in its gaps (____ or （　）); None when they do not fit."""
    around = _GAP.split(task)
    answers = [answer] if len(around) == 2 else _BETWEEN.split(answer)
    answers = [part.strip() for part in answers]
    short = all(0 < len(part) <= _LONGEST and "\n" not in part for part in answers)
    if len(around) < 2 or len(answers) != len(around) - 1 or not short or "" in around[1:-1]:
        return None
    whole, blanks = around[0], []
    for part, text in zip(answers, around[1:], strict=True):
        blanks.append(Blank(len(whole), len(whole) + len(part), part))
        whole += part + text
    return whole, tuple(blanks)
