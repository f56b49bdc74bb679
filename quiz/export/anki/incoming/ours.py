"""Notes that quiz exported, found again by their guids, and what their fields say as questions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from quiz.export.anki.fields import field_texts
from quiz.export.anki.incoming.clozes import numbers, parse_clozes, sentence
from quiz.export.anki.incoming.collection import Incoming, Kind, Row
from quiz.export.anki.incoming.text import lines, plain, read_html, tidy
from quiz.export.anki.ledger import Ledger
from quiz.export.anki.notes import note_guid
from quiz.export.anki.notetypes import CHOICE, JUDGE, NOTE_TYPES, ORDER, SHORT
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Provenance, Question, Short

_TYPES = {kind.id: kind for kind in NOTE_TYPES.values()}
_ITEM = re.compile(r"<li\b[^>]*>(.*?)(?=<li\b|</li>|\Z)", re.DOTALL)
_GAP = re.compile(r'<span class="gap">[^<>]*</span>')
_ANSWER = re.compile(r"<b>(.*?)</b>", re.DOTALL)  # in the whole sentence of a choice
_ALSO = re.compile(r"(.+?)　也可答：(.+)")


@dataclass(frozen=True, slots=True)
class Owned:
    """A note of ours with its deck and question, and whether that still is of the kind that was exported."""

    note: Row
    deck: Deck
    question: Question
    same_kind: bool


def find_ours(incoming: Incoming, decks: Sequence[Deck]) -> list[Owned]:
    """The notes that come from these decks, whatever note type Anki has given them since."""
    types = list(_TYPES.values())
    places = {
        note_guid(deck.id, question.id, kind): (deck, question, kind is NOTE_TYPES[question.kind])
        for deck in decks
        for question in deck.questions
        for kind in types
    }
    return [Owned(note, *places[note.guid]) for note in incoming.notes if note.guid in places]


def is_ours(note: Row) -> bool:
    """Whether the note's type is one of quiz's."""
    return note.kind in _TYPES


def edited(owned: Owned, incoming: Incoming, ledger: Ledger) -> Question | None:
    """The question as it stands in Anki, None when it says the same, was not touched since the export, or holds
    what no question can be made of."""
    question, note = owned.question, owned.note
    kind = NOTE_TYPES[question.kind]
    stamp = ledger.notes.get(note.guid)
    found = incoming.kinds.get(note.kind)
    if found is None or not owned.same_kind or (stamp is not None and note.mod <= stamp[1]):
        return None
    if ledger.options.get("script") == "tc":  # nothing tells what of it was written by hand
        return None
    fields = dict(zip(found.fields, note.fields, strict=False))
    sent = field_texts(question, (), dict.fromkeys(kind.fields, ""), typing=False)
    before, after = (read_fields(question, texts) for texts in (sent, {**sent, **fields}))
    return after if after is not None and after != before else None


def read_skeleton(note: Row, kind: Kind) -> Question | None:
    """The question of a note of ours whose deck is not known; its tags are lost among those of the export."""
    fields = dict(zip(kind.fields, note.fields, strict=False))
    if not _TYPES[note.kind].fields.keys() <= fields.keys():
        return None
    name = _text(fields["编号"])
    match _TYPES[note.kind].name:
        case CHOICE.name:
            answer = _ANSWER.search(fields["解析"]) if _GAP.search(fields["题干"]) else None
            blanks = (Blank(0, 0, _text(answer[1])),) if answer else ()
            bare: Question = Choice(name, "", blanks=blanks, options=(), key=())
        case JUDGE.name:
            true = _text(fields["答案"]) != "错误"
            bare = Judge(
                name, "", true=true, provenance=Provenance(quote="" if true else "".join(lines(fields["解析"])[:1]))
            )
        case ORDER.name:
            bare = Order(name, "", items=())
        case SHORT.name:
            bare = Short(name, "", points=())
        case _:
            bare = Cloze(name, "", blanks=())
    return read_fields(bare, fields)


def read_fields(question: Question, fields: Mapping[str, str]) -> Question | None:
    """`question` with the texts that the fields of its note hold, None where they make none."""
    question = replace(question, lead=_text(fields["前文"]), note=_remark(question, fields))
    match question:
        case Cloze():
            words, blanks = _clozes(question, fields)
            return replace(question, sentence=words, blanks=blanks) if blanks else None
        case Choice():
            return _choice(question, fields)
        case Judge():
            answer = _text(fields["答案"])
            if answer not in _TRUTHS:
                return None
            read: Question = replace(question, sentence=_text(fields["题干"]), true=_TRUTHS[answer])
        case Order():
            read = replace(question, sentence=_text(fields["题干"]), items=_items(fields["条目"]))
            return read if read.sentence and len(read.items) > 1 else None
        case Short():
            read = replace(question, sentence=_text(fields["题干"]), points=_items(fields["要点"]))
            return read if read.sentence and read.points else None
        case _:
            assert_never(question)
    return read if read.sentence else None


_TRUTHS = {"正确": True, "错误": False}


def _text(html: str) -> str:
    return plain(read_html(html).text)


def _items(html: str) -> tuple[str, ...]:
    return tuple(filter(None, map(_text, _ITEM.findall(html))))


def _remark(question: Question, fields: Mapping[str, str]) -> str:
    """The note: what stands behind the lines that the export writes by itself."""
    if isinstance(question, Cloze):
        return "\n".join(line for line in lines(fields["补充"]) if not _ALSO.fullmatch(line))
    found = lines(fields["解析"])
    repeats = bool(question.blanks) if isinstance(question, Choice) else question.quote != question.sentence
    return "\n".join(found[1:] if repeats else found)


def _clozes(question: Cloze, fields: Mapping[str, str]) -> tuple[str, tuple[Blank, ...]]:
    content = parse_clozes(read_html(fields["题文"]).text)
    words, blanks = sentence(content, numbers(content))
    said = {found[1]: found[2] for line in lines(fields["补充"]) if (found := _ALSO.fullmatch(line))}
    known = {_text_of(blank.accepted): blank.accepted for blank in question.blanks}
    accepted = (said.get(blank.answer, "") for blank in blanks)
    return words, tuple(
        replace(blank, accepted=known.get(also) or tuple(filter(None, also.split("、"))))
        for blank, also in zip(blanks, accepted, strict=True)
    )


def _text_of(accepted: Iterable[str]) -> str:
    return "、".join(plain(answer) for answer in accepted)


def _choice(question: Choice, fields: Mapping[str, str]) -> Choice | None:
    options = _items(fields["选项"])
    key = tuple(sorted({ord(letter) - ord("A") for letter in _text(fields["答案"]).upper() if letter.isalpha()}))
    around = [tidy(read_html(piece).text) for piece in _GAP.split(fields["题干"])]
    sound = key and key[0] >= 0 and key[-1] < len(options) and len(set(options)) == len(options) > 1
    if not sound or len(around) > 2 or not "".join(around).strip():
        return None
    if len(around) == 1:
        return replace(question, sentence=around[0].strip(), blanks=(), options=options, key=key)
    before, after = around[0].lstrip(), around[1].rstrip()
    right = tuple(options[place] for place in key)
    same = question.blanks and question.right in (right, ())
    answer = plain(question.blanks[0].answer) if same else "、".join(right)
    blank = Blank(len(before), len(before) + len(answer), answer, (), _text(fields["提示"]))
    return replace(question, sentence=before + answer + after, blanks=(blank,), options=options, key=key)
