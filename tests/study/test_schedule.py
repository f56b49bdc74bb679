"""The schedule is that of FSRS, and always the same for the same replies."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from random import Random

import fsrs
import pytest

from quiz.study.schedule import Card, Schedule, Settings, State

START = datetime(2026, 1, 1, 1, tzinfo=UTC)
DAY = 86_400_000
PLAIN = Settings(fuzz=False)


def at(moment: datetime) -> int:
    return (moment - datetime.fromtimestamp(0, UTC)) // timedelta(milliseconds=1)


def test_a_year_of_reviews_agrees_with_the_library() -> None:
    random, ours, theirs = Random(7), Schedule(PLAIN), fsrs.Scheduler(enable_fuzzing=False)
    cards: dict[str, Card] = {}
    peers: dict[str, fsrs.Card] = {}
    moments = sorted(START + timedelta(milliseconds=random.randrange(365 * DAY)) for _ in range(10_000))
    for moment in moments:
        name, rating = f"q{random.randrange(700)}", random.choices((1, 2, 3, 4), (15, 10, 65, 10))[0]
        cards[name] = ours.next(cards.get(name), name, at(moment), rating)
        peer = peers.get(name, fsrs.Card(card_id=1))
        peers[name], _ = theirs.review_card(peer, fsrs.Rating(rating), moment)
        card, peer = cards[name], peers[name]
        assert (int(card.state), card.step) == (int(peer.state), peer.step)
        assert (card.stability, card.difficulty) == (peer.stability, peer.difficulty)
        assert (card.due, card.last) == (at(peer.due), at(moment))
        later = moment + timedelta(days=random.randrange(60))
        assert ours.recall(card, at(later)) == pytest.approx(theirs.get_card_retrievability(peer, later), abs=1e-12)
    assert {card.state for card in cards.values()} == set(State)
    assert max(card.reps for card in cards.values()) > 20
    assert max(card.lapses for card in cards.values()) > 2


def test_the_defaults_of_the_library_are_those_the_stored_cards_were_computed_with() -> None:
    """When this fails, cards in the field would be a mixture: raise the version in schedule.py with the numbers."""
    defaults = fsrs.Scheduler()
    assert round(sum(defaults.parameters), 4) == 31.9932
    assert (defaults.parameters[0], defaults.parameters[20]) == (0.212, 0.1542)
    assert (len(defaults.learning_steps), len(defaults.relearning_steps)) == (2, 1)
    assert Settings().fingerprint == "fsrs-6.1 0.9 () True"


def test_fuzz_moves_a_due_date_a_little_and_always_the_same_way() -> None:
    plain, fuzzed = Schedule(PLAIN), Schedule()
    history = [(at(START) + day * DAY, 3) for day in (0, 1, 4, 12, 40, 120)]
    moves = set()
    for n in range(50):
        straight, moved = plain.fold(f"q{n}", history), fuzzed.fold(f"q{n}", history)
        assert straight is not None
        assert moved is not None
        assert moved == fuzzed.fold(f"q{n}", history)
        assert (moved.stability, moved.difficulty, moved.reps) == (straight.stability, straight.difficulty, 6)
        move = (moved.due - straight.due) // DAY
        assert abs(move) <= 2 + 0.08 * ((straight.due - straight.last) // DAY)
        assert (moved.due - straight.due) % DAY == 0
        moves.add(move)
    assert len(moves) > 8
    short = [schedule.next(None, "q1", at(START), 3).due for schedule in (plain, fuzzed)]
    assert short[0] == short[1]  # minutes are not moved


@pytest.mark.parametrize("jump", [-30 * DAY, -5 * 365 * DAY, 60 * 365 * DAY, 0])
def test_a_clock_that_jumps_never_makes_a_due_date_before_the_reply(jump: int) -> None:
    schedule = Schedule()
    card = None
    for day in range(6):
        moment = at(START) + day * 3 * DAY + (jump if day == 3 else 0)
        card = schedule.next(card, "q", moment, 3)
        assert card.due > card.last == moment
        assert 0 < card.stability < 40_000
        for later in (-400, 0, 400):
            assert 0 < schedule.recall(card, moment + later * DAY) <= 1


def test_times_out_of_all_bounds_do_not_crash() -> None:
    schedule = Schedule()
    for moment in (-(10**15), 10**18):
        assert schedule.next(None, "q", moment, 4).due > 0


def test_a_higher_retention_asks_sooner() -> None:
    history = [(at(START) + day * DAY, 3) for day in (0, 1, 5)]
    due = [Schedule(Settings(retention=share, fuzz=False)).fold("q", history) for share in (0.8, 0.9, 0.97)]
    days = [card.due - card.last for card in due if card]
    assert days == sorted(days, reverse=True)
    assert len(set(days)) == 3


def test_settings_that_fsrs_cannot_work_with_are_refused() -> None:
    for settings in (Settings(retention=1.0), Settings(parameters=(1.0, 2.0))):
        with pytest.raises(ValueError, match=r"retention|21 parameters"):
            Schedule(settings).next(None, "q", 0, 3)


def test_lapses_count_only_what_was_known() -> None:
    history = [(at(START) + day * DAY, rating) for day, rating in ((0, 1), (1, 3), (2, 3), (9, 1), (10, 1), (11, 3))]
    card = Schedule().fold("q", history)
    assert card is not None
    assert (card.reps, card.lapses) == (6, 1)
    assert Schedule().fold("q", []) is None


def test_the_library_is_not_loaded_before_the_first_reply(log_path: object) -> None:
    program = f"""
import sys
from datetime import datetime, timezone
from pathlib import Path
from quiz.model import Blank, Cloze, Deck, Origin
from quiz.study import Log, Session
deck = Deck("d", "t", Origin("t"), (Cloze("q", "爱山。", (Blank(1, 2, "山"),)),))
with Log(Path({str(log_path)!r})) as log:
    session = Session.begin(deck, log, lambda: datetime.now(timezone.utc))
    session.current()
    before = "fsrs" in sys.modules
    session.answer(["山"])
    print(before, "fsrs" in sys.modules, "pypinyin" in sys.modules)
"""
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False True False"
