"""The size and the time of an Anki package of 10,000 notes, beside genanki's own `write_to_file` of the same fields.

    python -m benchmarks.export [REPORT...]

The notes are cut at random, but always alike, from the text of the reports, by default the shipped ones: the more text,
the more varied the notes. Both ways start with the note type; ours also makes the fields, genanki is given them.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from quiz import paths
from quiz.export.anki import Ledger, Options, export
from quiz.export.anki.notes import Note, make_notes
from quiz.export.anki.notetypes import CLOZE, NOTE_TYPES, model_json
from quiz.model import Blank, Choice, Cloze, Deck, Origin, Provenance, Question
from quiz.sources import read_report

NOTES, SECTIONS, RUNS = 10_000, 40, 7
NOW = 1_790_000_000
USUAL = Options().since({})


def made_up(text: str) -> Deck:
    """A deck of `NOTES` questions cut from `text`: three of four with one or two blanks, the fourth a choice."""
    chance = random.Random(1)

    def words(least: int, most: int) -> str:
        size = chance.randint(least, most)
        start = chance.randrange(len(text) - size)
        return text[start : start + size]

    sections = [(words(6, 14), words(6, 14)) for _ in range(SECTIONS)]
    questions: list[Question] = []
    for n in range(NOTES):
        sentence = words(45, 90)
        at, size = chance.randrange(5, 20), chance.randrange(2, 8)
        blanks = (Blank(at, at + size, sentence[at : at + size]), Blank(32, 36, sentence[32:36]))[: 1 + n % 2]
        where = Provenance(sections[n * SECTIONS // NOTES], n + 1, sentence)
        number = f"c{chance.getrandbits(50):010x}"
        if n % 4 == 3:
            options = (blanks[0].answer, words(2, 8), words(2, 8), words(2, 8))
            questions.append(Choice(number, sentence, provenance=where, blanks=blanks[:1], options=options, key=(0,)))
        else:
            lead = words(10, 30) if n % 5 == 0 else ""
            questions.append(Cloze(number, sentence, provenance=where, blanks=blanks, lead=lead))
    return Deck("benchmark", "大题库", Origin("大题库", "a.txt", "2026年1月"), tuple(questions))


def with_genanki(notes: list[Note], file: Path) -> None:
    """The same notes as genanki writes them."""
    import genanki

    models = {}
    for kind in {kind.id: kind for kind in NOTE_TYPES.values()}.values():
        look = model_json(kind)
        style = genanki.Model.CLOZE if kind is CLOZE else genanki.Model.FRONT_BACK
        models[kind.id] = genanki.Model(
            kind.id, kind.name, fields=look["flds"], templates=look["tmpls"], css=look["css"], model_type=style
        )
    decks: dict[str, genanki.Deck] = {}
    for note in notes:
        section = note.tags.split()[1]
        deck = decks.setdefault(section, genanki.Deck(1 << 40 | len(decks), f"大题库::{section}"))
        fields, tags = note.fields.split("\x1f"), note.tags.split()
        deck.add_note(genanki.Note(models[note.type.id], fields, guid=note.guid, tags=tags))
    genanki.Package(list(decks.values())).write_to_file(file, timestamp=NOW)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main(reports: list[str]) -> None:
    places = [Path(report) for report in reports] or sorted(paths.shipped("seeds").glob("*.md"))
    text = "".join(read_report(place)[0].text for place in places).replace("\n", "")
    deck = made_up(text)
    notes = make_notes(deck, deck, Ledger(), USUAL)
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder  # genanki leaves a file there at each run
        theirs = Path(folder, "theirs.apkg")
        ours = Path(folder, "ours.apkg")

        def write() -> None:
            ours.write_bytes(export([(deck, Ledger())], NOW).data)

        with_genanki(notes, theirs)
        write()
        pairs = [(seconds(write), seconds(lambda: with_genanki(notes, theirs))) for _ in range(RUNS)]
        sizes = ours.stat().st_size, theirs.stat().st_size
    ratio = statistics.median(a / b for a, b in pairs)
    our_time, their_time = (1000 * statistics.median(times) for times in zip(*pairs, strict=True))
    sys.stdout.write(f"{NOTES} notes from {len(text)} characters of reports\n")
    sys.stdout.write(f"time: {ratio:.2f} of genanki's ({our_time:.0f} ms / {their_time:.0f} ms)\n")
    sys.stdout.write(f"size: {sizes[0] / sizes[1]:.3f} of genanki's ({sizes[0]} / {sizes[1]} bytes)\n")


if __name__ == "__main__":
    main(sys.argv[1:])
