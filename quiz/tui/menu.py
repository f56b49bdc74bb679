"""The menu of a deck: every way to go on with it, and how much there is of each."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, Resize
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from quiz.i18n import gettext as _
from quiz.i18n import mark
from quiz.tui.decklist import WIDE
from quiz.tui.keys import letter
from quiz.tui.page import HELP, Page
from quiz.tui.prose import Prose
from quiz.tui.text import one_line
from quiz.tui.ways import Offer
from quiz.tui.wrap import Piece


class MenuScreen(Page[tuple[Offer, bool] | None]):
    """Dismissed with the offer taken and whether it is to start over, or with None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", mark("Begin")),
        Binding(letter("n"), "start_over", mark("Start over")),
        HELP,
        Binding(f"escape,{letter('q')}", "leave", mark("Back")),
    ]

    def __init__(self, title: str, offers: Sequence[Offer]) -> None:
        super().__init__()
        self._title = title
        self._offers = offers

    def body(self) -> Iterable[Widget]:
        yield Prose([Piece(one_line(self._title), "strong")], id="title")
        options = [Option("", disabled=not offer.open) for offer in self._offers]
        yield OptionList(*options, id="offers", markup=False, compact=True)

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = next((place for place, offer in enumerate(self._offers) if offer.open), None)
        options.focus()

    def on_resize(self, event: Resize) -> None:
        """Besides what `Page.on_resize` does, which Textual calls too."""
        options, width = self.query_one(OptionList), max(cell_len(offer.name) for offer in self._offers)
        for place, offer in enumerate(self._offers):
            line = _line(offer, width, wide=event.size.width >= WIDE)
            options.replace_option_prompt_at_index(place, line)

    def on_option_list_option_highlighted(self) -> None:
        self.refresh_keys()

    def on_option_list_option_selected(self) -> None:
        self.action_choose()

    def on_key(self, event: Key) -> None:
        """Every offer has a key of its own, in full width too."""
        typed = (event.character or "").lower()
        typed = chr(ord(typed) - 0xFEE0) if typed and "！" <= typed <= "～" else typed
        for offer in self._offers:
            if offer.key == typed and offer.open:
                event.stop()
                self.dismiss((offer, False))

    def _offer(self) -> Offer | None:
        place = self.query_one(OptionList).highlighted
        return None if place is None else self._offers[place]

    def action_choose(self) -> None:
        if offer := self._offer():
            self.dismiss((offer, False))

    def action_start_over(self) -> None:
        if offer := self._offer():
            self.dismiss((offer, True))

    def describe(self, binding: Binding) -> str:
        offer = self._offer()
        if binding.action == "choose" and offer is not None and offer.unfinished:
            return mark("Go on")
        return binding.description

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        offer = self._offer() if action in ("choose", "start_over") else None
        match action:
            case "choose":
                return offer is not None
            case "start_over":
                return offer is not None and offer.unfinished
            case _:
                return True

    def action_leave(self) -> None:
        self.dismiss(None)


def _line(offer: Offer, width: int, *, wide: bool) -> Content:
    """The key, the name and how much there is; one that is closed tells why in plain words beside its grey name."""
    about = offer.about
    if offer.unfinished:
        about = " · ".join([about, _("unfinished")]) if wide else _("unfinished")
    name = offer.name + " " * (width - cell_len(offer.name) + 2)
    if not offer.open:
        return Content.styled(f"   {name}{about}", "$secondary 60%")
    return Content.assemble((f"{offer.key}  ", "$primary bold"), name, (about, "$secondary"))
