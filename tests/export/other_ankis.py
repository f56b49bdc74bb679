"""Our packages in older Ankis, each in a virtual environment of its own.

    python tests/export/other_ankis.py FOLDER [VERSION...]

FOLDER is for the environments and the packages; it may be deleted afterwards. In every version the learner imports the
decks, studies all cards, and imports them again when questions were changed, added and removed. The line of a version
says what Anki made of that; all lines must be the same, and "as here" that every card reads as in the first version.
"""

import json
import subprocess
import sys
import venv
from pathlib import Path
from typing import Any

VERSIONS = ("26.9.3", "25.9.5", "24.11", "23.12.1")
NOW = 1740000000


def main(folder: Path, versions: tuple[str, ...]) -> None:
    first, second = packages(folder)
    texts: dict[str, list[str]] = {}
    for version in versions:
        python = environment(folder, version)
        if python is None:
            sys.stdout.write(f"anki {version}: could not be installed here\n")
            continue
        done = subprocess.run(
            [python, __file__, "--inside", first, second], capture_output=True, encoding="utf-8", check=False
        )
        if done.returncode:
            sys.stdout.write(f"anki {version}: FAILED\n{done.stderr}\n")
            continue
        facts = json.loads(done.stdout.splitlines()[-1])
        texts[version] = facts.pop("texts")
        same = "as here" if texts[version] == next(iter(texts.values())) else "CARDS DIFFER"
        sys.stdout.write(f"anki {version}: {same}, {json.dumps(facts)}\n")


def packages(folder: Path) -> tuple[Path, Path]:
    """All kinds and a shipped deck in one file, then again with a text changed, a question gone, one new, and a blank
    gone from a question with a card a blank."""
    from dataclasses import replace

    from quiz import paths
    from quiz.deckfile import read_deck
    from quiz.export.anki import Ledger, Options, export
    from quiz.model import Blank, Cloze

    folder.mkdir(parents=True, exist_ok=True)
    kinds = read_deck(Path(__file__).with_name("kinds.yaml"))
    shipped = read_deck(sorted(paths.shipped("decks").glob("*.yaml"))[0])
    before = export([(kinds, Ledger()), (shipped, Ledger())], NOW, Options(cards="blank", typing="yes"))
    one, several, *rest = kinds.questions
    assert isinstance(several, Cloze)
    several = replace(several, blanks=several.blanks[1:])
    new = Cloze("new", "新桥腊月通车。", blanks=(Blank(2, 4, "腊月"),))
    kinds = replace(kinds, questions=(replace(one, note="改过的说明。"), several, new, *rest[1:]))
    after = export(list(zip((kinds, shipped), before.ledgers, strict=True)), NOW + 60)
    files = folder / "first.apkg", folder / "second.apkg"
    for file, package in zip(files, (before, after), strict=True):
        file.write_bytes(package.data)
    return files


def environment(folder: Path, version: str) -> Path | None:
    """The Python of an environment with that Anki, made when there is none; None when that fails."""
    place = folder / f"anki-{version}"
    python = place / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        venv.create(place, with_pip=True)
    done = subprocess.run([python, "-m", "pip", "install", "-q", f"anki=={version}"], capture_output=True, check=False)
    return None if done.returncode else python


def inside(first: str, second: str) -> dict[str, Any]:
    """What this Anki, whichever it is, makes of the two files. Needs only the package `anki`."""
    import tempfile

    from anki.collection import Collection

    with tempfile.TemporaryDirectory() as folder:
        col: Any = Collection(str(Path(folder, "learner.anki2")))
        facts: dict[str, Any] = {
            "import": counts(load(col, first)),
            "cards": col.card_count(),
            "check": col.fix_integrity(),
        }
        facts["texts"] = texts(col)
        col.sched.set_due_date(col.find_cards(""), "9")
        schema = col.db.scalar("select scm from col")
        schedule = "select id, nid, ord, type, due, ivl, reps from cards where ivl = 9 order by id"
        before = col.db.all(schedule)
        facts["again"] = counts(load(col, second))
        facts["schedules kept"] = before == col.db.all(schedule)
        facts["full sync"] = schema != col.db.scalar("select scm from col")
        facts["empty cards"] = sum(len(entry.card_ids) for entry in col.get_empty_cards().notes)
        facts["check again"] = col.fix_integrity()
        col.close()
    return facts


def load(col: Any, package: str) -> Any:
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    request = ImportAnkiPackageRequest(package_path=package, options=ImportAnkiPackageOptions())
    return col.import_anki_package(request).log


def counts(log: Any) -> dict[str, int]:
    return {name: len(getattr(log, name)) for name in ("new", "updated", "duplicate", "conflicting")}


def texts(col: Any) -> list[str]:
    """Deck, question and answer of every card, as text; what Anki itself adds to them differs between versions."""
    import re

    found = []
    for number in sorted(col.find_cards("")):
        card = col.get_card(number)
        output = card.render_output(reload=True)
        sides = (re.sub(r"<!--.*?-->|<[^>]*>", "", side) for side in (output.question_text, output.answer_text))
        found.append(" | ".join([col.decks.name(card.did), *(" ".join(side.split()) for side in sides)]))
    return found


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        sys.stdout.write(json.dumps(inside(*sys.argv[2:])) + "\n")
    elif sys.argv[1:]:
        main(Path(sys.argv[1]), tuple(sys.argv[2:]) or VERSIONS)
    else:
        sys.exit(__doc__)
