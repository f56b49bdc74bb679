"""``python -m quiz`` is ``quiz``."""

import gc


def main() -> None:
    """The command line; set up before anything is loaded."""
    gc.set_threshold(100_000)  # what is loaded at the start stays; looking it through for cycles took a tenth of it
    from quiz.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
