"""What the screens that ask questions have in common: the keys that a `Picked` reply has for its rows."""

from collections.abc import Iterable, Mapping

from textual.actions import parse
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.screen import ScreenResultType

from quiz.tui.keys import KeyHint
from quiz.tui.page import Page
from quiz.tui.reply import Picked, Reply
from quiz.tui.worksheet import Worksheet

SPACE = "space,ideographic_space"


def reply_actions(bindings: Iterable[BindingType]) -> dict[str, str]:
    """The actions by key of what a reply has a use for; Enter is one too."""
    return {
        key: binding.action
        for binding in bindings
        if isinstance(binding, Binding) and binding.action.startswith(("reply", "submit"))
        for key in binding.key.split(",")
    }


async def press(page: Page[ScreenResultType], event: Key, actions: Mapping[str, str]) -> bool:
    """Do at once what a key does to rows: as a binding it would come after keys typed in the same moment. True when it
    picked a row."""
    work = page.query_one(Worksheet)
    if not isinstance(reply := work.reply, Picked):
        return False
    place = reply.row_of(event.character or "")
    action = actions.get(event.key, "")
    if place is not None:
        event.stop()
        work.pick(place)
    elif action and page.check_action(*parse(action)[1:]):
        event.stop()
        await page.run_action(action)
    return place is not None


def picks(reply: Reply | None) -> list[KeyHint]:
    """The keys that pick rows, for the key bar."""
    return [reply.hint()] if isinstance(reply, Picked) else []
