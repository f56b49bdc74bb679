"""Deck files: YAML into a Deck and back, the only place that knows YAML."""

from typing import TYPE_CHECKING

from quiz.lazy import lazily

if TYPE_CHECKING:
    from quiz.deckfile.notation import NotationError, parse, render
    from quiz.deckfile.read import parse_deck, read_deck, read_text
    from quiz.deckfile.update import update_deck
    from quiz.deckfile.write import render_deck, write_deck

__all__ = [
    "NotationError",
    "parse",
    "parse_deck",
    "read_deck",
    "read_text",
    "render",
    "render_deck",
    "update_deck",
    "write_deck",
]

__getattr__ = lazily(
    __name__,
    {
        "notation": "NotationError parse render",
        "read": "parse_deck read_deck read_text",
        "update": "update_deck",
        "write": "render_deck write_deck",
    },
)
