"""Text for the terminal: nothing in a report may command the screen."""

from rich.cells import cell_len, set_cell_size

from quiz.controls import clean

__all__ = ["circled", "clean", "cut", "one_line", "pad", "right"]


def one_line(text: str) -> str:
    """`clean` text with its line ends turned into spaces."""
    return clean(text).replace("\n", " ")


def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells; what was cut off shows as an ellipsis."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def pad(text: str, width: int) -> str:
    """`text` at the left end of `width` cells."""
    return text + " " * (width - cell_len(text))


def right(text: str, width: int) -> str:
    """`text` at the right end of `width` cells."""
    return " " * (width - cell_len(text)) + text


def circled(number: int) -> str:
    """The mark of blank `number`, counted from 1: ① to ⑳, then (21)."""
    return chr(0x245F + number) if number <= 20 else f"({number})"
