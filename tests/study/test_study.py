"""A drill loads nothing it does not need."""

import subprocess
import sys


def test_importing_study_loads_no_heavy_library() -> None:
    program = (
        "import sys, quiz.study; heavy = 'rjieba genanki yaml textual rich opencc click platformdirs fsrs pypinyin'; "
        "print(set(heavy.split()) & set(sys.modules))"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
