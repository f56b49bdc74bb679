"""The file picker: folders to walk, and in them the files that can be read; a path may be typed too."""

import asyncio
import os
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.errors import QuizError
from quiz.files import printable
from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.tasks import is_deck, is_report
from quiz.tui.desk import Desk
from quiz.tui.finder import FinderInput, matching
from quiz.tui.meter import Meter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.text import one_line
from quiz.tui.wrap import Piece


class PickerScreen(Page[Path | None]):
    """Dismissed with a deck file, one just made when a report was picked; None when the user went back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", mark("Open")),
        Binding("backspace", "up", mark("Folder above")),
        Binding("escape", "leave", mark("Back")),
        HELP,
    ]

    def __init__(self, desk: Desk, folder: Path) -> None:
        super().__init__()
        self._desk = desk
        self.folder = folder.absolute()
        self._entries: list[Path] = []
        self._found: list[int] = []
        self._typed = ""
        self._making = False

    def body(self) -> Iterable[Widget]:
        yield Prose(id="folder")
        options = OptionList(id="files", markup=False, compact=True)
        options.can_focus = False
        yield FinderInput(self.action_take, options, up=self.action_up, placeholder=_("part of a name, or a path"))
        yield options
        yield Meter()

    def on_mount(self) -> None:
        self.query_one(Meter).display = False
        self.query_one(FinderInput).focus()
        self._walk(self.folder)

    def _walk(self, folder: Path, coming_from: Path | None = None) -> None:
        """Show what is in a folder; one that cannot be read is told of, and the old one stays."""
        try:
            inside = sorted(folder.iterdir(), key=lambda path: path.name.casefold())
        except OSError as error:
            reason = error.strerror or ""
            message = _("{name}: this folder cannot be read: {reason}").format(name=printable(folder), reason=reason)
            self.status.say(message, "wrong")
            return
        shown = [path for path in inside if not path.name.startswith((".", "~$"))]
        folders = [path for path in shown if path.is_dir()]
        files = [path for path in shown if not path.is_dir() and (is_deck(path) or is_report(path))]
        self.folder, self._entries = folder, [*folders, *files]
        self.query_one("#folder", Prose).show([Piece(_shown(folder), "dim")])
        self.query_one(FinderInput).value = ""
        self.status.say("" if self._entries else _("Nothing here can be opened; Backspace goes up."))
        self._show(coming_from)

    def _show(self, highlighted: Path | None = None) -> None:
        """List the entries that hold what was typed."""
        self._typed = self.query_one(FinderInput).value
        self._found = matching([path.name for path in self._entries], self._typed)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_line(self._entries[place])) for place in self._found])
        places = [place for place, found in enumerate(self._found) if self._entries[found] == highlighted]
        options.highlighted = places[0] if places else (0 if self._found else None)

    def on_input_changed(self) -> None:
        self._catch_up()
        self.refresh_keys()

    def _catch_up(self) -> None:
        """Enter may come before the message that something was typed."""
        if self.query_one(FinderInput).value != self._typed:
            self._show()

    def on_answer_input_shortened(self) -> None:
        self.status.say(_("A path here is one line of at most 200 characters."))

    def on_option_list_option_selected(self) -> None:
        self._take(self._highlighted())

    def _highlighted(self) -> Path | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._entries[self._found[place]]

    def action_take(self) -> None:
        """A path that was typed, else what is highlighted."""
        self._catch_up()
        typed = self.query_one(FinderInput).value.strip().strip("'\"").replace("\\ ", " ")
        path = self.folder / Path(typed).expanduser() if typed else None
        named = path is not None and (os.sep in typed or typed in ("~", "..") or path.is_file())
        self._take(path if named else self._highlighted() or path)

    def _take(self, path: Path | None) -> None:
        if path is None or self._making:
            return
        if path.is_dir():
            self._walk(Path(os.path.normpath(path)))
        else:
            self.run_worker(self._open(path))

    async def _open(self, path: Path) -> None:
        """Take a deck as it is, or make one of a report: in a thread, so that the screen stays alive."""
        self._making = True
        try:
            self.status.say("")
            if not is_deck(path):
                path = await self._make(path)
            self._desk.open(path)
            if self.is_attached:
                self.dismiss(path)
        except QuizError as error:
            self.status.complain(error)
        finally:
            self._making = False
            self.query_one(Meter).display = False

    async def _make(self, report: Path) -> Path:
        meter = self.query_one(Meter)
        meter.begin(_("Making questions of {name}").format(name=printable(report.name)))
        meter.display = True
        loop = asyncio.get_running_loop()

        def tell(share: float) -> None:
            loop.call_soon_threadsafe(meter.move, share)

        return await asyncio.to_thread(self._desk.make, report, tell)

    def action_up(self) -> None:
        if self.folder.parent != self.folder:
            self._walk(self.folder.parent, self.folder)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return not self.query_one(FinderInput).value if action == "up" else True

    def action_leave(self) -> None:
        """A deck being made is made to its end, and is on the home screen then."""
        self.dismiss(None)


def _shown(folder: Path) -> str:
    """A folder as people write it."""
    home = Path.home()
    return printable(Path("~") / folder.relative_to(home) if folder.is_relative_to(home) else folder)


def _line(path: Path) -> Content:
    name = one_line(printable(path.name))
    return Content.styled(f"{name}/", "$primary") if path.is_dir() else Content(name)
