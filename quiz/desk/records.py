"""The log of answers and what the user has set: what every part of the desk works with."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Self

from quiz import paths
from quiz.errors import QuizError

if TYPE_CHECKING:
    from quiz.settings import Preferences
    from quiz.study import Log
    from quiz.study.schedule import Settings


class Records:
    """Opens the log on first use; close it with `close` or `with`. Every method may raise QuizError.

    What only looks takes `log_to_read`, so that it works where the log cannot be written.
    """

    def __init__(self, clock: Callable[[], datetime], *, reading: bool = False) -> None:
        """`clock` tells the time with its zone. `reading` works on a copy of the log and writes nothing, so that the
        folder need not be writable."""
        self._clock = clock
        self._reading = reading
        self._log: Log | None = None
        self._copy: Log | None = None
        self._copying: Thread | None = None
        self._preferences: Preferences | None = None
        self._paths: dict[str, Path] = {}  # of the decks opened, by id

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        if self._copying is not None:
            self._copying.join()
            self._copying = None
        for log in (self._log, self._copy):
            if log is not None:
                log.close()
        self._log = self._copy = None

    def back_up(self, tell: Callable[[QuizError], None]) -> None:
        """Copy the log aside once a study day, in the background; `tell` hears, in that thread, why it failed."""
        from quiz.study.backups import back_up_in_background

        self._copying = back_up_in_background(paths.log_file(), self._clock(), tell)

    @property
    def preferences(self) -> "Preferences":
        """What the user has set, read once."""
        if self._preferences is None:
            from quiz.settings import read_settings

            self._preferences = read_settings(paths.settings_file())
        return self._preferences

    def _schedule(self) -> "Settings":
        """The settings of the schedule."""
        from quiz.study.schedule import Settings

        chosen = self.preferences
        return Settings(retention=chosen.retention, new=chosen.new, reviews=chosen.reviews)

    def open_log(self) -> "Log":
        """The log, opened if it is not yet. Raises QuizError where no answer can be kept."""
        if self._log is None:
            self._log = self._open(reading=self._reading)
        return self._log

    @property
    def log(self) -> "Log":
        return self.open_log()

    @property
    def log_to_read(self) -> "Log":
        """The log, or a copy of it where it cannot be written."""
        if self._log is not None or self._copy is None:
            try:
                return self.log
            except QuizError:
                self._copy = self._open(reading=True)
        return self._copy

    def _open(self, *, reading: bool) -> "Log":
        from quiz.study import Log

        return Log(paths.log_file(), self._schedule(), reading=reading)
