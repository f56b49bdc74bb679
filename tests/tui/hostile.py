"""A program of its own for test_hostile.py: every screen of the golden walks over a desk whose every text is hostile.

Walks on a real terminal, and writes what was on each screen, and what a click there would do, into a file as JSON.
"""

import json
import os
import runpy
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from quiz.model import Blank, Choice, Cloze, Gapped, Judge, Order, Origin, Provenance, Question, Short
from quiz.tui import Start
from quiz.tui.terminal import prepare

if TYPE_CHECKING:  # Textual is imported when the terminal is prepared, as by the program itself
    from textual.pilot import Pilot

HERE = Path(__file__).parent
Item = TypeVar("Item", bound=Gapped)


def poisoned(question: Question, bad: str) -> Question:
    """The question with `bad` in each of its texts."""
    place = question.provenance
    told = Provenance((f"章{bad}", *place.section), place.sentence, f"{bad}{place.quote}" if place.quote else "")
    common: dict[str, Any] = {"provenance": told, "lead": f"先{bad}", "note": f"注{bad}", "tags": (f"标{bad}",)}
    match question:
        case Cloze():
            return replace(gapped(question, bad), **common)
        case Choice():
            return replace(gapped(question, bad), options=tuple(text + bad for text in question.options), **common)
        case Judge():
            return replace(question, sentence=bad + question.sentence, **common)
        case Order():
            return replace(question, sentence=bad + question.sentence, items=added(question.items, bad), **common)
        case Short():
            return replace(question, sentence=bad + question.sentence, points=added(question.points, bad), **common)


def added(texts: Sequence[str], bad: str) -> tuple[str, ...]:
    return tuple(text + bad for text in texts)


def gapped(question: Item, bad: str) -> Item:
    """A sentence with `bad` before it and in its answers."""
    sentence, blanks, (first, *rest) = bad, [], question.pieces()
    sentence += first
    for blank, text in zip(question.blanks, rest, strict=True):
        answer = blank.answer + bad
        blanks.append(Blank(len(sentence), len(sentence) + len(answer), answer, hint=f"示{bad}"))
        sentence += answer + text
    return replace(question, sentence=sentence, blanks=tuple(blanks))


def poison(desk: Any, bad: str, folder: Path) -> None:
    deck = desk.deck
    questions = tuple(poisoned(question, bad) for question in deck.questions)
    desk.deck = replace(deck, title=f"题{bad}", report=Origin(f"报{bad}"), questions=questions)
    desk.rows = [
        row._replace(title=row.title + bad, problem=row.problem and row.problem + bad, path=Path(f"{row.path}{bad}"))
        for row in desk.rows
    ]
    for name in ("甲", "乙"):
        (folder / f"{name}{bad[:60]}.txt".replace("\0", "").replace("/", "-")).touch()


def walk_through(name: str, bad: str) -> dict[str, tuple[str, list[str]]]:
    """The text of each screen of a walk, and the actions that its markup would have."""
    tests, shared = runpy.run_path(str(HERE / "test_golden.py")), runpy.run_path(str(HERE / "conftest.py"))
    walk, clock, folder = tests["WALKS"][name], tests["Clock"](), Path(tempfile.mkdtemp())
    seen: dict[str, tuple[str, list[str]]] = {}
    os.chdir(folder)
    with shared["FakeDesk"](folder) as desk:
        desk.clock = clock
        desk._clock = clock
        desk.make_cloze, desk.each = shared["cloze"], list(shared["ONE_OF_EACH"])
        walk.desk(desk)
        poison(desk, bad, folder)

        async def go(pilot: "Pilot[None]") -> None:
            for screen, keys in walk.screens.items():
                for key in keys:
                    if isinstance(key, int):
                        clock.wait(key)
                        cast(Any, pilot.app.screen)._tick()
                    elif key is not ...:
                        await shared["type_keys"](pilot, key)
                await pilot.app.workers.wait_for_complete()
                await pilot.pause()
                seen[screen] = ("".join(shared["screen_text"](pilot.app)), actions(pilot))
            pilot.app.exit()

        begin(desk, walk.mode, go)
    assert list(seen) == list(walk.screens), (name, list(seen))
    return seen


def begin(desk: Any, mode: str, go: Any) -> None:
    from quiz.study import MODES, Options
    from quiz.tui.app import QuizApp

    start = Start(None if mode == "home" else desk.deck, mode=mode)
    session = desk.begin(desk.deck, mode=mode, options=Options(seed=1)) if mode in MODES else None
    app = QuizApp(desk, start, session)
    app.run(auto_pilot=go)
    if app._exception is not None:
        raise app._exception


def actions(pilot: "Pilot[None]") -> list[str]:
    """What markup on the screen would do when it is clicked."""
    strips = pilot.app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    return [str(found) for style in styles for found in (style.meta.get("@click"), style.link) if found]


def main(out: str, bad: str, *names: str) -> None:
    prepare()
    screens = {screen: told for name in names for screen, told in walk_through(name, bad).items()}
    Path(out).write_text(json.dumps(screens), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], json.loads(sys.argv[2]), *sys.argv[3:])
