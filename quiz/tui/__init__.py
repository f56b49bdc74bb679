"""The screens. Only this package knows Textual, and nothing but the command line imports it."""

from quiz.study.modes import MODES
from quiz.tui.desk import DeckRow, Desk, Start
from quiz.tui.terminal import prepare, survive_invalid_utf8, understand_kitty_keys

__all__ = ["DeckRow", "Desk", "Start", "run_app"]


def run_app(tasks: Desk, start: Start) -> int:
    """Show the screens until the user leaves, and return the exit code.

    Raises `UsageError` when there is no terminal for them, `QuizError` when the session cannot begin.
    """
    prepare()
    mode = next((name for name in MODES if name == start.mode), None)
    session = None
    if start.deck is not None and mode is not None:
        session = tasks.begin(start.deck, mode=mode, fresh=start.fresh)
    from quiz.tui.app import QuizApp  # 0.3 s

    survive_invalid_utf8()
    understand_kitty_keys()
    app = QuizApp(tasks, start, session)
    app.run()
    return app.return_code or 0
