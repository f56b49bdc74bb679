"""A mock exam as its user meets it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from quiz.study.exam import Exam
from quiz.study.paper import Layout, Part
from quiz.tui.examgrid import AnswerGrid
from quiz.tui.home import HomeScreen
from quiz.tui.papertable import PaperTable

Play = Callable[..., list[str]]
Sit = Callable[..., list[str]]
PAPER = Layout((Part("cloze", 2, 1), Part("multiple", 1, 2), Part("judge", 1, 1), Part("short", 1, 9)), minutes=30)
ALL = ["一座", "pagedown", "清洁船", "pagedown", "a", "c", "pagedown", "n", "pagedown", "先修堤", "enter"]


def shown(lines: list[str]) -> str:
    """The text without spaces and line ends, so that it does not matter where lines were broken."""
    return "".join("".join(lines).split())


class Clock:
    """Stands still until it is told to go on."""

    def __init__(self) -> None:
        self.now = datetime(2031, 5, 4, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch, desk: Any) -> Clock:
    clock = Clock()
    monkeypatch.setattr(desk, "clock", clock)
    monkeypatch.setattr("quiz.desk.now", clock)
    return clock


@pytest.fixture(autouse=True)
def bank(desk: Any, kinds: Any) -> Any:
    """Five clozes' worth in three questions, and one question of each other kind."""
    names = ("choice", "multiple", "judge", "order", "short")
    desk.deck = replace(desk.deck, questions=(*desk.deck.questions, *(kinds[name] for name in names)))
    return desk.deck


@pytest.fixture
def set_up(play: Play, type_keys: Any) -> Sit:
    """Choose the exam of the deck on the home screen, then press keys."""

    def run(*keys: str, size: tuple[int, int] = (80, 24), then: Any = None) -> list[str]:
        async def inside(pilot: Pilot[None]) -> None:
            pilot.app.post_message(HomeScreen.Chosen(Path("harbour.yaml"), "exam"))
            for _ in range(2):
                await pilot.pause()
            for key in keys:
                await type_keys(pilot, key)
            if then is not None:
                await then(pilot)
                await pilot.pause()

        return play(size=size, drill=False, then=inside)

    return run


@pytest.fixture
def exam(desk: Any, bank: Any, clock: Clock) -> Exam:
    """An exam begun: two clozes of one blank, a multiple choice, a statement, a short answer."""
    return Exam.begin(bank, desk.log, clock, layout=PAPER, seed=3)


def answers(exam: Exam) -> list[tuple[str, ...]]:
    return [exam.given(question.id) for question in exam.questions]


def reread(desk: Any, clock: Clock, exam: Exam) -> Exam:
    return Exam(desk.deck, desk.log, clock, exam.number)


def test_the_paper_starts_as_suits_the_deck(set_up: Sit) -> None:
    text = shown(set_up())
    assert "Fillin‹5›155inthedeck" in text
    assert "Shortanswer11010" in text
    assert "19points9items90minutes" in text
    assert "allornothing" in text


def test_a_kind_that_the_deck_has_not_is_closed(set_up: Sit, desk: Any, bank: Any) -> None:
    desk.deck = replace(bank, questions=bank.questions[:4])
    text = shown(set_up("down", "down"))
    assert "Multi-choicenoneinthedeck" in text
    assert "▸Minutes" in text


def test_numbers_change_by_arrows_and_digits(set_up: Sit) -> None:
    text = shown(set_up("left", "down", "tab", "2", ".", "5", "down", "left", "up", "up", "tab", "３"))
    assert "▸Fillin‹3›13" in text
    assert "Choice12.52.5" in text
    assert "Multi-choice11.51.5" in text
    text = shown(set_up("up", "down", "down", "down", "down", "down", "down", "4", "5", "down", "right"))
    assert "▸Scoring‹halffortoofew›".replace(" ", "") in text
    assert "45minutes" in text
    assert "halfthepointsfortoofewoptions" in text


def test_no_more_questions_than_there_are(set_up: Sit) -> None:
    assert "‹5›" in shown(set_up("right", "9"))


def test_nothing_to_ask_is_said(set_up: Sit) -> None:
    assert "nothingtoask" in shown(set_up("0", "down", "0", "down", "0", "down", "0", "down", "0", "enter"))


def test_a_paper_that_no_question_fits_is_not_begun(set_up: Sit, desk: Any, bank: Any) -> None:
    desk.deck = replace(bank, questions=tuple(q for q in bank.questions if len(getattr(q, "blanks", ())) > 1)[:1])
    text = shown(set_up("1", "enter"))
    assert "Noquestionfits;askformoreblanks." in text
    assert "▸Fillin" in text


def test_a_click_on_an_arrow_is_a_step(set_up: Sit) -> None:
    async def click(pilot: Pilot[None]) -> None:
        table = pilot.app.screen.query_one(PaperTable)
        line = "".join(piece.text for piece in table.lines(table.content_size.width)[1])
        await pilot.click(PaperTable, offset=(line.index("‹"), 1))
        await pilot.click(PaperTable, offset=(5, 4))

    text = shown(set_up(then=click))
    assert "Fillin414" in text
    assert "▸Trueorfalse" in text


def test_begin_asks_without_a_verdict(set_up: Sit, desk: Any) -> None:
    text = shown(set_up("enter", "x", "pagedown"))
    assert "Wrong" not in text
    assert "2/7" in text
    assert "answered1" in text
    assert "1:30:00" in text
    assert desk.log.latest(desk.deck.id) == {}


def test_an_unfinished_exam_goes_on_where_it_was_left(set_up: Sit, exam: Exam, clock: Clock) -> None:
    exam.save(exam.questions[0].id, ["一座"])
    clock.wait(60)
    text = shown(set_up())
    assert "Theexamgoesonwhereyouleftit." in text
    assert "Theexamgoesonwhereyouleftit." in shown(set_up("清"))
    assert "Theexamgoeson" not in shown(set_up("pagedown"))
    assert "2/5answered1" in text
    assert "29:00" in text
    assert "＿" in text


@pytest.mark.usefixtures("exam")
def test_an_exam_whose_questions_have_all_gone_is_over_and_another_is_set_up(
    set_up: Sit, desk: Any, kinds: Any
) -> None:
    desk.deck = replace(desk.deck, questions=(kinds["order"],))
    text = shown(set_up())
    assert "Noquestionoftheexamthatyouleftisinthedeckanymore;itisover." in text
    assert "▸" in text
    assert "Lasttime" not in shown(set_up())


def test_every_kind_is_saved_as_one_moves_on(set_up: Sit, exam: Exam, desk: Any, clock: Clock) -> None:
    text = shown(set_up(*ALL))
    assert answers(reread(desk, clock, exam)) == [("一座",), ("清洁船",), ("青砖", "黛瓦"), ("false",), ("先修堤",)]
    assert "防波堤" not in text  # the points stay hidden


def test_back_to_an_answer_and_changing_it(set_up: Sit, exam: Exam, desk: Any, clock: Clock) -> None:
    text = shown(set_up("一座", "pagedown", "pageup", "backspace", "间", "f2"))
    assert answers(reread(desk, clock, exam))[0] == ("一间",)
    assert "[1]" in text


def test_leaving_saves_and_does_not_ask(set_up: Sit, exam: Exam, desk: Any, clock: Clock) -> None:
    text = shown(set_up("一座", "escape"))
    assert "山里的果园" in text
    assert answers(reread(desk, clock, exam))[0] == ("一座",)
    assert not reread(desk, clock, exam).handed_in


@pytest.mark.usefixtures("exam")
def test_the_answer_sheet_shows_and_jumps(set_up: Sit) -> None:
    text = shown(set_up("一座", "enter", "f3", "f2", "n"))
    assert "[1]2?" in text
    assert "▸3" in text  # n goes to the next that is open
    assert "[1]answered1" in text
    assert "1open4" in text
    assert "?marked1" in text
    text = shown(set_up("f2", "down", "down", "enter"))
    assert "4/5" in text
    assert "True" in text


@pytest.mark.usefixtures("exam")
def test_a_click_on_the_answer_sheet_jumps(set_up: Sit) -> None:
    async def click(pilot: Pilot[None]) -> None:
        await pilot.click(AnswerGrid, offset=(9, 1))

    assert "2/5" in shown(set_up("f2", then=click))


def test_handing_in_names_what_is_open_and_takes_one_key_more(set_up: Sit, exam: Exam, desk: Any, clock: Clock) -> None:
    text = shown(set_up("一座", "f4", "pagedown", "f4"))
    assert "Notanswered:2,3,4,5." in text  # another key took the first F4 back
    assert not reread(desk, clock, exam).handed_in
    text = shown(set_up("f4", "f4"))
    assert reread(desk, clock, exam).handed_in
    assert "Result" in text
    assert "notanswered:4" in text


def test_the_last_five_minutes_are_marked_and_the_end_hands_in(
    set_up: Sit, exam: Exam, desk: Any, clock: Clock
) -> None:
    async def run_out(pilot: Pilot[None]) -> None:
        for seconds in (1, 5 * 60):
            pilot.app.screen._tick()  # type: ignore[attr-defined]  # what the timer does once a second
            clock.wait(seconds)
        pilot.app.screen._tick()  # type: ignore[attr-defined]  # the same
        await pilot.pause()

    clock.wait(1500)
    assert "!05:00" in shown(set_up("一座"))
    text = shown(set_up("两座", then=run_out))
    assert "Thetimeisover" in text
    assert reread(desk, clock, exam).handed_in
    assert answers(reread(desk, clock, exam))[0] == ("两座",)  # typed, and never left


def test_an_exam_whose_time_ran_out_while_away_shows_its_result(set_up: Sit, exam: Exam, clock: Clock) -> None:
    exam.save(exam.questions[1].id, ["清洁船"])
    clock.wait(86400)
    text = shown(set_up())
    assert "ranoutwhileyouwereaway" in text
    assert "of14points" in text
    assert "30min0s" in text


@pytest.fixture
def handed_in(exam: Exam) -> Exam:
    """One answer wrong by a slip, one right, half a multiple choice, a short answer; one not answered."""
    for question in exam.questions:
        given = {"cloze": ["一座"], "multiple": ["青砖"], "short": ["先修堤", "船分开停"]}.get(question.kind)
        if given:
            exam.save(question.id, given)
    return exam


@pytest.mark.usefixtures("handed_in")
def test_the_result_tells_points_by_kind_and_section(set_up: Sit) -> None:
    text = shown(set_up("f4", "f4"))
    assert "0of14points" in text
    assert "0of5right" in text
    assert "1shortanswerwaits" in text
    assert "Trueorfalse" in text
    assert "0/9" in text
    assert "noheading" in text


@pytest.mark.usefixtures("handed_in")
def test_going_through_what_went_wrong(set_up: Sit) -> None:
    text = shown(set_up("f4", "f4", "enter"))
    assert "1/5Fillin0of1points" in text
    assert "Youranswer:[一→三]座" in text
    assert "Mockexam" in shown(set_up())  # the exam is over: a new one is set up


def test_the_review_names_a_slip(set_up: Sit, desk: Any, clock: Clock, make_cloze: Any) -> None:
    desk.deck = replace(desk.deck, questions=(make_cloze(1, "船要靠自己修。", "自己"),))
    Exam.begin(desk.deck, desk.log, clock, layout=Layout((Part("cloze", 1, 1),), minutes=30), seed=3)
    text = shown(set_up("自已", "f4", "f4", "enter"))
    assert "Youranswer:自[已→己]looksmuchthesame" in text


def test_counting_right_and_judging_change_the_total(set_up: Sit, handed_in: Exam, desk: Any, clock: Clock) -> None:
    walk = ["f4", "f4", "enter", "c", "enter", "enter", "enter", "enter"]
    text = shown(set_up(*walk, "1", "2", "enter", "enter"))
    assert "of14points" in text
    total = reread(desk, clock, handed_in).result().total
    assert total.right >= 1
    assert total.points in (4.0, 7.0, 10.0)  # one blank, and one to three points of the short answer
    assert f"{total.points:g}of14points" in text


@pytest.mark.usefixtures("handed_in")
def test_what_is_counted_right_is_accepted_by_the_deck(set_up: Sit, desk: Any) -> None:
    text = shown(set_up("f4", "f4", "enter", "c"))
    assert "Thedeckaccepts一座fromnowon." in text
    blanks = [blank for question in desk.deck.questions for blank in getattr(question, "blanks", ())]
    assert [blank.accepted for blank in blanks if blank.accepted] == [("一座",)]
    assert "一座" in (desk.folder / "harbour.yaml").read_text(encoding="utf-8")


@pytest.mark.usefixtures("handed_in")
def test_judging_shows_what_was_written_with_the_points(set_up: Sit) -> None:
    text = shown(set_up("f4", "f4", "enter", *["enter"] * 4))
    assert "-先修堤" in text
    assert "Tickthepointsthatyouhad" in text
    assert "装上潮位牌" in text


@pytest.mark.usefixtures("handed_in")
def test_drilling_the_wrong_ones(set_up: Sit, desk: Any) -> None:
    text = shown(set_up("f4", "f4", "r"))
    assert "0/5" in text
    assert desk.asked[-1].startswith("begin resume")


def test_the_last_exam_is_told_when_the_next_is_set_up(set_up: Sit, exam: Exam) -> None:
    exam.hand_in()
    assert "Lasttime,2031-05-04:0of14points" in shown(set_up())


@pytest.mark.usefixtures("exam")
def test_help_covers_the_exam_while_the_time_runs_out(set_up: Sit, clock: Clock) -> None:
    async def run_out(pilot: Pilot[None]) -> None:
        clock.wait(3600)
        pilot.app.screen_stack[-2]._tick()  # type: ignore[attr-defined]  # what the timer does once a second
        await pilot.press("escape")
        await pilot.pause()

    assert "Thetimeisover" in shown(set_up("f1", then=run_out))
