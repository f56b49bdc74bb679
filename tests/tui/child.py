"""A program of its own for test_terminal.py: the screens over the desk of conftest.py, with a real terminal."""

import os
import runpy
import sys
from pathlib import Path

from quiz.errors import QuizError
from quiz.tui import Start, run_app


def main() -> int:
    conftest = runpy.run_path(str(Path(__file__).with_name("conftest.py")))
    desk = conftest["FakeDesk"](Path(os.environ["QUIZ_HOME"]))
    if os.environ.get("BREAK"):
        desk.begin = lambda *_, **__: None
    try:
        return run_app(desk, Start(None if os.environ.get("BREAK") else desk.deck))
    except QuizError as error:
        sys.stderr.write(f"{error}\n")
        return error.exit_code


if __name__ == "__main__":
    sys.exit(main())
