"""Who watches long work."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[float], None]
"""Hears how much is done, from 0 to 1."""


def unwatched(_share: float) -> None:
    """Nobody looks."""
