"""A window over a screen that stays in sight behind it."""

from textual.events import Resize
from textual.screen import ModalScreen, ScreenResultType


class Overlay(ModalScreen[ScreenResultType]):
    """A modal screen that tells the screen behind it of a new size, as Textual tells the screen on top alone."""

    VERTICAL_BREAKPOINTS = [(0, "low"), (20, "high")]  # noqa: RUF012  # as `Page`; Textual declares it so

    def on_resize(self, event: Resize) -> None:
        behind = self.app.screen_stack[self.app.screen_stack.index(self) - 1]
        behind.post_message(Resize(event.size, event.virtual_size))
