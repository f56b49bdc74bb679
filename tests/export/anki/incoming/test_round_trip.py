"""Export, study in the real Anki, and take back what was done there."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quiz import paths
from quiz.deckfile import read_deck, render_deck, write_deck
from quiz.desk import Desk
from quiz.errors import QuizError
from quiz.exchange import Imported, import_anki
from quiz.model import Deck, Gapped, Review, Verdict
from quiz.study import Log
from quiz.tasks import export

LONG_AGO = datetime(2025, 3, 1, tzinfo=UTC)
Send = Callable[..., Path]
Study = Callable[..., list[str]]


@pytest.fixture
def kept(kinds: Deck) -> Path:
    """The deck of every kind, among the user's own."""
    path = paths.kept_decks() / "kinds.yaml"
    path.parent.mkdir(parents=True)
    write_deck(path, kinds)
    return path


@pytest.fixture
def give(anki: Any, tmp_path: Path) -> Callable[[Path], None]:
    """Export a deck file and import it into Anki."""
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    def give(deck: Path, **options: Any) -> None:
        export([deck], tmp_path / "out.apkg", moment=LONG_AGO, **options)
        request = ImportAnkiPackageRequest(package_path=str(tmp_path / "out.apkg"), options=ImportAnkiPackageOptions())
        anki.col.import_anki_package(request)

    return give


def take(package: Path, target: Path | None = None, decks: Sequence[Path] = (), **options: bool) -> Imported:
    with Desk() as desk:
        return import_anki(package, target, decks, log=lambda: desk.log, **options)


def logged(deck: str = "town") -> list[Review]:
    with Log(paths.log_file()) as log:
        unfinished = log.open_session(deck, "anki")
        return log.reviews(unfinished[0]) if unfinished else []


def edit(anki: Any, question: str, field: str, old: str, new: str) -> None:
    note = anki.note(question)
    assert old in note[field]
    note[field] = note[field].replace(old, new)
    anki.col.update_note(note)


def test_reviews_come_back_once(kept: Path, give: Any, study: Study, send: Send, anki: Any) -> None:
    give(kept)
    seen = study("小城一年", 1, 3, 4, 2)
    done = take(send())
    assert done == Imported(reviews=4, reviewed=4)
    reviews = logged()
    assert [(r.question, r.rating) for r in reviews] == list(zip(seen, (1, 3, 4, 2), strict=True))
    assert [r.verdict for r in reviews] == [Verdict.WRONG, *[Verdict.RIGHT] * 3]
    assert [r.at for r in reviews] == anki.col.db.list("SELECT id FROM revlog ORDER BY id")
    assert {(r.deck, r.mode) for r in reviews} == {("town", "anki")}
    assert take(send("again.apkg")) == Imported(known=4)
    more = study("小城一年", 3)
    assert take(send("more.apkg")) == Imported(reviews=1, reviewed=1, known=4)
    assert [r.question for r in logged()] == [*seen, *more]
    with Log(paths.log_file()) as log:
        assert log.cards("town").keys() == {*seen, *more}
        assert log.latest("town")[seen[0]] is Verdict.WRONG


def test_every_card_of_a_question_counts_for_it(
    town: Deck, give: Any, study: Study, send: Send, tmp_path: Path
) -> None:
    write_deck(tmp_path / "town.yaml", town)
    give(tmp_path / "town.yaml", cards="blank")
    seen = study("小城一年", 3, 3, 3)
    assert seen.count("q2") == 1  # its other cards are buried
    assert take(send()).reviews == 3
    assert sorted(r.question for r in logged()) == sorted(seen)


def test_a_package_without_scheduling_has_no_reviews(kept: Path, give: Any, study: Study, send: Send) -> None:
    give(kept)
    study("小城一年", 3)
    assert take(send(scheduling=False)) == Imported()
    assert not paths.log_file().exists()


def test_what_was_changed_in_anki_is_told_and_taken_when_asked(kept: Path, give: Any, send: Send, anki: Any) -> None:
    kept.write_text(kept.read_text("utf-8").replace("- id: short", "# 自己的注释\n- id: short"), "utf-8")
    give(kept)
    before = kept.read_text("utf-8")
    assert take(send()).edited == 0
    edit(anki, "cloze", "题文", "钟楼", "鼓楼")
    edit(anki, "short", "要点", "不占街", "不占巷")
    anki.note("order").add_tag("新")
    package = send("changed.apkg")
    assert (take(package).edited, kept.read_text("utf-8")) == (2, before)
    assert take(package, texts=True) == Imported(edited=2, taken=True)
    after = read_deck(kept)
    cloze, short = after.question("cloze"), after.question("short")
    assert isinstance(cloze, Gapped)
    assert (cloze.sentence, cloze.blanks[0].answer) == ("鼓楼高十二丈。", "十二丈")
    assert "不占巷" in render_deck(after)
    assert "# 自己的注释\n- id: short" in kept.read_text("utf-8")
    assert short is not None
    assert take(package).edited == 0


def test_a_correction_of_the_deck_is_not_undone_by_an_older_note(kept: Path, give: Any, send: Send, anki: Any) -> None:
    give(kept)
    edit(anki, "cloze", "题文", "钟楼", "鼓楼")
    kept.write_text(kept.read_text("utf-8").replace("修桥有哪些要求？", "建桥有哪些要求？"), "utf-8")
    assert take(send(), texts=True).edited == 1
    assert "建桥有哪些要求？" in kept.read_text("utf-8")
    assert "鼓楼" in kept.read_text("utf-8")


def test_cards_in_traditional_characters_give_reviews_and_no_texts(
    kept: Path, give: Any, study: Study, send: Send, anki: Any
) -> None:
    give(kept, script="tc")
    study("小城一年", 3)
    edit(anki, "cloze", "题文", "鐘", "鼓")
    assert take(send(), texts=True) == Imported(reviews=1, reviewed=1, taken=True)


def test_a_deck_that_is_not_at_hand_is_asked_for(
    kinds: Deck, give: Any, study: Study, send: Send, tmp_path: Path, town: Deck
) -> None:
    away = tmp_path / "away" / "deck.yaml"
    away.parent.mkdir()
    write_deck(away, kinds)
    give(away)
    study("小城一年", 3)
    package = send()
    with pytest.raises(QuizError, match="a deck that is not at hand"):
        take(package)
    assert take(package, None, [away]).reviews == 1
    other = tmp_path / "other.yaml"
    write_deck(other, Deck("other", town.title, town.report, town.questions))
    with pytest.raises(QuizError, match="a deck that is not at hand"):
        take(package, None, [other])


def test_the_deck_beside_the_package_is_at_hand(
    kinds: Deck, give: Any, study: Study, send: Send, tmp_path: Path
) -> None:
    write_deck(tmp_path / "deck.yaml", kinds)
    give(tmp_path / "deck.yaml")
    study("小城一年", 3)
    assert take(send()).reviews == 1


def test_our_notes_make_a_new_deck_of_every_kind(kinds: Deck, give: Any, send: Send, tmp_path: Path) -> None:
    away = tmp_path / "away" / "deck.yaml"
    away.parent.mkdir()
    write_deck(away, kinds)
    give(away)
    done = take(send(), tmp_path / "new.yaml")
    made = read_deck(tmp_path / "new.yaml")
    assert (done.questions, made.title) == (7, "小城一年")
    for question in kinds.questions:
        found = made.question(question.id)
        assert found is not None
        assert (found.kind, found.sentence, found.note, found.provenance.section) == (
            question.kind,
            question.sentence,
            question.note,
            question.provenance.section,
        )


def test_strangers_beside_ours_are_left_unless_a_deck_is_named(
    kept: Path, give: Any, send: Send, add: Callable[..., Any], study: Study, tmp_path: Path
) -> None:
    give(kept)
    add("Basic", "别的", "甲？", "乙")
    study("别的", 3)
    package = send()
    assert take(package) == Imported(left=1)
    target = tmp_path / "new.yaml"
    assert take(package, target) == Imported(path=target, questions=1)
    done = take(package, target, reviews=True)
    assert (done.reviews, done.known) == (1, 0)
    deck = read_deck(target)
    assert [r.question for r in logged(deck.id)] == [deck.questions[0].id]
    assert take(package, target, reviews=True).known == 1


def test_a_second_import_keeps_a_hands_edit_and_other_decks(
    add: Callable[..., Any], send: Send, tmp_path: Path
) -> None:
    add("Basic", "县志", "桥有几座？", "七座")
    target = tmp_path / "new.yaml"
    take(send(), target)
    target.write_text(target.read_text("utf-8").replace("桥有几座？", "石桥有几座？"), "utf-8")
    add("Basic", "县志", "河有几条？", "两条")
    take(send("more.apkg"), target)
    assert [question.sentence for question in read_deck(target).questions] == ["石桥有几座？", "河有几条？"]
    text = target.read_text("utf-8").replace("id: a", "id: b", 1)
    target.write_text(text, "utf-8")
    with pytest.raises(QuizError, match="is another deck"):
        take(send("more.apkg"), target)
    assert target.read_text("utf-8") == text


def test_a_deck_too_large_to_read_is_not_written(
    add: Callable[..., Any], send: Send, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add("Basic", "县志", "桥有几座？", "七座")
    monkeypatch.setattr("quiz.deckfile.read.LIMIT", 100)
    with pytest.raises(QuizError, match="is larger than"):
        take(send(), tmp_path / "new.yaml")
    assert not (tmp_path / "new.yaml").exists()
