"""What can go wrong with the user's material or command line, said in one sentence each.

Everything a user may meet is a `QuizError`; the command line prints it and leaves with its exit code. Anything else is
a fault of the program.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One complaint about one place of one file; line and column count from 1, 0 means the file as a whole."""

    file: str
    line: int
    column: int
    field: str
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return ": ".join(part for part in (place, self.field, self.message) if part)


class QuizError(Exception):
    """The material is at fault: a file that cannot be read, understood or written. Exit code 1."""

    exit_code = 1


class UsageError(QuizError):
    """The command line, or the terminal it was typed in, is at fault. Exit code 2."""

    exit_code = 2


class DeckError(QuizError):
    """A deck file holds mistakes; `problems` lists every one found, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
