"""Bars of Braille dots: one cell wide in every terminal, where block characters are two in some Chinese ones."""

from quiz.tui.wrap import Piece

FULL, HALF, EMPTY = "⣿", "⡇", "⣀"
LEVELS = " ⣀⣤⣶⣿"
"""A cell filled from below."""


def bar(share: float, width: int, style: str = "blank") -> list[Piece]:
    """A bar `width` cells long, filled to `share` (0 to 1) in half cells; something shows as soon as there is any."""
    halves = round(min(max(share, 0.0), 1.0) * width * 2)
    if share > 0:
        halves = max(1, halves)
    full, half = divmod(halves, 2)
    return [Piece(FULL * full + HALF * half, style), Piece(EMPTY * (width - full - half), "dim")]


def column(value: float, most: float, height: int) -> str:
    """The cells of an upright bar from top to bottom, in quarters of a cell; whatever there is shows."""
    quarters = round(value / most * height * 4) if most else 0
    if value > 0:
        quarters = max(1, quarters)
    return "".join(LEVELS[min(max(quarters - 4 * row, 0), 4)] for row in reversed(range(height)))


def percent(share: float) -> str:
    """A share in whole per cent; only all is 100 and only nothing is 0."""
    rounded = round(share * 100)
    if 0 < share < 1:
        rounded = min(max(rounded, 1), 99)
    return f"{rounded}%"
