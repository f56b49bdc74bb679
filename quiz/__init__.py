"""Turn a Chinese study report into a quiz in the terminal and a deck for Anki, offline."""

__version__ = "0.1.0"
