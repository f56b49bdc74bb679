"""The two looks of the program, calm colours, one dark and one light; and the styles of text in them."""

from textual.theme import Theme

# What the scroll bar runs in; Textual makes it black.
TRACK = tuple(f"scrollbar-background{state}" for state in ("", "-hover", "-active"))
DARK = Theme(
    name="quiz-dark",
    dark=True,
    background="#16191d",
    surface="#1d2126",
    panel="#2a3038",
    foreground="#d6dae0",
    primary="#82b4cc",
    secondary="#9aa5b1",
    accent="#e0c27e",
    success="#98bb6c",
    warning="#e0c27e",
    error="#e58a8a",
    variables=dict.fromkeys(TRACK, "#16191d"),
)
LIGHT = Theme(
    name="quiz-light",
    dark=False,
    background="#f8f6f1",
    surface="#efece4",
    panel="#dedacf",
    foreground="#2c3136",
    primary="#225f80",
    secondary="#59636e",
    accent="#7d5600",
    success="#3f6b14",
    warning="#7d5600",
    error="#a52f2f",
    variables=dict.fromkeys(TRACK, "#f8f6f1"),
)

# Not classes in quiz.tcss: each widget would look up each of them when it is mounted, much of the first paint.
STYLES = {
    "dim": "$secondary",
    "strong": "bold $primary",
    "blank": "$primary",
    "current": "bold $accent",
    "right": "bold $success",
    "wrong": "bold $error",
    "missed": "bold $accent",
    "partly": "bold $warning",
    "swapped": "underline $error",
    "struck": "strike $secondary",
    "done": "on $primary 70%",
    "rest": "on $panel",
    "filled": "$foreground on $primary 30%",
    "here": "bold reverse $accent",
    "heat0": "$panel",
    "heat1": "$success 45%",
    "heat2": "$success 65%",
    "heat3": "$success 85%",
    "heat4": "bold $success",
}
"""What text can be, by name, in the words of `textual.content`; blanks in a `done` or `rest` style draw a bar."""
