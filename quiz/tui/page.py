"""What every full screen has: a column in the middle, a status line, a key bar, help, a word when there is no room."""

from collections.abc import Iterable, Iterator
from typing import Generic

from textual.actions import parse
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.events import Resize
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget
from textual.widgets import Input

from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.tui.keybar import KeyBar
from quiz.tui.keys import KeyHint, labels
from quiz.tui.prose import Prose
from quiz.tui.remap import keys_of, rebind
from quiz.tui.statusline import StatusLine
from quiz.tui.wrap import Piece

HELP = Binding("question_mark,fullwidth_question_mark,f1", "help", mark("Help"))
SMALLEST = (40, 10)


class Page(Screen[ScreenResultType], Generic[ScreenResultType]):
    """A screen whose `body` stands above the status line and the key bar.

    Its bindings stand in order of importance, with marked English descriptions.
    """

    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        rebind(self._bindings, self.app)
        with Vertical(id="page"):
            yield from self.body()
            yield StatusLine()
            yield KeyBar(self.hints)
        message = _("The window is too small: 40x10 at least")
        yield Prose([Piece(message, "strong")], id="too-small")

    def body(self) -> Iterable[Widget]:
        """The widgets above the status line."""
        raise NotImplementedError

    def hints(self) -> list[KeyHint]:
        """The keys that do something now."""
        return [hint for binding in [*self.BINDINGS, *self.app.BINDINGS] for hint in self._hint(binding)]

    def _hint(self, binding: object) -> Iterator[KeyHint]:
        if not isinstance(binding, Binding) or self.check_action(*parse(binding.action)[1:]) is False:
            return
        keys = labels(keys_of(binding, self.app), typing=self.typing)
        if keys and (description := self.describe(binding)):
            yield KeyHint(tuple(keys), _(description), binding.action, binding.show)

    @property
    def typing(self) -> bool:
        """Whether letters are text now, and no keys."""
        return isinstance(self.focused, Input)

    def describe(self, binding: Binding) -> str:
        """What a key does, as an English message id."""
        return binding.description

    def refresh_keys(self) -> None:
        """Draw the key bar again, after what the keys do has changed."""
        self.query_one(KeyBar).refresh()

    @property
    def status(self) -> StatusLine:
        return self.query_one(StatusLine)

    def on_resize(self, event: Resize) -> None:
        width, height = SMALLEST
        self.set_class(event.size.width < width or event.size.height < height, "too-small")
        self.set_class(event.size.height < 20, "low")
        self.set_class(event.size.width < 60, "narrow")

    def on_descendant_focus(self) -> None:
        self.refresh_keys()

    def on_descendant_blur(self) -> None:
        self.refresh_keys()

    def action_palette(self) -> None:
        from quiz.tui.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self.commands()), self._run)

    def commands(self) -> list[KeyHint]:
        """What the list of commands offers."""
        return self.hints()

    async def _run(self, action: str | None) -> None:
        """Do what was taken from the palette."""
        if action is not None:
            await self.run_action(action)

    def action_help(self) -> None:
        from quiz.tui.help import HelpScreen

        self.app.push_screen(HelpScreen(self.hints()))
