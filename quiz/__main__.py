"""``python -m quiz`` is ``quiz``."""

import gc
import sys


def main() -> None:
    """The command line; set up before anything is loaded."""
    gc.set_threshold(100_000)  # what is loaded at the start stays; looking it through for cycles took a tenth of it
    from quiz.boundary import interactive, leave_with

    if sys.argv[1:] in ([], ["run"]) and interactive():
        # Nothing to parse: the home screen does not wait for click, a twenty-fifth of its time.
        from quiz.opening import home

        leave_with(home)
    from quiz.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
