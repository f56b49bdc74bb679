"""A question of several blanks parted into one for each: in the file, made again, in Anki, in the log."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz import paths, tasks
from quiz.desk import Desk
from quiz.errors import QuizError
from quiz.model import Cloze, Deck, Question, Verdict

TEXT = """清水润城方略
青禾县把水源保护放在首位，划定一级保护区120处。
村里办起了民宿、茶园和农家书屋，游客络绎不绝。
县图书馆整理出版《青禾水利志》，学生们人手一册。
"""
MOMENT = datetime(2026, 3, 1, 8, 30, tzinfo=UTC)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "青禾.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def path(report: Path, tmp_path: Path) -> Path:
    return tasks.make(report, tmp_path / "a.yaml").path


@pytest.fixture
def desk() -> Iterator[Desk]:
    with Desk() as desk:
        yield desk


def several(deck: Deck) -> Cloze:
    """The question of the deck with several blanks."""
    (found,) = (q for q in deck.questions if isinstance(q, Cloze) and len(q.blanks) > 1)
    return found


def asked(questions: tuple[Question, ...]) -> list[str]:
    return [blank.answer for question in questions if isinstance(question, Cloze) for blank in question.blanks]


def ids(deck: Deck) -> list[str]:
    return [question.id for question in deck.questions]


def test_the_parts_stand_where_the_whole_stood(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    place = deck.questions.index(whole)
    after = desk.split(deck, whole)
    parts = after.questions[place : place + len(whole.blanks)]
    assert asked(parts) == [blank.answer for blank in whole.blanks]
    assert {part.sentence for part in parts} == {whole.sentence}
    assert {part.provenance for part in parts} == {whole.provenance}
    assert [*after.questions[:place], whole, *after.questions[place + len(parts) :]] == [*deck.questions]
    assert tasks.open_deck(path) == after


def test_the_whole_does_not_come_back_and_the_parts_stay_when_the_deck_is_made_again(
    desk: Desk, path: Path, report: Path
) -> None:
    deck = desk.open(path)
    whole = several(deck)
    after = desk.split(deck, whole)
    merged = tasks.make(report, path).merged
    assert (merged.added, merged.removed, merged.edited, merged.deleted) == (0, 0, len(whole.blanks), 1)
    assert tasks.open_deck(path).questions == after.questions
    report.write_text(TEXT + "全县新修了三座桥，乡亲们走上了“连心路”。\n", encoding="utf-8")
    assert tasks.make(report, path).merged.added == 1
    again = ids(tasks.open_deck(path))
    assert whole.id not in again
    assert again[: len(after.questions)] == ids(after)


def test_comments_and_everything_else_in_the_file_stay(desk: Desk, path: Path) -> None:
    whole = several(desk.open(path))
    text = path.read_text(encoding="utf-8")
    head = f"- id: {whole.id}\n"
    text = text.replace(head, f"# 常考\n- id: {whole.id}  # 三个空\n").replace("title: 清水", "title:   清水", 1)
    path.write_text(text, encoding="utf-8")
    deck = desk.open(path)
    after = desk.split(deck, whole)
    new = path.read_text(encoding="utf-8").splitlines()
    part = next(question for question in after.questions if question.id not in ids(deck))
    place = new.index("# 常考")
    assert new[place + 1] == f"- id: {part.id}  # 三个空"
    gone = [line for line in text.splitlines() if line not in new]
    assert {line.split(":")[0].strip() for line in gone} <= {"- id", "text", "difficulty"}
    desk.join(after, [q.id for q in after.questions if q.id not in ids(deck)], whole)
    assert path.read_text(encoding="utf-8") == text


def test_what_was_answered_stays_on_record_and_comes_back_with_an_undo(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    desk.begin(deck, only=[whole.id]).answer([blank.answer for blank in whole.blanks])
    before = desk.counts(deck)
    after = desk.split(deck, whole)
    parts = [name for name in ids(after) if name not in ids(deck)]
    assert desk.figures(after).reviews == before.reviews == 1
    assert desk.counts(after).new == len(after.questions)
    joined = desk.join(after, parts, whole)
    assert joined == deck
    assert desk.counts(joined) == before
    assert desk.log.latest(deck.id)[whole.id] is Verdict.RIGHT


def test_an_unfinished_session_goes_on_without_the_whole(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    desk.begin(deck)
    after = desk.split(deck, several(deck))
    session = desk.begin(after)
    assert session.total == len(deck.questions) - 1


def test_the_parts_of_a_starred_or_suspended_question_are_so_too(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    for name in ("starred", "suspended", "accepted"):
        desk.mark(deck, whole.id, name)
    after = desk.split(deck, whole)
    parts = {name for name in ids(after) if name not in ids(deck)}
    assert desk.marked(after, "starred") & set(ids(after)) == parts
    assert desk.marked(after, "suspended") & set(ids(after)) == parts
    assert not desk.marked(after, "accepted")
    joined = desk.join(after, sorted(parts), whole)
    assert desk.marked(joined, "starred", "suspended", "accepted") == {whole.id}


def test_an_export_to_anki_tells_of_the_whole_and_loses_nothing(desk: Desk, path: Path, tmp_path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    tasks.export([path], tmp_path / "a.apkg", moment=MOMENT)
    after = desk.split(deck, whole)
    done = tasks.export([path], tmp_path / "a.apkg", moment=MOMENT.replace(month=4))
    assert done.questions == len(after.questions)
    assert done.removed == (whole.id,)
    desk.join(after, [name for name in ids(after) if name not in ids(deck)], whole)
    done = tasks.export([path], tmp_path / "a.apkg", moment=MOMENT.replace(month=5))
    assert set(done.removed) == {name for name in ids(after) if name not in ids(deck)}
    assert tasks.export([path], tmp_path / "a.apkg").removed == ()


def test_a_blank_that_the_deck_asks_already_is_not_asked_twice(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    first, *others = tasks.split(whole)
    path.write_text(path.read_text(encoding="utf-8").replace("made:\n", entry(first) + "made:\n"), encoding="utf-8")
    after = desk.split(desk.open(path), whole)
    assert ids(after).count(first.id) == 1
    assert {part.id for part in others} <= set(ids(after))
    assert len(after.questions) == len(deck.questions) + len(others)


def entry(question: Cloze) -> str:
    from quiz.deckfile.write import render_question

    return "".join(f"{line}\n" for line in render_question(question))


def test_a_question_that_left_the_file_meanwhile_is_not_split(desk: Desk, path: Path) -> None:
    deck = desk.open(path)
    whole = several(deck)
    other = next(question for question in deck.questions if question != whole)
    tasks.swap_questions(path, [whole.id], tasks.split(whole))
    before = path.read_bytes()
    with pytest.raises(QuizError, match=f"the question {whole.id} is not in it any more"):
        desk.split(deck, whole)
    assert path.read_bytes() == before
    assert tasks.open_deck(path).question(other.id) == other


def test_a_shipped_deck_is_copied_first(desk: Desk) -> None:
    shipped = next(
        path
        for path in sorted(paths.shipped("decks").glob("*.yaml"))
        if any(isinstance(q, Cloze) and len(q.blanks) > 1 for q in tasks.open_deck(path).questions)
    )
    before = shipped.read_bytes()
    deck = desk.open(shipped)
    whole = next(q for q in deck.questions if isinstance(q, Cloze) and len(q.blanks) > 1)
    after = desk.split(deck, whole)
    assert shipped.read_bytes() == before
    assert tasks.open_deck(tasks.own_copy(shipped)) == after
