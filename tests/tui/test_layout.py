"""A question at any size of the terminal: all of it within reach, no line too wide, no line broken where it may not."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice, pairwise
from random import Random
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from quiz import paths
from quiz.deckfile import read_deck
from quiz.errors import QuizError
from quiz.model import Blank, Choice, Cloze, Kind, Provenance, Question
from quiz.study import Session
from quiz.tui import answered, stem
from quiz.tui.prose import Prose
from quiz.tui.reply import begin
from quiz.tui.rows import Row, Rows
from quiz.tui.wrap import Piece, wrap

Play = Callable[..., list[str]]
Deal = Callable[..., None]
SCREENS = [(80, 24), (40, 15), (120, 40)]
CLOSING = "，。、；：？！）】》”"
LETTER_ALONE = re.compile(r"^[ ▸✓✗]*(\[.\] )?[A-Z0-9]+\. *$")
SENTENCE = "县里把防波堤、潮位牌和避风港（含三处栈桥）都修到了“最后一公里”，受益的渔船达到{}%，其中{}艘是今年新添的；"


def shown(lines: Iterable[str]) -> str:
    return "".join("".join(lines).split())


def long_choice() -> Choice:
    """A stem longer than any of the screens, with eight options of several lines."""
    text = "".join(SENTENCE.format(n, n * 7) for n in range(30)) + "以上说的是【】。"
    at = text.index("【")
    options = tuple(f"第{n}种说法：" + SENTENCE.format(n, n) * 2 + "完" for n in range(8))
    return Choice("q", text.replace("【】", options[0]), (Blank(at, at + len(options[0]), options[0]),), options, (0,))


@pytest.mark.parametrize("size", SCREENS)
def test_every_line_of_a_question_longer_than_the_screen_is_within_reach(
    play: Play, desk: Any, screen_text: Any, type_keys: Any, size: tuple[int, int]
) -> None:
    desk.deck = replace(desk.deck, questions=(long_choice(),))
    wanted: list[str] = []
    seen: set[str] = set()

    async def look(pilot: Pilot[None]) -> None:
        for widget in (pilot.app.screen.query_one("#stem", Prose), pilot.app.screen.query_one(Rows)):
            lines = widget.lines(widget.content_size.width)
            wanted.extend("".join(piece.text for piece in line).strip(" ▸") for line in lines)
        for _page in range(60):
            drawn = [line.rstrip(" ▁▂▃▄▅▆▇█▔▕▏▎▍▌▋▊▉") for line in screen_text(pilot.app)]
            assert all(cell_len(line) <= size[0] for line in drawn)
            seen.update(line.strip(" ▸") for line in drawn)
            await type_keys(pilot, "pagedown")

    play("home", size=size, then=look)
    assert len(wanted) > size[1]
    assert [line for line in wanted if line not in seen] == []


def shipped() -> list[Question]:
    decks = [read_deck(path) for path in sorted(paths.shipped("decks").glob("*.yaml"))]
    return [question for deck in decks for question in deck.questions]


def questions(count: int) -> Iterator[Question]:
    """The questions of the shipped decks, and then some with blanks anywhere in the sentences that those are about."""
    random, known = Random(5), shipped()
    sentences = sorted({question.sentence for question in known})
    yield from known[:count]
    for number in range(len(known), count):
        sentence = random.choice(sentences)
        places = sorted(random.sample(range(len(sentence) + 1), 2 * random.randint(1, min(6, len(sentence) // 8) or 1)))
        pairs = zip(places[::2], places[1::2], strict=True)
        blanks = tuple(Blank(start, end, sentence[start:end]) for start, end in pairs if end - start <= 12)
        if blanks:
            yield Cloze(f"r{number}", sentence, blanks, provenance=Provenance((), 1, sentence))


def texts(question: Question) -> Iterator[list[Piece]]:
    """What the screen shows of a question as running text: asked, half answered, and with its answers."""
    yield begin(question).stem()
    if isinstance(question, Cloze):
        yield stem.asked(question, ["答" * (1 + place % 7) for place in range(len(question.blanks))], 0)
    yield stem.solved(question, answered.perfect(question))


def rows(question: Question) -> Iterator[Row]:
    yield from begin(question).rows()
    yield from answered.rows(question, answered.perfect(question))


def check(question: Question, widths: Iterable[int]) -> None:
    for width in widths:
        for pieces in texts(question):
            lines = wrap(pieces, width)
            plain = ["".join(piece.text for piece in line) for line in lines]
            assert all(cell_len(line) <= width for line in plain), plain
            assert [line for line in plain if line[:1] in CLOSING and line] == [], (question.id, width)
            blanks = [piece.text for piece in pieces if piece.whole and cell_len(piece.text) <= width]
            kept = [line for line in plain for blank in blanks if blank in line]
            assert len(kept) >= len(set(blanks)), (question.id, width, plain)
            assert not any(above[-1:] == below[:1] == "＿" for above, below in pairwise(plain)), (question.id, width)
        for row in rows(question):
            marked = ["".join(piece.text for piece in line) for line in row.lines(width)]
            assert all(cell_len(line) <= width for line in marked)
            assert [line for line in marked if line.strip()[:1] in CLOSING and line.strip()] == []
            assert not LETTER_ALONE.match(marked[0]), marked


def test_no_line_is_broken_where_it_may_not_be() -> None:
    random = Random(7)
    for question in questions(400):
        check(question, random.sample(range(20, 121), 5))


@pytest.mark.sweep
def test_no_line_of_a_thousand_questions_is_broken_where_it_may_not_be() -> None:
    made = list(islice(questions(1400), 1000))
    assert len(made) == 1000
    for question in made:
        check(question, range(20, 121))


MESSAGE = "log.sqlite3：磁盘已满；之前的答案都已保存；请腾出空间再作答，或者把QUIZ_HOME设为别的文件夹。"


@pytest.mark.parametrize("width", [40, 80, 81])
def test_a_message_is_whole_whatever_stands_below_it(play: Play, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    def full(*_: object) -> None:
        raise QuizError(MESSAGE)

    monkeypatch.setattr(Session, "answer", full)
    assert MESSAGE in shown(play("三座", "enter", size=(width, 24)))


ANSWERS: dict[Kind, list[str]] = {
    "cloze": ["两座", "enter"],
    "choice": ["a", "enter"],
    "multiple": ["a", "b", "enter"],
    "judge": ["1", "enter"],
    "order": ["1", "enter", "enter", "enter"],
    "short": ["先修堤", "enter", "enter", "1", "enter"],
}


@pytest.mark.parametrize("kind", ANSWERS)
def test_what_is_said_of_an_answer_is_the_same_at_any_width(play: Play, deal: Deal, kind: Kind) -> None:
    """80 and 81 columns, where a border may cut a character of two cells in halves, and a narrow screen."""
    deal(kind)
    told = {shown(play(*ANSWERS[kind], size=(width, 60))[1:-1]) for width in (80, 81, 61)}
    assert len(told) == 1
    assert re.search("✗|◐", told.pop())


@pytest.mark.parametrize("kind", ["choice", "order", "short"])
def test_random_sizes_keep_what_was_given(play: Play, deal: Deal, kind: Kind) -> None:
    """Sixty, over the kinds; test_terminal.py has as many for words."""
    deal(kind)
    random = Random(kind)

    async def resize(pilot: Pilot[None]) -> None:
        for width, height in [(1, 1), *((random.randint(1, 200), random.randint(1, 60)) for _ in range(20))]:
            await pilot.resize_terminal(width, height)
        await pilot.resize_terminal(80, 24)

    given = shown(play(*ANSWERS[kind][:1]))
    assert shown(play(*ANSWERS[kind][:1], then=resize)) == given != shown(play())


@pytest.mark.parametrize("kind", ["multiple", "order"])
def test_digits_of_either_width_pick_a_row(play: Play, deal: Deal, kind: Kind) -> None:
    deal(kind)
    picked = shown(play("1"))
    assert shown(play("１")) == picked != shown(play())


@pytest.mark.parametrize("key", ["question_mark", "fullwidth_question_mark", "f1"])
def test_help_opens_over_rows(play: Play, deal: Deal, key: str) -> None:
    deal("choice")
    assert "leavinglosesnothing" in shown(play(key))


def test_digits_and_question_marks_of_either_width_are_text_while_typing(play: Play) -> None:
    values: list[str] = []

    async def look(pilot: Pilot[None]) -> None:
        values.append(pilot.app.screen.query_one(Input).value)

    play("1", "１", "question_mark", "fullwidth_question_mark", then=look)
    assert values == ["1１?？"]
