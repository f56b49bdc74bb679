"""Drilling: grading, the log of replies, the schedule, sessions, exams and figures. No screen in it."""

from typing import TYPE_CHECKING

from quiz.lazy import lazily

if TYPE_CHECKING:
    from quiz.study.alike import same_answer
    from quiz.study.alternatives import Alternative, accept
    from quiz.study.diff import Slip, closest, difference, slips
    from quiz.study.grade import FALSE, TRUE, Grade, PartGrade
    from quiz.study.hints import Hint
    from quiz.study.log import Log
    from quiz.study.marks import MARKS, Mark
    from quiz.study.modes import MODES, Mode, Options
    from quiz.study.outcome import Outcome, Summary
    from quiz.study.progress import Standing, arrange
    from quiz.study.schedule import Settings
    from quiz.study.session import Clock, Session

__all__ = [
    "FALSE",
    "MARKS",
    "MODES",
    "TRUE",
    "Alternative",
    "Clock",
    "Grade",
    "Hint",
    "Log",
    "Mark",
    "Mode",
    "Options",
    "Outcome",
    "PartGrade",
    "Session",
    "Settings",
    "Slip",
    "Standing",
    "Summary",
    "accept",
    "arrange",
    "closest",
    "difference",
    "same_answer",
    "slips",
]

__getattr__ = lazily(
    __name__,
    {
        "alike": "same_answer",
        "alternatives": "Alternative accept",
        "diff": "Slip closest difference slips",
        "grade": "FALSE TRUE Grade PartGrade",
        "hints": "Hint",
        "log": "Log",
        "marks": "MARKS Mark",
        "modes": "MODES Mode Options",
        "outcome": "Outcome Summary",
        "progress": "Standing arrange",
        "schedule": "Settings",
        "session": "Clock Session",
    },
)
