"""The keys of the drill: which there are, which do something now, and what they are called."""

from dataclasses import dataclass

from textual.actions import parse
from textual.binding import Binding, BindingType

from quiz.i18n import mark
from quiz.model import Verdict
from quiz.study import Outcome
from quiz.tui.keys import letter
from quiz.tui.page import HELP
from quiz.tui.reply import Reply
from quiz.tui.rowkeys import SPACE

BINDINGS: list[BindingType] = [
    Binding(f"enter,{SPACE}", "next", mark("Next")),
    Binding(letter("c"), "count_right", mark("Count as right")),
    Binding("enter", "submit", mark("Answer")),
    HELP,
    Binding(f"f2,{letter('h')}", "hint", mark("Hint")),
    Binding("ctrl+n", "skip", mark("Skip")),
    Binding(f"{letter('u')},ctrl+z,left", "undo", mark("Undo")),
    Binding(f"{letter('s')},f3", "star", mark("Star")),
    Binding(letter("e"), "edit", mark("Edit")),
    Binding(f"{letter('q')},escape", "leave", mark("Leave")),
    Binding(f"{letter('x')},f4", "suspend", mark("Suspend")),
    Binding("backspace", "reply('backspace')"),
    Binding(SPACE, "reply('space')"),
    Binding("up,shift+tab", "reply('up')"),
    Binding("down", "reply('down')"),
    Binding("pageup", "scroll(-1)", mark("Scroll up"), show=False),
    Binding("pagedown", "scroll(1)", mark("Scroll down"), show=False),
]


@dataclass(frozen=True, slots=True)
class Moment:
    """Where the drill is: `reply` while a question is asked, `outcome` while its verdict is shown, neither where
    questions are only read (`reads`)."""

    reply: Reply | None
    outcome: Outcome | None
    reads: bool

    def has_use_for(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Whether an action does something now."""
        outcome, reply = self.outcome, self.reply
        match action:
            case "next" | "edit":
                return outcome is not None or self.reads
            case "count_right":
                return outcome is not None and not outcome.overruled and outcome.grade.verdict is not Verdict.RIGHT
            case "submit" | "skip":
                return outcome is None and not self.reads
            case "hint":
                return reply is not None and reply.can_hint()
            case "reply":
                return reply is not None and parameters[0] in reply.uses()
            case _:
                return True

    def name(self, binding: Binding) -> str:
        """What a key does, as an English message id; the reply has words of its own for what its keys do."""
        _target, action, parameters = parse(binding.action)
        if self.reads and action == "undo":
            return mark("Question before")
        if self.reply is None or action not in ("submit", "reply"):
            return binding.description
        return self.reply.uses()[str(parameters[0])].name if action == "reply" else self.reply.enter_name()
