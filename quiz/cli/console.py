"""Lines out and lines in: what the plain drill talks through."""

from collections.abc import Iterable
from typing import TextIO

from quiz.controls import clean


class Leave(Exception):  # noqa: N818  # it is no error
    """The learner, or the end of the input, ends the drill; what was answered is in the log."""


class Console:
    """Prints lines to `sink` and reads replies from `source`."""

    def __init__(self, source: TextIO, sink: TextIO) -> None:
        self._source, self._sink = source, sink

    def line(self, text: str = "") -> None:
        print(text, file=self._sink, flush=True)  # the sink is the point

    def lines(self, texts: Iterable[str]) -> None:
        """Words of a deck, which are not trusted."""
        for text in texts:
            self.line(clean(text))

    def read(self, prompt: str) -> str:
        """What is typed behind `prompt`. Raises Leave at the end of the input."""
        self._sink.write(prompt)
        self._sink.flush()
        line = self._source.readline()
        if not line:
            self.line()
            raise Leave
        return clean(line.rstrip("\r\n"))
