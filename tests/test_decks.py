"""The shipped decks are what `quiz make` makes of the shipped reports, byte for byte."""

from pathlib import Path

import pytest

from quiz import paths, tasks

SEEDS = sorted(paths.shipped("seeds").glob("*.md"))
DECKS = paths.shipped("decks")


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_shipped_deck_is_what_make_makes_of_its_report(seed: Path, tmp_path: Path) -> None:
    shipped = DECKS / f"{seed.stem}.yaml"
    assert shipped.is_file(), f"make it: quiz make seeds/{seed.name} -o decks/{shipped.name}"
    made = tasks.make(seed, tmp_path / shipped.name)
    assert shipped.read_bytes() == made.path.read_bytes()
    assert not any(tasks.flags(tasks.open_deck(shipped)).values())


def test_every_shipped_deck_has_its_report() -> None:
    assert [deck.stem for deck in sorted(DECKS.iterdir())] == [seed.stem for seed in SEEDS]
    assert len(SEEDS) >= 2
