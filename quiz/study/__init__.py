"""Drilling: grading, the log of replies, the schedule, sessions, exams and figures. No screen in it."""

from quiz.study.alike import same_answer
from quiz.study.alternatives import Alternative, accept
from quiz.study.diff import Run, difference, nearest, slip
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
    "Run",
    "Session",
    "Settings",
    "Standing",
    "Summary",
    "accept",
    "arrange",
    "difference",
    "grade",
    "hints",
    "nearest",
    "same_answer",
    "slip",
]
