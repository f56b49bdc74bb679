"""Drilling: grading, the log of replies, the schedule, sessions, exams and figures. No screen in it."""

from quiz.study.alike import same_answer
from quiz.study.alternatives import Alternative, accept
from quiz.study.diff import Slip, closest, difference, slips
from quiz.study.grade import FALSE, TRUE, Grade, PartGrade, grade
from quiz.study.hints import Hint, hints
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
    "grade",
    "hints",
    "same_answer",
    "slips",
]
