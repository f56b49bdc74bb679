"""Sitting down at the desk: the home screen, or a drill; the log is copied aside meanwhile, once a day."""

from collections.abc import Callable

from quiz.boundary import tell
from quiz.desk import Desk
from quiz.errors import QuizError
from quiz.study.modes import MODES
from quiz.tui import Start, run_app
from quiz.tui.terminal import prepare


def at_desk(work: Callable[[Desk, Callable[[QuizError], None]], int]) -> int:
    """Do `work`, whose second argument hears what failed in the background; it is told at the end, when the screens
    are gone. The exit code."""
    failed: list[QuizError] = []
    with Desk() as desk:
        code = work(desk, failed.append)
    for error in failed:
        tell(f"quiz: {error}")
    return code


def home(*, fresh: bool = False) -> int:
    """Show the home screen until the user leaves. The exit code."""
    prepare()  # refuses a terminal that cannot show it before any work is done

    def show(desk: Desk, hear: Callable[[QuizError], None]) -> int:
        desk.back_up(hear)
        return run_app(desk, Start(None, fresh, MODES[0]))

    return at_desk(show)
