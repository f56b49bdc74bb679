"""The two looks of the program: calm colours, one dark and one light."""

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
