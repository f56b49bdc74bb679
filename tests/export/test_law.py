"""Whatever a deck holds, the real Anki shows it, and nothing in it acts."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz import controls
from quiz.errors import QuizError
from quiz.export.anki import Ledger, export
from quiz.export.anki.escape import clean
from quiz.model import Blank, Choice, Cloze, Deck, Judge, Order, Origin, Provenance, Question, Short

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:anki")
NOW = 1740000000
PAYLOADS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<iframe src=//x.example></iframe>",
    "--><b>",
    "\"'><i>",
    "1<2 & 3>2",
    "&lt;&#125;&amp;",
    "{{c1::党::政}}",
    "{{c2::乙}}",
    "{{编号}}{{#题文}}",
    "}}",
    "{{",
    "::",
    "党::政:",
    "[sound:a.mp3]",
    "[latex]x[/latex][$]y[/$][$$]z[/$$]",
    "\\(x\\) \\[y\\]",
    "甲\x1f乙",
    "\x1b[2J\x1b]52;c;AAAA\x07",
    "\x9b31m\x00",
    "\u202e反\u200b\ufeff",
    "e\u0301\u0338>",
    "\ud800",
    " \u3000=1+1\t[red][/red]:smile:",
]
MARKS = st.sampled_from(PAYLOADS) | st.text(st.sampled_from("水a {}:[]<>&;\\\n\"'-e\u0301")) | st.text(max_size=12)
KEPT = MARKS.map(controls.clean)  # as a deck file holds it
SEEN = KEPT.filter(lambda text: bool(clean(text).strip()))
Shown = Callable[[str], str]


@st.composite
def questions(draw: st.DrawFn, question_id: str) -> Question:
    before, answer, middle, other, after = (draw(part) for part in (KEPT, SEEN, KEPT, SEEN, KEPT))
    blanks = [Blank(len(before), len(before + answer), answer, tuple(draw(st.lists(SEEN, max_size=2))), draw(KEPT))]
    at = len(before + answer + middle)
    more = Blank(at, at + len(other), other)
    sentence = before + answer + middle + other + after
    options = tuple(draw(st.lists(KEPT, min_size=2, max_size=5, unique=True)))
    key = tuple(sorted(draw(st.sets(st.integers(0, len(options) - 1), min_size=1))))
    bare: list[Question] = [
        Cloze(question_id, sentence, blanks=(*blanks, more)),
        Choice(question_id, sentence, blanks=draw(st.sampled_from([(), tuple(blanks)])), options=options, key=key),
        Judge(question_id, sentence, true=draw(st.booleans())),
        Order(question_id, sentence, items=options),
        Short(question_id, sentence, points=options),
    ]
    provenance = Provenance(tuple(draw(st.lists(KEPT, max_size=3))), 1, draw(KEPT | st.just(sentence)))
    lead, note, tags = draw(KEPT), draw(KEPT), tuple(draw(st.lists(KEPT, max_size=2)))
    return replace(draw(st.sampled_from(bare)), provenance=provenance, lead=lead, note=note, tags=tags)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    count = draw(st.integers(1, 4))
    asked = tuple(draw(questions(f"q{n}")) for n in range(count))
    return Deck("law", draw(SEEN), Origin(draw(KEPT), draw(KEPT), draw(KEPT)), asked)


def content(question: Question, deck: Deck) -> dict[str, str]:
    """The texts that Anki must hold, by field; lists as one text."""
    section = [clean(part) for part in question.provenance.section if clean(part).strip()]
    title, date = clean(deck.report.title or deck.title), clean(deck.report.date)
    held = {"编号": question.id, "前文": question.lead}
    if isinstance(question, Cloze):
        source = " · ".join(part for part in (title, *section, date) if part.strip())
        return {**held, "题文": question.sentence, "出处": source}
    held |= {"报告": title, "出处": " · ".join(section), "日期": date, "题干": question.sentence}
    match question:
        case Choice():
            held["题干"] = question.fill(["（　　）"] * len(question.blanks))
            held |= {"选项": "".join(question.options), "答案": "".join("ABCDE"[place] for place in question.key)}
        case Judge():
            held["答案"] = "正确" if question.true else "错误"
        case Order():
            held["条目"] = "".join(question.items)
        case Short():
            held["要点"] = "".join(question.points)
    return held


def seen(text: str) -> str:
    """Text without what cleaning changes at the joints of parts that are cleaned one by one."""
    return re.sub(r"\s", "", clean(text))


@given(decks())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_deck_comes_back_from_anki_as_it_was(anki: Any, shown: Shown, deck: Deck) -> None:
    anki.col.remove_notes(anki.col.find_notes(""))
    anki.load(export([(deck, Ledger())], NOW))
    assert anki.col.note_count() == anki.col.card_count() == len(deck.questions)
    for question in deck.questions:
        note = anki.note(question.id)
        for name, text in content(question, deck).items():
            field = re.sub(r"\{\{c1::(.*?)(?:::(.*?))?\}\}", r"\1", note[name], flags=re.S)
            assert seen(shown(field)) == seen(text), name
        if isinstance(question, Cloze):
            assert [seen(part) for part in anki.stems(note)] == [
                seen(question.fill([f"[{clean(blank.hint) or '...'}]" for blank in question.blanks])),
                seen(question.sentence),
            ]


@pytest.fixture
def torture() -> Deck:
    """Every payload in every text of every kind."""
    asked: list[Question] = []
    for n, bad in enumerate(controls.clean(payload) or "空" for payload in PAYLOADS):
        answer, other = f"{bad}答{bad}", f"{bad}另{bad}"
        sentence = f"{bad}前{answer}、{other}{bad}后"
        at = len(bad) + 1
        first = Blank(at, at + len(answer), answer, (bad,), bad)
        second = Blank(first.end + 1, first.end + 1 + len(other), other, (bad,), bad)
        texts = tuple(f"{bad}{mark}{bad}" for mark in "甲乙丙")
        asked += [
            Cloze(f"cloze{n}", sentence, blanks=(first, second)),
            Choice(f"choice{n}", sentence, blanks=(first,), options=texts, key=(1,)),
            Choice(f"many{n}", sentence, blanks=(), options=texts, key=(0, 2)),
            Judge(f"judge{n}", sentence, true=False),
            Order(f"order{n}", sentence, items=texts),
            Short(f"short{n}", sentence, points=texts),
        ]
        source = Provenance((bad, f"{bad}节"), n, f"{bad}引")
        asked[-6:] = [replace(q, provenance=source, lead=bad, note=bad, tags=(bad,)) for q in asked[-6:]]
    title = "".join(map(controls.clean, PAYLOADS))
    return Deck("torture", title, Origin(title, title, title), tuple(asked))


@pytest.mark.parametrize("cards", ["question", "blank"])
def test_hostile_text_shows_and_never_acts(anki: Any, shown: Shown, torture: Deck, cards: str) -> None:
    anki.add(torture, cards=cards, typing="yes")
    assert anki.col.note_count() == len(torture.questions)
    allowed = {"div", "span", "ol", "ul", "li", "b", "br", "script", "a"}
    for question in torture.questions:
        note = anki.note(question.id)
        for card in range(len(note.cards())):
            html = re.sub(r"<!--.*?-->", "", "".join(anki.html(note, card)), flags=re.S)
            script = "<script>\n(function () {" if isinstance(question, Choice) else "no script"
            assert set(re.findall(r"<(\w+)", html)) <= allowed
            assert html.count("<script") == html.count(script)
            assert not re.search(r"\[anki:|onerror=(?!alert)|<a (?!class=hint)", html)
            assert seen(question.sentence) in seen(shown(html)) or not isinstance(question, Cloze | Judge)
    assert anki.col.fix_integrity() == ("Database rebuilt and optimized.", True)


def test_an_answer_of_which_nothing_is_left_is_refused(torture: Deck) -> None:
    blank = Blank(0, 1, "\u0338")
    with pytest.raises(QuizError, match="question q1 has no visible text"):
        export([(replace(torture, questions=(Cloze("q1", "\u0338后", blanks=(blank,)),)), Ledger())], NOW)
    with pytest.raises(QuizError, match="question q1 has no visible text"):
        export([(replace(torture, questions=(Judge("q1", " \u3000", true=True),)), Ledger())], NOW)
