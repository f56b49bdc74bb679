"""The keys of the exam: which there are, which do something on a question and which on the answer sheet."""

from dataclasses import dataclass

from textual.actions import parse
from textual.binding import Binding, BindingType

from quiz.i18n import mark
from quiz.tui.keys import letter
from quiz.tui.page import HELP
from quiz.tui.reply import Reply
from quiz.tui.rowkeys import SPACE

BINDINGS: list[BindingType] = [
    Binding("enter", "submit", mark("Next")),
    Binding("f2", "sheet", mark("Answer sheet")),
    Binding("f4", "hand_in", mark("Hand in")),
    Binding("f3", "flag", mark("Mark")),
    HELP,
    Binding("pagedown,ctrl+n,right", "go(1)", mark("Next")),
    Binding("pageup,left", "go(-1)", mark("Previous")),
    Binding(f"escape,{letter('q')}", "leave", mark("Leave")),
    Binding("backspace", "reply('backspace')"),
    Binding(SPACE, "reply('space')"),
    Binding("up,shift+tab", "reply('up')"),
    Binding("down", "reply('down')"),
    Binding(letter("n"), "next_open", mark("Next open one")),
    Binding("left", "grid(-1,0)", mark("Previous number"), show=False),
    Binding("right", "grid(1,0)", mark("Next number"), show=False),
    Binding("up", "grid(0,-1)", mark("Row above"), show=False),
    Binding("down", "grid(0,1)", mark("Row below"), show=False),
]
ON_SHEET = {"submit": mark("Go to it"), "sheet": mark("Back"), "leave": mark("Back")}


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the exam is: on the answer sheet, else on a question with the `reply` to it."""

    reply: Reply | None
    on_sheet: bool

    def has_use_for(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether an action does something now."""
        match action:
            case "reply":
                return not self.on_sheet and self.reply is not None and parameters[0] in self.reply.uses()
            case "grid" | "next_open":
                return self.on_sheet
            case "go":
                return not self.on_sheet
            case _:
                return True

    def name(self, binding: Binding) -> str:
        """What a key does, as an English message id; the reply has words of its own for what its keys do."""
        _target, action, parameters = parse(binding.action)
        if self.on_sheet:
            return ON_SHEET.get(action, binding.description)
        if self.reply is None or action not in ("submit", "reply"):
            return binding.description
        if action == "reply":
            return self.reply.uses()[str(parameters[0])].name
        name = self.reply.enter_name()
        return mark("Next") if name == "Answer" else name
